import type { SavedStores, StoreConflict } from '@beta-app/core/contract';
import { type KnownStores } from './known-stores.js';
import { type ImportMode, type MeantStore, type MeantStores, wishesOf } from './meant-stores.js';

/** What becomes of a line, in the order in which it is told. */
export const lineGroups = [
  'added',
  'removed',
  'unchanged',
  'unknown',
  'closed',
  'elsewhere',
  'ambiguous',
  'twice',
] as const;

export type LineGroup = (typeof lineGroups)[number];

/** Lines that aren't carried out. */
export const refusedGroups = ['unknown', 'closed', 'elsewhere', 'ambiguous'] as const;

/** One line of the list, and what is to be said of it. */
export interface ReportLine {
  /** Undefined for a store that isn't in the list, and is withdrawn for that. */
  line: number | undefined;
  text: string;
  /** The store, if it is known. */
  store: string;
  /** The beta apps that have the store, of a line that is refused for that. */
  conflicts?: readonly StoreConflict[] | undefined;
  /** The line that has the store first. */
  first?: number;
  /** The stores of the same name. */
  stores?: readonly string[];
}

/** What a list would do, line by line. */
export interface ImportReport {
  mode: ImportMode;
  groups: Readonly<Record<LineGroup, readonly ReportLine[]>>;
  /** How many lines are refused. */
  refused: number;
  /** What can be saved, by code: whether it is to be registered. */
  wishes: ReadonlyMap<string, boolean>;
}

/** Sorts the lines of a list by what a dry run of it has told. */
export function importReport(
  meant: MeantStores,
  mode: ImportMode,
  known: KnownStores,
  dryRun: Pick<SavedStores, 'unknown' | 'closed' | 'conflicts'>,
): ImportReport {
  const unknown = new Set(dryRun.unknown);
  const closed = new Set(dryRun.closed);
  const conflicts = conflictsByStore(dryRun.conflicts ?? []);
  const wishes = wishesOf(meant, mode, known);
  const groups: Record<LineGroup, ReportLine[]> = {
    added: [],
    removed: [],
    unchanged: [],
    unknown: meant.unknown.map((entry) => ({ ...entry, store: '' })),
    closed: [],
    elsewhere: [],
    ambiguous: meant.ambiguous.map(({ line, text, rows }) => ({
      line,
      text,
      store: '',
      stores: rows.map((row) => nameAt(known, row)),
    })),
    twice: meant.twice.map((each) => ({ ...lineOf(known, each), first: each.first })),
  };
  const groupOf = ({ code, row }: MeantStore): LineGroup => {
    if (unknown.has(code)) return 'unknown';
    if (closed.has(code)) return 'closed';
    if (conflicts.has(code)) return 'elsewhere';
    const wish = wishes.get(code);
    // What the page doesn't list isn't registered.
    if (wish === undefined || (!wish && row === undefined)) return 'unchanged';
    return wish ? 'added' : 'removed';
  };
  for (const store of meant.stores) {
    const group = groupOf(store);
    groups[group].push({ ...lineOf(known, store), conflicts: conflicts.get(store.code) });
    if (group !== 'added' && group !== 'removed') wishes.delete(store.code);
  }
  if (mode === 'replace') {
    for (const [code, registered] of wishes) {
      const row = known.rowOf(code);
      if (!registered && row !== undefined) {
        groups.removed.push({ line: undefined, text: '', store: nameAt(known, row) });
      }
    }
  }
  groups.unknown.sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
  const refused = refusedGroups.reduce((sum, group) => sum + groups[group].length, 0);
  return { mode, groups, refused, wishes };
}

const lineOf = (known: KnownStores, { line, text, row }: MeantStore): ReportLine => ({
  line,
  text,
  store: row === undefined ? '' : nameAt(known, row),
});

const nameAt = ({ rows }: KnownStores, row: number): string =>
  `${rows.codes[row] ?? ''} ${rows.names[row] ?? ''}`;

function conflictsByStore(conflicts: readonly StoreConflict[]): Map<string, StoreConflict[]> {
  const byStore = new Map<string, StoreConflict[]>();
  for (const conflict of conflicts) {
    for (const code of conflict.stores) {
      const others = byStore.get(code);
      if (others === undefined) byStore.set(code, [conflict]);
      else others.push(conflict);
    }
  }
  return byStore;
}
