import type { StoreChange } from '@beta-app/core/contract';
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
export function changesOf(wishes: ReadonlyMap<string, boolean>): StoreChange[] {
  const codesOf = (wanted: boolean) =>
    [...wishes.keys()].filter((code) => wishes.get(code) === wanted).sort();
  return [true, false]
    .map((registered) => ({ registered, codes: codesOf(registered) }))
    .filter(({ codes }) => codes.length > 0);
}
