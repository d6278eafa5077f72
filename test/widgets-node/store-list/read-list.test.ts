import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { saveLimits } from '@beta-app/core/contract';
import fc from 'fast-check';
import { readList } from '../../../widgets/src/store-list/read-list.js';
import { type KnownTexts } from '../../../widgets/src/store-list/store-column.js';

const texts = (text: string, known?: KnownTexts) =>
  readList(text, known).entries.map((entry) => entry.text);

const knowing = (codes: readonly string[], names: readonly string[] = []): KnownTexts => ({
  isCode: (text) => codes.includes(text),
  isName: (text) => names.includes(text),
});

const inserted = (cells: readonly string[], at: number, cell: string) => [
  ...cells.slice(0, at),
  cell,
  ...cells.slice(at),
];

describe('A list of stores', () => {
  it('may be one code a line, or several', () => {
    assert.deepEqual(readList('TB0001\r\n\r\ntb0002, TB0003;TB0004\tTB0005\r').entries, [
      { line: 1, text: 'TB0001' },
      { line: 3, text: 'tb0002' },
      { line: 3, text: 'TB0003' },
      { line: 3, text: 'TB0004' },
      { line: 3, text: 'TB0005' },
    ]);
  });

  it('is read by the column of codes, whatever stands beside it', () => {
    for (const separator of [',', ';', '\t']) {
      const lines = [
        ['No', 'Nama toko', 'Kode toko', 'Cabang'],
        ['1', 'CIBIRU', 'TB0001', 'BDG1'],
        ['2', '"Cibiru, Hilir; 5"', 'TB0002', 'BDG1'],
        ['3', 'TERMINAL3', 'T001A', 'BDG2'],
        ['4', 'Ujung Berung', 'TB0004', 'BDG2'],
      ];
      const { entries, column } = readList(lines.map((line) => line.join(separator)).join('\n'));
      assert.deepEqual(column, { number: 3, heading: 'Kode toko' });
      assert.deepEqual(entries, [
        { line: 2, text: 'TB0001' },
        { line: 3, text: 'TB0002' },
        { line: 4, text: 'T001A' },
        { line: 5, text: 'TB0004' },
      ]);
    }
  });

  it('takes no name beside a code for a code, in a single line either', () => {
    assert.deepEqual(texts('TB0001,CIBIRU'), ['TB0001']);
    assert.deepEqual(texts('CIBIRU\tTB0001\nMEDAN\tTB0002'), ['TB0001', 'TB0002']);
  });

  it('knows codes of stores from those of branches, which come again', () => {
    const lines = Array.from({ length: 8 }, (_, n) => `BDG1,TB000${n}`);
    assert.deepEqual(
      texts(lines.join('\n')),
      Array.from({ length: 8 }, (_, n) => `TB000${n}`),
    );
  });

  it('goes by the separator that makes the better table', () => {
    assert.deepEqual(texts('TB0001,Cibiru; Hilir\nTB0002,Ujung; Berung'), ['TB0001', 'TB0002']);
    assert.deepEqual(texts('TB0001;Cibiru, Hilir\nTB0002;Ujung, Berung'), ['TB0001', 'TB0002']);
  });

  it('goes by codes that there are before those that only look like some', () => {
    const known = knowing(['1001', '1002', '1003']);
    assert.deepEqual(texts('AB1;1001\nAB2;1002\nAB3;1003', known), ['1001', '1002', '1003']);
  });

  it('is read by the column of names where there are no codes', () => {
    const known = knowing([], ['Cibiru Hilir', 'Ujung Berung']);
    const { entries, column } = readList('1;Cibiru Hilir\n2;Ujung Berung', known);
    assert.deepEqual(column, { number: 2, heading: undefined });
    assert.deepEqual(entries, [
      { line: 1, text: 'Cibiru Hilir' },
      { line: 2, text: 'Ujung Berung' },
    ]);
    assert.deepEqual(texts('Nama\nCibiru Hilir\nUjung Berung', known), [
      'Cibiru Hilir',
      'Ujung Berung',
    ]);
  });

  it('leaves a heading out, but nothing else that it doesn’t understand', () => {
    assert.deepEqual(texts('Kode\nTB0001'), ['TB0001']);
    assert.deepEqual(texts('Kode Toko\nTB0001'), ['TB0001']);
    assert.deepEqual(texts('Cibiru\nTB0001\nTB0002'), ['Cibiru', 'TB0001', 'TB0002']);
    assert.deepEqual(texts('Kode,Toko\nTB0001,Cibiru\n?,Medan\n,Bogor'), ['TB0001', '?', 'Bogor']);
    assert.deepEqual(texts('Kode,Toko'), []);
  });

  it('is free of what spreadsheets put around codes', () => {
    assert.deepEqual(texts('="TB0001"\n"TB0002"\n\u00a0TB0003\u200b'), [
      'TB0001',
      'TB0002',
      'TB0003',
    ]);
  });

  it('may be as long as what a save can carry', () => {
    const lines = Array.from({ length: saveLimits.codes }, (_, n) => `${n};T${n}`);
    assert.equal(readList(lines.join('\n')).entries.at(-1)?.text, `T${saveLimits.codes - 1}`);
  });

  it('is the same list in every form of a table', () => {
    const code = fc
      .tuple(fc.constantFrom('TB', 'TA', 'X'), fc.integer({ min: 0, max: 9_999 }))
      .map(([letters, number]) => letters + String(number).padStart(4, '0'));
    const name = fc.string({ unit: fc.constantFrom('A', 'b', ' ', '"', ',', ';', '\t', '1') });
    const form = fc.record({
      separator: fc.constantFrom(',', ';', '\t'),
      lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
      at: fc.integer({ min: 0, max: 2 }),
      heading: fc.boolean(),
      quoteAll: fc.boolean(),
      mark: fc.boolean(),
    });
    const stores = fc.uniqueArray(fc.record({ code, name }), {
      minLength: 2,
      maxLength: 30,
      selector: (store) => store.code,
    });
    fc.assert(
      fc.property(stores, form, (rows, { separator, lineEnd, at, heading, quoteAll, mark }) => {
        const quoted = (text: string) =>
          quoteAll || /["\r\n,;\t ]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
        const lines = rows.map((row) =>
          inserted([`Toko ${row.name}`, 'Bandung Barat'], at, row.code),
        );
        if (heading) lines.unshift(inserted(['Nama', 'Cabang'], at, 'Kode'));
        const written = lines.map((line) => line.map(quoted).join(separator)).join(lineEnd);
        const known = knowing(rows.map((row) => row.code));
        assert.deepEqual(
          readList((mark ? '\ufeff' : '') + written, known).entries,
          rows.map((row, index) => ({ line: index + (heading ? 2 : 1), text: row.code })),
        );
      }),
      { numRuns: 1_000 },
    );
  });
});
