import { randomUUID } from 'node:crypto';
import { errorOf } from '@beta-app/core';
import { textLimits } from '@beta-app/core/contract';

/** Revisions start at 1: core answers this one with who changed what. */
const impossibleRevision = 0;

/**
 * Reads which details an edit started from. Throws `IF_MATCH_REQUIRED` without `If-Match`, and for `*`,
 * which would overwrite whatever is there; a tag that isn't ours is a revision that never matches.
 */
export function readIfMatch(headers: Headers): number {
  const text = headers.get('if-match')?.trim() ?? '';
  if (text === '' || text === '*') throw errorOf('IF_MATCH_REQUIRED');
  const revision = /^"([1-9]\d{0,14})"$/u.exec(text)?.[1];
  return revision === undefined ? impossibleRevision : Number(revision);
}

/** Reads the key that makes repeating a write harmless; throws `VALIDATION_FAILED` if it is no key. */
export function readIdempotencyKey(headers: Headers): string | undefined {
  const key = headers.get('idempotency-key');
  if (key === null) return undefined;
  const path = 'Idempotency-Key';
  const max = textLimits.idempotencyKey;
  if (key.length > max) {
    throw errorOf('VALIDATION_FAILED', { errors: [{ path, code: 'too_long', max }] });
  }
  if (!/^[\x21-\x7e]+$/u.test(key)) {
    throw errorOf('VALIDATION_FAILED', { errors: [{ path, code: 'format' }] });
  }
  return key;
}

/** The id that answers and log lines carry: the caller's own if it is a sane one, else a new one. */
export function requestIdOf(id: string | string[] | null | undefined): string {
  return typeof id === 'string' && /^[\w.:-]{1,128}$/u.test(id) ? id : randomUUID();
}
