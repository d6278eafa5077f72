import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { isBetaAppError, type Core } from '@beta-app/core';
import { type StoreRow, type SyncDirectory } from '@beta-app/core/contract';
import { makeBetaApp, register } from './support/beta-apps.js';
import { faultsIn } from './support/end-state.js';
import {
  applications,
  branches,
  openFixture,
  sari,
  stores,
  type Fixture,
} from './support/fixture.js';

const actor = sari;
const everything = (rows: StoreRow[] = stores): SyncDirectory => ({
  stores: { mode: 'full', rows },
});
const without = (...codes: string[]) => stores.filter(({ code }) => !codes.includes(code));
const nothing = { added: [], changed: [], missing: [], refused: [] };
const noStores = { ...nothing, moved: [], closed: [], reopened: [], closuresWithheld: false };

describe('taking in master data', () => {
  const open: Fixture[] = [];
  let fixture: Fixture;
  let core: Core;
  beforeEach(async () => {
    fixture = await openFixture();
    open.push(fixture);
    ({ core } = fixture);
  });
  after(async () => {
    for (const used of open) {
      assert.deepEqual(await faultsIn(used.owner), []);
      await used.close();
    }
  });

  const events = async () => (await fixture.owner`select from beta_app.event`).length;
  const openStores = async () =>
    (await core.listBranches()).items.reduce((sum, branch) => sum + branch.stores, 0);

  it('reports nothing and records nothing the second time', async () => {
    const report = await core.syncDirectory(
      {
        branches: { mode: 'full', rows: branches },
        stores: { mode: 'full', rows: stores },
        applications: { mode: 'full', rows: applications },
      },
      { actor },
    );
    assert.deepEqual(report, {
      revision: 1,
      branches: nothing,
      stores: noStores,
      applications: nothing,
    });
    assert.equal(await events(), 1);
  });

  it('closes, reopens, renames and moves stores, and counts registrations along', async () => {
    const { id } = await makeBetaApp(core);
    await register(core, id, ['TB001', 'TB002', 'TJ001']);
    const next = without('TB001').map((store) => ({
      ...store,
      ...(store.code === 'TB002' ? { branchCode: 'JKT1' } : {}),
      ...(store.code === 'TJ001' ? { name: 'Toko Baru' } : {}),
      ...(store.code === 'TJ002' ? { open: false } : {}),
    }));
    next.push({ code: 'tn01 ', name: ' Toko Nol ', branchCode: 'bdg1' });
    const report = await core.syncDirectory(everything(next), { actor });
    assert.deepEqual(report.stores, {
      ...noStores,
      added: ['TN01'],
      changed: ['TJ001'],
      moved: ['TB002'],
      closed: ['TB001', 'TJ002'],
      missing: ['TB001'],
    });
    const counts = await core.listBranches({ betaApp: id });
    assert.deepEqual(
      counts.items
        .map(({ code, registered, stores: count }) => [code, count, registered])
        .slice(0, 2),
      [
        ['BDG1', 49, 0],
        ['JKT1', 50, 2],
      ],
    );
    assert.equal((await core.getBetaApp({ id })).registeredStores, 2);
    const { items } = await core.listBetaAppStores({ id, registered: true });
    assert.deepEqual(
      items.map(({ code, closedSince }) => [code, closedSince !== undefined]),
      [
        ['TB001', true],
        ['TB002', false],
        ['TJ001', false],
      ],
    );
    const again = await core.syncDirectory(everything([...next, stores[0]!]), { actor });
    assert.deepEqual(again.stores, { ...noStores, reopened: ['TB001'] });
    assert.equal((await core.getBetaApp({ id })).registeredStores, 3);
  });

  it('closes nothing for being absent from a partial run', async () => {
    const rows = [{ ...stores[0]!, open: false }];
    const report = await core.syncDirectory({ stores: { mode: 'partial', rows } }, { actor });
    assert.deepEqual(report.stores, { ...noStores, closed: ['TB001'] });
    assert.equal(await openStores(), 199);
  });

  it('is full or partial for each kind by itself; branches and applications stay', async () => {
    const report = await core.syncDirectory(
      {
        branches: { mode: 'full', rows: branches.slice(1) },
        applications: { mode: 'full', rows: applications.slice(1) },
        stores: { mode: 'partial', rows: [] },
      },
      { actor },
    );
    assert.deepEqual(report.branches?.missing, ['BDG1']);
    assert.deepEqual(report.applications?.missing, ['POS']);
    assert.deepEqual(report.stores, noStores);
    assert.equal((await core.listApplications()).total, 3);
    assert.equal((await core.listBranches()).items.length, 4);
    assert.equal(await events(), 1);
  });

  it('closes more than 2 % of the open stores only if told exactly how many', async () => {
    const four = without('TB001', 'TB002', 'TB003', 'TB004');
    const five = without('TB001', 'TB002', 'TB003', 'TB004', 'TB005');
    await assert.rejects(core.syncDirectory(everything(five), { actor }), (error) => {
      assert.ok(isBetaAppError(error, 'CLOSURES_UNEXPECTED'));
      assert.deepEqual(error.details, { closures: 5, openStores: 200 });
      return true;
    });
    for (const expectedClosures of [0, 4, 6, Number.MAX_SAFE_INTEGER]) {
      await assert.rejects(
        core.syncDirectory({ ...everything(five), expectedClosures }, { actor }),
        { code: 'CLOSURES_UNEXPECTED' },
        String(expectedClosures),
      );
    }
    await assert.rejects(
      core.syncDirectory({ ...everything(four), expectedClosures: 3 }, { actor }),
      { code: 'CLOSURES_UNEXPECTED' },
    );
    assert.equal(await openStores(), 200);
    await core.syncDirectory(everything(four), { actor });
    assert.equal(await openStores(), 196);
    const closing = without('TB001', 'TB002', 'TB003', 'TB004').map((store, index) =>
      index < 4 ? { ...store, open: false } : store,
    );
    await assert.rejects(core.syncDirectory(everything(closing), { actor }), {
      code: 'CLOSURES_UNEXPECTED',
    });
    await core.syncDirectory({ ...everything(closing), expectedClosures: 4 }, { actor });
    assert.equal(await openStores(), 192);
  });

  it('lets nothing of a refused run through, of other kinds neither', async () => {
    const input = {
      ...everything([]),
      branches: { mode: 'full' as const, rows: [{ ...branches[0]!, name: 'Lain' }] },
    };
    await assert.rejects(core.syncDirectory(input, { actor }), { code: 'CLOSURES_UNEXPECTED' });
    assert.ok(!(await core.listBranches()).items.some(({ name }) => name === 'Lain'));
  });

  it('tells production versions, leaves what is unknown, and refuses none for it', async () => {
    const rows = [
      { code: 'POS', name: 'Kasir Toko', productionVersion: '4.19.0' },
      { code: 'STK', name: 'Stok', productionVersion: null },
      { code: 'NEW', name: 'Baru', productionVersion: '' },
    ];
    const report = await core.syncDirectory({ applications: { mode: 'partial', rows } }, { actor });
    assert.deepEqual(report.applications, { ...nothing, added: ['NEW'], changed: ['POS', 'STK'] });
    const { items } = await core.listApplications();
    assert.deepEqual(
      items.map(({ code, name, productionVersion, description }) => [
        code,
        name,
        productionVersion,
        description,
      ]),
      [
        ['ABS', 'Absensi', '1.0.0', ''],
        ['NEW', 'Baru', null, ''],
        ['POS', 'Kasir Toko', '4.19.0', 'Penjualan di kasir'],
        ['STK', 'Stok', '2.1.7', 'Persediaan'],
      ],
    );
  });

  it('knows the branches that come with the same run', async () => {
    const report = await core.syncDirectory(
      {
        branches: {
          mode: 'partial',
          rows: [{ code: 'SBY1', name: 'Surabaya 1', timeZone: 'Asia/Jakarta' }],
        },
        stores: { mode: 'partial', rows: [{ code: 'TS001', name: 'Toko', branchCode: 'SBY1' }] },
      },
      { actor },
    );
    assert.deepEqual(report.stores?.added, ['TS001']);
  });

  it('has one effect for many at once', async () => {
    const next = without('TB001', 'TB002').map((store) => ({ ...store, name: `${store.name} B` }));
    const reports = await Promise.all(
      Array.from({ length: 8 }, () => core.syncDirectory(everything(next), { actor })),
    );
    assert.equal(reports.filter(({ stores: part }) => part?.closed.length === 2).length, 1);
    assert.equal(await events(), 2);
    for (const report of reports) assert.equal(report.revision, 2);
  });
});
