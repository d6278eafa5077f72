import { type BetaApp, type Route, routes } from '@beta-app/core/contract';
import { isKnown, tagOf } from './entity-tag.js';

/** The headers of every answer of the API, good or bad. */
export const apiHeaders = {
  'Cache-Control': 'no-store',
  Vary: 'Accept, Accept-Language',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** The headers of answers that may be kept, if it is asked each time whether they are still the same. */
export const keptHeaders = { ...apiHeaders, 'Cache-Control': 'private, no-cache' } as const;

/** Puts data that have been written already into the envelope. */
export const envelopeText = (status: number, data: string): string =>
  `{"status_code":${String(status)},"status":"Success","message":"OK","data":${data}}`;

/**
 * Answers what an operation gave, in the envelope: a beta app with the tag that `If-Match` asks for, and what may be kept
 * with one of its bytes, or with 304 if the client has them.
 */
export function successResponse(route: Route, data: unknown, wishes: Headers): Response {
  const response = writtenResponse(route, JSON.stringify(data), wishes);
  if (route.output === routes.getBetaApp.output) {
    const { detailsRevision } = data as BetaApp;
    response.headers.set('ETag', `"${detailsRevision}"`);
  }
  return response;
}

/** The same for data that have been written as JSON already. */
export function writtenResponse(
  { status, keeps }: Pick<Route, 'status' | 'keeps'>,
  data: string,
  wishes: Headers,
): Response {
  const text = envelopeText(status, data);
  const about = { 'Content-Type': 'application/json' };
  if (keeps !== true) return new Response(text, { status, headers: { ...apiHeaders, ...about } });
  const tag = tagOf(text);
  const headers = { ...keptHeaders, ETag: tag };
  return isKnown(tag, wishes.get('if-none-match'))
    ? new Response(null, { status: 304, headers })
    : new Response(text, { status, headers: { ...headers, ...about } });
}
