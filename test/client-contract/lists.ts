import { routes } from '@beta-app/core/contract';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { budi, create, createWith, day, fieldsOf, type GetHost, refused, sari } from './host.js';

export function lists(host: GetHost): void {
  describe('lists', () => {
    it('show beta apps, the own first, then by start, newest first', async () => {
      const [mine, theirs] = [host().clientOf(sari), host().clientOf(budi)];
      const name = `Urutan ${day(0)}`;
      const make = (client: typeof mine, number: number, start: number) =>
        client.createBetaApp({
          name: `${name} ${number}`,
          startsOn: day(start),
          endsOn: day(start + 5),
        });
      await make(theirs, 1, 30);
      await make(mine, 2, 0);
      await make(mine, 3, 10);
      await make(theirs, 4, 0);
      const page = await mine.listBetaApps({ q: 'urutan' });
      assert.deepEqual(
        page.items.map((item) => item.name.at(-1)),
        ['3', '2', '1', '4'],
      );
      assert.deepEqual([page.total, page.nextCursor], [4, null]);
      assert.deepEqual(routes.listBetaApps.output.parse(page), page);
      const first = page.items[0]!;
      assert.deepEqual(Object.keys(first).sort(), [
        'endsOn',
        'id',
        'name',
        'owner',
        'startsOn',
        'state',
      ]);
      assert.deepEqual([first.owner, first.state], [sari, 'scheduled']);

      const active = await theirs.listBetaApps({ q: 'URUTAN', state: ['active'] });
      assert.deepEqual(
        active.items.map((item) => item.name.at(-1)),
        ['4', '2'],
      );
      const byNik = await mine.listBetaApps({ q: `urutan ${budi.nik.slice(3)}` });
      assert.equal(byNik.total, 2);
    });

    it('come page by page, and bind a cursor to its filter', async () => {
      const client = host().clientOf(sari);
      const first = await client.listStores({ limit: 5 });
      assert.deepEqual(
        first.items.map(({ code }) => code),
        ['T01', 'T02', 'T03', 'T04', 'T05'],
      );
      assert.equal(first.total, 12);
      const cursor = first.nextCursor!;
      const second = await client.listStores({ limit: 10, cursor });
      assert.deepEqual([second.items.length, second.nextCursor], [7, null]);
      await refused(client.listStores({ q: 'toko', cursor }), 'CURSOR_INVALID');
      await refused(client.listStores({ cursor: 'x' }), 'CURSOR_INVALID');
      await refused(client.listApplications({ cursor }), 'CURSOR_INVALID');
      const tooMany = await refused(client.listStores({ limit: 2_001 }), 'VALIDATION_FAILED');
      assert.deepEqual(fieldsOf(tooMany), [['limit', 'range']]);
      const page = await client.listBetaApps({ limit: 1 });
      const next = await client.listBetaApps({ limit: 1, cursor: page.nextCursor! });
      assert.notEqual(next.items[0]!.id, page.items[0]!.id);
    });

    it('find every word in code or name, whatever the case', async () => {
      const client = host().clientOf(sari);
      const found = async (q: string) =>
        (await client.listStores({ q })).items.map(({ code }) => code);
      assert.deepEqual(await found('CIBIRU 1'), ['T01', 'T10']);
      assert.deepEqual(await found('cibiru t07'), ['T07']);
      assert.deepEqual(await found('  '), await found(''));
      assert.deepEqual(await found('tidak ada'), []);
      const applications = await client.listApplications({ q: 'toko' });
      assert.deepEqual(applications.items, [
        { code: 'POS', name: 'Kasir Toko', productionVersion: '4.18.2', description: 'Kasir' },
        { code: 'STK', name: 'Stok Toko', productionVersion: '2.1.7', description: 'Stok' },
      ]);
    });

    it('find a store by its code as people type it, the one that was meant first', async () => {
      const client = host().clientOf(sari);
      const found = async (q: string) =>
        (await client.listStores({ q })).items.map(({ code }) => code);
      assert.deepEqual(await found('t 1'), ['T01', 'T10', 'T11', 'T12']);
      assert.deepEqual(await found('T-1'), ['T01', 'T10', 'T11', 'T12']);
      assert.deepEqual(await found('t.12'), ['T12']);
      assert.deepEqual(await found('0011'), ['T11']);
      assert.deepEqual(await found('t1!'), []);
      const first = await client.listStores({ q: 't-1', limit: 1 });
      const cursor = first.nextCursor!;
      const next = await client.listStores({ q: 't-1', limit: 2, cursor });
      assert.deepEqual(
        [first, next].map(({ items }) => items.map(({ code }) => code)),
        [['T01'], ['T10', 'T11']],
      );
      assert.deepEqual(routes.listStores.output.parse(first), first);
      assert.deepEqual(first.items, [
        { code: 'T01', name: 'Cibiru 1', branchCode: 'BDG', branchName: 'Bandung', open: true },
      ]);
    });

    it('count the open stores of branches, in order of name', async () => {
      const client = host().clientOf(sari);
      const { id } = await createWith(client, 'ABS', ['T01', 'T09']);
      assert.deepEqual((await client.listBranches({ betaApp: id })).items, [
        { code: 'BDG', name: 'Bandung', timeZone: 'Asia/Jakarta', stores: 8, registered: 1 },
        { code: 'MKS', name: 'Makassar', timeZone: 'Asia/Makassar', stores: 3, registered: 1 },
      ]);
      const [found] = (await client.listBranches({ q: 'kas' })).items;
      assert.deepEqual([found!.code, found!.registered], ['MKS', 0]);
      await refused(client.listBranches({ betaApp: 99_999 }), 'BETA_APP_NOT_FOUND');
    });

    it('show the stores of a beta app, registered or not', async () => {
      const client = host().clientOf(sari);
      const { id, revision } = await createWith(client, 'STK', ['T02', 'T09']);
      const page = await client.listBetaAppStores({ id, branch: 'BDG' });
      assert.deepEqual([page.total, page.registeredTotal, page.revision], [8, 1, revision]);
      const [one, two] = page.items;
      assert.deepEqual(one, {
        code: 'T01',
        name: 'Cibiru 1',
        branchCode: 'BDG',
        registered: false,
      });
      assert.equal(two!.registered, true);
      assert.match(two!.registeredSince!, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/u);
      const others = await client.listBetaAppStores({ id, registered: false, q: 'toko', limit: 2 });
      assert.deepEqual([others.total, others.registeredTotal, others.items.length], [5, 2, 2]);
      const unknown = await refused(
        client.listBetaAppStores({ id, branch: 'NONE' }),
        'VALIDATION_FAILED',
      );
      assert.deepEqual(fieldsOf(unknown), [['branch', 'unknown']]);
      await refused(client.listBetaAppStores({ id: 99_999 }), 'BETA_APP_NOT_FOUND');
    });

    it('give up with the reason of the caller', async () => {
      const controller = new AbortController();
      controller.abort();
      const { signal } = controller;
      const client = host().clientOf(sari);
      await assert.rejects(client.listStores({}, { signal }), { name: 'AbortError' });
      const { total } = await client.listBetaApps();
      const input = { name: 'Batal', startsOn: day(0), endsOn: day(1) };
      await assert.rejects(client.createBetaApp(input, { signal }), { name: 'AbortError' });
      assert.equal((await client.listBetaApps()).total, total);
    });

    it('never hand out what a later change shows through', async () => {
      const client = host().clientOf(sari);
      const before = await create(client);
      const { id, detailsRevision } = before;
      await client.updateBetaApp({ id, detailsRevision, name: `${before.name} lain` });
      assert.equal(before.detailsRevision, detailsRevision);
    });
  });
}
