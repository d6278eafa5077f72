import { type SaveStores } from '../contract/beta-app-stores.js';
import { searchWords } from '../input/search-words.js';

/** Splits the searches of a save into words, which the database folds. */
export function splitSearches({ changes, ...save }: SaveStores): object {
  return {
    ...save,
    changes: changes.map((change) => {
      if (!('select' in change)) return change;
      const { q, ...select } = change.select;
      return { ...change, select: { ...select, words: searchWords(q) } };
    }),
  };
}
