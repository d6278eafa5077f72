import { readCode } from '../store-list/code-likeness.js';
import { type ListEntry } from '../store-list/read-list.js';
import { type KnownStores } from './known-stores.js';

/** What is done with the stores of a list. */
export type ImportMode = 'add' | 'remove' | 'replace';

export const importModes = ['add', 'remove', 'replace'] as const satisfies readonly ImportMode[];

/** A line that means one store. */
export interface MeantStore extends ListEntry {
  code: string;
  /** Undefined where the page doesn't know the code: the server may. */
  row: number | undefined;
}

/** What the lines of a list mean. */
export interface MeantStores {
  /** Each store once, by its first line. */
  stores: MeantStore[];
  /** Further lines for the same store, and the line that has it first. */
  twice: (MeantStore & { first: number })[];
  /** Names of several stores. */
  ambiguous: (ListEntry & { rows: readonly number[] })[];
  /** What is neither a name nor can be a code. */
  unknown: ListEntry[];
}

/** Finds the stores that the lines of a list mean. */
export function meantStores(entries: readonly ListEntry[], known: KnownStores): MeantStores {
  const found: MeantStores = { stores: [], twice: [], ambiguous: [], unknown: [] };
  const lines = new Map<string, number>();
  for (const entry of entries) {
    const rows = known.find(entry.text);
    const [row] = rows;
    const code = row === undefined ? readCode(entry.text) : known.rows.codes[row];
    if (rows.length > 1) found.ambiguous.push({ ...entry, rows });
    else if (code === undefined) found.unknown.push(entry);
    else {
      const first = lines.get(code);
      if (first === undefined) {
        lines.set(code, entry.line);
        found.stores.push({ ...entry, code, row });
      } else {
        found.twice.push({ ...entry, code, row, first });
      }
    }
  }
  return found;
}

/**
 * What a list asks for, by code: whether a store is to be registered. A store that an ambiguous line may mean isn't
 * withdrawn by a list that replaces the former one.
 */
export function wishesOf(
  { stores, ambiguous }: MeantStores,
  mode: ImportMode,
  { rows }: KnownStores,
): Map<string, boolean> {
  const registered = mode !== 'remove';
  const wishes = new Map<string, boolean>();
  for (const { code, row } of stores) {
    if (row === undefined || rows.isRegistered(row) !== registered) wishes.set(code, registered);
  }
  if (mode !== 'replace') return wishes;
  const kept = new Set([
    ...stores.map(({ row }) => row),
    ...ambiguous.flatMap((line) => line.rows),
  ]);
  rows.codes.forEach((code, row) => {
    if (rows.isRegistered(row) && !kept.has(row)) wishes.set(code, false);
  });
  return wishes;
}
