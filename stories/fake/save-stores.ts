import type {
  BranchChange,
  OtherSave,
  Person,
  SavedStores,
  SaveStores,
  StoreClash,
} from '@beta-app/core/contract';
import { type BetaAppRecord, recordEvent, type RecordedEvent } from './beta-app-record.js';
import { findOverlaps } from './overlaps.js';
import { invalidField, Refusal } from './refusal.js';
import { readChanges } from './store-changes.js';
import { findWritable, type World } from './world.js';

export function saveStores(world: World, input: SaveStores, actor: Person): SavedStores {
  const record = findWritable(world, input.id);
  const { directory } = world;
  if (input.baseRevision > record.revision) throw invalidField('baseRevision', 'range');
  if (input.directoryRevision > directory.revision) {
    throw invalidField('directoryRevision', 'range');
  }
  // A dry run tells what would refuse the save in place of refusing.
  const isDry = input.dryRun === true;
  const refuse = (found: readonly unknown[], refusal: () => Refusal) => {
    if (found.length > 0 && !isDry) throw refusal();
  };
  const { wishes, skipped, unknown } = readChanges(directory, record, input);
  refuse(unknown, () => new Refusal('STORES_UNKNOWN', { stores: unknown }));

  const wished = (registered: boolean) =>
    [...wishes]
      .filter(([code, wish]) => wish === registered && record.registrations.has(code) !== wish)
      .map(([code]) => code)
      .sort();
  const closed = wished(true).filter((code) => directory.store(code)?.open === false);
  refuse(closed, () => new Refusal('STORES_CLOSED', { stores: closed }));
  const added = wished(true).filter((code) => !closed.includes(code));
  const removed = wished(false);

  const saves = savesSince(record, input.baseRevision);
  const clashes = clashesOf(record, saves, added, removed);
  refuse(clashes, () => new Refusal('STORES_CHANGED', { clashes }));

  const conflicts =
    record.pause === 'drop'
      ? []
      : findOverlaps(world, record, {
          applications: record.applications.keys(),
          startsOn: record.startsOn,
          endsOn: record.endsOn,
          stores: added,
        });
  refuse(conflicts, () => new Refusal('STORES_OVERLAP', { conflicts }));

  const byBranch = branchChanges(world, record, added, removed);
  if (!isDry && added.length + removed.length > 0) {
    registerStores(record, { actor, at: world.clock.moment() }, added, removed);
  }
  return {
    revision: record.revision,
    added: added.length,
    removed: removed.length,
    byBranch,
    skipped,
    others: saves.map(({ actor: by, at, stores }): OtherSave => ({ actor: by, at, stores })),
    ...(isDry && { conflicts, clashes, unknown, closed }),
  };
}

function savesSince({ events }: BetaAppRecord, base: number): RecordedEvent[] {
  return events.filter(({ action, revision }) => action === 'save_stores' && revision > base);
}

/** The stores that another save set the opposite way, by that save. */
function clashesOf(
  { registrations, withdrawals }: BetaAppRecord,
  saves: readonly RecordedEvent[],
  added: readonly string[],
  removed: readonly string[],
): StoreClash[] {
  return saves.flatMap((event) => {
    const stores = [
      ...added.filter((code) => withdrawals.get(code) === event),
      ...removed.filter((code) => registrations.get(code)?.event === event),
    ].sort();
    return stores.length === 0 ? [] : [{ actor: event.actor, at: event.at, stores }];
  });
}

function branchChanges(
  { directory }: World,
  record: BetaAppRecord,
  added: readonly string[],
  removed: readonly string[],
): BranchChange[] {
  const changes = new Map<string, BranchChange>();
  for (const code of [...added, ...removed]) {
    const branch = directory.store(code)?.branchCode ?? '';
    changes.set(branch, { code: branch, added: 0, removed: 0, after: 0 });
  }
  const changeAt = (code: string) => {
    const store = directory.store(code);
    return { store, change: changes.get(store?.branchCode ?? '') };
  };
  for (const code of record.registrations.keys()) {
    const { store, change } = changeAt(code);
    if (change !== undefined && store?.open === true) change.after += 1;
  }
  for (const code of added) {
    const { change } = changeAt(code);
    if (change === undefined) continue;
    change.added += 1;
    change.after += 1;
  }
  for (const code of removed) {
    const { store, change } = changeAt(code);
    if (change === undefined) continue;
    change.removed += 1;
    if (store?.open === true) change.after -= 1;
  }
  return [...changes.values()].sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** Writes down which stores were registered and withdrawn. */
export function registerStores(
  record: BetaAppRecord,
  by: { actor: Person; at: string },
  added: readonly string[],
  removed: readonly string[],
): void {
  const stores = added.length + removed.length;
  const event = recordEvent(record, { ...by, action: 'save_stores', stores });
  for (const code of added) record.registrations.set(code, { since: by.at, event });
  for (const code of removed) {
    const joined = record.registrations.get(code);
    record.history.registrations.push({
      code,
      since: joined?.since ?? by.at,
      until: by.at,
      startedBy: joined?.event.actor ?? by.actor,
      endedBy: by.actor,
    });
    record.registrations.delete(code);
    record.withdrawals.set(code, event);
  }
}
