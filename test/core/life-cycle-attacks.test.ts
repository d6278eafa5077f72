import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Sql } from 'postgres';
import { makeBetaApp, register, withdraw } from './support/beta-apps.js';
import { faultsIn } from './support/end-state.js';
import { day, openFixture, stores, type Fixture } from './support/fixture.js';
import {
  barrier,
  closeAll,
  connections,
  type IsolationLevel,
  isolationLevels,
  outcomeOf,
  type RawWrite,
  rawWrite,
  writeInTransaction,
} from './support/raw-writes.js';

const writers = 20;

describe('writers from raw connections', () => {
  let fixture: Fixture;
  let open: Sql[];
  before(async () => {
    fixture = await openFixture();
    open = connections(fixture.database.serviceUrl, writers);
  });
  after(async () => {
    assert.deepEqual(await faultsIn(fixture.owner), []);
    await closeAll(open);
    await fixture.close();
  });

  /** Everybody has a snapshot from before anybody writes. */
  function all(level: IsolationLevel, writeOf: (index: number) => RawWrite): Promise<string[]> {
    const before = barrier(writers);
    return Promise.all(
      open.map((sql, index) =>
        outcomeOf(writeInTransaction(sql, level, writeOf(index), { before, seconds: 0.002 })),
      ),
    );
  }

  const saveOf = (
    id: number,
    revision: number,
    registered: boolean,
    codes: string[],
  ): RawWrite => ({
    operation: 'saveStores',
    input: { id, baseRevision: revision, directoryRevision: 1, changes: [{ registered, codes }] },
  });

  for (const level of isolationLevels) {
    const late = level === 'read committed' ? [] : ['40001'];

    it(`edit details from one revision: one wins, in ${level}`, async () => {
      const { id, detailsRevision } = await makeBetaApp(fixture.core);
      const outcomes = await all(level, (index) => ({
        operation: 'updateBetaApp',
        input: { id, detailsRevision, name: `Ubah ${level} ${String(index)}` },
      }));
      assert.equal(outcomes.filter((outcome) => outcome === 'ok').length, 1);
      const lost = new Set(outcomes.filter((outcome) => outcome !== 'ok'));
      assert.deepEqual([...lost], level === 'read committed' ? ['DETAILS_STALE'] : late);
      assert.equal(
        (await fixture.core.getBetaApp({ id })).detailsRevision,
        detailsRevision + 1,
        'one event, one revision',
      );
    });

    it(`set a store both ways from one revision: nobody is overruled, in ${level}`, async () => {
      const app = await makeBetaApp(fixture.core, { stores: ['TB001'] });
      const outcomes = await all(level, (index) =>
        saveOf(app.id, app.revision, index % 2 === 0, index % 2 === 0 ? ['TB002'] : ['TB001']),
      );
      for (const outcome of outcomes) assert.ok(['ok', ...late].includes(outcome), outcome);
      await register(fixture.core, app.id, ['TB002']);
      const newest = await fixture.core.getBetaApp({ id: app.id });
      await withdraw(fixture.core, app.id, ['TB002']);
      const opposed = await all(level, () => saveOf(app.id, newest.revision, true, ['TB002']));
      assert.deepEqual([...new Set(opposed)], ['STORES_CHANGED']);
    });

    it(`write nothing after a cancellation, in ${level}`, async () => {
      const { id, detailsRevision, revision } = await makeBetaApp(fixture.core);
      const outcomes = await all(level, (index) =>
        index === 10
          ? { operation: 'cancelBetaApp', input: { id, detailsRevision } }
          : saveOf(id, revision, true, [stores[index]!.code]),
      );
      const allowed = ['ok', 'BETA_APP_ENDED', 'DETAILS_STALE', ...late];
      for (const outcome of outcomes) assert.ok(allowed.includes(outcome), outcome);
      assert.deepEqual(await faultsIn(fixture.owner), []);
    });

    it(`never register a store that a sync closes meanwhile, in ${level}`, async () => {
      const { id, revision } = await makeBetaApp(fixture.core);
      const code = stores[100 + isolationLevels.indexOf(level)]!.code;
      const row = { code, name: 'Toko', branchCode: 'MKS1', open: false };
      const outcomes = await all(level, (index) =>
        index === 5
          ? {
              operation: 'syncDirectory',
              input: { stores: { mode: 'partial', rows: [row] }, expectedClosures: 1 },
            }
          : saveOf(id, revision, true, [code]),
      );
      assert.equal(outcomes[5], level === 'read committed' ? 'ok' : '25000');
      const [bad] = await fixture.owner`
        select from beta_app.registration as joined
        join beta_app.store_state as state on state.store_id = joined.store_id
          and not state.open and joined.since >= state.since and joined.since < state.until`;
      assert.equal(bad, undefined);
      assert.deepEqual(await faultsIn(fixture.owner), []);
    });
  }

  it('are refused by the database in every write of what has ended', async () => {
    const { core, owner } = fixture;
    const cancelled = await makeBetaApp(core, { applications: ['POS'], stores: ['TB030'] });
    await core.cancelBetaApp(
      { id: cancelled.id, detailsRevision: cancelled.detailsRevision },
      { actor: cancelled.owner },
    );
    const over = await makeBetaApp(core, { applications: ['STK'], stores: ['TB031'] });
    await owner`
      update beta_app.beta_app_state
      set period = daterange(${day(-9)}::text::date, ${day(0)}::text::date)
      where beta_app_id = ${over.id}`;
    const promoted = await makeBetaApp(core, { applications: ['ABS'], stores: ['TB032'] });
    await owner`
      update beta_app.beta_app_state set closed = 'promoted' where beta_app_id = ${promoted.id}`;
    for (const [id, state] of [
      [cancelled.id, 'cancelled'],
      [over.id, 'ended'],
      [promoted.id, 'promoted'],
    ] as const) {
      const { revision, detailsRevision, applications } = await core.getBetaApp({ id });
      const edit = { id, detailsRevision };
      const code = applications[0]!.code;
      const writes: RawWrite[] = [
        { operation: 'updateBetaApp', input: { ...edit, endsOn: day(9) } },
        { operation: 'pauseBetaApp', input: edit },
        { operation: 'resumeBetaApp', input: edit },
        { operation: 'promoteBetaApp', input: edit },
        { operation: 'endBetaApp', input: edit },
        { operation: 'cancelBetaApp', input: edit },
        { operation: 'addApplication', input: { ...edit, applicationCode: 'X', version: '1' } },
        { operation: 'changeApplication', input: { ...edit, code, version: '2' } },
        { operation: 'removeApplication', input: { ...edit, code } },
        saveOf(id, revision, true, ['TB040']),
        saveOf(id, revision, false, ['TB030', 'TB031', 'TB032']),
      ];
      for (const write of writes) {
        const answer = await rawWrite(open[0]!, write);
        assert.equal(answer.error, 'BETA_APP_ENDED', write.operation);
        assert.deepEqual(answer.details, { state });
      }
      // Where it is still some day before: the last but one is 167 hours behind.
      for (const zone of ['Pacific/Niue', 'Etc/GMT+12', 'X+167', '']) {
        const late = { operation: 'updateBetaApp', input: { ...edit, endsOn: day(9) }, zone };
        assert.equal(await outcomeOf(rawWrite(open[0]!, late)), '22023', zone);
      }
      assert.equal((await core.getBetaApp({ id })).revision, revision);
    }
  });

  it('cannot leave out what a write must say', async () => {
    const [sql] = open;
    const { id, revision } = await makeBetaApp(fixture.core);
    const { core } = fixture;
    const cancelled = await makeBetaApp(core);
    await core.cancelBetaApp({ id: cancelled.id, detailsRevision: 1 }, { actor: cancelled.owner });
    const [row] = await sql!<{ answer: { error?: string } }[]>`
      select beta_app.write('saveStores', '{"name":"A","nik":"1"}', ${JSON.stringify(
        saveOf(cancelled.id, 2, true, ['TB001']).input,
      )}::text::jsonb, '{}') as answer`;
    assert.equal(row?.answer.error, 'BETA_APP_ENDED', 'without a zone');
    for (const left of ['baseRevision', 'directoryRevision']) {
      const { input } = saveOf(id, revision, true, ['TB001']);
      const answer = await rawWrite(sql!, {
        operation: 'saveStores',
        input: { ...input, [left]: null },
      });
      assert.equal(answer.errors?.[0]?.path, left);
    }
    for (const actor of [{}, { name: 'A' }, { nik: '1' }, { name: ' ', nik: '1' }]) {
      const write = { ...saveOf(id, revision, true, ['TB001']), actor: actor as never };
      assert.match(await outcomeOf(rawWrite(sql!, write)), /^23/u);
    }
    await register(fixture.core, id, ['TB001']);
  });
});
