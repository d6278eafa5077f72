import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { StoreIndex } from '../../../core/src/versions/resolver/store-index.js';

const changes = fc
  .uniqueArray(fc.tuple(fc.nat({ max: 300 }), fc.nat({ max: 4 })), { selector: ([id]) => id })
  .map((pairs) => pairs.sort(([one], [other]) => one - other));

describe('the numbers of stores', () => {
  it('are the last that each was given, whatever number most have', () => {
    fc.assert(
      fc.property(fc.array(changes), (rounds) => {
        const index = new StoreIndex();
        for (const round of rounds) {
          const ids = Uint32Array.from(round, ([id]) => id);
          index.set(
            ids,
            Int32Array.from(round, ([, number]) => number),
          );
        }
        const last = new Map(rounds.flat());
        for (let id = 0; id <= 320; id += 1) {
          assert.equal(index.has(id), last.has(id));
          if (index.has(id)) assert.equal(index.numberOf(id), last.get(id));
        }
        if (index.isUniform) assert.ok(new Set(last.values()).size <= 1);
      }),
    );
  });
});
