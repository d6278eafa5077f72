import { isKnown, tagOf } from './entity-tag.js';
import { type BetaApp, type Route, routes, type SuccessBody } from '@beta-app/core/contract';

/** The headers of every answer of the API, good or bad. */
export const apiHeaders = {
  'Cache-Control': 'no-store',
  Vary: 'Accept, Accept-Language',
  'X-Content-Type-Options': 'nosniff',
} as const;

/**
 * Answers what an operation gave, in the envelope: a beta app with the tag that `If-Match` asks for, and what may be kept
 * with one of its bytes, or with 304 if the client has them.
 */
export function successResponse(route: Route, data: unknown, wishes: Headers): Response {
  const body: SuccessBody<unknown> = {
    status_code: route.status,
    status: 'Success',
    message: 'OK',
    data,
  };
  const headers = new Headers({ ...apiHeaders, 'Content-Type': 'application/json' });
  if (route.output === routes.getBetaApp.output) {
    const { detailsRevision } = data as BetaApp;
    headers.set('ETag', `"${detailsRevision}"`);
  }
  const text = JSON.stringify(body);
  if (route.keeps) {
    const tag = tagOf(text);
    headers.set('Cache-Control', 'private, no-cache');
    headers.set('ETag', tag);
    if (isKnown(tag, wishes)) {
      headers.delete('Content-Type');
      return new Response(null, { status: 304, headers });
    }
  }
  return new Response(text, { status: route.status, headers });
}
