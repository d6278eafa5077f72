import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isBetaAppError } from '@beta-app/core';
import fc from 'fast-check';
import { readCursor, writeCursor } from '../../core/src/input/cursor.js';

const filters = fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { maxLength: 4 });
const places = fc.tuple(
  fc.boolean(),
  fc.stringMatching(/^[A-Z0-9][A-Z0-9._-]{0,31}$/u),
  fc.maxSafeInteger(),
);
const kinds = ['boolean', 'string', 'number'] as const;

function isRefused(read: () => unknown): boolean {
  try {
    read();
    return false;
  } catch (error) {
    return isBetaAppError(error, 'CURSOR_INVALID');
  }
}

describe('a cursor', () => {
  it('gives back where a page ended, under the filter that it was made for', () => {
    fc.assert(
      fc.property(filters, places, (filter, place) => {
        const cursor = writeCursor(filter, place);
        assert.match(cursor, /^[\w-]+$/u);
        assert.deepEqual(readCursor(filter, cursor, kinds), place);
      }),
    );
    assert.equal(readCursor([], undefined, kinds), undefined);
  });

  it('is refused under every other filter', () => {
    fc.assert(
      fc.property(filters, filters, places, (filter, other, place) => {
        fc.pre(JSON.stringify(filter) !== JSON.stringify(other));
        assert.ok(isRefused(() => readCursor(other, writeCursor(filter, place), kinds)));
      }),
    );
  });

  it('is refused if its places are not of the kinds that the list has', () => {
    for (const place of [
      [],
      [true, 'A'],
      [true, 'A', 1, 1],
      ['A', true, 1],
      [true, '', 1],
      [true, 'a\u0000', 1],
      [true, 'é', 1],
      [true, 'x'.repeat(65), 1],
      [true, 'A', 0.5],
      [true, 'A', 2 ** 60],
    ]) {
      assert.ok(
        isRefused(() => readCursor(['f'], writeCursor(['f'], place), kinds)),
        String(place),
      );
    }
  });

  it('is refused if it is nothing that was ever written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.ok(isRefused(() => readCursor(['f'], text, kinds)));
      }),
    );
    for (const json of ['null', '{}', '"x"', '[[]]', '[{"length":4}]', '[1', '']) {
      const cursor = Buffer.from(json).toString('base64url');
      assert.ok(
        isRefused(() => readCursor(['f'], cursor, kinds)),
        json,
      );
    }
  });
});
