import { type HistoryEvent, routes } from '@beta-app/core/contract';
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import {
  budi,
  create,
  createWith,
  day,
  fieldsOf,
  type GetHost,
  refused,
  sari,
  save,
} from './host.js';

const store = (number: number, more: object = {}) => ({
  code: `H${number}`,
  name: `Hasanuddin ${number}`,
  branchCode: 'HSN',
  ...more,
});

export function history(host: GetHost): void {
  describe('a history', () => {
    before(() =>
      host().sync({
        branches: [{ code: 'HSN', name: 'Hasanuddin', timeZone: 'Asia/Makassar' }],
        stores: Array.from({ length: 9 }, (_, index) => store(index + 1)),
        applications: [{ code: 'HIS', name: 'Riwayat', productionVersion: '1.0', description: '' }],
      }),
    );

    it('of a beta app tells who did what, before and after, newest first', async () => {
      const [mine, theirs] = [host().clientOf(sari), host().clientOf(budi)];
      const { id, name, startsOn, endsOn } = await createWith(mine, 'HIS', ['H2', 'H1']);
      const edit = async () => {
        const { detailsRevision } = await mine.getBetaApp({ id });
        return { id, detailsRevision };
      };
      await theirs.updateBetaApp({ ...(await edit()), name: `${name} x`, owner: budi });
      await mine.changeApplication({ ...(await edit()), code: 'HIS', version: '10' });
      await mine.pauseBetaApp({ ...(await edit()), stores: 'drop' });
      await mine.resumeBetaApp(await edit());
      await mine.promoteBetaApp(await edit());
      const page = await mine.listBetaAppHistory({ id });
      assert.deepEqual(routes.listBetaAppHistory.output.parse(page), page);
      const { items, nextCursor } = page;
      assert.equal(nextCursor, null);
      const version = (number: string) => ({
        application: { code: 'HIS', version: number, notes: '' },
      });
      assert.deepEqual(
        items.map(({ action, actor, before: was, after }) => [action, actor.nik, was, after]),
        [
          ['promote', sari.nik, { closed: 'none' }, { closed: 'promoted' }],
          ['resume', sari.nik, { pause: 'drop' }, { pause: 'none' }],
          ['pause', sari.nik, { pause: 'none' }, { pause: 'drop' }],
          ['change_application', sari.nik, version('9.9.9'), version('10')],
          ['update', budi.nik, { name, owner: sari }, { name: `${name} x`, owner: budi }],
          ['save_stores', sari.nik, null, null],
          ['add_application', sari.nik, null, version('9.9.9')],
          ['create', sari.nik, null, { name, startsOn, endsOn, owner: sari }],
        ],
      );
      assert.deepEqual(
        items.map(({ betaApp }) => betaApp?.name === name),
        [false, false, false, false, false, true, true, true],
      );
      const stored = (number: number) => ({
        code: `H${number}`,
        name: `Hasanuddin ${number}`,
        changes: ['registered'],
        before: null,
        after: null,
      });
      assert.deepEqual(
        items.map(({ stores }) => stores).filter((stores) => stores !== null),
        [
          {
            total: 2,
            registered: 2,
            withdrawn: 0,
            movedFrom: [],
            movedTo: null,
            some: [stored(1), stored(2)],
          },
        ],
      );
      const ids = items.map((item) => item.id);
      assert.deepEqual(
        ids,
        [...ids].sort((one, other) => other - one),
      );
    });

    it('of a store tells when it was added, and by whom', async () => {
      const [mine, theirs] = [host().clientOf(sari), host().clientOf(budi)];
      const { id } = await create(mine);
      const other = await create(theirs);
      await save(mine, id, [{ registered: true, codes: ['H3', 'H4'] }]);
      await save(theirs, other.id, [{ registered: true, codes: ['H3'] }]);
      await host().sync({ stores: [store(3, { branchCode: 'BDG', open: false })] });
      await save(theirs, id, [{ registered: false, codes: ['H3'] }]);
      await host().sync({ stores: [store(3, { name: 'Baru', branchCode: 'BDG' })] });
      const page = await mine.listStoreHistory({ store: 'h3' });
      assert.deepEqual(routes.listStoreHistory.output.parse(page), page);
      assert.deepEqual(page.items.map(gist), [
        [undefined, sari.nik, 1, ['H3 renamed,reopened']],
        [id, budi.nik, 1, ['H3 withdrawn']],
        [undefined, sari.nik, 1, ['H3 moved,closed']],
        [other.id, budi.nik, 1, ['H3 registered']],
        [id, sari.nik, 2, ['H3 registered']],
        [undefined, sari.nik, 1, ['H3 added']],
      ]);
      const values = { name: 'Hasanuddin 3', branchCode: 'BDG', open: false };
      assert.deepEqual(page.items[2]!.stores!.some[0], {
        code: 'H3',
        name: 'Hasanuddin 3',
        changes: ['moved', 'closed'],
        before: { ...values, branchCode: 'HSN', open: true },
        after: values,
      });
      const inOne = await mine.listStoreHistory({ store: 'H3', betaApp: id });
      assert.deepEqual(inOne.items.map(gist), [
        [id, budi.nik, 1, ['H3 withdrawn']],
        [undefined, sari.nik, 1, ['H3 moved,closed']],
        [id, sari.nik, 2, ['H3 registered']],
      ]);
      assert.deepEqual((await mine.listBetaAppHistory({ id, store: 'H3' })).items, inOne.items);
      const asked = { store: 'H3', betaApp: id, limit: 2 };
      const { nextCursor } = await mine.listStoreHistory(asked);
      const older = await mine.listStoreHistory({ ...asked, cursor: nextCursor! });
      assert.deepEqual([older.items, older.nextCursor], [inOne.items.slice(2), null]);
      const ofBetaApp = await mine.listBetaAppHistory({ id });
      const actions = ofBetaApp.items.map(({ action }) => action);
      assert.deepEqual(actions, ['save_stores', 'sync_directory', 'save_stores', 'create']);
      assert.deepEqual(ofBetaApp.items[1], inOne.items[1]);
    });

    it('names all stores of an event on pages of their own', async () => {
      const client = host().clientOf(sari);
      const { id } = await create(client);
      const codes = Array.from({ length: 8 }, (_, index) => `T0${index + 1}`);
      await save(client, id, [{ registered: true, codes }]);
      await save(client, id, [
        { registered: false, codes: ['T03'] },
        { registered: true, codes: ['T09'] },
      ]);
      const [mixed, first, created] = (await client.listBetaAppHistory({ id })).items;
      assert.deepEqual(gist(mixed!), [id, sari.nik, 2, ['T03 withdrawn', 'T09 registered']]);
      assert.deepEqual([mixed!.stores!.registered, mixed!.stores!.withdrawn], [1, 1]);
      const few = codes.slice(0, 5).map((code) => `${code} registered`);
      assert.deepEqual(gist(first!), [id, sari.nik, 8, few]);
      const event = first!.id;
      const page = await client.listHistoryStores({ id, event, limit: 6 });
      assert.deepEqual(routes.listHistoryStores.output.parse(page), page);
      assert.deepEqual([page.total, page.items.length], [8, 6]);
      const cursor = page.nextCursor!;
      const rest = await client.listHistoryStores({ id, event, limit: 6, cursor });
      assert.deepEqual(
        [...page.items, ...rest.items].map(({ code }) => code),
        codes,
      );
      assert.equal(rest.nextCursor, null);
      assert.equal((await client.listHistoryStores({ id, event: created!.id })).total, 0);
      const other = await create(client);
      await refused(client.listHistoryStores({ id: other.id, event }), 'EVENT_NOT_FOUND');
      await refused(client.listHistoryStores({ id: 99_999, event }), 'BETA_APP_NOT_FOUND');
    });

    it('is narrowed and paged', async () => {
      const [mine, theirs] = [host().clientOf(sari), host().clientOf(budi)];
      const { id } = await createWith(mine, 'HIS', ['H7']);
      await save(theirs, id, [{ registered: true, codes: ['H8'] }]);
      const actions = async (more: object) =>
        (await mine.listBetaAppHistory({ id, ...more })).items.map(({ action }) => action);
      assert.deepEqual(await actions({ actor: 'SANTOSO budi' }), ['save_stores']);
      assert.deepEqual(await actions({ actor: sari.nik.slice(2), action: ['create'] }), ['create']);
      const about = ['save_stores', 'save_stores', 'add_application'];
      assert.deepEqual(await actions({ application: 'his' }), about);
      assert.deepEqual(await actions({ application: 'POS' }), []);
      assert.equal((await actions({ from: day(0), to: day(0) })).length, 4);
      assert.deepEqual(await actions({ from: day(1) }), []);
      assert.deepEqual(await actions({ to: day(-1) }), []);
      const { items, nextCursor } = await mine.listBetaAppHistory({ id, limit: 3 });
      const rest = await mine.listBetaAppHistory({ id, limit: 3, cursor: nextCursor! });
      assert.deepEqual([...items, ...rest.items], (await mine.listBetaAppHistory({ id })).items);
      const elsewhere = { id, actor: 'sari', cursor: nextCursor! };
      await refused(mine.listBetaAppHistory(elsewhere), 'CURSOR_INVALID');
    });

    it('is refused of what nobody knows, and of what is no day', async () => {
      const client = host().clientOf(sari);
      const { id } = await create(client);
      const ask = (more: object) => client.listBetaAppHistory({ id, ...more });
      await refused(ask({ id: 99_999 }), 'BETA_APP_NOT_FOUND');
      await refused(ask({ application: 'NIX' }), 'APPLICATION_NOT_FOUND');
      await refused(client.listStoreHistory({ store: 'NIX' }), 'STORE_NOT_FOUND');
      const inNone = { store: 'H1', betaApp: 99_999 };
      await refused(client.listStoreHistory(inNone), 'BETA_APP_NOT_FOUND');
      for (const [more, fields] of [
        [{ store: 'NIX' }, [['store', 'unknown']]],
        [{ from: '2026-02-30' }, [['from', 'date']]],
        [{ from: day(1), to: day(0) }, [['to', 'end_before_start']]],
        [{ action: ['erase'] }, [['action.0', 'unknown']]],
        [{ actor: 'a'.repeat(201) }, [['actor', 'too_long']]],
      ] as const) {
        assert.deepEqual(fieldsOf(await refused(ask(more), 'VALIDATION_FAILED')), fields);
      }
    });
  });
}

const gist = ({ betaApp, actor, stores }: HistoryEvent) => [
  betaApp?.id,
  actor.nik,
  stores!.total,
  stores!.some.map(({ code, changes }) => `${code} ${changes.join()}`),
];
