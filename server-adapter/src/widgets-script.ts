import { createHash } from 'node:crypto';

/** Creates what answers `/widgets.js`: always asked for again, and sent only when it has changed. */
export function createScriptAnswer(script: string | Uint8Array): (request: Request) => Response {
  const bytes = typeof script === 'string' ? new TextEncoder().encode(script) : script.slice();
  const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
  const headers = {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    ETag: tag,
  };
  return (request) => {
    const known = (request.headers.get('if-none-match') ?? '')
      .split(',')
      .map((text) => text.trim());
    const isKnown = known.some((text) => text === '*' || text.replace(/^W\//u, '') === tag);
    return isKnown
      ? new Response(null, { status: 304, headers })
      : new Response(bytes, { headers });
  };
}
