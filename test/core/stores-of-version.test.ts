import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ListStoresOfVersion, type StoreOfVersion } from '@beta-app/core/contract';
import { makeBetaApp, register } from './support/beta-apps.js';
import { applications, day, openFixture, sari, stores, type Fixture } from './support/fixture.js';

const actor = sari;
const codes = stores.map(({ code }) => code);

describe('the stores that run a version', () => {
  let fixture: Fixture;
  before(async () => {
    fixture = await openFixture();
  });
  after(() => fixture.close());

  const now = async () => {
    const [row] = await fixture.owner<{ at: string }[]>`
      select beta_app.moment_text(clock_timestamp()) as at`;
    return row!.at;
  };

  /** All pages, the first ones small. */
  async function readAll(input: ListStoresOfVersion): Promise<StoreOfVersion[]> {
    const items: StoreOfVersion[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await fixture.core.listStoresOfVersion({ ...input, cursor, limit: 70 });
      items.push(...page.items);
      if (page.nextCursor !== null) cursor = page.nextCursor;
      else {
        assert.equal(page.total, items.length);
        const counted = page.byBranch.reduce((sum, branch) => sum + branch.stores, 0);
        assert.equal(counted, items.length);
        return items;
      }
    }
  }

  /** What looking up each store gives. */
  async function expected(at: string): Promise<Map<string, StoreOfVersion[]>> {
    const answer = await fixture.core.lookUpVersions({ store: codes, at });
    const found = new Map<string, StoreOfVersion[]>();
    for (const { code, store, versions } of answer.stores) {
      if (store?.open !== true) continue;
      const { name, branchCode, branchName } = store;
      for (const { application, version, channel, betaApp } of versions) {
        if (version === null || channel === null) continue;
        const key = `${application.code}\n${version}`;
        const given = channel === 'beta' ? { id: betaApp!.id, name: betaApp!.name } : null;
        const item = { code, name, branchCode, branchName, channel, betaApp: given };
        found.set(key, [...(found.get(key) ?? []), item]);
      }
    }
    return found;
  }

  it('are those of whom the lookup says so, at every moment', async () => {
    const { core } = fixture;
    const moments: string[] = [await now()];
    const step = async (work: Promise<unknown>) => {
      await work;
      moments.push(await now());
    };
    const syncStores = (
      rows: { code: string; name: string; branchCode: string; open?: boolean }[],
    ) =>
      core.syncDirectory(
        {
          stores: { mode: 'partial', rows },
          expectedClosures: rows.filter(({ open }) => open === false).length,
        },
        { actor },
      );
    const edit = async (id: number) => {
      const { detailsRevision } = await core.getBetaApp({ id });
      return { id, detailsRevision };
    };
    const first = ['TB001', 'TB002', 'TJ001', 'TM001', 'TM002', 'TP001'];
    const one = await makeBetaApp(core, { applications: ['POS', 'STK'] });
    await step(register(core, one.id, first));
    // To come, in three zones.
    const later = await makeBetaApp(core, { applications: ['POS'], period: [3, 5] });
    await step(register(core, later.id, ['TB010', 'TM010', 'TP010']));
    await step(
      core.changeApplication({ ...(await edit(one.id)), code: 'POS', version: 'b2' }, { actor }),
    );
    await step(
      core.syncDirectory(
        {
          // A version that is everybody's, too.
          applications: {
            mode: 'partial',
            rows: [{ code: 'POS', name: 'Kasir Toko', productionVersion: 'b2' }],
          },
        },
        { actor },
      ),
    );
    await step(
      syncStores([
        { code: 'TB001', name: 'Tutup', branchCode: 'BDG1', open: false },
        { code: 'TB002', name: 'Pindah', branchCode: 'JKT1' },
      ]),
    );
    const { revision, directoryRevision } = await core.listBetaAppStores({ id: one.id, limit: 1 });
    const changes = [{ registered: false, codes: ['TJ001', 'TM002'] }];
    const save = { id: one.id, baseRevision: revision, directoryRevision, changes };
    await step(core.saveStores(save, { actor }));
    await step(syncStores([{ code: 'TB001', name: 'Buka', branchCode: 'BDG1' }]));
    await step(core.removeApplication({ ...(await edit(one.id)), code: 'STK' }, { actor }));
    await step(core.cancelBetaApp(await edit(one.id), { actor }));
    for (const offset of [2, 5]) {
      for (const hour of ['14:59:59.999999', '15:00:00', '16:00:00', '16:59:59', '17:00:00']) {
        moments.push(`${day(offset)}T${hour}Z`);
      }
    }

    const versions = new Set<string>();
    for (const at of moments) for (const key of (await expected(at)).keys()) versions.add(key);
    // In production, in the first build, in the second, and to come.
    assert.ok(versions.size >= applications.length + 3, [...versions].join(' '));
    for (const at of moments) {
      const found = await expected(at);
      for (const key of versions) {
        const [application = '', version = ''] = key.split('\n');
        const items = await readAll({ application, version, at });
        assert.deepEqual(items, (found.get(key) ?? []).sort(byCode), `${key} at ${at}`);
      }
    }
    const mixed = await readAll({ application: 'POS', version: 'b2', at: moments[4]! });
    assert.deepEqual(new Set(mixed.map(({ channel }) => channel)), new Set(['beta', 'production']));
  });

  it('are counted by branch, as it was called, and may be those of one', async () => {
    const { core } = fixture;
    const all = { application: 'abs', version: ' 1.0.0 ' };
    const page = await core.listStoresOfVersion({ ...all, limit: 1 });
    assert.deepEqual([page.items.length, page.total], [1, 200]);
    assert.deepEqual(
      page.byBranch.map(({ code, name }) => [code, name]),
      [
        ['BDG1', 'Bandung 1'],
        ['JAP1', 'Jayapura 1'],
        ['JKT1', 'Jakarta 1'],
        ['MKS1', 'Makassar 1'],
      ],
    );
    const one = await core.listStoresOfVersion({ ...all, branch: 'mks1' });
    assert.deepEqual(one.byBranch, [
      { code: 'MKS1', name: 'Makassar 1', stores: 50, openStores: 50 },
    ]);
    assert.ok(one.items.every(({ branchCode }) => branchCode === 'MKS1'));
  });

  it('are on all pages those of the moment of the first', async () => {
    const { core } = fixture;
    const all = { application: 'ABS', version: '1.0.0', limit: 150 };
    const first = await core.listStoresOfVersion(all);
    const betaApp = await makeBetaApp(core, { applications: ['ABS'] });
    await register(core, betaApp.id, ['TP049', 'TP050']);
    const second = await core.listStoresOfVersion({ ...all, cursor: first.nextCursor! });
    assert.equal(second.at, first.at);
    assert.deepEqual([second.total, second.items.length, second.nextCursor], [200, 50, null]);
    const now = await core.listStoresOfVersion(all);
    assert.equal(now.total, 198);
    const jayapura = { code: 'JAP1', name: 'Jayapura 1', stores: 48, openStores: 50 };
    assert.deepEqual(now.byBranch[1], jayapura);
  });

  it('are none of a version that nobody runs, and refused of what nobody knows', async () => {
    const { core } = fixture;
    const none = await core.listStoresOfVersion({ application: 'POS', version: '0.0' });
    assert.deepEqual([none.items, none.total, none.byBranch], [[], 0, []]);
    const early = { application: 'POS', version: '4.18.2', at: '2000-01-01T00:00:00Z' };
    assert.equal((await core.listStoresOfVersion(early)).total, 0);
    const ask = (more: object) =>
      core.listStoresOfVersion({ application: 'ABS', version: '1.0.0', ...more });
    await assert.rejects(ask({ application: 'NIX' }), { code: 'APPLICATION_NOT_FOUND' });
    await assert.rejects(ask({ branch: 'NIX' }), {
      errors: [{ path: 'branch', code: 'unknown' }],
    });
    const { nextCursor } = await ask({ limit: 1 });
    const [bound] = JSON.parse(Buffer.from(nextCursor!, 'base64url').toString()) as string[];
    const made = (...keyset: unknown[]) =>
      Buffer.from(JSON.stringify([bound, ...keyset])).toString('base64url');
    for (const cursor of ['x', made('TB001'), made('kemarin', 'TB001'), made('infinity', 'A')]) {
      await assert.rejects(ask({ cursor }), { code: 'CURSOR_INVALID' });
    }
    await assert.rejects(ask({ version: '2', cursor: nextCursor }), { code: 'CURSOR_INVALID' });
  });
});

const byCode = (one: StoreOfVersion, other: StoreOfVersion): number =>
  one.code < other.code ? -1 : 1;
