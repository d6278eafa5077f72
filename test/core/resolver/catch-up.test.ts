import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { type Core } from '@beta-app/core';
import { type Database, openDatabase } from '../../../core/src/database/database.js';
import { defaultSchema } from '../../../core/src/database/identifier.js';
import { createCatchUp } from '../../../core/src/versions/resolver/catch-up.js';
import { VersionTable } from '../../../core/src/versions/resolver/version-table.js';
import { makeBetaApp, register } from '../support/beta-apps.js';
import { openFixture, type Fixture, sari } from '../support/fixture.js';

const actor = sari;

/** How many statements a reading of a small base has: what there is, the stores, the beta apps. */
const statements = 3;

describe('What is saved while a resolver reads', () => {
  const fixtures: Fixture[] = [];
  let fixture: Fixture;
  let core: Core;
  beforeEach(async () => {
    fixture = await openFixture();
    fixtures.push(fixture);
    ({ core } = fixture);
  });
  after(() => Promise.all(fixtures.map((opened) => opened.close())));

  /** The database, in which something happens just before one of its statements. */
  function databaseWith(happening: () => Promise<void>, before: number): Database {
    const database = openDatabase({
      sql: fixture.sql,
      schema: defaultSchema,
      logger: undefined,
      prepare: true,
    });
    let statement = 0;
    return {
      ...database,
      read: async (query, parameters) => {
        statement += 1;
        if (statement === before) await happening();
        return database.read(query, parameters);
      },
    };
  }

  async function assertKnownAfterwards(happening: () => Promise<void>, before: number) {
    const table = new VersionTable(Date.now, () => undefined);
    let hasHappened = false;
    const database = databaseWith(async () => {
      await happening();
      hasHappened = true;
    }, before);
    const catchUp = createCatchUp(database, table);
    await catchUp();
    assert.ok(hasHappened);
    await catchUp();
    const store = ['TB001', 'TB002'];
    const expected = await core.lookUpVersions({ store });
    assert.deepEqual(
      store.map((code) => table.lookUp(code, ['ABS', 'POS', 'STK'])),
      expected.stores,
    );
  }

  for (let before = 1; before <= statements; before += 1) {
    const place = `before statement ${String(before)}`;

    it(`is known after the next reading: a promotion ${place}`, async () => {
      const { id } = await makeBetaApp(core, { applications: ['POS'], stores: ['TB001'] });
      await assertKnownAfterwards(async () => {
        const { detailsRevision } = await core.getBetaApp({ id });
        await core.promoteBetaApp({ id, detailsRevision }, { actor });
      }, before);
    });

    it(`is known after the next reading: a new branch ${place}`, async () => {
      await makeBetaApp(core, { applications: ['POS'], stores: ['TB001'] });
      await assertKnownAfterwards(async () => {
        const branches = [{ code: 'SBY1', name: 'Surabaya 1', timeZone: 'Asia/Jakarta' as const }];
        const stores = [{ code: 'TB002', name: 'Pindah', branchCode: 'SBY1' }];
        await core.syncDirectory(
          {
            branches: { mode: 'partial', rows: branches },
            stores: { mode: 'partial', rows: stores },
          },
          { actor },
        );
      }, before);
    });
  }

  it('is told of by the reading after one that failed half-way', async () => {
    const { id } = await makeBetaApp(core, { applications: ['POS'], stores: ['TB001'] });
    const table = new VersionTable(Date.now, () => undefined);
    const fail = () => Promise.reject(new Error('away'));
    const catchUp = createCatchUp(databaseWith(fail, 2 * statements), table);
    await catchUp();
    const stores = [{ code: 'TB002', name: 'Nama baru', branchCode: 'BDG1' }];
    await core.syncDirectory({ stores: { mode: 'partial', rows: stores } }, { actor });
    await register(core, id, ['TB003']);
    await assert.rejects(catchUp(), { message: 'away' });
    assert.equal(table.lookUp('TB002', []).store?.name, 'Nama baru');
    assert.deepEqual((await catchUp()).applications, ['ABS', 'POS', 'STK']);
    assert.deepEqual((await catchUp()).applications, []);
  });
});
