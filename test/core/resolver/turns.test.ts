import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Core, createVersionResolver, type VersionResolver } from '@beta-app/core';
import { type VersionLookup } from '@beta-app/core/contract';
import { type Sql } from 'postgres';
import { makeBetaApp, withdraw } from '../support/beta-apps.js';
import { day, openFixture, type Fixture } from '../support/fixture.js';
import { eventually } from './support/eventually.js';

const store = ['TB001', 'TM001', 'TP001', 'TB002', 'TB003'];
const application = ['POS', 'STK'];
const hour = 3_600_000;

/** The database as it would be some milliseconds later, by its clock. */
const withClock = (sql: Sql, passed: () => number): Sql =>
  new Proxy(sql, {
    get: (target, name) =>
      name === 'unsafe'
        ? (text: string, ...others: []) => {
            const later = `(clock_timestamp() + interval '${String(passed())} milliseconds')`;
            return target.unsafe(text.replaceAll('clock_timestamp()', later), ...others);
          }
        : (Reflect.get(target, name) as unknown),
  });

describe('What a version resolver answers as time passes, without any change', () => {
  let fixture: Fixture;
  let core: Core;
  let resolver: VersionResolver;
  let passed = 0;
  let last: { revision: number; answer: VersionLookup } | undefined;
  before(async () => {
    fixture = await openFixture();
    ({ core } = fixture);
    await makeBetaApp(core, {
      // All of it and the day before are to come, whatever the time is now.
      period: [2, 3],
      applications: ['POS'],
      stores: ['TB001', 'TM001', 'TP001'],
    });
    const { id } = await makeBetaApp(core, { applications: ['STK'], stores: ['TB001', 'TB002'] });
    await withdraw(core, id, ['TB002']);
    resolver = createVersionResolver({
      sql: fixture.sql,
      pollMs: 2 ** 30,
      now: () => Date.now() + passed,
    });
    await resolver.ready();
    // With its second reading, it sets its clock by the database's for the last time.
    const { asOf } = resolver.freshness();
    await eventually(() => assert.notDeepEqual(resolver.freshness().asOf, asOf));
  });
  after(async () => {
    await resolver.close();
    await fixture.close();
  });

  /** Lets time go on until a moment, and answers for it from memory and from the database. */
  async function at(moment: string) {
    passed = Date.parse(moment) - Date.now() + 5;
    const fromMemory = resolver.lookUp({ store, application });
    const lookedUp = await core.lookUpVersions({ store, application, at: moment });
    assert.deepEqual(fromMemory, { ...lookedUp, at: null }, moment);
    const { revision } = resolver;
    if (revision === last?.revision) assert.deepEqual(fromMemory, last.answer);
    last = { revision, answer: fromMemory };
    return fromMemory.stores.map(({ versions }) => versions[0]?.reason.code);
  }

  it('begins and ends at midnight where the store is', async () => {
    assert.deepEqual((await at(`${day(1)}T14:59:59Z`)).slice(0, 3), Array(3).fill('not_started'));
    for (const [moment, codes] of [
      [`${day(1)}T15:00:00Z`, ['not_started', 'not_started', 'in_beta']],
      [`${day(1)}T16:00:00Z`, ['not_started', 'in_beta', 'in_beta']],
      [`${day(1)}T17:00:00Z`, ['in_beta', 'in_beta', 'in_beta']],
      [`${day(3)}T14:59:59.900Z`, ['in_beta', 'in_beta', 'in_beta']],
      [`${day(3)}T15:00:00Z`, ['in_beta', 'in_beta', 'ended']],
      [`${day(3)}T16:00:00Z`, ['in_beta', 'ended', 'ended']],
      [`${day(3)}T17:00:00Z`, ['ended', 'ended', 'ended']],
    ] as const) {
      assert.deepEqual((await at(moment)).slice(0, 3), codes, moment);
    }
  });

  it('is told, and answered by who looks at no clock, soon after a time that passed without any timer', async () => {
    const told: string[][] = [];
    passed = Date.parse(`${day(1)}T12:00:00Z`) - Date.now();
    const asleep = createVersionResolver({
      sql: withClock(fixture.sql, () => passed),
      pollMs: 50,
      now: () => Date.now() + passed,
    });
    try {
      await asleep.ready();
      asleep.subscribe((event) => {
        if (event.type === 'changed') told.push([...event.applications]);
      });
      const code = () => asleep.resolve('TP001', 'POS').reason.code;
      assert.equal(code(), 'not_started');
      passed += 24 * hour;
      await eventually(() => assert.equal(code(), 'in_beta'));
      assert.deepEqual(told, [['ABS', 'POS', 'STK']]);
    } finally {
      await asleep.close();
    }
  });

  it('takes back what a clock has brought that had gone ahead', async () => {
    let ahead = 0;
    const hasty = createVersionResolver({
      sql: fixture.sql,
      pollMs: 50,
      now: () => Date.now() + ahead,
    });
    try {
      await hasty.ready();
      const [code, application] = ['TP001', 'POS'];
      const reason = () => {
        const [answer] = hasty.lookUp({ store: code, application }).stores;
        return answer!.versions[0]!.reason.code;
      };
      assert.equal(reason(), 'not_started');
      ahead = Date.parse(`${day(2)}T20:00:00Z`) - Date.now();
      assert.equal(reason(), 'in_beta');
      await eventually(() => assert.equal(reason(), 'not_started'));
    } finally {
      await hasty.close();
    }
  });

  it('forgets after thirty days', async () => {
    const [first] = resolver.lookUp({ store: 'TB002', application: 'STK' }).stores;
    const withdrawn = Date.parse(first!.versions[0]!.reason.at!);
    const ended = Date.parse(`${day(3)}T15:00:00Z`);
    for (const moment of [withdrawn, ended, ended + hour, ended + 2 * hour]) {
      for (const offset of [-1_000, 1_000]) {
        await at(new Date(moment + 30 * 24 * hour + offset).toISOString());
      }
    }
    await at(`${day(400)}T00:00:00Z`);
    const { since, previous, reason } = resolver.resolve('TB001', 'POS');
    assert.deepEqual([since, previous, reason.code], [null, null, 'no_beta']);
  });
});
