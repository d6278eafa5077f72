import type { BetaApp, BetaAppEdit } from '@beta-app/core/contract';
import { type BetaAppRecord, referenceOf, stateOn } from './beta-app-record.js';
import { type Clock } from './clock.js';
import { type Directory } from './directory.js';
import { Refusal } from './refusal.js';

/** Everything that the fake's operations read and change. */
export interface World {
  readonly clock: Clock;
  readonly directory: Directory;
  /** In order of id, which is the place in the list plus one. */
  readonly betaApps: BetaAppRecord[];
}

/** Finds a beta app, or refuses. */
export function findBetaApp({ betaApps }: World, id: number): BetaAppRecord {
  const found = betaApps[id - 1];
  if (found === undefined) throw new Refusal('BETA_APP_NOT_FOUND');
  return found;
}

/** Finds a beta app that can still be written, or refuses. */
export function findWritable(world: World, id: number): BetaAppRecord {
  const found = findBetaApp(world, id);
  const state = stateOn(found, world.clock.today);
  if (state === 'ended' || state === 'promoted' || state === 'cancelled') {
    throw new Refusal('BETA_APP_ENDED', { state });
  }
  return found;
}

/** A beta app as its page shows it. */
export function documentOf({ clock, directory }: World, record: BetaAppRecord): BetaApp {
  const open = [...record.registrations.keys()]
    .map((code) => directory.store(code))
    .filter((store) => store?.open === true);
  return {
    ...referenceOf(record),
    state: stateOn(record, clock.today),
    pause: record.pause,
    revision: record.revision,
    detailsRevision: record.detailsRevision,
    applications: [...record.applications].sort(byCode).flatMap(([code, taken]) => {
      const application = directory.applications.get(code);
      return application === undefined ? [] : [{ ...application, ...taken }];
    }),
    registeredStores: open.length,
    registeredBranches: new Set(open.map((store) => store?.branchCode)).size,
  };
}

const byCode = ([one]: [string, unknown], [other]: [string, unknown]): number =>
  one < other ? -1 : 1;

const changesAtMost = 20;

/** Finds a beta app whose details are as its editor last saw them, or refuses. */
export function findForEdit(world: World, { id, detailsRevision }: BetaAppEdit): BetaAppRecord {
  const record = findWritable(world, id);
  if (record.detailsRevision === detailsRevision) return record;
  const changes = record.events
    .filter((event) => (event.detailsRevision ?? 0) > detailsRevision)
    .slice(-changesAtMost)
    .map(({ actor, at, action, subjects }) => ({ actor, at, action, subjects }));
  throw new Refusal('DETAILS_STALE', { detailsRevision: record.detailsRevision, changes });
}
