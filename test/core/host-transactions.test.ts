import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createCore, type Core } from '@beta-app/core';
import { serviceRole } from '../support/roles.js';
import { makeBetaApp, register } from './support/beta-apps.js';
import { faultsIn } from './support/end-state.js';
import { budi, day, openFixture, sari, type Fixture } from './support/fixture.js';

describe('core in a transaction of its host', () => {
  let fixture: Fixture;
  let core: Core;
  before(async () => {
    fixture = await openFixture();
    ({ core } = fixture);
    await fixture.owner`create schema host`;
    await fixture.owner`create table host.ticket (note text)`;
    await fixture.owner`grant usage on schema host to ${fixture.owner(serviceRole)}`;
    await fixture.owner`grant insert on host.ticket to ${fixture.owner(serviceRole)}`;
  });
  after(() => fixture.close());

  const draft = (name: string) => ({ name, startsOn: day(0), endsOn: day(9) });
  const total = async (q: string) => (await core.listBetaApps({ q })).total;
  const isLostRace = (error: { code?: string; cause?: { code?: string } }) => {
    assert.equal(error.code, 'SERVER_BUSY');
    assert.equal(error.cause?.code, '40001');
    return true;
  };

  it('is rolled back with it, answers and idempotency too', async () => {
    const options = { actor: sari, idempotencyKey: 'batal' };
    await assert.rejects(
      fixture.sql.begin(async (sql) => {
        const inside = createCore({ sql });
        const made = await inside.createBetaApp(draft('Batal'), options);
        await register(inside, made.id, ['TB001']);
        assert.equal((await inside.getBetaApp({ id: made.id })).registeredStores, 1);
        throw new Error('the host changed its mind');
      }),
      /changed its mind/u,
    );
    assert.equal(await total('Batal'), 0);
    await core.createBetaApp(draft('Batal'), options);
    assert.equal(await total('Batal'), 1);
    assert.deepEqual(await faultsIn(fixture.owner), []);
  });

  it('is kept with it', async () => {
    await fixture.sql.begin(async (sql) => {
      const inside = createCore({ sql });
      await inside.createBetaApp(draft('Bersama'), { actor: sari });
      await sql`insert into host.ticket values ('bersama')`;
      assert.equal(await total('Bersama'), 0);
    });
    assert.equal(await total('Bersama'), 1);
  });

  it('leaves it usable after every expected error', async () => {
    const held = await makeBetaApp(core, { applications: ['POS'], stores: ['TB010'] });
    const app = await makeBetaApp(core, { name: 'Teruskan', applications: ['POS'] });
    const ended = await makeBetaApp(core);
    const actor = budi;
    await core.cancelBetaApp({ id: ended.id, detailsRevision: 1 }, { actor });
    const { id, detailsRevision, revision } = app;
    const save = (codes: string[]) => ({
      id,
      baseRevision: revision,
      directoryRevision: 1,
      changes: [{ registered: true, codes }],
    });
    await fixture.sql.begin(async (sql) => {
      const inside = createCore({ sql });
      const refusals: [string, () => Promise<unknown>][] = [
        ['NAME_TAKEN', () => inside.createBetaApp(draft('teruskan'), { actor })],
        ['VALIDATION_FAILED', () => inside.createBetaApp(draft('\u0000'), { actor })],
        ['DETAILS_STALE', () => inside.cancelBetaApp({ id, detailsRevision: 1 }, { actor })],
        ['BETA_APP_NOT_FOUND', () => inside.getBetaApp({ id: 2 ** 40 })],
        [
          'BETA_APP_NOT_FOUND',
          () => inside.endBetaApp({ id: 2 ** 50, detailsRevision }, { actor }),
        ],
        [
          'BETA_APP_ENDED',
          () => inside.endBetaApp({ id: ended.id, detailsRevision: 2 }, { actor }),
        ],
        ['STORES_OVERLAP', () => inside.saveStores(save(['TB010']), { actor })],
        ['STORES_UNKNOWN', () => inside.saveStores(save(['TIADA']), { actor })],
        [
          'APPLICATION_TWICE',
          () =>
            inside.addApplication(
              { id, detailsRevision, applicationCode: 'POS', version: '1' },
              { actor },
            ),
        ],
        [
          'APPLICATION_NOT_FOUND',
          () => inside.removeApplication({ id, detailsRevision, code: 'ABS' }, { actor }),
        ],
        ['BETA_APP_NOT_FOUND', () => inside.getBetaApp({ id: 9_999 })],
        ['CURSOR_INVALID', () => inside.listStores({ cursor: 'x' })],
        [
          'CLOSURES_UNEXPECTED',
          () => inside.syncDirectory({ stores: { mode: 'full', rows: [] } }, { actor }),
        ],
      ];
      for (const [code, refused] of refusals) {
        await assert.rejects(refused, { code });
        await sql`insert into host.ticket values (${code})`;
      }
      assert.equal((await inside.saveStores(save(['TB011']), { actor })).added, 1);
    });
    const notes = await fixture.owner`select from host.ticket where note = 'STORES_OVERLAP'`;
    assert.equal(notes.length, 1);
    assert.equal((await core.getBetaApp({ id: held.id })).registeredStores, 1);
    assert.equal((await core.getBetaApp({ id })).registeredStores, 1);
    assert.deepEqual(await faultsIn(fixture.owner), []);
  });

  it('never tries again there, and says so to the host', async () => {
    const app = await makeBetaApp(core);
    for (const level of ['repeatable read', 'serializable']) {
      const host = fixture.sql.begin(`isolation level ${level}`, async (sql) => {
        await sql`select count(*) from beta_app.event`;
        await register(core, app.id, [level === 'serializable' ? 'TM002' : 'TM003']);
        const inside = createCore({ sql });
        const { revision } = await inside.getBetaApp({ id: app.id });
        await inside.saveStores(
          {
            id: app.id,
            baseRevision: revision,
            directoryRevision: 1,
            changes: [{ registered: true, codes: ['TM001'] }],
          },
          { actor: budi },
        );
      });
      await assert.rejects(host, isLostRace);
    }
    assert.deepEqual(await faultsIn(fixture.owner), []);
  });

  it('never tries again on a reserved connection, where a transaction may be begun by hand', async () => {
    const app = await makeBetaApp(core);
    const { revision, directoryRevision } = await core.listBetaAppStores({ id: app.id, limit: 1 });
    const reserved = await fixture.sql.reserve();
    try {
      await reserved`begin isolation level repeatable read`;
      await reserved`select count(*) from beta_app.event`;
      await register(core, app.id, ['TJ003']);
      const changes = [{ registered: true, codes: ['TJ001'] }];
      const save = createCore({ sql: reserved }).saveStores(
        { id: app.id, baseRevision: revision, directoryRevision, changes },
        { actor: budi },
      );
      await assert.rejects(save, isLostRace);
      await reserved`rollback`;
    } finally {
      reserved.release();
    }
    assert.equal((await core.getBetaApp({ id: app.id })).registeredStores, 1);
    assert.deepEqual(await faultsIn(fixture.owner), []);
  });

  it('works whole in repeatable read and serializable while nobody interferes', async () => {
    for (const level of ['repeatable read', 'serializable']) {
      const made = await fixture.sql.begin(`isolation level ${level}`, async (sql) => {
        const inside = createCore({ sql });
        const app = await makeBetaApp(inside, { applications: ['STK'], period: [40, 50] });
        await register(inside, app.id, ['TP001', 'TP002']);
        const { detailsRevision } = await inside.getBetaApp({ id: app.id });
        return inside.cancelBetaApp({ id: app.id, detailsRevision }, { actor: sari });
      });
      assert.equal((await core.getBetaApp({ id: made.id })).state, 'cancelled');
    }
    assert.deepEqual(await faultsIn(fixture.owner), []);
  });
});
