import { asCode } from '../format/store-code.js';

/** Short letters and a number apart from them, as codes are said on the phone. */
const spaced = /^[a-z]{1,3}\s+\d[a-z\d]*$/iu;

/** What was written as a store's code, in capitals and without blanks in it; undefined if it can't be one. */
export function readCode(text: string): string | undefined {
  return asCode(text) ?? (spaced.test(text.trim()) ? asCode(text.replace(/\s+/gu, '')) : undefined);
}

/** How much a text looks like a code: as names and row numbers may be codes, too. */
export const likeness = { none: 0, word: 1, number: 2, code: 3 } as const;

/** Tells how much a text looks like a code. */
export function codeLikeness(text: string): number {
  const code = readCode(text);
  if (code === undefined) return likeness.none;
  if (!/\d/u.test(code)) return likeness.word;
  return /[A-Z]/u.test(code) ? likeness.code : likeness.number;
}

/** The form of a code: "TB0123" and "T7" have the same, "0123" and "T001A" have others. */
export const codeShape = (code: string): string =>
  code
    .toUpperCase()
    .replace(/[A-Z]+/gu, 'A')
    .replace(/\d+/gu, '9');
