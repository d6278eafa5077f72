import { pages } from './pages/pages.js';
import { hostWords, type Language } from './pages/words.js';
import { signedInUser, signIn } from './signed-in-user.js';
import { staticFile } from './static-files.js';

/** Answers what belongs to the demo's SIH, and nothing for what is the API's to answer. */
export async function answerAsHost(request: Request): Promise<Response | undefined> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
  const url = new URL(request.url);
  if (url.pathname === '/') return redirect(`/beta-app${url.search}`);
  if (url.pathname === '/masuk') return signIn(url);
  const page = pages[url.pathname];
  if (page === undefined) return staticFile(url.pathname);

  const language: Language = url.searchParams.get('lang') === 'en' ? 'en' : 'id';
  const markup = page({
    language,
    words: hostWords[language],
    user: signedInUser(request),
    path: url.pathname,
    linkTo: (path) => (language === 'id' ? path : `${path}?lang=${language}`),
  });
  return new Response(markup.toString(), {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}

function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { location } });
}
