import type { LookUpVersions, VersionLookup } from '@beta-app/core/contract';
// Core's own rules, so that a story shows what a user is told; only what they follow from is the fake's.
import { horizonOf } from '../../core/src/versions/moments.js';
import { storeAt, versionOf } from '../../core/src/versions/version-of.js';
import { readFacts } from './lookup-facts.js';
import { type World } from './world.js';

export function lookUpVersions(world: World, input: LookUpVersions): VersionLookup {
  const { store, application, at: asked } = input;
  const at = asked === undefined ? world.clock.moment() : inUtc(asked);
  const { factsOf, applicationOf } = readFacts(world, at, horizonOf(at));
  const applications = [...codesOf(application ?? [...world.directory.applications.keys()])].sort();
  return {
    at: asked === undefined ? null : at,
    stores: [...codesOf(store)].map((code) => {
      const facts = factsOf(code);
      return {
        code,
        store: facts && storeAt(facts, at),
        versions: applications.map((each) => versionOf(facts, applicationOf(each), at)),
      };
    }),
  };
}

const codesOf = (codes: string | readonly string[]): Set<string> => new Set([codes].flat());

/** A moment with its offset, in UTC to the microsecond. */
function inUtc(moment: string): string {
  const [, fraction = ''] = /\.(\d+)/u.exec(moment) ?? [];
  const second = new Date(moment.replace(/\.\d+/u, '')).toISOString().slice(0, 19);
  return `${second}.${fraction.padEnd(6, '0').slice(0, 6)}Z`;
}
