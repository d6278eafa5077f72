import { errorOf } from '@beta-app/core';
import {
  type FieldError,
  lookupLimits,
  type ParameterKind,
  type Route,
} from '@beta-app/core/contract';

type Values = Record<string, unknown>;

/** Reads what a route takes from its path. */
export function readParams(
  { params }: Pick<Route, 'params'>,
  texts: Readonly<Record<string, string>>,
): Values {
  return Object.fromEntries(
    Object.entries(params).map(([name, kind]) => [name, valueOf(texts[name] ?? '', kind)]),
  );
}

/** Core takes more, but not every web server takes an address of them. */
const listMax = lookupLimits.inAddress;

/**
 * Reads what a route takes from its query; throws for names it doesn't know, for repeated ones, and for lists that are
 * too long.
 */
export function readQuery({ query }: Pick<Route, 'query'>, search: URLSearchParams): Values {
  const errors: FieldError[] = [];
  const values: Values = {};
  for (const name of new Set(search.keys())) {
    const kind = Object.hasOwn(query, name) ? query[name] : undefined;
    const [text = '', ...others] = search.getAll(name);
    if (kind === undefined) errors.push({ path: name, code: 'unknown_key' });
    else if (others.length > 0) errors.push({ path: name, code: 'too_many', max: 1 });
    else {
      const value = valueOf(text, kind);
      const isLong = Array.isArray(value) && value.length > listMax;
      if (isLong) errors.push({ path: name, code: 'too_many', max: listMax });
      else values[name] = value;
    }
  }
  if (errors.length > 0) throw errorOf('VALIDATION_FAILED', { errors });
  return values;
}

/** Text that isn't of its kind goes on as it is: core's schema then says what is wrong with it. */
function valueOf(text: string, kind: ParameterKind): unknown {
  switch (kind) {
    case 'integer':
      return /^\d{1,15}$/u.test(text) ? Number(text) : text;
    case 'boolean':
      return text === 'true' || text === 'false' ? text === 'true' : text;
    case 'list':
      return text === '' ? undefined : text.split(',');
    case 'text':
      return text;
  }
}
