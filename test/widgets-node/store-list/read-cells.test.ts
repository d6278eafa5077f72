import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readCells, type Separator } from '../../../widgets/src/store-list/read-cells.js';

const cell = fc.string({
  unit: fc.constantFrom('a', 'é', '😀', ' ', '"', ',', ';', '\t', '\n', '\r\n', '\r'),
  maxLength: 6,
});
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 6,
});
const style = fc.record({
  separator: fc.constantFrom<Separator>(',', ';', '\t'),
  lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
  quoteAll: fc.boolean(),
  mark: fc.boolean(),
  endsWithLineEnd: fc.boolean(),
});

const lineEnds = (text: string) => text.split(/\r\n|\r|\n/u).length - 1;

describe('The cells of a list', () => {
  it('come as they were written, with the line in which each row begins', () => {
    fc.assert(
      fc.property(table, style, (rows, { separator, lineEnd, quoteAll, mark, endsWithLineEnd }) => {
        const quoted = (text: string) =>
          quoteAll || /["\r\n,;\t ]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
        const lines = rows.map((row) => row.map(quoted).join(separator));
        // A last row that is nothing but an empty cell is the end of the line before.
        const ends = endsWithLineEnd || lines.at(-1) === '';
        const text = (mark ? '\ufeff' : '') + lines.join(lineEnd) + (ends ? lineEnd : '');
        let line = 1;
        const expected = rows.map((cells) => {
          const row = { line, cells };
          line += 1 + cells.reduce((sum, each) => sum + lineEnds(each), 0);
          return row;
        });
        assert.deepEqual(readCells(text, [separator]), expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are parted by several separators alike', () => {
    assert.deepEqual(
      readCells('a, b;c\td', ['\t', ';', ',']).map(({ cells }) => cells),
      [['a', ' b', 'c', 'd']],
    );
  });

  it('may stand in quotes with blanks around them', () => {
    assert.deepEqual(readCells('"a" , "b, c" ,d', [',']), [{ line: 1, cells: ['a', 'b, c', 'd'] }]);
  });

  it('keep quotes that enclose nothing, which cost no other line', () => {
    const texts = ['5" pipa', '"Baru" Cibiru', '"tak ditutup', 'a""b', '"""'];
    for (const text of texts) {
      assert.deepEqual(readCells(`${text},1\nTB0002,2`, [',']), [
        { line: 1, cells: [text, '1'] },
        { line: 2, cells: ['TB0002', '2'] },
      ]);
    }
  });

  it('are never lost, whatever the text is', () => {
    fc.assert(
      fc.property(
        cell.chain((a) => fc.array(cell).map((rest) => [a, ...rest].join(''))),
        (text) => {
          const letters = (from: string) => from.replace(/[^aé😀]/gu, '');
          const read = readCells(text, [',']).flatMap(({ cells }) => cells);
          assert.equal(letters(read.join('')), letters(text));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
