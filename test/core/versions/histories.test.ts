import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { type StoreVersion, type VersionLookup, versionReasons } from '@beta-app/core/contract';
import fc from 'fast-check';
import { faultsIn } from '../support/end-state.js';
import { type Fixture, openFixture } from '../support/fixture.js';
import { fillHistories } from './support/fill-histories.js';
import { codeOfApplication, codeOfStore, textOf } from './support/history-rows.js';
import {
  type HistoryGroup,
  historyGroups,
  type HistoryStep,
  sizes,
} from './support/history-steps.js';
import { readNaiveLookup } from './support/naive-lookup.js';

const perGroup = 100;
// LOOKUP_HISTORIES=10000 tries more of them; LOOKUP_SEED brings those back that a run printed.
const histories = Number(process.env['LOOKUP_HISTORIES'] ?? 1_000);
const seed = Number(process.env['LOOKUP_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** The groups end in a leap year, after the turn of a year, and some day; all past, as the check of the tables expects. */
const ends = ['2024-03-20', '2025-02-01', '2024-09-01'].map((day) => new Date(day));

const applications = Array.from({ length: sizes.applications }, (_, index) =>
  codeOfApplication(index),
);
const unknown = 'A9';

interface Difference {
  history: number;
  at: number;
  actual: unknown;
  expected: unknown;
}

describe('the version lookup, beside a naive one that reads all tables', () => {
  let fixture: Fixture;
  const seen = new Map<string, number>();
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  before(async () => {
    fixture = await openFixture({ empty: true });
  });
  after(() => fixture.close());

  it(`answers the same of ${String(histories)} histories`, async (t) => {
    t.diagnostic(`LOOKUP_SEED=${String(seed)}`);
    const rounds = Math.ceil(histories / perGroup);
    for (let round = 0; round < rounds; round += 1) {
      const arbitrary = historyGroups(ends[round % ends.length]!, perGroup);
      const [group] = fc.sample(arbitrary, { numRuns: 1, seed: seed + round });
      await check(group!);
    }
    t.diagnostic(JSON.stringify(Object.fromEntries([...seen].sort())));
    for (const code of versionReasons) assert.ok(seen.has(code), `no history led to ${code}`);
    for (const what of ['since', 'previous beta', 'previous production', 'nothing before']) {
      assert.ok(seen.has(what), `no history led to ${what}`);
    }
  });

  it('answers the same where a clock was set back by days, past the last day', async () => {
    const noon = (day: string) => Date.parse(`${day}T05:00:00Z`);
    const by = (ticks: number, change: HistoryStep['change']): HistoryStep => ({
      change,
      actor: 0,
      ticks,
    });
    const ahead = noon('2024-07-01');
    const back = noon('2024-06-05');
    const betaApp = 0;
    const begun = [
      by(0, { kind: 'store', store: 0, branch: 0, name: '', open: true }),
      by(0, { kind: 'create', betaApp, start: 0, length: 3 }),
      by(0, { kind: 'take', betaApp, application: 0, version: '1', notes: '' }),
      by(0, { kind: 'register', betaApp, store: 0 }),
    ];
    // What shares the application was changed when the clock was ahead, and then the clock was set back.
    const other = [
      by(1, { kind: 'create', betaApp: 1, start: 0, length: 3 }),
      by(0, { kind: 'take', betaApp: 1, application: 0, version: '2', notes: '' }),
    ];
    const period = { start: 0, length: 0 };
    const endings = [
      by(-1, { kind: 'withdraw', betaApp, store: 0 }),
      by(-1, { kind: 'remove', betaApp, application: 0 }),
      by(-1, { kind: 'close', betaApp, closed: 'cancelled' }),
      by(-1, { kind: 'update', betaApp, name: '', owner: 0, period }),
    ];
    const day = 86_400_000;
    await check({
      moments: [back, ahead],
      production: [{ application: 0, moment: 0, version: '0' }],
      histories: endings.map((ending) => [...begun, ...other, ending]),
      asked: [back + day, ahead, ahead + 20 * day, ahead + 31 * day].map((at) => at * 1_000 + 100),
    });
  });

  async function check(group: HistoryGroup): Promise<void> {
    const difference = await firstDifference(group);
    if (difference === undefined) {
      assert.deepEqual(await faultsIn(fixture.owner), []);
      return;
    }
    const smallest = await simplify(group, difference);
    const { at, actual, expected } = (await firstDifference(smallest))!;
    const left = JSON.stringify(
      { ...smallest, histories: smallest.histories.flat() },
      undefined,
      1,
    );
    console.log(`Of seed ${String(seed)}, at ${textOf(at)}: ${left}`);
    assert.deepEqual(actual, expected);
  }

  async function firstDifference(group: HistoryGroup): Promise<Difference | undefined> {
    const { core, owner } = fixture;
    await fillHistories(owner, group);
    const naive = await readNaiveLookup(owner);
    const store = group.histories.flatMap((_, history) =>
      Array.from({ length: sizes.stores }, (__, index) => codeOfStore(history, index)),
    );
    for (const [index, at] of group.asked.entries()) {
      const asked = index === 0 ? [...applications, unknown] : applications;
      const asking = core.lookUpVersions({ store, application: asked, at: textOf(at) });
      const expected = naive.lookUp(store, asked, at);
      const actual = await asking;
      if (!isDeepStrictEqual(actual, expected)) return differenceIn(actual, expected, at);
      for (const { versions } of actual.stores) versions.forEach(countVersion);
    }
    return undefined;
  }

  function differenceIn(actual: VersionLookup, expected: VersionLookup, at: number): Difference {
    const index = actual.stores.findIndex(
      (store, each) => !isDeepStrictEqual(store, expected.stores[each]),
    );
    const history = Math.floor(index / sizes.stores);
    return { history, at, actual: actual.stores[index], expected: expected.stores[index] };
  }

  function countVersion({ reason, since, previous }: StoreVersion): void {
    count(reason.code);
    if (since === null) return;
    count('since');
    count(previous === null ? 'nothing before' : `previous ${previous.channel}`);
  }

  /** Leaves out step after step of the history that differed, as long as it still does. */
  async function simplify(group: HistoryGroup, { history, at }: Difference): Promise<HistoryGroup> {
    // The others stay empty: codes and ids are as they were.
    const withSteps = (steps: HistoryStep[]) => ({
      ...group,
      histories: group.histories.map((_, each) => (each === history ? steps : [])),
      asked: [at],
    });
    let steps = group.histories[history]!;
    for (let index = steps.length - 1; index >= 0; index -= 1) {
      // The clock goes on as it did.
      const ticks = steps[index]!.ticks + (steps[index + 1]?.ticks ?? 0);
      const fewer = steps.flatMap((step, each) => {
        if (each === index) return [];
        return [each === index + 1 ? { ...step, ticks } : step];
      });
      if ((await firstDifference(withSteps(fewer))) !== undefined) steps = fewer;
    }
    return withSteps(steps);
  }
});
