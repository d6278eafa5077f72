import type { Branch } from '@beta-app/core/contract';
import { hasAllWords, searchForm, searchWords, storeSearchText } from './search-text.js';

/** Stands for all branches where one of them could be named; no code has this character. */
export const allBranches = '*';

/** The branches whose code or name contains all that was typed. */
export function matchingBranches(branches: readonly Branch[], typed: string): Branch[] {
  const words = searchWords(typed);
  return branches.filter(({ code, name }) => hasAllWords(storeSearchText(code, name), words));
}

/** A name in pieces, every other of which, from the second on, is what was typed. */
export function highlighted(name: string, typed: string): string[] {
  const folded = searchForm(name);
  const word = searchWords(typed).find((each) => folded.includes(each));
  // Folding may change the length of rare letters, and then the places don't fit the name.
  if (word === undefined || folded.length !== name.length) return [name];
  const start = folded.indexOf(word);
  const end = start + word.length;
  return [name.slice(0, start), name.slice(start, end), name.slice(end)];
}
