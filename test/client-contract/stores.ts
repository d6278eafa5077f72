import { routes, type StoreConflict } from '@beta-app/core/contract';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  budi,
  create,
  createWith,
  day,
  directory,
  fieldsOf,
  type GetHost,
  refused,
  sari,
  save,
} from './host.js';

export function stores(host: GetHost): void {
  describe('saving stores', () => {
    it('registers and withdraws, later entries winning', async () => {
      const client = host().clientOf(sari);
      const { id } = await create(client);
      const first = await save(client, id, [
        { registered: true, select: { branch: 'BDG' }, except: ['T01'] },
        { registered: false, codes: ['T02', 'T09'] },
        { registered: true, select: { q: 'cibiru' } },
      ]);
      assert.deepEqual(first, {
        revision: 2,
        added: 8,
        removed: 0,
        byBranch: [
          { code: 'BDG', added: 7, removed: 0, after: 7 },
          { code: 'MKS', added: 1, removed: 0, after: 1 },
        ],
        moved: [],
        skipped: [],
        others: [],
      });
      assert.deepEqual(routes.saveStores.output.parse(first), first);
      const same = await save(client, id, [{ registered: true, codes: ['T03', 'T03'] }]);
      assert.deepEqual([same.revision, same.added, same.byBranch], [2, 0, []]);
      const second = await save(client, id, [{ registered: false, codes: ['T03', 'T10'] }]);
      assert.deepEqual(
        [second.revision, second.removed, second.byBranch.map(({ after }) => after)],
        [3, 2, [6, 0]],
      );
      const { registeredStores, registeredBranches, detailsRevision } = await client.getBetaApp({
        id,
      });
      assert.deepEqual([registeredStores, registeredBranches, detailsRevision], [6, 1, 1]);
    });

    it('restores what was registered at an earlier revision, after telling the difference', async () => {
      const client = host().clientOf(sari);
      const { id } = await create(client);
      const codes = (registered: boolean, ...wanted: string[]) => [{ registered, codes: wanted }];
      const { revision } = await save(client, id, codes(true, 'T01', 'T02', 'T09'));
      await save(client, id, codes(false, 'T01', 'T09'));
      await save(client, id, codes(true, 'T03', 'T10'));
      const { revision: baseRevision, directoryRevision } = await client.listBetaAppStores({ id });
      const restore = { id, baseRevision, directoryRevision };
      const changes = [{ asOf: revision, except: ['T09', 'T10'] }];
      const trial = await client.saveStores({ ...restore, changes, dryRun: true });
      assert.deepEqual([trial.added, trial.removed, trial.revision], [1, 1, baseRevision]);
      const saved = await client.saveStores({ ...restore, changes });
      assert.deepEqual([saved.added, saved.removed], [1, 1]);
      const registered = async () => {
        const { items } = await client.listBetaAppStores({ id, registered: true });
        return items.map(({ code }) => code);
      };
      assert.deepEqual(await registered(), ['T01', 'T02', 'T10']);
      await save(client, id, [{ asOf: revision }]);
      assert.deepEqual(await registered(), ['T01', 'T02', 'T09']);
      await save(client, id, [{ asOf: 1 }]);
      assert.deepEqual(await registered(), []);
      const later = await refused(save(client, id, [{ asOf: 99 }]), 'VALIDATION_FAILED');
      assert.deepEqual(fieldsOf(later), [['changes.0.asOf', 'range']]);
    });

    it('refuses what is unknown or closed, and what was never read', async () => {
      const client = host().clientOf(sari);
      const { id } = await create(client);
      const codes = (...wanted: string[]) => [{ registered: true, codes: wanted }];
      const unknown = await refused(save(client, id, codes('X2', 'T01', 'X1')), 'STORES_UNKNOWN');
      assert.deepEqual(unknown.details, { stores: ['X1', 'X2'] });
      const closed = await refused(save(client, id, codes('T12', 'T01')), 'STORES_CLOSED');
      assert.deepEqual(closed.details, { stores: ['T12'] });
      const branch = await refused(
        save(client, id, [...codes('T01'), { registered: true, select: { branch: 'NONE' } }]),
        'VALIDATION_FAILED',
      );
      assert.deepEqual(fieldsOf(branch), [['changes.1.select.branch', 'unknown']]);
      const { directoryRevision } = await client.listBetaAppStores({ id });
      const future = (more: object) =>
        client.saveStores({ id, baseRevision: 1, directoryRevision, changes: [], ...more });
      for (const field of ['baseRevision', 'directoryRevision']) {
        const error = await refused(future({ [field]: 9_999 }), 'VALIDATION_FAILED');
        assert.deepEqual(fieldsOf(error), [[field, 'range']]);
      }
      const odd = await refused(
        future({ changes: [{ registered: 1, codes: ['?'] }] }),
        'VALIDATION_FAILED',
      );
      assert.deepEqual(fieldsOf(odd), [
        ['changes.0.registered', 'type'],
        ['changes.0.codes.0', 'format'],
      ]);
      assert.equal((await client.getBetaApp({ id })).revision, 1);
    });

    it('merges with what others saved, and clashes over the same stores', async () => {
      const [mine, theirs] = [host().clientOf(sari), host().clientOf(budi)];
      const { id } = await create(mine);
      await save(mine, id, [{ registered: true, codes: ['T01', 'T02', 'T03'] }]);
      const { revision: baseRevision, directoryRevision } = await mine.listBetaAppStores({ id });
      await save(theirs, id, [
        { registered: false, codes: ['T01', 'T02'] },
        { registered: true, codes: ['T04'] },
      ]);
      const from = (changes: Parameters<typeof save>[2], dryRun?: boolean) =>
        mine.saveStores({ id, baseRevision, directoryRevision, changes, dryRun });
      // They withdrew T01 and T02, and registered T04 meanwhile.
      const clashing = [
        { registered: true, codes: ['T01', 'T05'] },
        { registered: false, codes: ['T04'] },
      ];
      const clash = await refused(from(clashing), 'STORES_CHANGED');
      const [found, ...more] = clash.detailsOf('STORES_CHANGED')!.clashes;
      assert.deepEqual([found!.actor, found!.stores, more], [budi, ['T01', 'T04'], []]);
      const dry = await from(clashing, true);
      assert.deepEqual(dry.clashes, [found]);
      const merged = await from([{ registered: true, codes: ['T05'] }]);
      assert.deepEqual(
        merged.others.map(({ actor, stores: count }) => [actor, count]),
        [[budi, 3]],
      );
      assert.equal(merged.revision, baseRevision + 2);
    });

    it('refuses what another beta app holds with the same application', async () => {
      const [mine, theirs] = [host().clientOf(sari), host().clientOf(budi)];
      const held = await createWith(theirs, 'POS', ['T06', 'T07', 'T08']);
      const one = await createWith(mine, 'POS', ['T05']);
      const overlap = await refused(
        save(mine, one.id, [{ registered: true, codes: ['T08', 'T06', 'T04'] }]),
        'STORES_OVERLAP',
      );
      const { id, name, startsOn, endsOn } = held;
      const conflict = {
        betaApp: { id, name, startsOn, endsOn, owner: budi },
        application: { code: 'POS', name: 'Kasir Toko' },
        version: '9.9.9',
        stores: ['T06', 'T08'],
        names: [
          { code: 'T06', name: 'Toko 6' },
          { code: 'T08', name: 'Toko 8' },
        ],
        movable: false,
      };
      assert.deepEqual(overlap.details, { conflicts: [conflict] });

      // An application that comes later is judged alike, and so is a longer period.
      const later = await createWith(mine, 'ABS', ['T06']);
      const edit = { id: later.id, detailsRevision: later.detailsRevision };
      const added = await refused(
        mine.addApplication({ ...edit, applicationCode: 'POS', version: '1' }),
        'STORES_OVERLAP',
      );
      assert.deepEqual(added.detailsOf('STORES_OVERLAP')!.conflicts[0]!.stores, ['T06']);
      const after = await create(mine, [29, 40]);
      await mine.addApplication({
        id: after.id,
        detailsRevision: 1,
        applicationCode: 'POS',
        version: '1',
      });
      await save(mine, after.id, [{ registered: true, codes: ['T07'] }]);
      await refused(
        mine.updateBetaApp({ id: after.id, detailsRevision: 2, startsOn: day(28) }),
        'STORES_OVERLAP',
      );
      await theirs.cancelBetaApp({ id, detailsRevision: held.detailsRevision });
      await mine.updateBetaApp({ id: after.id, detailsRevision: 2, startsOn: day(28) });
    });

    it('marks in the list what another beta app holds with the same application', async () => {
      const [mine, theirs] = [host().clientOf(sari), host().clientOf(budi)];
      // Far away from all other suites' beta apps.
      const createLater = async (client: typeof mine, applicationCode: string, codes: string[]) => {
        const { id: made, detailsRevision } = await create(client, [500, 520]);
        await client.addApplication({
          id: made,
          detailsRevision,
          applicationCode,
          version: '9.9.9',
        });
        await save(client, made, [{ registered: true, codes }]);
        return await client.getBetaApp({ id: made });
      };
      const held = await createLater(theirs, 'ABS', ['T05', 'T07']);
      const both = await createLater(theirs, 'STK', ['T07', 'T08']);
      const one = await createLater(mine, 'ABS', ['T01']);
      const list = (query: object = {}) => mine.listBetaAppStores({ id: one.id, ...query });
      const marksOf = ({ items, holders }: Awaited<ReturnType<typeof list>>) =>
        items.flatMap(({ code, heldBy }) =>
          heldBy === undefined
            ? []
            : [[code, ...heldBy.map((place) => holders[place]!.application.code)]],
        );
      const page = await list();
      assert.deepEqual(routes.listBetaAppStores.output.parse(page), page);
      const { id, name, startsOn, endsOn } = held;
      const holder = {
        betaApp: { id, name, startsOn, endsOn, owner: budi },
        application: { code: 'ABS', name: 'Absensi' },
        version: '9.9.9',
      };
      assert.deepEqual(page.holders, [holder]);
      assert.deepEqual(marksOf(page), [
        ['T05', 'ABS'],
        ['T07', 'ABS'],
      ]);
      const rest = await list({ limit: 2, cursor: (await list({ limit: 4 })).nextCursor });
      assert.deepEqual([marksOf(rest), rest.holders], [[['T05', 'ABS']], [holder]]);
      assert.deepEqual((await list({ limit: 4 })).holders, []);
      assert.deepEqual(marksOf(await list({ registered: true })), []);

      const edit = { id: one.id, detailsRevision: one.detailsRevision };
      await mine.addApplication({ ...edit, applicationCode: 'STK', version: '1' });
      assert.deepEqual(marksOf(await list({ branch: 'BDG', q: 'toko' })), [
        ['T05', 'ABS'],
        ['T08', 'STK'],
      ]);
      assert.deepEqual(marksOf(await list({ registered: false })), [
        ['T05', 'ABS'],
        ['T07', 'ABS', 'STK'],
        ['T08', 'STK'],
      ]);
      await theirs.cancelBetaApp({ id, detailsRevision: held.detailsRevision });
      assert.deepEqual(marksOf(await list()), [
        ['T07', 'STK'],
        ['T08', 'STK'],
      ]);
      await mine.cancelBetaApp({ id: one.id, detailsRevision: one.detailsRevision + 1 });
      assert.deepEqual(marksOf(await list()), []);
      await theirs.cancelBetaApp({ id: both.id, detailsRevision: both.detailsRevision });
    });

    it('moves stores over between own beta apps, and tells both histories', async () => {
      const [mine, theirs] = [host().clientOf(sari), host().clientOf(budi)];
      // Far away from all other suites' beta apps.
      const createLater = async (client: typeof mine, ...codes: string[]) => {
        const { id, name, startsOn, endsOn, owner, detailsRevision } = await create(
          client,
          [600, 620],
        );
        await client.addApplication({ id, detailsRevision, applicationCode: 'POS', version: '2' });
        await save(client, id, [{ registered: true, codes }]);
        return { id, name, startsOn, endsOn, owner };
      };
      const [from, to] = [await createLater(mine, 'T05', 'T06', 'T07'), await createLater(mine)];
      const foreign = await createLater(theirs, 'T08');
      const wished = [{ registered: true, codes: ['T05', 'T08', 'T09'] }];
      const { conflicts } = (await refused(save(mine, to.id, wished), 'STORES_OVERLAP'))
        .details as {
        conflicts: StoreConflict[];
      };
      assert.deepEqual(
        conflicts.map(({ betaApp, movable }) => [betaApp.id, movable]),
        [
          [from.id, true],
          [foreign.id, false],
        ],
      );
      const move = (betaApp: { id: number }, ...codes: string[]) => [
        { registered: true as const, codes, from: betaApp.id },
      ];
      const denied = await refused(save(mine, to.id, move(foreign, 'T08')), 'FORBIDDEN');
      assert.deepEqual(denied.details, { owner: budi });
      const nowhere = await refused(save(mine, to.id, move(to, 'T05')), 'VALIDATION_FAILED');
      assert.deepEqual(fieldsOf(nowhere), [['changes.0.from', 'unknown']]);
      const back = { ...move(from, 'T05')[0]!, registered: false };
      assert.deepEqual(fieldsOf(await refused(save(mine, to.id, [back]), 'VALIDATION_FAILED')), [
        ['changes.0.from', 'unknown_key'],
      ]);

      const saved = await save(mine, to.id, [
        ...move(from, 'T05', 'T06', 'T04'),
        { registered: false, codes: ['T06'] },
      ]);
      assert.deepEqual([saved.added, saved.moved], [2, [{ betaApp: from, stores: 1, lost: [] }]]);
      const left = await mine.listBetaAppStores({ id: from.id, registered: true });
      assert.deepEqual(
        left.items.map(({ code }) => code),
        ['T06', 'T07'],
      );
      const [here] = (await mine.listBetaAppHistory({ id: to.id })).items;
      const [there] = (await mine.listBetaAppHistory({ id: from.id })).items;
      assert.deepEqual(here!.stores!.movedFrom, [{ id: from.id, name: from.name, stores: 1 }]);
      assert.deepEqual(there!.stores!.movedTo, { id: to.id, name: to.name });
      assert.deepEqual([there!.stores!.withdrawn, here!.stores!.movedTo], [1, null]);
    });

    it('tells in a dry run all that stands in its way, and saves nothing', async () => {
      const client = host().clientOf(sari);
      const { id } = await create(client);
      const { directoryRevision } = await client.listBetaAppStores({ id });
      const changes = [{ registered: true, codes: ['T12', 'NONE', 'T09'] }];
      const input = { id, baseRevision: 1, directoryRevision, changes, dryRun: true };
      assert.deepEqual(await client.saveStores(input), {
        revision: 1,
        added: 1,
        removed: 0,
        byBranch: [{ code: 'MKS', added: 1, removed: 0, after: 1 }],
        moved: [],
        skipped: [],
        others: [],
        conflicts: [],
        clashes: [],
        unknown: ['NONE'],
        closed: ['T12'],
      });
      assert.equal((await client.listBetaAppStores({ id })).registeredTotal, 0);
    });

    it('leaves out stores that joined a filter after it was read', async () => {
      const client = host().clientOf(sari);
      const { id } = await create(client);
      await host().sync({
        branches: [{ code: 'MDN', name: 'Medan', timeZone: 'Asia/Jakarta' }],
        stores: [
          { code: 'M1', name: 'Polonia', branchCode: 'MDN' },
          { code: 'M2', name: 'Belawan', branchCode: 'MDN', open: false },
        ],
      });
      const { directoryRevision } = await client.listBetaAppStores({ id });
      await host().sync({
        stores: [
          { code: 'M1', name: 'Polonia Baru', branchCode: 'MDN' },
          { code: 'M2', name: 'Belawan', branchCode: 'MDN' },
          { code: 'M3', name: 'Helvetia', branchCode: 'MDN' },
        ],
      });
      const changes = [
        { registered: true, select: { branch: 'MDN' } },
        { registered: true, codes: ['M3'] },
      ];
      const saved = await client.saveStores({ id, baseRevision: 1, directoryRevision, changes });
      assert.deepEqual([saved.added, saved.skipped], [2, ['M2']]);
    });

    it('keeps a store that closes, without counting it', async () => {
      const client = host().clientOf(sari);
      const { id } = await create(client);
      await host().sync({ stores: [{ code: 'C1', name: 'Caringin', branchCode: 'BDG' }] });
      await save(client, id, [{ registered: true, codes: ['C1', 'T01'] }]);
      await host().sync({
        stores: [{ code: 'C1', name: 'Caringin', branchCode: 'BDG', open: false }],
      });
      const page = await client.listBetaAppStores({ id, registered: true });
      assert.deepEqual([page.total, page.registeredTotal, page.items.length], [1, 1, 2]);
      assert.ok(page.items[0]!.closedSince! > page.items[0]!.registeredSince!);
      assert.equal((await client.getBetaApp({ id })).registeredStores, 1);
      const withdrawn = await save(client, id, [{ registered: false, codes: ['C1'] }]);
      assert.deepEqual(withdrawn.byBranch, [{ code: 'BDG', added: 0, removed: 1, after: 1 }]);
      const all = (await client.listBetaAppStores({ id })).items.map(({ code }) => code);
      assert.ok(!all.includes('C1') && all.length >= (directory.stores?.length ?? 0) - 1);
    });
  });
}
