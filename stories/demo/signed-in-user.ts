import { type Person } from '@beta-app/core/contract';
import { people } from './people.js';

const cookie = 'sih-nik';

/** Who is signed in by the request's cookie; the first of the demo's people without one. */
export function signedInUser(request: Request): Person {
  const cookies = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const person = people.find(({ nik }) => cookies.includes(`${cookie}=${nik}`)) ?? people[0];
  return { name: person.name, nik: person.nik };
}

/** Signs in another of the demo's people and goes back to the page. A demo asks for no password. */
export function signIn(url: URL): Response {
  const person = people.find(({ nik }) => nik === url.searchParams.get('nik')) ?? people[0];
  return new Response(null, {
    status: 303,
    headers: {
      location: localPath(url.searchParams.get('to'), url),
      'set-cookie': `${cookie}=${person.nik}; Path=/; HttpOnly; SameSite=Lax`,
    },
  });
}

/** Only ways back into the demo: a link that signs in must not lead to a stranger's page. */
function localPath(to: string | null, base: URL): string {
  if (to === null || !URL.canParse(to, base)) return '/';
  const target = new URL(to, base);
  return target.origin === base.origin ? `${target.pathname}${target.search}` : '/';
}
