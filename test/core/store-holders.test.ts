import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BetaAppError, type Core, createCore, isBetaAppError } from '@beta-app/core';
import {
  type BetaAppStorePage,
  type ListBetaAppStores,
  type StoreHolder,
} from '@beta-app/core/contract';
import fc from 'fast-check';
import { makeBetaApp, register, withdraw } from './support/beta-apps.js';
import { day, openFixture, sari, stores, type Fixture } from './support/fixture.js';

const actor = sari;
const pool = stores.slice(0, 4).map(({ code }) => code);
const betaApps = 5;
const application = fc.constantFrom('POS', 'STK');

const plans = fc.array(
  fc.record({
    from: fc.integer({ min: -3, max: 5 }),
    days: fc.nat(6),
    applications: fc.uniqueArray(application),
  }),
  { minLength: betaApps, maxLength: betaApps },
);

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom(
      ...(['register', 'register', 'register', 'withdraw', 'add', 'remove'] as const),
      ...(['keep', 'drop', 'resume', 'end', 'cancel', 'promote', 'age'] as const),
    ),
    app: fc.nat(betaApps - 1),
    codes: fc.uniqueArray(fc.constantFrom(...pool), { minLength: 1, maxLength: 3 }),
    application,
  }),
  { minLength: 15, maxLength: 30 },
);
type Plan = Parameters<Parameters<typeof plans.filter>[0]>[0][number];
type Step = Parameters<Parameters<typeof steps.filter>[0]>[0][number];

const taken: Plan['applications'][] = [['POS', 'STK'], ['POS'], ['STK'], ['POS'], ['POS']];

/** With stores that are free, held, and held twice, for beta apps that may take some, have dropped their own, or are over. */
const everyKind: [Plan[], Step[], 'Asia/Jakarta'] = [
  taken.map((applications) => ({ from: 0, days: 6, applications })),
  [
    { kind: 'register', app: 1, codes: pool.slice(0, 2), application: 'POS' },
    { kind: 'register', app: 2, codes: pool.slice(0, 1), application: 'POS' },
    { kind: 'drop', app: 3, codes: pool.slice(0, 1), application: 'POS' },
    { kind: 'cancel', app: 4, codes: pool.slice(0, 1), application: 'POS' },
  ],
  'Asia/Jakarta',
];

