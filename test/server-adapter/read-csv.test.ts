import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  delimiters,
  type DelimiterName,
  detectDelimiter,
} from '../../server-adapter/src/command-line/sync/delimiter.js';
import { type CsvRecord, readCsv } from '../../server-adapter/src/command-line/sync/read-csv.js';
import { decodeText } from '../../server-adapter/src/command-line/sync/decode-text.js';
import { foreignFormat } from '../../server-adapter/src/command-line/sync/foreign-format.js';

const names = Object.keys(delimiters) as DelimiterName[];

/** Cells that hold everything that CSV uses for itself, and letters of more than one byte. */
const cell = fc.string({
  unit: fc.constantFrom('a', 'é', '😀', ' ', '"', ',', ';', '\t', '\n', '\r\n', '\r'),
  maxLength: 6,
});
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }),
  );
const style = fc.record({
  name: fc.constantFrom(...names),
  lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
  quoteAll: fc.boolean(),
  mark: fc.boolean(),
  endsWithLineEnd: fc.boolean(),
  chunk: fc.integer({ min: 1, max: 7 }),
});
type Style = typeof style extends fc.Arbitrary<infer Value> ? Value : never;

const lineEnds = (text: string) => text.split(/\r\n|\r|\n/u).length - 1;

function write(
  rows: string[][],
  { name, lineEnd, quoteAll, mark, endsWithLineEnd }: Style,
): string {
  const quoted = (text: string) =>
    quoteAll || /["\r\n,;\t]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = rows.map((row) => row.map(quoted).join(delimiters[name]));
  return (mark ? '\ufeff' : '') + lines.join(lineEnd) + (endsWithLineEnd ? lineEnd : '');
}

async function* inChunks(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) {
    yield await Promise.resolve(bytes.subarray(at, at + size));
  }
}

async function read(text: string, name: DelimiterName, chunk = 64): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  await readCsv(decodeText(inChunks(Buffer.from(text), chunk)), name, (record) =>
    records.push(record),
  );
  return records;
}

describe('reading CSV', () => {
  it('gives what was written, whatever separates, quotes and ends it, and on which line', async () => {
    await fc.assert(
      fc.asyncProperty(table, style, async (rows, how) => {
        let line = 1;
        const expected: CsvRecord[] = [];
        for (const cells of rows) {
          if (cells.some((text) => text !== '')) expected.push({ line, cells });
          line += 1 + cells.reduce((sum, text) => sum + lineEnds(text), 0);
        }
        assert.deepEqual(await read(write(rows, how), how.name, how.chunk), expected);
      }),
      { numRuns: 500 },
    );
  });

  it('skips empty lines and counts them', async () => {
    const records = await read('a;b\r\n\r\n;\r\n1;2\r\n', 'semicolon');
    assert.deepEqual(
      records.map(({ line }) => line),
      [1, 4],
    );
  });

  it('names the line on which a row with a quote astray begins', async () => {
    const cases: [string, number, string][] = [
      ['a,b\n"x\ny",1\n1,"open\n2,3\n', 4, 'CSV_QUOTE_NOT_CLOSED'],
      ['a,b\n1,x"y\n', 2, 'INVALID_OPENING_QUOTE'],
      ['a,b\n1,"x"y\n', 2, 'CSV_INVALID_CLOSING_QUOTE'],
      [`a,b\n1,"${'x,\n'.repeat(50_000)}`, 2, 'CSV_MAX_RECORD_SIZE'],
    ];
    for (const [text, line, reason] of cases) {
      await assert.rejects(read(text, 'comma'), {
        code: 'FILE_MALFORMED',
        details: { line, reason },
      });
    }
  });

  it('names the line that is not UTF-8, however the bytes arrive', async () => {
    const good = 'kode,nama\nT1,Café 😀\n'.repeat(50);
    const bytes = Buffer.concat([Buffer.from(good), Buffer.from('T2,Café\n', 'latin1')]);
    for (const size of [1, 5, 64, 100_000]) {
      await assert.rejects(
        readCsv(decodeText(inChunks(bytes, size)), 'comma', () => undefined),
        {
          code: 'ENCODING_UNSUPPORTED',
          details: { line: 101 },
        },
      );
    }
  });

  it('knows what isn’t text in bytes, and leaves a single zero byte to whoever judges the cell', () => {
    const utf16 = Buffer.from('\ufeffkode;nama\n', 'utf16le');
    for (const bytes of [utf16, utf16.subarray(2), Buffer.from(utf16).swap16()]) {
      assert.equal(foreignFormat(bytes), 'UTF-16');
    }
    assert.equal(foreignFormat(Buffer.from('PK\u0003\u0004\0\0')), 'a workbook or another archive');
    assert.equal(foreignFormat(Buffer.from('kode\nT\u00001\n')), undefined);
    assert.equal(foreignFormat(Buffer.from('')), undefined);
  });

  it('finds the delimiter of a header line', () => {
    assert.equal(detectDelimiter('kode,nama'), 'comma');
    assert.equal(detectDelimiter('kode;"nama, lengkap, resmi";cabang'), 'semicolon');
    assert.equal(detectDelimiter('kode\tnama'), 'tab');
    assert.equal(detectDelimiter('kode'), 'comma');
  });
});
