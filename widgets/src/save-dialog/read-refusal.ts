import type { StoreClash, StoreConflict } from '@beta-app/core/contract';
import { ApiError } from '../client/api-error.js';
import { type OverlapRefusal, type Refusal } from './save-question.js';

/** What a failed save says about stores that stand in its way; undefined if that isn't why it failed. */
export function readRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof ApiError)) return undefined;
  const overlap = error.detailsOf('STORES_OVERLAP');
  if (overlap) return overlapRefusal(overlap.conflicts);
  const changed = error.detailsOf('STORES_CHANGED');
  if (changed) return clashRefusal(changed.clashes);
  const closed = error.detailsOf('STORES_CLOSED');
  if (closed) return { kind: 'refused', reason: 'closed', stores: closed.stores };
  const unknown = error.detailsOf('STORES_UNKNOWN');
  if (unknown) return { kind: 'refused', reason: 'unknown', stores: unknown.stores };
  return undefined;
}

/** What others have set the opposite way meanwhile. */
export function clashRefusal(clashes: readonly StoreClash[]): Refusal {
  return { kind: 'refused', reason: 'clash', clashes, stores: storesOf(clashes) };
}

/** What other beta apps hold. */
export function overlapRefusal(conflicts: readonly StoreConflict[]): OverlapRefusal {
  return { kind: 'refused', reason: 'overlap', conflicts, stores: storesOf(conflicts) };
}

/** Those of them that the actor may move over: from every beta app that holds them. */
export function movableStores(conflicts: readonly StoreConflict[]): string[] {
  const fixed = new Set(storesOf(conflicts.filter(({ movable }) => movable !== true)));
  return storesOf(conflicts).filter((code) => !fixed.has(code));
}

/** Each store once, although several trials may hold it. */
export const storesOf = (parts: readonly { stores: readonly string[] }[]): string[] => [
  ...new Set(parts.flatMap(({ stores }) => stores)),
];
