import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  type HistoryEvent,
  type ListBetaAppHistory,
  type ListStoreHistory,
} from '@beta-app/core/contract';
import { makeBetaApp, register, withdraw } from './support/beta-apps.js';
import { budi, day, openFixture, sari, stores, type Fixture } from './support/fixture.js';

const actor = sari;

describe('a history', () => {
  let fixture: Fixture;
  before(async () => {
    fixture = await openFixture();
  });
  after(() => fixture.close());

  const edit = async (id: number) => {
    const { detailsRevision } = await fixture.core.getBetaApp({ id });
    return { id, detailsRevision };
  };
  const syncStores = (
    ...rows: { code: string; name: string; branchCode: string; open?: boolean }[]
  ) =>
    fixture.core.syncDirectory(
      {
        stores: { mode: 'partial', rows },
        expectedClosures: rows.filter(({ open }) => open === false).length,
      },
      { actor: budi },
    );
  const ofBetaApp = async (input: ListBetaAppHistory) =>
    (await fixture.core.listBetaAppHistory(input)).items;
  const ofStore = async (input: ListStoreHistory) =>
    (await fixture.core.listStoreHistory(input)).items;

  it('tells who did what to a beta app, with what was before and after', async () => {
    const { core } = fixture;
    const { id, name } = await makeBetaApp(core, { applications: ['POS'] });
    const renamed = `${name} Baru`;
    await core.updateBetaApp(
      { ...(await edit(id)), name: renamed, endsOn: day(9) },
      { actor: budi },
    );
    await core.changeApplication({ ...(await edit(id)), code: 'POS', notes: 'QRIS' }, { actor });
    await register(core, id, ['TB001', 'TB002']);
    await core.pauseBetaApp({ ...(await edit(id)), stores: 'drop' }, { actor });
    await core.removeApplication({ ...(await edit(id)), code: 'POS' }, { actor });
    await core.cancelBetaApp(await edit(id), { actor: budi });

    const events = await ofBetaApp({ id });
    const version = `POS-beta-${String(id)}`;
    assert.deepEqual(
      events.map(({ action, actor: by, before: was, after: became }) => [action, by, was, became]),
      [
        ['cancel', budi, { closed: 'none' }, { closed: 'cancelled' }],
        [
          'remove_application',
          sari,
          { application: { code: 'POS', version, notes: 'QRIS' } },
          null,
        ],
        ['pause', sari, { pause: 'none' }, { pause: 'drop' }],
        ['save_stores', sari, null, null],
        [
          'change_application',
          sari,
          { application: { code: 'POS', version, notes: '' } },
          { application: { code: 'POS', version, notes: 'QRIS' } },
        ],
        ['update', budi, { name, endsOn: day(30) }, { name: renamed, endsOn: day(9) }],
        ['add_application', sari, null, { application: { code: 'POS', version, notes: '' } }],
        ['create', sari, null, { name, startsOn: day(0), endsOn: day(30), owner: sari }],
      ],
    );
    assert.deepEqual(
      events.map(({ betaApp }) => betaApp?.name),
      [...Array<string>(6).fill(renamed), name, name],
    );
    assert.ok(
      events.every(({ stores: told, action }) => (told === null) === (action !== 'save_stores')),
    );
    assert.match(events[0]!.at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/u);
  });

  it('names the stores of an event, the first few in it and all on pages', async () => {
    const { core } = fixture;
    const { id } = await makeBetaApp(core);
    const many = stores.slice(0, 60).map(({ code }) => code);
    await register(core, id, [...many].reverse());
    await withdraw(core, id, many.slice(0, 2), budi);
    const { revision, directoryRevision } = await core.listBetaAppStores({ id, limit: 1 });
    const changes = [
      { registered: true, codes: ['TB002', 'TP050'] },
      { registered: false, codes: ['TB003'] },
    ];
    await core.saveStores({ id, baseRevision: revision, directoryRevision, changes }, { actor });
    const [mixed, withdrawn, registered] = await ofBetaApp({ id });
    const gist = ({ stores: told }: HistoryEvent) => [
      told!.total,
      told!.registered,
      told!.withdrawn,
      told!.some.map(({ code, changes: [change] }) => `${code} ${change}`),
    ];
    assert.deepEqual(gist(registered!), [
      60,
      60,
      0,
      many.slice(0, 5).map((code) => `${code} registered`),
    ]);
    assert.deepEqual(gist(withdrawn!), [2, 0, 2, ['TB001 withdrawn', 'TB002 withdrawn']]);
    assert.deepEqual(gist(mixed!), [
      3,
      2,
      1,
      ['TB002 registered', 'TB003 withdrawn', 'TP050 registered'],
    ]);
    assert.deepEqual(registered!.stores!.some[0], {
      code: 'TB001',
      name: 'Toko BDG1 1',
      changes: ['registered'],
      before: null,
      after: null,
    });

    const event = registered!.id;
    const first = await core.listHistoryStores({ id, event, limit: 40 });
    assert.deepEqual([first.total, first.items.length], [60, 40]);
    const rest = await core.listHistoryStores({ id, event, limit: 40, cursor: first.nextCursor! });
    assert.deepEqual([rest.total, rest.nextCursor], [60, null]);
    assert.deepEqual(
      [...first.items, ...rest.items].map(({ code }) => code),
      many,
    );
    const all = await core.listHistoryStores({ id, event: mixed!.id });
    assert.deepEqual(all.items, mixed!.stores!.some);
    const details = await makeBetaApp(core);
    const [created] = await ofBetaApp({ id: details.id });
    const none = await core.listHistoryStores({ id: details.id, event: created!.id });
    assert.deepEqual(none, { items: [], nextCursor: null, total: 0 });
    // An event of another beta app, and a sync from before this one.
    for (const other of [event, 1, 999_999, Number.MAX_SAFE_INTEGER]) {
      await assert.rejects(core.listHistoryStores({ id: details.id, event: other }), {
        code: 'EVENT_NOT_FOUND',
      });
    }
    await assert.rejects(core.listHistoryStores({ id: 999_999, event }), {
      code: 'BETA_APP_NOT_FOUND',
    });
    await assert.rejects(core.listHistoryStores({ id, event, cursor: 'x' }), {
      code: 'CURSOR_INVALID',
    });
  });

  it('tells what syncs did to the stores of a beta app while it had them', async () => {
    const { core } = fixture;
    const { id } = await makeBetaApp(core);
    const place = { name: 'Toko Baru', branchCode: 'JKT1' };
    // Before it has them.
    await syncStores({ code: 'TJ010', ...place, open: false });
    await syncStores({ code: 'TJ010', ...place });
    await register(core, id, ['TJ010', 'TJ011', 'TJ012']);
    await syncStores(
      { code: 'TJ010', name: 'Tebet', branchCode: 'BDG1' },
      { code: 'TJ011', ...place, open: false },
      { code: 'TJ012', name: 'Hanya nama', branchCode: 'JKT1' },
      { code: 'TJ020', ...place, open: false },
    );
    // A name alone doesn't matter to it.
    await syncStores({ code: 'TJ012', name: 'Nama lagi', branchCode: 'JKT1' });
    await withdraw(core, id, ['TJ011']);
    await syncStores({ code: 'TJ011', ...place });
    const events = await ofBetaApp({ id });
    assert.deepEqual(
      events.map(({ action }) => action),
      ['save_stores', 'sync_directory', 'save_stores', 'create'],
    );
    const sync = events[1]!;
    assert.deepEqual([sync.actor, sync.betaApp, sync.before, sync.after], [budi, null, null, null]);
    const was = (number: number) => `Toko JKT1 ${String(number)}`;
    const told = [
      {
        code: 'TJ010',
        name: 'Tebet',
        changes: ['renamed', 'moved'],
        before: { ...place, open: true },
        after: { name: 'Tebet', branchCode: 'BDG1', open: true },
      },
      {
        code: 'TJ011',
        name: 'Toko Baru',
        changes: ['renamed', 'closed'],
        before: { name: was(11), branchCode: 'JKT1', open: true },
        after: { ...place, open: false },
      },
    ];
    const none = { registered: 0, withdrawn: 0, movedFrom: [], movedTo: null };
    assert.deepEqual(sync.stores, { total: 2, ...none, some: told });
    assert.deepEqual(await core.listHistoryStores({ id, event: sync.id }), {
      items: told,
      nextCursor: null,
      total: 2,
    });
    const ofOne = await ofBetaApp({ id, store: 'tj011' });
    assert.deepEqual(
      ofOne.map(({ stores: each }) => each!.some.map(({ changes }) => changes.join())),
      [['withdrawn'], ['renamed,closed'], ['registered']],
    );
    assert.deepEqual(ofOne, await ofStore({ store: 'TJ011', betaApp: id }));
  });

  it('tells when a store was added, and by whom, in all beta apps', async () => {
    const { core } = fixture;
    const one = await makeBetaApp(core);
    const other = await makeBetaApp(core);
    await register(core, one.id, ['TM030', 'TM031']);
    await register(core, other.id, ['TM030'], budi);
    await withdraw(core, one.id, ['TM030'], budi);
    await register(core, one.id, ['TM030']);
    await syncStores({ code: 'TM030', name: 'Panakkukang', branchCode: 'MKS1' });
    const gist = ({ betaApp, actor: by, stores: told }: HistoryEvent) => [
      betaApp?.id,
      by.nik,
      told!.total,
      told!.some.map(({ code, name, changes }) => [code, name, ...changes].join(' ')),
    ];
    const former = 'TM030 Toko MKS1 30';
    assert.deepEqual((await ofStore({ store: 'tm030' })).map(gist), [
      [undefined, budi.nik, 1, ['TM030 Panakkukang renamed']],
      [one.id, sari.nik, 1, [`${former} registered`]],
      [one.id, budi.nik, 1, [`${former} withdrawn`]],
      [other.id, budi.nik, 1, [`${former} registered`]],
      [one.id, sari.nik, 2, [`${former} registered`]],
      [undefined, sari.nik, 1, [`${former} added`]],
    ]);
    assert.deepEqual((await ofStore({ store: 'TM030', betaApp: other.id })).map(gist), [
      [other.id, budi.nik, 1, [`${former} registered`]],
    ]);
    const [added] = (await ofStore({ store: 'TM030' })).slice(-1);
    assert.deepEqual(added!.stores!.some[0], {
      code: 'TM030',
      name: 'Toko MKS1 30',
      changes: ['added'],
      before: null,
      after: { name: 'Toko MKS1 30', branchCode: 'MKS1', open: true },
    });
  });

  it('is narrowed by application, person, action and days', async () => {
    const { core, owner } = fixture;
    const { id } = await makeBetaApp(core);
    await register(core, id, ['TP001']);
    const add = async (applicationCode: string) =>
      core.addApplication(
        { ...(await edit(id)), applicationCode, version: '2' },
        { actor: { name: 'Çelik Ayu', nik: 'A_9%' } },
      );
    await add('POS');
    await add('STK');
    await register(core, id, ['TP002']);
    await core.removeApplication({ ...(await edit(id)), code: 'STK' }, { actor });
    await withdraw(core, id, ['TP002']);
    const actions = async (more: object) =>
      (await ofBetaApp({ id, ...more })).map(({ action }) => action);
    assert.deepEqual(await actions({ application: 'stk' }), [
      'remove_application',
      'save_stores',
      'add_application',
    ]);
    assert.deepEqual(await actions({ application: 'POS' }), [
      'save_stores',
      'save_stores',
      'add_application',
    ]);
    assert.deepEqual(await actions({ application: 'ABS' }), []);
    assert.deepEqual(await actions({ action: ['create', 'remove_application'] }), [
      'remove_application',
      'create',
    ]);
    assert.equal((await actions({ action: [] })).length, 7);
    for (const who of ['ayu ÇELIK', 'a_9%', '9% çel']) {
      assert.deepEqual(await actions({ actor: who }), ['add_application', 'add_application'], who);
    }
    assert.deepEqual(await actions({ actor: 'axx9%' }), []);

    // Midnight of 2 December in Jakarta is 17:00 of the day before in UTC.
    const rows = await owner<{ id: string }[]>`
      select id from beta_app.event where beta_app_id = ${id} order by id`;
    const moments = [
      '2020-12-01T16:59:59.999999Z',
      '2020-12-01T17:00:00Z',
      '2020-12-02T16:59:59.999999Z',
    ];
    for (const [index, at] of moments.entries()) {
      await owner`update beta_app.event set at = ${at}::text::timestamptz where id = ${rows[index]!.id}::bigint`;
    }
    const days = async (more: object) => (await ofBetaApp({ id, ...more })).length;
    assert.deepEqual(
      [
        await days({ to: '2020-12-01' }),
        await days({ from: '2020-12-02', to: '2020-12-02' }),
        await days({ from: '2020-12-02' }),
        await days({ from: '2020-12-03' }),
        await days({ from: day(1) }),
      ],
      [1, 2, 6, 4, 0],
    );
  });

  it('is paged, whatever happens meanwhile', async () => {
    const { core } = fixture;
    const { id } = await makeBetaApp(core);
    for (const code of ['TB040', 'TB041', 'TB042']) await register(core, id, [code]);
    await syncStores({ code: 'TB041', name: 'Pindah', branchCode: 'JKT1' });
    await syncStores({ code: 'TB042', name: 'Pindah', branchCode: 'JKT1' });
    const whole = await ofBetaApp({ id });
    const found: HistoryEvent[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await core.listBetaAppHistory({ id, limit: 1, cursor });
      found.push(...page.items);
      await register(core, id, [`TB04${String(found.length + 2)}`]);
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    assert.deepEqual(found, whole);
    const { nextCursor } = await core.listBetaAppHistory({ id, limit: 2 });
    for (const more of [{ actor: 'x' }, { action: ['create' as const] }, { from: day(0) }]) {
      await assert.rejects(core.listBetaAppHistory({ id, ...more, cursor: nextCursor! }), {
        code: 'CURSOR_INVALID',
      });
    }
    await assert.rejects(core.listStoreHistory({ store: 'TB040', cursor: nextCursor! }), {
      code: 'CURSOR_INVALID',
    });
    const ofOne = await core.listStoreHistory({ store: 'TB041', limit: 1 });
    const older = await core.listStoreHistory({ store: 'TB041', cursor: ofOne.nextCursor! });
    assert.deepEqual([...ofOne.items, ...older.items], await ofStore({ store: 'TB041' }));
  });

  it('is refused of what nobody knows', async () => {
    const { core } = fixture;
    const { id } = await makeBetaApp(core);
    const unknownStore = {
      code: 'VALIDATION_FAILED',
      errors: [{ path: 'store', code: 'unknown' }],
    };
    await assert.rejects(ofBetaApp({ id: 999_999 }), { code: 'BETA_APP_NOT_FOUND' });
    await assert.rejects(ofBetaApp({ id: Number.MAX_SAFE_INTEGER }), {
      code: 'BETA_APP_NOT_FOUND',
    });
    await assert.rejects(ofBetaApp({ id, store: 'NIX' }), unknownStore);
    await assert.rejects(ofBetaApp({ id, application: 'NIX' }), { code: 'APPLICATION_NOT_FOUND' });
    await assert.rejects(ofStore({ store: 'NIX' }), { code: 'STORE_NOT_FOUND' });
    await assert.rejects(ofStore({ store: 'TB001', betaApp: 999_999 }), {
      code: 'BETA_APP_NOT_FOUND',
    });
    const faults = (errors: [string, string][]) => ({
      errors: errors.map(([path, code]) => ({ path, code })),
    });
    const wrong = (more: object) => ofBetaApp({ id, ...more });
    await assert.rejects(wrong({ from: '2026-02-30' }), faults([['from', 'date']]));
    await assert.rejects(
      wrong({ from: '2026-03-02', to: '2026-03-01' }),
      faults([['to', 'end_before_start']]),
    );
    await assert.rejects(wrong({ action: ['erase'] }), faults([['action.0', 'unknown']]));
    await assert.rejects(wrong({ actor: 'a\u0000' }), faults([['actor', 'characters']]));
    await assert.rejects(wrong({ actor: 'a'.repeat(201) }), {
      errors: [{ path: 'actor', code: 'too_long', max: 200 }],
    });
    await assert.rejects(wrong({ limit: 2_001 }), { code: 'VALIDATION_FAILED' });
    assert.deepEqual(await wrong({ from: '9999-12-31', to: '9999-12-31' }), []);
  });
});
