import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asCode, isSameCode } from '../../widgets/src/format/store-code.js';

describe("A store's code, as it is typed", () => {
  it('is the same with other case, spaces, dots, dashes and zeros in front of its digits', () => {
    for (const typed of ['TB0123', 'tb 123', 'TB-0123', 'tb.123', 'tb123', ' tb0123 ']) {
      assert.ok(isSameCode('TB0123', typed), typed);
    }
    for (const typed of ['TB0124', 'TB1230', 'B0123', 'tb']) {
      assert.ok(!isSameCode('TB0123', typed), typed);
    }
    assert.ok(!isSameCode('T100', 'T1'));
  });

  it('is a whole one only if it could be one', () => {
    assert.equal(asCode(' tb0123 '), 'TB0123');
    for (const typed of ['', 'tb 123', 'cibiru hilir', '-TB1', 'T'.repeat(33)]) {
      assert.equal(asCode(typed), undefined);
    }
  });
});
