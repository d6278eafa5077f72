/**
 * What "the words occur in the code or the name" means here and in the database: NFC, without case,
 * words split at white space, each word somewhere inside the code or inside the name.
 */

/** Brings text into the form in which it is compared. Which small sigma it is depends on what follows. */
export function searchForm(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('ς', 'σ');
}

/** The words of what was typed; none means that everything matches. */
export function searchWords(typed: string): string[] {
  return searchForm(typed)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** The text in which a store's words are looked for. No word can reach over the line break. */
export function storeSearchText(code: string, name: string): string {
  return searchForm(`${code}\n${name}`);
}

/** Whether every word occurs. */
export function hasAllWords(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
