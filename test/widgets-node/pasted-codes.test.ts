import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lookupLimits } from '@beta-app/core/contract';
import { maximalStores, readCodes } from '../../widgets/src/many-stores/pasted-codes.js';

describe('Pasted codes of stores', () => {
  it('are parted by lines, commas, semicolons and tabs, and counted once', () => {
    const { codes, misunderstood, tooMany } = readCodes(
      'TB0001\r\ntb0002, TB0003;TB0004\tTB0001\n\n , TB0005 \r',
    );
    assert.deepEqual(codes, ['TB0001', 'TB0002', 'TB0003', 'TB0004', 'TB0005']);
    assert.deepEqual(misunderstood, []);
    assert.equal(tooMany, 0);
  });

  it('leave out what is no code, with the number of its line', () => {
    const { codes, misunderstood } = readCodes('TB0001\nbukan kode, TB0002\n\n-;TB0003');
    assert.deepEqual(codes, ['TB0001', 'TB0002', 'TB0003']);
    assert.deepEqual(misunderstood, [
      { line: 2, text: 'bukan kode' },
      { line: 4, text: '-' },
    ]);
  });

  it('may be typed with a blank, stand in quotes, or beside the names of their stores', () => {
    assert.deepEqual(readCodes('tb 123\n"TB0002"').codes, ['TB123', 'TB0002']);
    assert.deepEqual(readCodes('TB0001,CIBIRU\nTB0002,MEDAN').codes, ['TB0001', 'TB0002']);
    assert.deepEqual(readCodes('Kode;Toko\nTB0001;Cibiru').misunderstood, []);
  });

  it('end where the server would refuse them, and tell how many are left', () => {
    const text = Array.from({ length: maximalStores + 7 }, (_, n) => `T${n}`).join('\n');
    const { codes, tooMany } = readCodes(text);
    assert.equal(codes.length, maximalStores);
    assert.equal(codes.at(-1), `T${maximalStores - 1}`);
    assert.equal(tooMany, 7);
  });

  it('are as many as the contract lets be asked at once', () => {
    assert.equal(maximalStores, lookupLimits.stores);
  });
});
