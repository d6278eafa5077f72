import type { StoreSelection } from '@beta-app/core/contract';
import { hasAllWords, searchWords, storeSearchText } from './search-text.js';
import { type StoreRows } from './store-rows.js';

/** What the header's checkbox has done: to all stores of a branch, or of all, that match a search. */
export interface TickedAll {
  registered: boolean;
  select: StoreSelection;
}

/** The same with the stores that it means, as a list shows them. */
export interface KnownSelection extends TickedAll {
  /** By code: whether the server has the store registered. */
  stores: ReadonlyMap<string, boolean>;
}

/** Finds the stores that are meant in the list of a branch, or of all; undefined if it may not have them all. */
export function findSelected(
  { registered, select }: TickedAll,
  rows: StoreRows,
  listed: StoreSelection['branch'],
): KnownSelection | undefined {
  if (listed !== undefined && listed !== select.branch) return undefined;
  const words = searchWords(select.q ?? '');
  const stores = new Map<string, boolean>();
  for (let row = 0; row < rows.length; row += 1) {
    const [code = '', name = ''] = [rows.codes[row], rows.names[row]];
    if (rows.isClosed(row)) continue;
    if (select.branch !== undefined && rows.branchCode(row) !== select.branch) continue;
    if (words.length > 0 && !hasAllWords(storeSearchText(code, name), words)) continue;
    stores.set(code, rows.isRegistered(row));
  }
  return { registered, select, stores };
}
