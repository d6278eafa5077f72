import type { BetaApp, Person, WithdrawingEdit } from '@beta-app/core/contract';
import { type BetaAppRecord } from './beta-app-record.js';
import { findOverlaps, type Trial } from './overlaps.js';
import { Refusal } from './refusal.js';
import { registerStores } from './save-stores.js';
import { findForEdit, type World } from './world.js';

/** Does an edit that may withdraw stores, and tells how many it has; refuses codes of none. */
export function editWithdrawing(
  world: World,
  input: WithdrawingEdit,
  edit: (record: BetaAppRecord) => BetaApp,
): BetaApp {
  const record = findForEdit(world, input);
  const unknown = (input.withdraw ?? []).filter((code) => !world.directory.store(code));
  if (unknown.length > 0) {
    throw new Refusal('STORES_UNKNOWN', { stores: [...new Set(unknown)].sort() });
  }
  const { size } = record.registrations;
  const document = edit(record);
  return input.withdraw === undefined
    ? document
    : { ...document, withdrawn: size - record.registrations.size };
}

/**
 * Refuses what would have a beta app hold stores that another one holds; those among them that the edit names are withdrawn
 * instead.
 */
export function holdStores(
  world: World,
  record: BetaAppRecord,
  trial: Trial,
  { withdraw = [], actor }: Pick<WithdrawingEdit, 'withdraw'> & { actor: Person },
): void {
  const all = findOverlaps(world, record, { ...trial, stores: [...record.registrations.keys()] });
  const held = new Set(all.flatMap(({ stores }) => stores));
  const leaving = [...new Set(withdraw)].filter((code) => held.has(code)).sort();
  const conflicts = all
    .map((conflict) => ({
      ...conflict,
      stores: conflict.stores.filter((code) => !leaving.includes(code)),
      names: conflict.names.filter(({ code }) => !leaving.includes(code)),
    }))
    .filter(({ stores }) => stores.length > 0);
  if (conflicts.length > 0) throw new Refusal('STORES_OVERLAP', { conflicts });
  if (leaving.length > 0) {
    registerStores(record, { actor, at: world.clock.moment() }, [], leaving);
  }
}
