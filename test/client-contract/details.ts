import { routes } from '@beta-app/core/contract';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
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

export function details(host: GetHost): void {
  describe('the details of a beta app', () => {
    it('are created, trimmed and read', async () => {
      const client = host().clientOf(sari);
      const created = await client.createBetaApp({
        name: '  Uji Rincian ',
        startsOn: day(-3),
        endsOn: day(0),
      });
      assert.deepEqual(created, {
        id: created.id,
        name: 'Uji Rincian',
        startsOn: day(-3),
        endsOn: day(0),
        owner: sari,
        state: 'active',
        pause: 'none',
        revision: 1,
        detailsRevision: 1,
        applications: [],
        registeredStores: 0,
        registeredBranches: 0,
      });
      assert.deepEqual(await client.getBetaApp({ id: created.id }), created);
      assert.deepEqual(routes.getBetaApp.output.parse(created), created);
      await refused(client.getBetaApp({ id: 99_999 }), 'BETA_APP_NOT_FOUND');
    });

    it('are refused field by field, in the language of the client', async () => {
      const input = { name: ' ', startsOn: '2090-02-30', endsOn: '' };
      const [id, en] = (['id', 'en'] as const).map((lang) => host().clientOf(sari, lang));
      const error = await refused(id!.createBetaApp(input), 'VALIDATION_FAILED');
      assert.equal(error.status, 400);
      assert.deepEqual(fieldsOf(error), [
        ['name', 'required'],
        ['startsOn', 'date'],
        ['endsOn', 'required'],
      ]);
      assert.equal(
        error.message,
        'Masih ada isian yang belum terisi: Nama beta-app, Tanggal selesai.',
      );
      assert.equal(error.errors[0]!.message, 'Nama beta-app belum diisi.');
      const english = await refused(en!.createBetaApp(input), 'VALIDATION_FAILED');
      assert.notEqual(english.message, error.message);

      const period = async (startsOn: string, endsOn: string) =>
        fieldsOf(
          await refused(
            id!.createBetaApp({ name: 'Uji Periode', startsOn, endsOn }),
            'VALIDATION_FAILED',
          ),
        );
      assert.deepEqual(await period(day(5), day(4)), [['endsOn', 'end_before_start']]);
      assert.deepEqual(await period(day(-5), day(-1)), [['endsOn', 'end_in_past']]);
      const long = { name: 'a'.repeat(201), startsOn: day(0), endsOn: day(1) };
      const tooLong = await refused(id!.createBetaApp(long), 'VALIDATION_FAILED');
      assert.deepEqual([fieldsOf(tooLong), tooLong.errors[0]!.max], [[['name', 'too_long']], 200]);
      const bent = { ...long, name: 'Uji\u202e', more: 1 };
      assert.deepEqual(fieldsOf(await refused(id!.createBetaApp(bent), 'VALIDATION_FAILED')), [
        ['name', 'characters'],
        ['more', 'unknown_key'],
      ]);
    });

    it('have a name of their own in their period', async () => {
      const client = host().clientOf(sari);
      const one = await create(client, [0, 10]);
      const again = (startsOn: string, endsOn: string) =>
        host().clientOf(budi).createBetaApp({ name: one.name.toUpperCase(), startsOn, endsOn });
      const taken = await refused(again(day(10), day(20)), 'NAME_TAKEN');
      const { id, name, startsOn, endsOn } = one;
      assert.deepEqual(taken.details, { betaApp: { id, name, startsOn, endsOn, owner: sari } });
      assert.deepEqual(fieldsOf(taken), [['name', 'name_taken']]);
      const later = await again(day(11), day(20));
      const edit = { id: later.id, detailsRevision: later.detailsRevision };
      await refused(client.updateBetaApp({ ...edit, startsOn: day(5) }), 'NAME_TAKEN');
      await client.cancelBetaApp({ id, detailsRevision: one.detailsRevision });
      const moved = await client.updateBetaApp({ ...edit, startsOn: day(5) });
      assert.deepEqual([moved.startsOn, moved.revision, moved.detailsRevision], [day(5), 2, 2]);
    });

    it('stay as they are without a change', async () => {
      const client = host().clientOf(sari);
      const one = await create(client);
      const { id, detailsRevision, name, startsOn, endsOn, owner } = one;
      assert.deepEqual(
        await client.updateBetaApp({ id, detailsRevision, name, startsOn, endsOn, owner }),
        one,
      );
    });

    it('tell a stale edit who changed what', async () => {
      const client = host().clientOf(sari);
      const { id, detailsRevision, name } = await create(client);
      await save(client, id, [{ registered: true, codes: ['T03'] }]);
      const changed = await host()
        .clientOf(budi)
        .updateBetaApp({ id, detailsRevision, owner: budi, name: `${name} x` });
      const added = await client.addApplication({
        id,
        detailsRevision: changed.detailsRevision,
        applicationCode: 'abs',
        version: '2',
      });
      const stale = await refused(
        client.updateBetaApp({ id, detailsRevision, name }),
        'DETAILS_STALE',
      );
      const facts = stale.detailsOf('DETAILS_STALE')!;
      assert.equal(facts.detailsRevision, added.detailsRevision);
      assert.deepEqual(
        facts.changes.map(({ actor, action, subjects }) => [actor.nik, action, subjects]),
        [
          [budi.nik, 'update', ['name', 'owner']],
          [sari.nik, 'add_application', ['ABS']],
        ],
      );
      assert.ok(facts.changes[0]!.at < facts.changes[1]!.at);
      await refused(client.cancelBetaApp({ id, detailsRevision: 99 }), 'DETAILS_STALE');
    });
  });

  describe('the applications of a beta app', () => {
    it('are added, changed and removed, in order of code', async () => {
      const client = host().clientOf(sari);
      const { id } = await createWith(client, 'STK', []);
      const withTwo = await client.addApplication({
        id,
        detailsRevision: 2,
        applicationCode: 'POS',
        version: '4.19.0',
        notes: 'Struk QRIS',
      });
      assert.deepEqual(withTwo.applications, [
        {
          code: 'POS',
          name: 'Kasir Toko',
          description: 'Kasir',
          productionVersion: '4.18.2',
          version: '4.19.0',
          notes: 'Struk QRIS',
        },
        {
          code: 'STK',
          name: 'Stok Toko',
          description: 'Stok',
          productionVersion: '2.1.7',
          version: '9.9.9',
          notes: '',
        },
      ]);
      const edit = { id, code: 'POS' };
      const changed = await client.changeApplication({ ...edit, detailsRevision: 3, notes: '' });
      assert.deepEqual(
        [changed.applications[0]!.notes, changed.applications[0]!.version],
        ['', '4.19.0'],
      );
      const same = await client.changeApplication({ ...edit, detailsRevision: 4, notes: '' });
      assert.equal(same.detailsRevision, 4);
      const removed = await client.removeApplication({ ...edit, detailsRevision: 4 });
      assert.deepEqual(
        removed.applications.map(({ code }) => code),
        ['STK'],
      );
      await refused(
        client.removeApplication({ ...edit, detailsRevision: 5 }),
        'APPLICATION_NOT_FOUND',
      );
      await refused(
        client.changeApplication({ ...edit, detailsRevision: 5, version: '1' }),
        'APPLICATION_NOT_FOUND',
      );
    });

    it('are refused when unknown or there already', async () => {
      const client = host().clientOf(sari);
      const { id, detailsRevision } = await createWith(client, 'ABS', []);
      const add = (applicationCode: string) =>
        client.addApplication({ id, detailsRevision, applicationCode, version: '1' });
      assert.deepEqual(fieldsOf(await refused(add('NONE'), 'VALIDATION_FAILED')), [
        ['applicationCode', 'unknown'],
      ]);
      assert.deepEqual(fieldsOf(await refused(add('ABS'), 'APPLICATION_TWICE')), [
        ['applicationCode', 'application_twice'],
      ]);
    });
  });
}
