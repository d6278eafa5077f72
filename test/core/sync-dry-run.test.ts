import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isBetaAppError } from '@beta-app/core';
import { type SyncDirectory } from '@beta-app/core/contract';
import { faultsIn } from './support/end-state.js';
import { branches, openFixture, sari, stores, type Fixture } from './support/fixture.js';

const actor = sari;

/** Every kind of change at once, and two refusals. */
const input: SyncDirectory = {
  branches: {
    mode: 'full',
    rows: [
      ...branches.slice(1),
      { code: 'SBY1', name: 'Surabaya 1', timeZone: 'Asia/Jakarta' },
      { code: 'XXX', name: 'X', timeZone: 'Europe/Berlin' },
    ],
  },
  stores: {
    mode: 'full',
    rows: [
      ...stores.slice(2),
      { code: 'TB001', name: 'Nama baru', branchCode: 'SBY1', open: false },
      { code: 'TX001', name: 'Toko baru', branchCode: 'SBY1' },
      { code: 'TX002', name: '', branchCode: 'SBY1' },
    ],
  },
  applications: { mode: 'partial', rows: [{ code: 'NEW', name: 'Baru', productionVersion: '1' }] },
};

describe('a dry run of a sync', () => {
  let fixture: Fixture;
  before(async () => {
    fixture = await openFixture();
  });
  after(() => fixture.close());

  async function everythingStored(): Promise<unknown> {
    const { owner } = fixture;
    const tables = ['branch', 'branch_state', 'store', 'store_state', 'application', 'event'];
    return Promise.all(
      [...tables, 'directory', 'application_production'].map(async (table) => {
        const [row] = await owner`
            select json_agg(row_ order by row_)::text as rows from beta_app.${owner(table)} as row_`;
        return row?.['rows'] as unknown;
      }),
    );
  }

  it('tells what the run then does, and saves and announces nothing', async () => {
    const announced: string[] = [];
    const listening = await fixture.owner.listen('beta_app', (text) => announced.push(text));
    const before = await everythingStored();
    const tried = await fixture.core.syncDirectory({ ...input, dryRun: true }, { actor });
    assert.deepEqual(await everythingStored(), before);
    const { revision, ...done } = await fixture.core.syncDirectory(input, { actor });
    assert.deepEqual(tried, { ...done, revision: revision - 1 });
    assert.deepEqual(done.stores?.closed, ['TB001', 'TB002']);
    await fixture.owner`select pg_notify('beta_app', 'last')`;
    while (announced.at(-1) !== 'last') await new Promise((resolve) => setTimeout(resolve, 10));
    assert.deepEqual(announced, [`{"directory": ${String(revision)}}`, 'last']);
    await listening.unlisten();
    assert.deepEqual(await faultsIn(fixture.owner), []);
  });

  it('refuses what the run refuses', async () => {
    const refused: SyncDirectory = { stores: { mode: 'full', rows: [] }, dryRun: true };
    await assert.rejects(
      fixture.core.syncDirectory(refused, { actor }),
      (error) => isBetaAppError(error, 'CLOSURES_UNEXPECTED') && error.details.closures > 100,
    );
  });

  it('does not use up an idempotency key', async () => {
    const options = { actor, idempotencyKey: 'sync-1' };
    const added = async (dryRun: boolean) => {
      const rows = [{ code: 'KEY', name: 'Kunci' }];
      const keyed: SyncDirectory = { applications: { mode: 'partial', rows }, dryRun };
      return (await fixture.core.syncDirectory(keyed, options)).applications?.added;
    };
    assert.deepEqual(await added(true), ['KEY']);
    assert.deepEqual(await added(false), ['KEY']);
    assert.equal((await fixture.core.listApplications({ q: 'KEY' })).items.length, 1);
  });
});
