import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isBetaAppError } from '@beta-app/core';
import { errorStatuses } from '@beta-app/core/contract';
import fc from 'fast-check';
import { translateFault } from '../../core/src/database/faults.js';
import { quoteIdentifier } from '../../core/src/database/identifier.js';
import { errorOf } from '../../core/src/errors.js';
import { translateSave } from '../../core/src/writes/store-changes.js';
import { storableText } from '../../core/src/writes/storable-text.js';

describe('storableText', () => {
  it('leaves nothing that the database could not take, and all else as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        assert.deepEqual(storableText(value), JSON.parse(JSON.stringify(value)));
      }),
    );
    const unit = fc.constantFrom(
      '\0',
      '\ud800',
      '\udfff',
      '\\',
      'u',
      '0000',
      'd800',
      '"',
      'a',
      '🧪',
    );
    const text = fc.array(unit).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (key, value) => {
        const made = storableText({ [key]: [value] });
        const expected = (from: string) => from.replace(/\0|\p{Cs}/gu, '\u0001');
        assert.deepEqual(Object.entries(made), [[expected(key), [expected(value)]]]);
      }),
    );
  });
});

describe('translateSave', () => {
  it('turns what was typed into words, and leaves codes alone', () => {
    const save = { id: 1, baseRevision: 2, directoryRevision: 3 };
    const translated = translateSave(
      {
        ...save,
        changes: [
          {
            registered: true,
            select: { branch: 'B', q: '  toko\u3000 baru toko ' },
            except: ['A'],
          },
          { registered: true, select: {} },
          { registered: false, codes: ['C'] },
        ],
      },
      { actor: { name: 'Sari', nik: '1' } },
    );
    assert.deepEqual(translated, {
      ...save,
      mayMoveFrom: [],
      changes: [
        { registered: true, select: { branch: 'B', words: ['toko', 'baru'] }, except: ['A'] },
        { registered: true, select: { words: [] } },
        { registered: false, codes: ['C'] },
      ],
    });
  });
});

describe('faults of the database', () => {
  const meaning = (code: string) => {
    const fault = translateFault(Object.assign(new Error('x'), { code }));
    return fault instanceof Error && 'code' in fault ? fault.code : fault;
  };

  it('become codes, and those that nobody expected stay what they are', () => {
    for (const code of ['40001', '40P01', '23P01']) assert.equal(meaning(code), 'lost_race');
    for (const code of ['57014', '55P03']) assert.equal(meaning(code), 'DATABASE_TIMEOUT');
    for (const code of [
      ...['57P01', '57P03', '53300', '53100', '08006', '3D000', '25006'],
      ...['ECONNREFUSED', 'ECONNRESET', 'CONNECTION_CLOSED', 'CONNECT_TIMEOUT', 'ENOTFOUND'],
    ]) {
      assert.equal(meaning(code), 'DATABASE_UNAVAILABLE', code);
    }
    for (const code of ['42501', '23505', '22P02', 'ERR_ASSERTION'])
      assert.equal(meaning(code), code);
    for (const odd of [undefined, null, 'x', {}, { code: 7 }])
      assert.equal(translateFault(odd), odd);
  });
});

describe('errors', () => {
  it('come in a class for every code, and keep the cause', () => {
    for (const code of Object.keys(errorStatuses) as (keyof typeof errorStatuses)[]) {
      const cause = new Error('why');
      const error = errorOf(code, { cause });
      assert.ok(isBetaAppError(error, code));
      assert.equal(error.cause, cause);
      assert.equal(error.name, error.constructor.name);
      assert.match(error.message, new RegExp(code, 'u'));
    }
    assert.ok(!isBetaAppError(new Error('NAME_TAKEN'), 'NAME_TAKEN'));
  });
});

describe('quoteIdentifier', () => {
  it('quotes any name that the database can hold, and refuses others', () => {
    assert.equal(quoteIdentifier('Beta App "x"'), '"Beta App ""x"""');
    assert.equal(quoteIdentifier('x'.repeat(63)), `"${'x'.repeat(63)}"`);
    for (const name of ['', 'a\0', 'x'.repeat(64), 'é'.repeat(32)]) {
      assert.throws(() => quoteIdentifier(name), RangeError);
    }
  });
});
