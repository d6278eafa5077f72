import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type CodeList } from '../../server-adapter/src/versions/json-reader.js';
import { KeptStores } from '../../server-adapter/src/versions/kept-stores.js';
import { questionOfBody } from '../../server-adapter/src/versions/quick-question.js';

const codePattern = /^[A-Z0-9][A-Z0-9._-]{0,31}$/u;
const code = fc.stringMatching(/^[A-Z0-9][A-Z0-9._-]{0,5}$/u);
const space = fc.constantFrom('', '', ' ', '\n\t', '\r\n');
/** What a usual question is made of, and some that isn't. */
const piece = fc.oneof(
  code.map((text) => JSON.stringify(text)),
  fc.constantFrom('{', '}', '[', ']', ':', ',', '"store"', '"application"', '"a', '"-A"', '7', ''),
);

function textsOf({ bytes, count, places }: CodeList): string[] {
  return Array.from({ length: count }, (_, index) =>
    Buffer.from(bytes.subarray(places[2 * index], places[2 * index + 1])).toString(),
  );
}

function listOf(codes: readonly string[]): CodeList {
  const ends = codes.map((_, index) => codes.slice(0, index + 1).join('').length);
  const places = Int32Array.from(ends.flatMap((end, index) => [ends[index - 1] ?? 0, end]));
  return { bytes: Buffer.from(codes.join('')), count: codes.length, places };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads a body, which has to be understood as it is by JSON.parse if it is understood at all. */
function readRight(text: string): { store: string[]; application: string } | undefined {
  const question = questionOfBody(Buffer.from(text));
  if (question === undefined) return undefined;
  const read = { store: textsOf(question.stores), application: question.application };
  assert.deepEqual(read, parse(text));
  for (const each of [...read.store, read.application]) assert.match(each, codePattern);
  return read;
}

describe('A usual question in a body', () => {
  const question = fc.record(
    { store: fc.array(code, { minLength: 1, maxLength: 20 }), application: code },
    { noNullPrototype: true },
  );

  it('is understood in either order, and with any spaces', () => {
    fc.assert(
      fc.property(question, fc.boolean(), space, space, (asked, turned, one, other) => {
        const stores = asked.store.map((text) => JSON.stringify(text)).join(`${other},${one}`);
        const store = `"store"${one}:${other}[${one}${stores}${one}]`;
        const application = `"application"${other}:${one}"${asked.application}"`;
        const parts = turned ? [application, store] : [store, application];
        assert.deepEqual(
          readRight(`${one}{${parts.join(`${other},${one}`)}${other}}${one}`),
          asked,
        );
      }),
    );
  });

  it('is never understood otherwise than it is meant', () => {
    fc.assert(
      fc.property(question, fc.nat(), fc.nat(3), fc.array(piece), (asked, at, cut, pieces) => {
        const text = JSON.stringify(asked);
        const place = at % (text.length + 1);
        readRight(text.slice(0, place) + pieces.join('') + text.slice(place + cut));
        readRight(pieces.join(''));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is left to the rules where something is twice, missing, too long or too much', () => {
    const many = (count: number) => JSON.stringify(Array.from({ length: count }, () => 'A'));
    const list = (text: string) => `{"store":${text},"application":"A"}`;
    assert.equal(readRight(list(many(1_000)))?.store.length, 1_000);
    assert.equal(readRight(list(`["${'A'.repeat(32)}"]`))?.store.length, 1);
    for (const text of [
      list(many(1_001)),
      list(`["${'A'.repeat(33)}"]`),
      list('[]'),
      list('["A",]'),
      list('[,"A"]'),
      list('["A""B"]'),
      list('["\\u0041"]'),
      list('["A"],"store":["A"]'),
      `${list('["A"]')}}`,
      '{"store":["A"]}',
      '{"application":"A"}',
      '{"store":["A"],"application":"A",}',
      '{}',
      '',
    ]) {
      assert.equal(readRight(text), undefined, text);
    }
  });
});

describe('Kept stores', () => {
  it('are found by the bytes of their codes alone', () => {
    fc.assert(
      fc.property(fc.uniqueArray(code, { maxLength: 60 }), fc.array(code), (codes, others) => {
        const kept = new KeptStores(60);
        for (const turn of ['once', 'and again after it was emptied']) {
          codes.forEach((text, index) => {
            const bytes = Buffer.from(text);
            assert.equal(kept.find(bytes, 0, bytes.length), -1, turn);
            assert.equal(kept.add(bytes, Buffer.from(`${turn} ${text}`)), index);
          });
          assert.equal(kept.hasRoomFor(60 - codes.length), true);
          assert.equal(kept.hasRoomFor(61 - codes.length), false);
          for (const text of [...codes, ...others]) {
            const number = kept.find(Buffer.from(`--${text}--`), 2, 2 + text.length);
            assert.equal(number, codes.indexOf(text));
            if (number >= 0) assert.equal(String(kept.textAt(number)), `${turn} ${text}`);
          }
          const asked = [...codes, ...others];
          const numbers = new Int32Array(asked.length);
          kept.findAll(listOf(asked), numbers);
          assert.deepEqual(
            [...numbers],
            asked.map((text) => codes.indexOf(text)),
          );
          kept.clear();
        }
      }),
    );
  });
});
