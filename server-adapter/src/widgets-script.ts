import { isKnown, tagOf } from './response/entity-tag.js';

/** Creates what answers `/widgets.js`: always asked for again, and sent only when it has changed. */
export function createScriptAnswer(script: string | Uint8Array): (request: Request) => Response {
  const bytes = typeof script === 'string' ? new TextEncoder().encode(script) : script.slice();
  const tag = tagOf(bytes);
  const headers = {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    ETag: tag,
  };
  return (request) =>
    isKnown(tag, request.headers.get('if-none-match'))
      ? new Response(null, { status: 304, headers })
      : new Response(bytes, { headers });
}
