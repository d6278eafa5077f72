import type { Person, WithdrawingEdit } from '@beta-app/core/contract';
import { type BetaAppRecord } from './beta-app-record.js';
import { Refusal } from './refusal.js';
import { registerStores } from './save-stores.js';
import { type World } from './world.js';

/** The registered ones of the stores that an edit withdraws; refuses codes of none. */
export function findLeaving(
  { directory }: World,
  { registrations }: BetaAppRecord,
  { withdraw = [] }: WithdrawingEdit,
): string[] {
  const unknown = withdraw.filter((code) => directory.store(code) === undefined);
  if (unknown.length > 0) {
    throw new Refusal('STORES_UNKNOWN', { stores: [...new Set(unknown)].sort() });
  }
  return [...new Set(withdraw)].filter((code) => registrations.has(code)).sort();
}

/** The stores that it leaves. */
export function stayingOf({ registrations }: BetaAppRecord, leaving: readonly string[]): string[] {
  return [...registrations.keys()].filter((code) => !leaving.includes(code));
}

/** Withdraws them, once nothing stands in the way of the edit. */
export function withdrawLeaving(
  { clock }: World,
  record: BetaAppRecord,
  leaving: readonly string[],
  actor: Person,
): void {
  if (leaving.length > 0) registerStores(record, { actor, at: clock.moment() }, [], leaving);
}
