import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type RefusedRow, type SyncReport } from '@beta-app/core/contract';
import { faultsIn } from './support/end-state.js';
import { openFixture, sari, stores, type Fixture } from './support/fixture.js';

const good = { code: 'TX001', name: 'Toko', branchCode: 'BDG1' };

/** A row, and what is said of it: field and reason, and the code if one could be read. */
const badStores: [unknown, string, string, (string | null)?][] = [
  [null, 'code', 'required', null],
  ['TB001', 'code', 'required', null],
  [[], 'code', 'required', null],
  [7, 'code', 'required', null],
  [{}, 'code', 'required', null],
  [{ ...good, code: 7 }, 'code', 'type', null],
  [{ ...good, code: ['TX001'] }, 'code', 'type', null],
  [{ ...good, code: '' }, 'code', 'required', null],
  [{ ...good, code: ' \u3000' }, 'code', 'required', null],
  [{ ...good, code: '-X' }, 'code', 'format', null],
  [{ ...good, code: 'T 1' }, 'code', 'format', null],
  [{ ...good, code: 'ТX001' }, 'code', 'format', null],
  [{ ...good, code: 'X'.repeat(33) }, 'code', 'too_long', null],
  [{ ...good, code: 'T\u0000' }, 'code', 'characters', null],
  [{ ...good, name: undefined }, 'name', 'required'],
  [{ ...good, name: null }, 'name', 'required'],
  [{ ...good, name: true }, 'name', 'type'],
  [{ ...good, name: { 'a\u0000': 1 } }, 'name', 'type'],
  [{ ...good, name: '\u00a0' }, 'name', 'required'],
  [{ ...good, name: 'a\u0000b' }, 'name', 'characters'],
  [{ ...good, name: 'a\ud800b' }, 'name', 'characters'],
  [{ ...good, name: '\udc00' }, 'name', 'characters'],
  [{ ...good, name: 'a\nb' }, 'name', 'characters'],
  [{ ...good, name: 'a\u200bb' }, 'name', 'characters'],
  [{ ...good, name: 'a\u202eb' }, 'name', 'characters'],
  [{ ...good, name: 'a\u{e0041}b' }, 'name', 'characters'],
  [{ ...good, name: 'x'.repeat(201) }, 'name', 'too_long'],
  [{ ...good, branchCode: undefined }, 'branchCode', 'required'],
  [{ ...good, branchCode: 1 }, 'branchCode', 'type'],
  [{ ...good, branchCode: 'XXX' }, 'branchCode', 'unknown_branch'],
  [{ ...good, branchCode: 'B D' }, 'branchCode', 'format'],
  [{ ...good, open: 'yes' }, 'open', 'type'],
  [{ ...good, open: null }, 'open', 'type'],
  [{ ...good, open: 0 }, 'open', 'type'],
];

describe('bad lines of master data', () => {
  let fixture: Fixture;
  before(async () => {
    fixture = await openFixture();
  });
  after(() => fixture.close());

  const sync = (input: object): Promise<SyncReport> =>
    fixture.core.syncDirectory(input, { actor: sari });
  const partial = (rows: unknown[]) => ({ mode: 'partial', rows });

  it('of stores are refused one by one, with the reason', async () => {
    const report = await sync({ stores: partial([...badStores.map(([row]) => row), good]) });
    const expected: RefusedRow[] = badStores.map(([, field, reason, code = 'TX001'], index) => ({
      line: index + 1,
      code,
      field,
      reason: reason as RefusedRow['reason'],
    }));
    assert.deepEqual(report.stores?.refused, expected);
    assert.deepEqual(report.stores.added, ['TX001']);
  });

  it('of branches and applications are refused one by one, with the reason', async () => {
    const branch = { code: 'B1', name: 'B', timeZone: 'Asia/Jakarta' };
    const app = { code: 'A1', name: 'A' };
    const report = await sync({
      branches: partial([
        { ...branch, timeZone: 'Europe/Berlin' },
        { ...branch, timeZone: ' Asia/Jakarta' },
        { ...branch, timeZone: undefined },
        { ...branch, timeZone: 7 },
        { ...branch, name: '' },
        branch,
        { ...branch, code: ' b1 ' },
      ]),
      applications: partial([
        { ...app, productionVersion: 1 },
        { ...app, productionVersion: 'x'.repeat(65) },
        { ...app, productionVersion: '1\u0000' },
        { ...app, description: 5 },
        { ...app, description: 'x'.repeat(2001) },
        { ...app, description: 'a\u2028b' },
        app,
        app,
        { ...app, code: 'A2', description: ' satu\n\tdua ' },
      ]),
    });
    const reasons = (rows: RefusedRow[] | undefined) =>
      rows?.map(({ line, field, reason }) => `${String(line)} ${field} ${reason}`);
    assert.deepEqual(reasons(report.branches?.refused), [
      '1 timeZone time_zone',
      '2 timeZone time_zone',
      '3 timeZone required',
      '4 timeZone type',
      '5 name required',
      '7 code duplicate',
    ]);
    assert.deepEqual(reasons(report.applications?.refused), [
      '1 productionVersion type',
      '2 productionVersion too_long',
      '3 productionVersion characters',
      '4 description type',
      '5 description too_long',
      '6 description characters',
      '8 code duplicate',
    ]);
    const { items } = await fixture.core.listApplications({ q: 'a2' });
    assert.equal(items[0]?.description, 'satu\n\tdua');
  });

  it('never close the store that they name, and withhold closures if they name none', async () => {
    const full = (rows: unknown[]) => ({ stores: { mode: 'full', rows } });
    const rest: unknown[] = [...stores.slice(2), good];
    const named = await sync(full([{ ...stores[0], name: '' }, ...rest]));
    assert.deepEqual(named.stores?.closed, ['TB002']);
    assert.equal(named.stores.closuresWithheld, false);
    const unnamed = await sync(full([{ name: 'Tanpa kode' }, ...rest.slice(3)]));
    assert.deepEqual(unnamed.stores?.closed, []);
    assert.equal(unnamed.stores.closuresWithheld, true);
    assert.deepEqual(unnamed.stores.missing, []);
  });

  it('that name a store twice let the first through', async () => {
    const rows = [
      { ...good, name: '' },
      { ...good, name: 'Pertama' },
      { ...good, code: 'tx001', name: 'Kedua' },
    ];
    const report = await sync({ stores: partial(rows) });
    assert.deepEqual(
      report.stores?.refused.map(({ line, reason }) => [line, reason]),
      [
        [1, 'required'],
        [3, 'duplicate'],
      ],
    );
    const { items } = await fixture.core.listStores({ q: 'tx001' });
    assert.equal(items[0]?.name, 'Pertama');
  });

  it('hold whatever JSON can hold in keys that nobody asked for', async () => {
    const row = JSON.parse(
      '{"code":"TX002","name":"Toko","branchCode":"BDG1","__proto__":{"code":1},"\\u0000":1,"\\ud800":["\\u0000"]}',
    ) as object;
    assert.deepEqual((await sync({ stores: partial([row]) })).stores?.added, ['TX002']);
    assert.deepEqual(await faultsIn(fixture.owner), []);
  });
});
