import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CodeTable } from '../../../core/src/versions/resolver/code-table.js';

const characters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ._-'.split('');
const codes = fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 32 });
const likeCodes = fc.string({ unit: fc.constantFrom('A', 'B', '0', '.'), maxLength: 13 });

function tableOf(entries: ReadonlyMap<string, readonly [id: number, profile: number]>): CodeTable {
  const table = new CodeTable();
  for (const [code, [id, profile]] of entries) table.set(code, id, profile);
  return table;
}

describe('a table of codes', () => {
  it('finds what a map finds, through all its growing', () => {
    const value = fc.tuple(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.nat({ max: 2 ** 31 - 1 }));
    const entry = fc.tuple(fc.oneof(codes, likeCodes.filter(Boolean)), value);
    fc.assert(
      fc.property(fc.array(entry, { size: 'large' }), fc.array(likeCodes), (entries, others) => {
        const map = new Map(entries);
        const table = new CodeTable();
        // What comes later under the same code replaces what was there.
        for (const [code, [id, profile]] of entries) table.set(code, id, profile);
        for (const code of [...map.keys(), ...others]) {
          const row = table.find(code);
          const found = row < 0 ? undefined : [table.idAt(row), table.profileAt(row)];
          assert.deepEqual(found, map.get(code), code);
        }
      }),
    );
  });

  it('keeps a hundred thousand codes apart', () => {
    const entries = new Map(
      Array.from({ length: 100_000 }, (_, index) => [
        `TB${String(index * 7)}`,
        [index + 1, index % 32] as const,
      ]),
    );
    const table = tableOf(entries);
    for (const [code, [id]] of entries) assert.equal(table.idAt(table.find(code)), id);
    assert.equal(table.find('TB1'), -1);
  });

  it('knows nothing by texts that no code is like', () => {
    const table = tableOf(
      new Map([
        ['D', [1, 0]],
        ['TB0123', [2, 0]],
      ]),
    );
    // The second and third end in the same bits as “D”.
    for (const text of [
      '',
      'Ä',
      'Ń',
      'd',
      'TB 0123',
      'tb0123',
      'TB0123 ',
      'TB0123\0',
      '\0D',
      '💥',
    ]) {
      assert.equal(table.find(text), -1, JSON.stringify(text));
    }
  });

  it('takes codes of all lengths, and refuses what is none', () => {
    const entries = new Map(
      Array.from({ length: 32 }, (_, index) => [
        '-'.repeat(index + 1),
        [index + 1, index] as const,
      ]),
    );
    const table = tableOf(entries);
    for (const [code, [id]] of entries) assert.equal(table.idAt(table.find(code)), id);
    assert.throws(() => table.set('é', 1, 0), TypeError);
  });
});
