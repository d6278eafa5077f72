import { hash } from 'node:crypto';

/** The tag of exactly these bytes. */
export function tagOf(content: string | Uint8Array): string {
  return `"${hash('sha256', content, 'base64url').slice(0, 27)}"`;
}

/** Tells whether a client has what carries the tag, by its `If-None-Match`; what was compressed on the way counts too. */
export function isKnown(tag: string, ifNoneMatch: string | null | undefined): boolean {
  if (ifNoneMatch == null) return false;
  return ifNoneMatch
    .split(',')
    .map((text) => text.trim())
    .some((text) => text === '*' || text.replace(/^W\//u, '') === tag);
}