describe('the marks of a list of stores', () => {
  let fixture: Fixture;
  const seen = new Set<string>();
  before(async () => {
    fixture = await openFixture();
  });
  after(() => fixture.close());

  it('stand at the stores that a save of each alone would be refused for, whatever happened', async () => {
    const zone = fc.constantFrom('Asia/Jakarta', 'Asia/Jayapura');
    const property = fc.asyncProperty(plans, steps, zone, runSteps);
    await fc.assert(property, { numRuns: 25, examples: [everyKind] });
    assert.deepEqual([...seen].sort(), ['free', 'held', 'held twice', 'own dropped', 'own over']);
  });

  async function runSteps(
    made: Plan[],
    taken: Step[],
    zone: 'Asia/Jakarta' | 'Asia/Jayapura',
  ): Promise<void> {
    const core = createCore({ sql: fixture.sql, zone });
    const ids: number[] = [];
    // In the east it may be the next day already.
    const today = day(0, zone) === day(0) ? 0 : 1;
    for (const { from, days, applications } of made) {
      const period: [number, number] = [today + from, today + Math.max(0, from + days)];
      ids.push((await makeBetaApp(core, { period, applications })).id);
    }
    for (const step of taken) {
      try {
        await take(core, ids[step.app]!, step);
      } catch (error) {
        // What can't be done now is left out.
        if (!(error instanceof BetaAppError)) throw error;
      }
    }
    for (const id of ids) await compare(core, id);
    for (const id of ids) {
      const { state, detailsRevision } = await core.getBetaApp({ id });
      if (['ended', 'promoted', 'cancelled'].includes(state)) continue;
      await core.cancelBetaApp({ id, detailsRevision }, { actor });
    }
  }

  async function take(core: Core, id: number, step: Step): Promise<unknown> {
    const { detailsRevision } = await core.getBetaApp({ id });
    const edit = { id, detailsRevision };
    const { kind, codes, application: code } = step;
    switch (kind) {
      case 'register':
        return register(core, id, codes);
      case 'withdraw':
        return withdraw(core, id, codes);
      case 'add':
        return core.addApplication({ ...edit, applicationCode: code, version: '2' }, { actor });
      case 'remove':
        return core.removeApplication({ ...edit, code }, { actor });
      case 'keep':
      case 'drop':
        return core.pauseBetaApp({ ...edit, stores: kind }, { actor });
      case 'resume':
        return core.resumeBetaApp(edit, { actor });
      case 'end':
        return core.endBetaApp(edit, { actor });
      case 'cancel':
        return core.cancelBetaApp(edit, { actor });
      case 'promote':
        return core.promoteBetaApp(edit, { actor });
      case 'age':
        // Its last day was some days ago.
        return fixture.owner`
          update beta_app.beta_app_state set period = daterange(${day(-9)}::text::date, ${day(-2)}::text::date)
          where beta_app_id = ${id} and until = 'infinity'`;
    }
  }

  async function compare(core: Core, id: number): Promise<void> {
    const { state, pause } = await core.getBetaApp({ id });
    const page = await core.listBetaAppStores({ id, branch: 'BDG1' });
    const marks = marksOf(page);
    for (const { code, registered } of page.items) {
      if (!pool.includes(code) || registered) {
        assert.ok(!marks.has(code), code);
        continue;
      }
      const expected = await refusedFor(core, page, id, code);
      assert.deepEqual(marks.get(code) ?? [], expected, code);
      seen.add(expected.length === 0 ? 'free' : expected.length === 1 ? 'held' : 'held twice');
    }
    if (['ended', 'promoted', 'cancelled'].includes(state)) seen.add('own over');
    else if (pause === 'drop') seen.add('own dropped');
    for (const query of [{}, { q: 'toko' }, { branch: 'BDG1', registered: false }]) {
      assert.deepEqual(await walk(core, { id, ...query, limit: 47 }), marks);
    }
    assert.deepEqual(await walk(core, { id, branch: 'BDG1', limit: 3 }), marks);
  }

  /** Who a save of this store alone would be refused for. */
  async function refusedFor(
    core: Core,
    { revision, directoryRevision }: BetaAppStorePage,
    id: number,
    code: string,
  ): Promise<StoreHolder[]> {
    const changes = [{ registered: true, codes: [code] }];
    const input = { id, baseRevision: revision, directoryRevision, changes };
    try {
      const { conflicts } = await core.saveStores({ ...input, dryRun: true }, { actor });
      return conflicts!.map(({ betaApp, application: shared, version, stores: held }) => {
        assert.deepEqual(held, [code]);
        return { betaApp, application: shared, version };
      });
    } catch (error) {
      assert.ok(isBetaAppError(error, 'BETA_APP_ENDED'), String(error));
      return [];
    }
  }

  async function walk(
    core: Core,
    query: ListBetaAppStores,
  ): Promise<Map<string, (StoreHolder | undefined)[]>> {
    const marks = new Map<string, (StoreHolder | undefined)[]>();
    let cursor: string | undefined;
    do {
      const page = await core.listBetaAppStores({ ...query, cursor });
      for (const [code, holders] of marksOf(page)) marks.set(code, holders);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return marks;
  }

  function marksOf({ items, holders }: BetaAppStorePage) {
    const used = new Set(items.flatMap(({ heldBy }) => heldBy ?? []));
    assert.equal(used.size, holders.length, 'no holder that holds nothing');
    return new Map(
      items.flatMap(({ code, heldBy }) =>
        heldBy === undefined ? [] : [[code, heldBy.map((place) => holders[place])] as const],
      ),
    );
  }
});
