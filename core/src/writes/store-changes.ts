import { type SaveStores } from '../contract/beta-app-stores.js';
import { type SaveStoresOptions } from '../core.js';
import { searchWords } from '../input/search-words.js';

/** A save as the database reads it: with what the host allows, and searches split into words, which it folds. */
export function translateSave(
  { changes, ...save }: SaveStores,
  { mayMoveFrom = [] }: SaveStoresOptions,
): object {
  return {
    ...save,
    mayMoveFrom,
    changes: changes.map((change) => {
      if (!('select' in change)) return change;
      const { q, ...select } = change.select;
      return { ...change, select: { ...select, words: searchWords(q) } };
    }),
  };
}
