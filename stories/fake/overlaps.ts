import type { StoreConflict, StoreHolder } from '@beta-app/core/contract';
import { type BetaAppRecord, referenceOf } from './beta-app-record.js';
import { Refusal } from './refusal.js';
import { type World } from './world.js';

const namesAtMost = 100;

export interface Trial {
  applications: Iterable<string>;
  startsOn: string;
  endsOn: string;
}

export interface Wanted extends Trial {
  stores: readonly string[];
}

/** The other beta apps that hold stores with one of the same applications on a common day, still to come by default. */
export function findHolders(
  { betaApps, clock, directory }: World,
  record: BetaAppRecord | undefined,
  { applications, startsOn, endsOn }: Trial,
  firstDay = clock.today,
): { other: BetaAppRecord; holder: StoreHolder }[] {
  const from = startsOn > firstDay ? startsOn : firstDay;
  const codes = [...applications].sort();
  const holding = betaApps.filter(
    (other) =>
      other !== record &&
      other.closed === 'none' &&
      other.pause !== 'drop' &&
      from <= endsOn &&
      other.startsOn <= endsOn &&
      other.endsOn >= from,
  );
  return holding.flatMap((other) =>
    codes.flatMap((code) => {
      const taken = other.applications.get(code);
      const application = directory.applications.get(code);
      if (taken === undefined || application === undefined) return [];
      const holder = {
        betaApp: referenceOf(other),
        application: { code, name: application.name },
        version: taken.version,
      };
      return [{ other, holder }];
    }),
  );
}

/** The stores that they hold, without those that they let go of meanwhile. */
export function findOverlaps(
  world: World,
  record: BetaAppRecord | undefined,
  { stores, ...trial }: Wanted,
  moves: ReadonlyMap<BetaAppRecord, readonly string[]> = new Map(),
): StoreConflict[] {
  return findHolders(world, record, trial).flatMap(({ other, holder }): StoreConflict[] => {
    const moved = new Set(moves.get(other));
    const shared = stores
      .filter((code) => other.registrations.has(code) && !moved.has(code))
      .sort();
    if (shared.length === 0) return [];
    const names = shared
      .slice(0, namesAtMost)
      .map((code) => ({ code, name: world.directory.store(code)?.name ?? '' }));
    return [{ ...holder, stores: shared, names }];
  });
}

/** Refuses what another beta app stands in the way of. */
export function refuseOverlaps(
  world: World,
  record: BetaAppRecord | undefined,
  wanted: Wanted,
): void {
  const conflicts = findOverlaps(world, record, wanted);
  if (conflicts.length > 0) throw new Refusal('STORES_OVERLAP', { conflicts });
}
