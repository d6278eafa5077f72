import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { TextColumn } from '../../../core/src/versions/resolver/text-column.js';

describe('a column of texts', () => {
  it('gives back the last text of each number, in all scripts', () => {
    const entry = fc.tuple(fc.nat({ max: 500 }), fc.string({ unit: 'grapheme', maxLength: 200 }));
    fc.assert(
      fc.property(fc.array(entry, { size: 'large' }), (entries) => {
        const column = new TextColumn();
        for (const [number, text] of entries) column.set(number, text);
        const last = new Map(entries);
        for (let number = 0; number <= 501; number += 1) {
          assert.equal(column.get(number), last.get(number) ?? '');
        }
      }),
    );
  });

  it('doesn’t grow by texts that take the place of others', () => {
    const column = new TextColumn();
    for (let round = 0; round < 100_000; round += 1) column.set(round % 3, `Toko ${String(round)}`);
    assert.ok(column.bytes < 1_000, `${String(column.bytes)} bytes`);
    assert.equal(column.get(99_999 % 3), 'Toko 99999');
  });
});
