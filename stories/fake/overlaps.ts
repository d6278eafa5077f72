import type { StoreConflict } from '@beta-app/core/contract';
import { type BetaAppRecord, referenceOf } from './beta-app-record.js';
import { Refusal } from './refusal.js';
import { type World } from './world.js';

const namesAtMost = 100;

export interface Wanted {
  applications: Iterable<string>;
  startsOn: string;
  endsOn: string;
  stores: readonly string[];
}

/** The stores that other beta apps hold with one of the same applications on a common day still to come. */
export function findOverlaps(
  { betaApps, clock, directory }: World,
  record: BetaAppRecord,
  { applications, startsOn, endsOn, stores }: Wanted,
): StoreConflict[] {
  const from = startsOn > clock.today ? startsOn : clock.today;
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
  return holding.flatMap((other) => {
    const shared = stores.filter((code) => other.registrations.has(code)).sort();
    if (shared.length === 0) return [];
    return codes.flatMap((code): StoreConflict[] => {
      const taken = other.applications.get(code);
      const application = directory.applications.get(code);
      if (taken === undefined || application === undefined) return [];
      return [
        {
          betaApp: referenceOf(other),
          application: { code, name: application.name },
          version: taken.version,
          stores: shared,
          names: shared
            .slice(0, namesAtMost)
            .map((store) => ({ code: store, name: directory.store(store)?.name ?? '' })),
        },
      ];
    });
  });
}

/** Refuses what another beta app stands in the way of. */
export function refuseOverlaps(world: World, record: BetaAppRecord, wanted: Wanted): void {
  const conflicts = findOverlaps(world, record, wanted);
  if (conflicts.length > 0) throw new Refusal('STORES_OVERLAP', { conflicts });
}
