import { errorOf } from '@beta-app/core';
import { type Route } from '@beta-app/core/contract';

type Values = Readonly<Record<string, unknown>>;

/**
 * Puts path, query, revision and body together into the one flat input of an operation. A key of the body
 * that has its place elsewhere is refused as unknown.
 */
export function joinInput(
  route: Pick<Route, 'params' | 'query' | 'ifMatch'>,
  elsewhere: Values,
  body: Values,
): Values {
  const taken = new Set([...Object.keys(route.params), ...Object.keys(route.query)]);
  taken.add('detailsRevision');
  const errors = Object.keys(body)
    .filter((key) => taken.has(key))
    .map((path) => ({ path, code: 'unknown_key' as const }));
  if (errors.length > 0) throw errorOf('VALIDATION_FAILED', { errors });
  return { ...body, ...elsewhere };
}
