import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SearchIndex } from '../../widgets/src/beta-store-picker/search-index.js';
import {
  hasAllWords,
  searchWords,
  storeSearchText,
} from '../../widgets/src/beta-store-picker/search-text.js';
import { StoreRows } from '../../widgets/src/beta-store-picker/store-rows.js';
import { storeOf } from './store-pages.js';

// Letters whose form depends on what stands beside them, and ends of lines of every kind.
const letters = fc.constantFrom(
  ...['a', 'A', 'b', 'ß', 'İ', 'Σ', 'ς', '\u0301', 'é', ' ', '\n', '\u2028', '\r', '1'],
);
const texts = fc.string({ unit: letters, maxLength: 8 });
const pages = fc.array(fc.array(fc.record({ code: texts, name: texts }), { maxLength: 5 }), {
  maxLength: 3,
});

describe('the index that is searched', () => {
  it('finds what the words are found in, whenever the rows come', () => {
    fc.assert(
      fc.property(pages, texts, texts, (parts, before, after) => {
        const rows = new StoreRows();
        const index = new SearchIndex(rows);
        index.look(searchWords(before));
        for (const part of parts) {
          rows.append(part.map(({ code, name }) => storeOf(code, { name })));
          index.take();
          agrees(before);
        }
        index.look(searchWords(after));
        agrees(after);

        function agrees(typed: string): void {
          const words = searchWords(typed);
          rows.codes.forEach((code, row) => {
            const text = storeSearchText(code, rows.names[row] ?? '');
            assert.equal(index.matches(row), hasAllWords(text, words), `${typed} in ${text}`);
          });
        }
      }),
    );
  });
});
