import { createVersionResolver, type VersionResolver } from '@beta-app/core';
import { type BenchRow } from '../harness/bench-row.js';
import { type BenchSuite } from '../harness/report.js';
import { compare } from '../harness/rounds.js';
import { openCompany } from '../support/company.js';
import { makeQuarterTrials, quarterTrials, trialCount } from '../support/quarter-trials.js';
import { type FlagLibrary, type OpenFlagLibrary, type Pair } from './support/flag-library.js';
import { openFlagd } from './support/flagd.js';
import { openGrowthBook } from './support/growth-book.js';
import { openLaunchDarkly } from './support/launch-darkly.js';
import { openUnleash } from './support/unleash.js';

interface Peer {
  name: string;
  open: OpenFlagLibrary;
  /** How many lookups a round of it has: some tenths of a second. */
  lookups: number;
  atLeast: number;
}

const peers: readonly Peer[] = [
  { name: "LaunchDarkly's SDK", open: openLaunchDarkly, lookups: 20_000, atLeast: 40 },
  { name: "OpenFeature's flagd", open: openFlagd, lookups: 4_000, atLeast: 1 },
  { name: 'GrowthBook', open: openGrowthBook, lookups: 4_000, atLeast: 1 },
  { name: 'Unleash', open: openUnleash, lookups: 1_000, atLeast: 1 },
];
const ownLookups = 200_000;

/** Which version a store runs, beside libraries of feature flags that are made for the question who gets what. */
export async function measure(): Promise<BenchSuite> {
  const company = await openCompany();
  await makeQuarterTrials(company);
  const resolver = createVersionResolver({ sql: company.sql });
  try {
    await resolver.ready();
    const rows: BenchRow[] = [];
    for (const peer of peers) rows.push(await compareWith(peer, resolver, company.stores));
    return {
      title: 'Versions from memory, beside libraries of feature flags',
      about:
        `All know the same ${String(trialCount)} trials in 15,204 stores, each in a quarter of them, and are asked in process ` +
        'about random pairs of store and application: nothing is fetched or sent meanwhile. Each has the stores as its ' +
        'documentation advises for many: a segment, a rule with a list, or a saved group. Ours and that of LaunchDarkly answer with a reason.',
      rows,
    };
  } finally {
    await resolver.close();
    await company.close();
  }
}

async function compareWith(
  { name, open, lookups, atLeast }: Peer,
  resolver: VersionResolver,
  stores: readonly string[],
): Promise<BenchRow> {
  const library = await open(quarterTrials(stores));
  try {
    const own: FlagLibrary = {
      countBeta: (pairs) => countBeta(resolver, pairs),
      close: () => undefined,
    };
    const many = randomPairs(stores, ownLookups);
    const few = many.slice(0, lookups);
    const expected = { many: countBeta(resolver, many), few: countBeta(resolver, few) };
    return await compare({
      what: `lookup beside ${name}`,
      subject: () => timeOfOne(own, many, expected.many),
      peer: () => timeOfOne(library, few, expected.few),
      peerName: name,
      tell: (milliseconds) => `${Math.round(1_000 / milliseconds).toLocaleString('en')} a second`,
      goal: { atLeast },
    });
  } finally {
    await library.close();
  }
}

function countBeta(resolver: VersionResolver, pairs: readonly Pair[]): number {
  let count = 0;
  for (const [store, application] of pairs) {
    if (resolver.resolve(store, application).channel === 'beta') count += 1;
  }
  return count;
}

/** How long one lookup takes; together they have to come to the same. */
async function timeOfOne(
  library: FlagLibrary,
  pairs: readonly Pair[],
  expected: number,
): Promise<number> {
  const start = performance.now();
  const counted = await library.countBeta(pairs);
  const milliseconds = performance.now() - start;
  if (counted !== expected) throw new Error(`Counted ${String(counted)}, not ${String(expected)}`);
  return milliseconds / pairs.length;
}

function randomPairs(stores: readonly string[], count: number): Pair[] {
  const any = (below: number) => Math.floor(Math.random() * below);
  return Array.from({ length: count }, () => [
    stores[any(stores.length)]!,
    `APP${String(any(trialCount))}`,
  ]);
}
