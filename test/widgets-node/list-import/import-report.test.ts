import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { StoreRows } from '../../../widgets/src/beta-store-picker/store-rows.js';
import { decodeFile } from '../../../widgets/src/list-import/decode-file.js';
import { importReport } from '../../../widgets/src/list-import/import-report.js';
import { KnownStores } from '../../../widgets/src/list-import/known-stores.js';
import {
  importModes,
  meantStores,
  wishesOf,
} from '../../../widgets/src/list-import/meant-stores.js';

interface Store {
  code: string;
  name: string;
  registered: boolean;
}

function knowing(stores: readonly Store[]): KnownStores {
  const rows = new StoreRows();
  rows.append(stores.map((store) => ({ ...store, branchCode: 'B1' })));
  return new KnownStores(rows, { revision: 1, directoryRevision: 1 });
}

const known = knowing([
  { code: 'TB0123', name: 'Cibiru Hilir', registered: true },
  { code: 'TB0124', name: 'Ujung  Berung', registered: false },
  { code: 'TB0125', name: 'Sukajadi', registered: true },
  { code: 'TC0125', name: 'Sukajadi', registered: false },
  { code: 'MEDAN', name: 'TB0126', registered: false },
  { code: 'TB0126', name: 'Medan', registered: false },
]);

const codesOf = (text: string) => known.find(text).map((row) => known.rows.codes[row]);

describe('What a line of a list means', () => {
  it('is a code before a name, and a name before a code that is written loosely', () => {
    assert.deepEqual(codesOf('tb0123'), ['TB0123']);
    assert.deepEqual(codesOf('cibiru hilir'), ['TB0123']);
    assert.deepEqual(codesOf('Ujung Berung '), ['TB0124']);
    assert.deepEqual(codesOf('tb 123'), ['TB0123']);
    assert.deepEqual(codesOf('TB-124'), ['TB0124']);
    assert.deepEqual(codesOf('Medan'), ['MEDAN']);
    assert.deepEqual(codesOf('TB0126'), ['TB0126']);
    assert.deepEqual(codesOf('Sukajadi'), ['TB0125', 'TC0125']);
    assert.deepEqual(codesOf('Cibiru'), []);
  });

  it('keeps the stores that an ambiguous line may mean when a list replaces the former one', () => {
    const meant = meantStores([{ line: 1, text: 'Sukajadi' }], known);
    assert.deepEqual([...wishesOf(meant, 'replace', known)], [['TB0123', false]]);
  });
});

describe('The report on a list', () => {
  it('has each line once, and saves what isn’t refused', () => {
    const letters = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F');
    const store = fc.record({
      code: letters.map((letter) => `T${letter}1`),
      name: fc.constantFrom('Satu', 'Dua', 'Tiga'),
      registered: fc.boolean(),
    });
    const stores = fc.uniqueArray(store, { selector: ({ code }) => code });
    const texts = fc.array(
      fc.oneof(
        letters.map((letter) => `T${letter}1`),
        fc.constantFrom('Satu', 'tiga', 'bukan toko', 'ZZ9'),
      ),
    );
    const some = fc.subarray(['TA1', 'TB1', 'TC1', 'TD1', 'ZZ9']);
    fc.assert(
      fc.property(stores, texts, some, some, fc.constantFrom(...importModes), (...input) => {
        const [there, lines, unknown, closed, mode] = input;
        const listed = knowing(there);
        const entries = lines.map((text, index) => ({ line: index + 1, text }));
        const meant = meantStores(entries, listed);
        const { groups, refused, wishes } = importReport(meant, mode, listed, { unknown, closed });
        const told = Object.values(groups).flatMap((group) =>
          group.flatMap(({ line }) => line ?? []),
        );
        assert.deepEqual(
          told.sort((one, other) => one - other),
          entries.map(({ line }) => line),
        );
        const { unknown: strange, closed: shut, elsewhere, ambiguous } = groups;
        assert.equal(refused, strange.length + shut.length + elsewhere.length + ambiguous.length);
        assert.equal(wishes.size, groups.added.length + groups.removed.length);
        for (const code of [...unknown, ...closed]) {
          if (lines.includes(code)) assert.ok(!wishes.has(code));
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('The text of a file', () => {
  it('is read as spreadsheets write it', () => {
    const bytes = (...values: number[]) => Uint8Array.from(values).buffer;
    assert.equal(decodeFile(bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa9)), 'é');
    assert.equal(decodeFile(bytes(0xff, 0xfe, 0xe9, 0)), 'é');
    assert.equal(decodeFile(bytes(0xfe, 0xff, 0, 0xe9)), 'é');
    assert.equal(decodeFile(bytes(0xe9, 0x3b)), 'é;');
    assert.equal(decodeFile(bytes()), '');
  });
});
