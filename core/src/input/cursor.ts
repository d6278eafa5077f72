import { createHash } from 'node:crypto';
import { errorOf } from '../errors.js';

/** Where a page ended, in the terms of its list's order. */
export type Keyset = readonly (string | number | boolean)[];

/**
 * Writes down where a page ended. The text is opaque, and bound to the filter: under another filter the place
 * means nothing.
 */
export function writeCursor(filter: unknown, keyset: Keyset): string {
  return Buffer.from(JSON.stringify([digest(filter), ...keyset])).toString('base64url');
}

/** Reads where the page before ended; throws `CURSOR_INVALID` for what this list didn't write. */
export function readCursor(
  filter: unknown,
  cursor: string | undefined,
  kinds: readonly ('string' | 'number' | 'boolean')[],
): Keyset | undefined {
  if (cursor === undefined) return undefined;
  const parts = decode(cursor);
  const [bound, ...keyset] = parts;
  const fits =
    bound === digest(filter) &&
    keyset.length === kinds.length &&
    keyset.every((part, index) => typeof part === kinds[index] && isHarmless(part));
  if (!fits) throw errorOf('CURSOR_INVALID');
  return keyset as Keyset;
}

/** A made-up cursor may point anywhere, but not make the database fail. */
function isHarmless(part: unknown): boolean {
  if (typeof part === 'number') return Number.isSafeInteger(part);
  return typeof part !== 'string' || /^[\x20-\x7e]{1,64}$/u.test(part);
}

function decode(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function digest(filter: unknown): string {
  return createHash('sha256').update(JSON.stringify(filter)).digest('base64url').slice(0, 12);
}
