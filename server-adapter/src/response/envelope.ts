import { type BetaApp, type Route, routes, type SuccessBody } from '@beta-app/core/contract';

/** The headers of every answer of the API, good or bad. */
export const apiHeaders = {
  'Cache-Control': 'no-store',
  Vary: 'Accept, Accept-Language',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** Answers what an operation gave, in the envelope; a beta app with the tag that `If-Match` asks for. */
export function successResponse(route: Route, data: unknown): Response {
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
  return new Response(JSON.stringify(body), { status: route.status, headers });
}
