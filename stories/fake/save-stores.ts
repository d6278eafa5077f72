import type {
  BranchChange,
  OtherSave,
  Person,
  SavedStores,
  SaveStores,
  StoreClash,
} from '@beta-app/core/contract';
import {
  type BetaAppRecord,
  recordEvent,
  type RecordedEvent,
  referenceOf,
  stateOn,
} from './beta-app-record.js';
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
  const { wishes, skipped, unknown, ...read } = readChanges(world, record, input);
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
  const moves = movesToMake(world, { wanted: read.moves, added });
  for (const { origin } of moves) refuseForeign(actor, record, origin);

  const saves = savesSince(record, input.baseRevision);
  const clashes = clashesOf(record, saves, added, removed);
  refuse(clashes, () => new Refusal('STORES_CHANGED', { clashes }));

  const conflicts =
    record.pause === 'drop'
      ? []
      : findOverlaps(
          world,
          record,
          {
            applications: record.applications.keys(),
            startsOn: record.startsOn,
            endsOn: record.endsOn,
            stores: added,
          },
          new Map(moves.map(({ origin, codes }) => [origin, codes])),
        ).map((conflict) => {
          const owners = [record.owner, conflict.betaApp.owner];
          return { ...conflict, movable: owners.every(({ nik }) => nik === actor.nik) };
        });
  refuse(conflicts, () => new Refusal('STORES_OVERLAP', { conflicts }));

  const byBranch = branchChanges(world, record, added, removed);
  if (!isDry && added.length + removed.length > 0) {
    const by = { actor, at: world.clock.moment() };
    for (const { origin, codes } of moves) {
      registerStores(origin, { ...by, movedTo: { id: record.id, name: record.name } }, [], codes);
    }
    const movedFrom = moves.map(({ origin: { id, name }, codes }) => ({
      id,
      name,
      stores: codes.length,
    }));
    registerStores(record, { ...by, movedFrom }, added, removed);
  }
  return {
    revision: record.revision,
    added: added.length,
    removed: removed.length,
    byBranch,
    moved: moves.map(({ origin, codes }) => ({
      betaApp: referenceOf(origin),
      stores: codes.length,
      lost: lostApplications(world, origin, record),
    })),
    skipped,
    others: saves.map(({ actor: by, at, stores }): OtherSave => ({ actor: by, at, stores })),
    ...(isDry && { conflicts, clashes, unknown, closed }),
  };
}

/** Stores that leave another beta app. */
interface Move {
  origin: BetaAppRecord;
  codes: string[];
}

/** Those that are added, and that the other beta app has; one that is over lets its stores go by itself. */
function movesToMake(
  { betaApps, clock }: World,
  { wanted, added }: { wanted: ReadonlyMap<number, Set<string>>; added: readonly string[] },
): Move[] {
  return betaApps
    .filter(({ id }) => wanted.has(id))
    .filter((origin) => !['ended', 'promoted', 'cancelled'].includes(stateOn(origin, clock.today)))
    .map((origin) => ({
      origin,
      codes: [...(wanted.get(origin.id) ?? [])]
        .filter((code) => added.includes(code) && origin.registrations.has(code))
        .sort(),
    }))
    .filter(({ codes }) => codes.length > 0)
    .sort((one, other) => one.origin.id - other.origin.id);
}

/** The applications whose beta versions stores lose at once that move from one beta app to another. */
function lostApplications(
  { clock, directory }: World,
  origin: BetaAppRecord,
  target: BetaAppRecord,
): SavedStores['moved'][number]['lost'] {
  const runsNow = (record: BetaAppRecord) =>
    ['active', 'paused'].includes(stateOn(record, clock.today)) && record.pause !== 'drop';
  const isKept = (code: string) => runsNow(target) && target.applications.has(code);
  return [...(runsNow(origin) ? origin.applications.keys() : [])]
    .filter((code) => !isKept(code))
    .sort()
    .map((code) => ({ code, name: directory.applications.get(code)?.name ?? code }));
}

/** Stores move between the actor's own beta apps only. */
function refuseForeign(actor: Person, record: BetaAppRecord, origin: BetaAppRecord): void {
  const foreign = [origin, record].find(({ owner }) => owner.nik !== actor.nik);
  if (foreign !== undefined) throw new Refusal('FORBIDDEN', { owner: foreign.owner });
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
  by: { actor: Person; at: string } & Partial<Pick<RecordedEvent, 'movedFrom' | 'movedTo'>>,
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
