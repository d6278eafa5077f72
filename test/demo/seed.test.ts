import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createCore, type Core } from '@beta-app/core';
import { betaAppStates } from '@beta-app/core/contract';
import { people } from '@beta-app/stories/demo/people';
import { seedIfEmpty } from '@beta-app/stories/demo/seed/seed';
import postgres from 'postgres';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

describe("the demo's seed", () => {
  let database: TestDatabase;
  let owner: postgres.Sql;
  let core: Core;
  const seed = () => seedIfEmpty(owner, (sql) => createCore({ sql }));

  before(async () => {
    database = await createTestDatabase();
    owner = postgres(database.ownerUrl, { max: 2, onnotice: () => undefined });
    core = createCore({ sql: owner });
  });

  after(async () => {
    await owner.end();
    await database.drop();
  });

  it('fills an empty database within seconds, and one with data not at all', async () => {
    const start = performance.now();
    const both = await Promise.all([seed(), seed()]);
    assert.ok(performance.now() - start < 15_000);
    assert.deepEqual(both.sort(), [false, true]);
  });

  it('has 32 branches in three zones, more than 15,000 stores and 60 applications', async () => {
    const { items } = await core.listBranches();
    assert.equal(items.length, 32);
    assert.equal(new Set(items.map(({ timeZone }) => timeZone)).size, 3);
    assert.equal(
      items.reduce((sum, { stores }) => sum + stores, 0),
      15_204,
    );
    assert.equal((await core.listStores({ limit: 1 })).total, 15_204 + 32);
    assert.equal((await core.listApplications({ limit: 1 })).total, 60);
  });

  it('has beta apps in every state, most of them in the past as far as they began', async () => {
    const { items } = await core.listBetaApps({}, { actor: people[0] });
    assert.deepEqual(new Set(items.map(({ state }) => state)), new Set(betaAppStates));
    const [event] = await owner`
      select count(*) filter (where at > now())::int as later, min(at) < now() - interval '100 days' as old
      from beta_app.event`;
    assert.deepEqual(event, { later: 0, old: true });
  });

  it('has an application whose beta version became production, and was another before', async () => {
    const day = 24 * 60 * 60 * 1_000;
    const versionAgo = async (days: number) => {
      const at = new Date(Date.now() - days * day).toISOString();
      const store = { store: 'TJ0001', application: 'CKR', at };
      return (await core.lookUpVersions(store)).stores[0]?.versions[0]?.version;
    };
    assert.deepEqual([await versionAgo(100), await versionAgo(1)], ['4.4.2', '4.5.0']);
  });

  it('names closed stores with the day they closed, where they were registered', async () => {
    const { items } = await core.listBetaApps({ q: 'Uji Kasir QRIS' });
    const stores = await core.listBetaAppStores({
      id: items[0]!.id,
      branch: 'BDG1',
      registered: true,
      limit: 2_000,
    });
    assert.equal(stores.registeredTotal, 411);
    assert.equal(stores.items.filter(({ closedSince }) => closedSince !== undefined).length, 1);
  });

  it('has a store that the other trial of the cash desk holds, so that a conflict can be met', async () => {
    const { items } = await core.listBetaApps({ q: 'Uji Struk Ringkas' });
    const betaApp = await core.getBetaApp({ id: items[0]!.id });
    const page = await core.listBetaAppStores({ id: betaApp.id, limit: 1 });
    const dryRun = await core.saveStores(
      {
        id: betaApp.id,
        baseRevision: page.revision,
        directoryRevision: page.directoryRevision,
        changes: [{ registered: true, codes: ['TB0002'] }],
        dryRun: true,
      },
      { actor: betaApp.owner },
    );
    assert.deepEqual(
      dryRun.conflicts?.map(({ betaApp: other }) => other.name),
      ['Uji Kasir QRIS'],
    );
  });
});
