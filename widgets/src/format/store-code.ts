const form = /^[A-Z0-9][A-Z0-9._-]{0,31}$/u;

/** What was typed as a store's whole code; undefined if it can't be one. */
export function asCode(typed: string): string | undefined {
  const code = typed.trim().toUpperCase();
  return form.test(code) ? code : undefined;
}

/** Whether what was typed is a code, whatever case, spaces, dots, dashes and leading zeros it was typed with. */
export const isSameCode = (code: string, typed: string): boolean =>
  squashedCode(code) === squashedCode(typed);

/** A code without its case, spaces, dots, dashes and leading zeros. */
export const squashedCode = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[\s._-]/gu, '')
    .replace(/(^|\D)0+(?=\d)/gu, '$1');
