import type { StoreChange } from '@beta-app/core/contract';
import { type StoreMove } from './store-moves.js';
import { type KnownSelection } from './ticked-all.js';
import { type PendingTick } from './tick-model.js';

/** What a save sends, by code, without the stores that are left out. */
export function wishesOf(
  pending: Iterable<PendingTick>,
  leftOut: ReadonlySet<string> = new Set(),
): Map<string, boolean> {
  const wishes = new Map<string, boolean>();
  for (const { code, registered } of pending) {
    if (!leftOut.has(code)) wishes.set(code, registered);
  }
  return wishes;
}

export interface ChangeOptions {
  /** What is taken over from other beta apps. */
  moves?: readonly StoreMove[];
  /** What was ticked, or unticked, all at once. */
  selected?: KnownSelection | undefined;
  /** The stores that are left out, for which there are no wishes. */
  leftOut?: ReadonlySet<string>;
}

/** The same in the contract's form: always the same for the same wishes. */
export function changesOf(
  wishes: ReadonlyMap<string, boolean>,
  { moves = [], selected, leftOut = new Set() }: ChangeOptions = {},
): StoreChange[] {
  const selection = selected && selectionOf(wishes, selected, leftOut);
  const codesOf = (wanted: boolean) =>
    [...wishes.keys()]
      .filter((code) => wishes.get(code) === wanted && selection?.covers(code, wanted) !== true)
      .sort();
  const changes: StoreChange[] = [true, false].map((registered) => ({
    registered,
    codes: codesOf(registered),
  }));
  for (const { betaApp, stores } of moves) {
    const codes = stores.filter((code) => wishes.get(code) === true).sort();
    changes.push({ registered: true, codes, from: betaApp.id });
  }
  const named = changes.filter((change) => !('codes' in change) || change.codes.length > 0);
  return selection === undefined ? named : [selection.change, ...named];
}

/**
 * A selection as a change, with the stores that stay as they are, and which wishes it covers. Undefined if it no longer says
 * what is wanted: nothing of it is left, or most of it was taken back one by one.
 */
function selectionOf(
  wishes: ReadonlyMap<string, boolean>,
  { registered, select, stores }: KnownSelection,
  leftOut: ReadonlySet<string>,
) {
  const covers = (code: string, wanted: boolean) => wanted === registered && stores.has(code);
  // A store that it would change although nobody wishes it. Those with the opposite wish are named after it.
  const takenBack = [...stores.keys()].filter(
    (code) => stores.get(code) !== registered && !wishes.has(code) && !leftOut.has(code),
  );
  const isUsed = [...wishes].some(([code, wanted]) => covers(code, wanted));
  if (!isUsed || takenBack.length * 2 > stores.size) return undefined;
  const except = [...takenBack, ...[...leftOut].filter((code) => stores.has(code))].sort();
  const change: StoreChange = { registered, select, ...(except.length > 0 && { except }) };
  return { change, covers };
}
