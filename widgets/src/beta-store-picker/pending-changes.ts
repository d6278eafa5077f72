import type { StoreChange } from '@beta-app/core/contract';
import { type MovedOutlook } from '../save-dialog/save-question.js';
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

/** The same in the contract's form: always the same for the same wishes. */
export function changesOf(
  wishes: ReadonlyMap<string, boolean>,
  moves: readonly MovedOutlook[] = [],
): StoreChange[] {
  const codesOf = (wanted: boolean) =>
    [...wishes.keys()].filter((code) => wishes.get(code) === wanted).sort();
  const changes: StoreChange[] = [true, false].map((registered) => ({
    registered,
    codes: codesOf(registered),
  }));
  for (const { betaApp, stores } of moves) {
    const codes = stores.filter((code) => wishes.get(code) === true).sort();
    changes.push({ registered: true, codes, from: betaApp.id });
  }
  return changes.filter((change) => !('codes' in change) || change.codes.length > 0);
}
