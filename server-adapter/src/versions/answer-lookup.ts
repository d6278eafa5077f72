import { type Core, type VersionResolver } from '@beta-app/core';
import { type LookUpVersions, type Route, type VersionLookup } from '@beta-app/core/contract';
import { type BoundedCall } from '../calls/bounded-calls.js';
import { writtenResponse } from '../response/envelope.js';
import { lookupText } from './lookup-text.js';

/** Where versions can be looked up. */
export interface LookupSources {
  core: Pick<Core, 'lookUpVersions'>;
  bounded: BoundedCall;
  /** Answers for now, if there is one and it is fresh. */
  versions?: VersionResolver | undefined;
}

/** Answers a lookup. Core's schema judges the input. */
export async function answerLookup(
  route: Route,
  input: object,
  wishes: Headers,
  sources: LookupSources,
): Promise<Response> {
  const lookup = await lookUp(input as LookUpVersions, sources);
  return writtenResponse(route, lookupText(lookup), wishes);
}

/** Of now in memory; of other moments, or where memory isn't fresh, in the database. */
async function lookUp(
  input: LookUpVersions,
  { core, bounded, versions }: LookupSources,
): Promise<VersionLookup> {
  if (input.at === undefined && versions !== undefined && !versions.freshness().stale) {
    return versions.lookUp(input);
  }
  return bounded(() => core.lookUpVersions(input));
}
