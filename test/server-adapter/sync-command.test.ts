import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createCore } from '@beta-app/core';
import postgres, { type Sql } from 'postgres';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { fillDirectory } from './support/directory.js';
import { runCommand } from './support/run-command.js';

const actor = ['--actor-name', 'Sari Wulandari', '--actor-nik', '2015014321'];

/** As Excel in Indonesia saves it: a byte order mark, semicolons, and line ends of two characters. */
const excel = (...lines: string[]) => `\ufeff${lines.join('\r\n')}\r\n`;

describe('beta-app-server sync', () => {
  const place = mkdtempSync(path.join(tmpdir(), 'sync-command-'));
  let database: TestDatabase;
  let sql: Sql;
  before(async () => {
    database = await createTestDatabase();
    sql = postgres(database.serviceUrl, { max: 1, onnotice: () => undefined });
    await fillDirectory(createCore({ sql }));
  });
  after(async () => {
    await sql.end({ timeout: 1 });
    await database.drop();
    rmSync(place, { recursive: true, force: true });
  });

  function file(name: string, content: string | Uint8Array): string {
    const full = path.join(place, name);
    writeFileSync(full, content);
    return full;
  }

  async function sync([kind = '', ...args]: string[], input = '') {
    const environment = { DATABASE_URL: database.serviceUrl };
    const result = await runCommand(
      ['sync', kind, ...actor, ...args, '--json'],
      environment,
      input,
    );
    const answer = JSON.parse(result.output === '' ? '{}' : result.output) as Record<
      string,
      unknown
    >;
    return { ...result, answer };
  }
  const events = async () => (await sql`select from beta_app.event`).length;

  it('takes in a file of Excel, and tells refused lines by where they begin', async () => {
    const stores = file(
      'toko.csv',
      excel(
        'Kode Toko;Nama;Cabang;Buka;Catatan',
        'tb01;Toko Baru 1;BDG;ya;"satu',
        'dua"',
        'TB09;;BDG;ya;',
        'TB10;Sepuluh;XXX;ya;',
        'TB11;Sebelas;BDG;mungkin;',
        'TB12;Dua belas;BDG',
        'TB13;"Tiga ""belas""";MKS;tidak;',
      ),
    );
    const before = await events();
    const tried = await sync(['stores', stores, '--dry-run']);
    assert.equal(tried.code, 3, tried.errors);
    assert.equal(await events(), before);
    const { code, answer } = await sync(['stores', stores]);
    assert.equal(code, 3);
    assert.deepEqual(answer['refused'], [
      { line: 4, code: 'TB09', field: 'name', reason: 'required' },
      { line: 5, code: 'TB10', field: 'branchCode', reason: 'unknown_branch' },
      { line: 6, code: 'TB11', field: 'open', reason: 'type' },
      { line: 7, code: null, reason: 'cells' },
    ]);
    const { added, changed } = answer['changes'] as Record<string, string[]>;
    assert.deepEqual([added, changed], [['TB13'], ['TB01']]);
    assert.deepEqual(answer['unusedColumns'], ['Catatan']);
    assert.deepEqual({ ...tried.answer, dryRun: false, revision: 2 }, answer);
    assert.equal(await events(), before + 1);
  });

  it('takes in JSON Lines from the standard input, under headers that are named', async () => {
    const lines = '{"ID":"NEW","nama":"Baru","versi produksi":"1.0"}\n\n[]\n{"ID":\n';
    const named = ['applications', '-', '--format', 'jsonl', '--column', 'code=ID'];
    const { code, answer, errors } = await sync(named, lines);
    assert.equal(code, 3, errors);
    assert.deepEqual(answer['refused'], [
      { line: 3, code: null, reason: 'json' },
      { line: 4, code: null, reason: 'json' },
    ]);
    const { items } = await createCore({ sql }).listApplications({ q: 'NEW' });
    assert.equal(items[0]?.productionVersion, '1.0');
  });

  it('takes each field of JSON Lines from one key, and refuses lines that have another', async () => {
    const lines = [
      { code: 'TJ01', name: 'Satu', branchCode: 'BDG' },
      { code: 'TJ02', name: 'Dua', branchCode: 'BDG', open: true, luas: 40 },
      { kode: 'TJ03', nama: 'Tiga', cabang: 'BDG', open: true },
      { code: 'TJ04', name: 'Empat', branchCode: 'BDG', open: true, cabang: 'Bandung' },
      { code: 'TJ05', name: ' ', open: true },
      { code: 'TJ06', branchCode: 'BDG', name: 'Enam', open: 'tutup' },
    ];
    const stores = file('toko.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
    const { code, answer, errors } = await sync(['stores', stores]);
    assert.equal(code, 3, errors);
    assert.deepEqual(answer['refused'], [
      { line: 1, code: 'TJ01', field: 'open', reason: 'key_missing' },
      { line: 3, code: null, field: 'code', reason: 'key_missing' },
      { line: 4, code: 'TJ04', field: 'branchCode', reason: 'key_twice' },
      { line: 5, code: 'TJ05', field: 'name', reason: 'required' },
    ]);
    assert.deepEqual((answer['changes'] as Record<string, string[]>)['added'], ['TJ02', 'TJ06']);
    const columns = { code: 'code', name: 'name', branchCode: 'branchCode', open: 'open' };
    assert.deepEqual(answer['columns'], columns);
    assert.deepEqual(answer['unusedColumns'], ['luas', 'kode', 'nama', 'cabang']);
    const told = await runCommand(['sync', 'stores', stores, ...actor, '--dry-run'], {
      DATABASE_URL: database.serviceUrl,
    });
    assert.match(told.output, /line 1 \(TJ01\): open key_missing, no “open”/u);
  });

  it('lets lines of JSON leave out what may be absent', async () => {
    const lines = [
      { code: 'NEW1', name: 'Satu', version: 'x' },
      { code: 'NEW2', name: 'Dua', productionVersion: '2.0', keterangan: 'Dua' },
      { code: 'NEW3', name: 'Tiga', productionVersion: '3.0', description: 'Tiga' },
    ];
    const text = lines.map((line) => JSON.stringify(line)).join('\n');
    const { answer } = await sync(['applications', '-', '--format', 'jsonl'], text);
    assert.deepEqual(answer['refused'], [
      { line: 3, code: 'NEW3', field: 'description', reason: 'key_missing' },
    ]);
    assert.deepEqual(answer['unusedColumns'], ['version', 'description']);
  });

  it('reads a first line that tells Excel the delimiter as that, and counts it', async () => {
    for (const [name, sign] of [
      ['semicolon', ';'],
      ['tab', '\t'],
      ['comma', ','],
    ] as const) {
      const row = (...cells: string[]) => cells.join(sign);
      const header = row('kode', '"a, b; c"', 'nama', 'cabang');
      const stores = file('sep.csv', excel(`sep=${sign}`, header, row('TS1')));
      const { answer } = await sync(['stores', stores, '--dry-run']);
      assert.equal(answer['delimiter'], name, sign);
      assert.deepEqual(answer['refused'], [{ line: 3, code: null, reason: 'cells' }]);
      assert.deepEqual(answer['unusedColumns'], ['a, b; c']);
    }
    const told = file('sep-told.csv', excel('sep=|', 'kode,nama,cabang', 'TB01,Toko,BDG'));
    const refused = await sync(['stores', told, '--dry-run']);
    assert.equal((refused.answer['error'] as { code: string }).code, 'FILE_MALFORMED');
    assert.equal((await sync(['stores', told, '--dry-run', '--delimiter', 'comma'])).code, 0);
  });

  it('says whether it withheld closures, of stores only', async () => {
    const row = '{"name":"Toko","branchCode":"BDG"}';
    const full = ['--format', 'jsonl', '--dry-run', '--mode', 'full'];
    const answers = await Promise.all([
      sync(['stores', '-', ...full], `{"code":"TB01",${row.slice(1)}\n${row}`),
      sync(['stores', '-', '--format', 'jsonl', '--dry-run'], `{"code":"TB01",${row.slice(1)}`),
      sync(['branches', '-', ...full], '{"code":"BDG","name":"Bandung","timeZone":"WIB"}'),
    ]);
    assert.deepEqual(
      answers.map(({ answer }) => answer['closuresWithheld']),
      [true, false, undefined],
    );
    assert.ok(!('closuresWithheld' in (answers[0].answer['changes'] as object)));
  });

  it('takes in branches with the usual names of zones', async () => {
    const branches = file('cabang.tsv', 'kode\tnama\tzona waktu\nJAP\tJayapura\twit\n');
    assert.equal((await sync(['branches', branches])).code, 0);
    const { items } = await createCore({ sql }).listBranches({ q: 'JAP' });
    assert.equal(items[0]?.timeZone, 'Asia/Jayapura');
  });

  it('saves nothing of a file that it can’t read, and says why', async () => {
    const before = await events();
    const header = 'kode,nama,cabang\n';
    const cases: [content: string | Uint8Array, refusal: string][] = [
      [Buffer.from(`${header}TX1,Toko,BDG\n`, 'utf16le'), 'ENCODING_UNSUPPORTED'],
      [Buffer.from(`${header}TX1,Caf\u00e9,BDG\n`, 'latin1'), 'ENCODING_UNSUPPORTED'],
      [`${header}TX1,"Toko,BDG\n`, 'FILE_MALFORMED'],
      ['kode,nama\nTX1,Toko\n', 'COLUMNS_MISSING'],
      ['kode,kode toko,nama,cabang\nTX1,TX1,Toko,BDG\n', 'COLUMNS_MISSING'],
      ['', 'COLUMNS_MISSING'],
      [`${header}${'TX1,Toko,BDG\n'.repeat(200_001)}`, 'FILE_TOO_LARGE'],
    ];
    for (const [index, [content, refusal]] of cases.entries()) {
      const { code, answer } = await sync(['stores', file(`${String(index)}.csv`, content)]);
      assert.deepEqual([code, (answer['error'] as { code: string }).code], [1, refusal]);
    }
    const missing = await sync(['stores', path.join(place, 'missing.csv')]);
    assert.equal((missing.answer['error'] as { code: string }).code, 'FILE_UNREADABLE');
    assert.equal(await events(), before);
  });

  it('gives the whole of a long answer to a slow reader', async () => {
    const rows = Array.from({ length: 8_000 }, (_, index) => `TL${index},Toko,XXX\n`);
    const { code, answer } = await sync([
      'stores',
      file('panjang.csv', `kode,nama,cabang\n${rows.join('')}`),
      '--dry-run',
    ]);
    assert.equal(code, 3);
    assert.equal((answer['refused'] as unknown[]).length, rows.length);
  });

  it('closes no stores by surprise', async () => {
    const stores = file('sedikit.csv', 'kode,nama,cabang\nTB01,Toko,BDG\n');
    const full = ['stores', stores, '--mode', 'full'];
    const surprised = await sync(full);
    assert.equal(surprised.code, 1);
    const { code, details } = surprised.answer['error'] as {
      code: string;
      details: { closures: number };
    };
    assert.equal(code, 'CLOSURES_UNEXPECTED');
    const expected = await sync([...full, '--expected-closures', String(details.closures)]);
    assert.equal(expected.code, 0, expected.errors);
  });

  it('answers what it doesn’t understand with 2', async () => {
    const url = { DATABASE_URL: database.serviceUrl };
    for (const args of [['sync'], ['sync', 'x'], ['sync', 'stores', 'a.csv'], ['nonsense']]) {
      assert.equal((await runCommand(args, url)).code, 2, args.join(' '));
    }
    assert.equal((await sync(['stores', 'a.xls'])).code, 2);
    assert.equal((await sync(['stores', 'a.csv', '--actor-nik', ' '])).code, 2);
    assert.equal((await sync(['stores', 'a.csv', '--column', 'x=y'])).code, 2);
  });
});
