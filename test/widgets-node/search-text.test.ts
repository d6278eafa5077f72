import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  hasAllWords,
  searchForm,
  searchWords,
  storeSearchText,
} from '../../widgets/src/beta-store-picker/search-text.js';

describe('the text that is searched', () => {
  it('is compared without case and in one normal form', () => {
    assert.equal(searchForm('CAFE\u0301'), searchForm('café'));
    assert.equal(searchForm('ΟΔΟΣ'), searchForm('οδος'));
  });

  it('has no word that reaches from the code into the name', () => {
    assert.ok(!hasAllWords(storeSearchText('TB01', '23 Hilir'), searchWords('0123')));
    assert.ok(hasAllWords(storeSearchText('TB01', '23 Hilir'), searchWords('23 tb01')));
  });

  it('is found by any piece of itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9 é]{1,20}$/u), fc.nat(), fc.nat(), (name, a, b) => {
        const piece = name.slice(Math.min(a, b) % name.length);
        assert.ok(hasAllWords(storeSearchText('T1', name), searchWords(piece)));
      }),
    );
  });
});
