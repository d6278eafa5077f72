import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { csvFile } from '../../widgets/src/file/csv.js';

describe('A CSV file', () => {
  it('has the mark of UTF-8, and ends each line as programs for tables expect', () => {
    assert.equal(
      csvFile([
        ['Kode', 'Toko'],
        ['TB0001', 'Cibiru'],
      ]),
      '\ufeffKode,Toko\r\nTB0001,Cibiru\r\n',
    );
  });

  it('quotes what would end a cell', () => {
    assert.equal(csvFile([['a,b', 'a"b', 'a\nb', 'a;b']]), '\ufeff"a,b","a""b","a\nb",a;b\r\n');
  });

  it('has no cell that would be run as a formula', () => {
    for (const begin of ['=', '+', '-', '@', '\t', '\r']) {
      const [cell = ''] = csvFile([[`${begin}SUM(A1)`]])
        .slice(1)
        .split('\r\n');
      assert.match(cell, /^"?'/u);
    }
    assert.equal(csvFile([['1-2']]), '\ufeff1-2\r\n');
  });
});
