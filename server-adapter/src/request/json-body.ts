import { errorOf } from '@beta-app/core';

/** How deep objects and arrays may stand in each other. */
const depthLimit = 20;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads the object that a body holds; an empty body is an empty object. Throws `MEDIA_TYPE_UNSUPPORTED`,
 * `BODY_MALFORMED` or `VALIDATION_FAILED`.
 */
export function parseBody(bytes: Uint8Array, contentType: string | null): Record<string, unknown> {
  if (bytes.byteLength === 0) return {};
  if (!isJson(contentType)) throw errorOf('MEDIA_TYPE_UNSUPPORTED');
  const value = parse(bytes);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw errorOf('VALIDATION_FAILED', { errors: [{ path: 'body', code: 'type' }] });
  }
  refusePrototypes(value);
  return value as Record<string, unknown>;
}

function isJson(contentType: string | null): boolean {
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const charset = parameters.map((text) => text.trim()).find((text) => text.startsWith('charset='));
  return (
    type.trim() === 'application/json' &&
    (charset === undefined || /^charset="?utf-?8"?$/u.test(charset))
  );
}

function parse(bytes: Uint8Array): unknown {
  try {
    const text = utf8.decode(bytes);
    if (isDeep(text)) throw new RangeError(`Nested deeper than ${depthLimit}`);
    return JSON.parse(text);
  } catch (cause) {
    throw errorOf('BODY_MALFORMED', { cause });
  }
}

/** Looks at the text, not at the value: what is refused for its depth is never built. */
function isDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      if (++depth > depthLimit) return true;
    } else if (character === '}' || character === ']') depth--;
  }
  return false;
}

/** `JSON.parse` makes `__proto__` a key like any other; code that copies keys may not. */
function refusePrototypes(body: object): void {
  const open: { value: object; path: string }[] = [{ value: body, path: '' }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const [key, value] of Object.entries(next.value) as [string, unknown][]) {
      const isPrototype = key === '__proto__';
      if (!isPrototype && (typeof value !== 'object' || value === null)) continue;
      const path = next.path === '' ? key : `${next.path}.${key}`;
      // The first of them only: a long path told many times would be far longer than the body.
      if (isPrototype) {
        throw errorOf('VALIDATION_FAILED', { errors: [{ path, code: 'unknown_key' }] });
      }
      open.push({ value: value as object, path });
    }
  }
}
