import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isBetaAppError } from '@beta-app/core';
import { type FieldError } from '@beta-app/core/contract';
import fc from 'fast-check';
import { saveStoresSchema } from '../../core/src/contract/beta-app-stores.js';
import { createBetaAppSchema, updateBetaAppSchema } from '../../core/src/contract/beta-app.js';
import { lookUpVersionsSchema } from '../../core/src/contract/version-lookup.js';
import { parseInput } from '../../core/src/input/parse-input.js';

type Schema = Parameters<typeof parseInput>[0];

function faultsOf(schema: Schema, input: unknown): readonly FieldError[] {
  try {
    parseInput(schema, input);
    return [];
  } catch (error) {
    assert.ok(isBetaAppError(error, 'VALIDATION_FAILED'), String(error));
    return error.errors;
  }
}

const save = { id: 1, baseRevision: 1, directoryRevision: 1 };

describe('what is wrong with an input', () => {
  const cases: [string, Schema, unknown, FieldError[]][] = [
    [
      'everything is missing',
      createBetaAppSchema,
      {},
      ['name', 'startsOn', 'endsOn'].map((path) => ({ path, code: 'required' })),
    ],
    ['it is no object', createBetaAppSchema, [], [{ path: '', code: 'type' }]],
    ['it is nothing', createBetaAppSchema, undefined, [{ path: '', code: 'required' }]],
    [
      'keys are unknown, however they are called',
      createBetaAppSchema,
      JSON.parse('{"name":"a","startsOn":"2030-01-01","endsOn":"2030-01-01","__proto__":1,"x":2}'),
      [
        { path: '__proto__', code: 'unknown_key' },
        { path: 'x', code: 'unknown_key' },
      ],
    ],
    [
      'both a date and the order of dates are wrong',
      createBetaAppSchema,
      { name: '', startsOn: '2030-01-02', endsOn: '2030-01-01' },
      [
        { path: 'name', code: 'required' },
        { path: 'endsOn', code: 'end_before_start' },
      ],
    ],
    [
      'an owner lacks a part',
      updateBetaAppSchema,
      { id: 1, detailsRevision: 1, owner: { name: 'A' } },
      [{ path: 'owner.nik', code: 'required' }],
    ],
    [
      'one of several codes is wrong, there are too many, and a moment is none',
      lookUpVersionsSchema,
      { store: ['A', '?'], application: Array.from({ length: 201 }, () => 'A'), at: 'kemarin' },
      [
        { path: 'store.1', code: 'format' },
        { path: 'application', code: 'too_many', max: 200 },
        { path: 'at', code: 'format' },
      ],
    ],
    [
      'a number is none, too small or too large',
      updateBetaAppSchema,
      { id: '1', detailsRevision: -1 },
      [
        { path: 'id', code: 'type' },
        { path: 'detailsRevision', code: 'range' },
      ],
    ],
    [
      'one code among many is bad',
      saveStoresSchema,
      { ...save, changes: [{ registered: true, codes: ['A', 'b c'] }] },
      [{ path: 'changes.0.codes.1', code: 'format' }],
    ],
    [
      'a change by filter has a bad filter',
      saveStoresSchema,
      { ...save, changes: [{ registered: true, select: { branch: '', town: 1 } }] },
      [
        { path: 'changes.0.select.branch', code: 'required' },
        { path: 'changes.0.select.town', code: 'unknown_key' },
      ],
    ],
    [
      'more filters are given than are looked through in one save',
      saveStoresSchema,
      { ...save, changes: Array.from({ length: 11 }, () => ({ registered: true, select: {} })) },
      [{ path: 'changes', code: 'too_many' }],
    ],
    [
      'a change says neither yes nor no',
      saveStoresSchema,
      { ...save, changes: [{ codes: ['A'] }] },
      [{ path: 'changes.0.registered', code: 'required' }],
    ],
    [
      'there are too many changes',
      saveStoresSchema,
      { ...save, changes: Array(101).fill({ registered: true, codes: [] }) },
      [{ path: 'changes', code: 'too_many', max: 100 }],
    ],
    [
      'a list is too long where one code alone would do',
      lookUpVersionsSchema,
      { store: Array(1_001).fill('A'), application: Array(201).fill('A') },
      [
        { path: 'store', code: 'too_many', max: 1_000 },
        { path: 'application', code: 'too_many', max: 200 },
      ],
    ],
    [
      'a code is of a wrong form, alone or in a list',
      lookUpVersionsSchema,
      { store: ['A', 'b c', 5], application: 'b c' },
      [
        { path: 'store.1', code: 'format' },
        { path: 'store.2', code: 'type' },
        { path: 'application', code: 'format' },
      ],
    ],
    [
      'no store is named, and an application that is none',
      lookUpVersionsSchema,
      { store: [], application: 5 },
      [
        { path: 'store', code: 'required' },
        { path: 'application', code: 'type' },
      ],
    ],
    [
      'a moment lacks its offset',
      lookUpVersionsSchema,
      { store: 'A', at: '2026-12-01T14:05:00' },
      [{ path: 'at', code: 'format' }],
    ],
    [
      'a text is too long',
      createBetaAppSchema,
      { name: 'x'.repeat(201), startsOn: '2030-01-01', endsOn: '2030-01-01' },
      [{ path: 'name', code: 'too_long', max: 200 }],
    ],
  ];

  for (const [what, schema, input, expected] of cases) {
    it(`is told where ${what}`, () => {
      const told = [...faultsOf(schema, input)];
      const byPath = (one: FieldError, other: FieldError) => one.path.localeCompare(other.path);
      assert.deepEqual(told.sort(byPath), [...expected].sort(byPath));
    });
  }

  it('is told a hundred times at most', () => {
    const codes = Array<string>(15_000).fill('b c');
    const input = { ...save, changes: [{ registered: true, codes }] };
    assert.equal(faultsOf(saveStoresSchema, input).length, 100);
  });

  it('is never more than a refusal, whatever comes', () => {
    const schemas = [createBetaAppSchema, updateBetaAppSchema, saveStoresSchema];
    const shaped = fc.record(
      {
        name: fc.anything(),
        startsOn: fc.anything(),
        endsOn: fc.anything(),
        changes: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), shaped), fc.constantFrom(...schemas), (input, schema) => {
        for (const { path, code } of faultsOf(schema, input)) {
          assert.equal(typeof path, 'string');
          assert.match(code, /^[a-z_]+$/u);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is said of moments that are none, or that no database can read', () => {
    const isMoment = (at: string) =>
      faultsOf(lookUpVersionsSchema, { store: 'A', at }).length === 0;
    for (const at of [
      '2026-12-01T14:05:00Z',
      '2026-12-01T14:05:00.123456789+07:00',
      '2028-02-29T00:00:00-14:00',
      '1900-01-01T00:00:00Z',
      '9999-12-31T23:59:59.998999Z',
    ]) {
      assert.ok(isMoment(at), at);
    }
    for (const at of [
      '',
      '2026-12-01',
      '2026-12-01T14:05:00',
      '2026-02-29T00:00:00Z',
      '2026-12-01T24:00:00Z',
      '2026-12-01T14:05:60Z',
      '2026-12-01T14:05:00+15:00',
      '2026-12-01T14:05:00+07:60',
      '1899-12-31T00:00:00Z',
      '1900-01-01T00:00:00+07:00',
      '9999-12-31T23:59:59-00:01',
      '9999-12-31T23:59:59.9999999Z',
      `2026-12-01T14:05:00.${'1'.repeat(200)}Z`,
    ]) {
      assert.ok(!isMoment(at), at);
    }
  });
});
