import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createVersionResolver } from '@beta-app/core';
import { versionReasons } from '@beta-app/core/contract';
import fc from 'fast-check';
import { openFixture, type Fixture } from '../support/fixture.js';
import { fillHistories } from '../versions/support/fill-histories.js';
import { codeOfApplication, codeOfStore, textOf } from '../versions/support/history-rows.js';
import { historyGroups, sizes } from '../versions/support/history-steps.js';
import { readNaiveLookup } from '../versions/support/naive-lookup.js';
import { eventually } from './support/eventually.js';

const perGroup = 100;
// LOOKUP_HISTORIES=10000 tries more of them; LOOKUP_SEED brings those back that a run printed.
const histories = Number(process.env['LOOKUP_HISTORIES'] ?? 500);
const seed = Number(process.env['LOOKUP_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const day = 86_400_000;

/** What histories led to, and what time alone makes of it. */
const later = [0, 0.31, 0.62, 1, 3, 10, 29, 31].map((days) => days * day);

const application = Array.from({ length: sizes.applications }, (_, index) =>
  codeOfApplication(index),
);

describe('A version resolver, beside the database and a naive lookup', () => {
  let fixture: Fixture;
  const seen = new Set<string>();
  before(async () => {
    fixture = await openFixture({ empty: true });
  });
  after(() => fixture.close());

  it(`answers the same of ${String(histories)} histories, now and as days pass`, async (t) => {
    t.diagnostic(`LOOKUP_SEED=${String(seed)}`);
    for (let round = 0; round < Math.ceil(histories / perGroup); round += 1) {
      // Some lie in the last days, and much of them goes on; some reach back beyond what is told.
      const days = [8, 20, 45, 100][round % 4]!;
      const arbitrary = historyGroups(new Date(Date.now() - day / 2), perGroup, days);
      const [group] = fc.sample(arbitrary, { numRuns: 1, seed: seed + round });
      await fillHistories(fixture.owner, group!);
      await check(`group ${String(round)} of seed ${String(seed)}`);
    }
    for (const code of versionReasons) {
      // A store's first record is always past.
      if (code !== 'no_record') assert.ok(seen.has(code), `no history led to ${code}`);
    }
  });

  async function check(message: string): Promise<void> {
    let passed = 0;
    const resolver = createVersionResolver({
      sql: fixture.sql,
      pollMs: 2 ** 30,
      now: () => Date.now() + passed,
    });
    try {
      await resolver.ready();
      const { asOf } = resolver.freshness();
      await eventually(() => assert.notDeepEqual(resolver.freshness().asOf, asOf));
      const naive = await readNaiveLookup(fixture.owner);
      const store = ['TIADA'];
      for (let history = 0; history < perGroup; history += 1) {
        for (let index = 0; index < sizes.stores; index += 1) {
          store.push(codeOfStore(history, index));
        }
      }
      const asked = [...application, 'A9'];
      for (const time of later) {
        passed = time;
        const fromMemory = resolver.lookUp({ store, application: asked });
        const at = (Date.now() + passed) * 1_000;
        const expected = naive.lookUp(store, asked, at);
        assert.deepEqual(fromMemory, { ...expected, at: null }, `${message}, ${textOf(at)}`);
        const lookedUp = await fixture.core.lookUpVersions({
          store,
          application: asked,
          at: textOf(at),
        });
        assert.deepEqual(lookedUp, expected, `${message}, ${textOf(at)}`);
        for (const { versions } of expected.stores) {
          for (const { reason } of versions) seen.add(reason.code);
        }
      }
    } finally {
      await resolver.close();
    }
  }
});
