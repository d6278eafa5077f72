import {
  type LookUpVersions,
  lookUpVersionsSchema,
  type VersionLookup,
} from '../contract/version-lookup.js';
import { type Context } from '../context.js';
import { parseInput } from '../input/parse-input.js';
import { readFacts } from './read-facts.js';
import { storeAt, versionOf } from './version-of.js';

export async function lookUpVersions(
  { database }: Context,
  input: LookUpVersions,
): Promise<VersionLookup> {
  const { store, application, at: asked } = parseInput(lookUpVersionsSchema, input);
  const { at, stores, applications } = await readFacts(database, {
    stores: codesOf(store),
    applications: application === undefined ? undefined : codesOf(application),
    at: asked,
  });
  return {
    at: asked === undefined ? null : at,
    stores: stores.map(({ code, facts }) => ({
      code,
      store: facts && storeAt(facts, at),
      versions: applications.map((each) => versionOf(facts, each, at)),
    })),
  };
}

/** Each code once, in the order given. */
export const codesOf = (codes: string | readonly string[]): string[] => [
  ...new Set([codes].flat()),
];
