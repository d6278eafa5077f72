import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { timeZones } from '@beta-app/core/contract';
import fc from 'fast-check';
import {
  earliest,
  endOfDay,
  horizonOf,
  latest,
  type Moment,
  momentOf,
  startOfDay,
} from '../../../core/src/versions/moments.js';

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Which day it is in a zone, from the time zone database that comes with Node.js. */
function dayIn(zone: string, milliseconds: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(milliseconds);
}

describe('days in time zones', () => {
  it('begin and end with the midnights of the time zone database', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...timeZones), (day, zone) => {
        const first = Date.parse(startOfDay(day, zone));
        assert.equal(dayIn(zone, first), day);
        assert.notEqual(dayIn(zone, first - 1), day);
        const next = Date.parse(endOfDay(day, zone));
        assert.notEqual(dayIn(zone, next), day);
        assert.equal(dayIn(zone, next - 1), day);
      }),
      { numRuns: 500 },
    );
  });

  for (const [day, next] of [
    ['2028-02-28', '2028-02-29'],
    ['2028-02-29', '2028-03-01'],
    ['2027-02-28', '2027-03-01'],
    ['2100-02-28', '2100-03-01'],
    ['2026-12-31', '2027-01-01'],
    ['9999-12-30', '9999-12-31'],
  ] as const) {
    it(`are followed by the next: ${day}`, () => {
      for (const zone of timeZones) assert.equal(endOfDay(day, zone), startOfDay(next, zone));
    });
  }

  it('begin in Jayapura first and in Jakarta last', () => {
    assert.deepEqual(
      (['Asia/Jayapura', 'Asia/Makassar', 'Asia/Jakarta'] as const).map((zone) =>
        startOfDay('2026-03-01', zone),
      ),
      ['2026-02-28T15:00:00.000000Z', '2026-02-28T16:00:00.000000Z', '2026-02-28T17:00:00.000000Z'],
    );
    assert.equal(endOfDay('9999-12-31', 'Asia/Jakarta'), '9999-12-31T17:00:00.000000Z');
  });
});

describe('moments', () => {
  it('compare as texts, with infinity after all of them', () => {
    const moments: Moment[] = [
      '1899-12-31T17:00:00.000000Z',
      '2026-12-01T07:05:00.000000Z',
      '2026-12-01T07:05:00.000001Z',
      '9999-12-31T23:59:59.998999Z',
      'infinity',
    ];
    assert.deepEqual([...moments].reverse().sort(), moments);
    assert.equal(earliest(...moments.slice(1)), moments[1]);
    assert.equal(latest(...moments.slice(0, 4)), moments[3]);
    assert.equal(latest(...moments), 'infinity');
    assert.equal(
      momentOf(new Date('2026-12-01T14:05:00.120+07:00')),
      '2026-12-01T07:05:00.120000Z',
    );
  });

  for (const [at, horizon] of [
    ['2026-06-15T05:00:00.000000Z', '2026-05-16T05:00:00.000000Z'],
    ['2026-06-15T05:00:00.123456Z', '2026-05-16T05:00:00.123456Z'],
    ['2028-03-15T00:00:00.000001Z', '2028-02-14T00:00:00.000001Z'],
    ['2027-03-15T23:59:59.999999Z', '2027-02-13T23:59:59.999999Z'],
    ['2027-01-10T00:00:00.000000Z', '2026-12-11T00:00:00.000000Z'],
  ] as const) {
    it(`reach back thirty times 24 hours, to the microsecond: ${at}`, () => {
      assert.equal(horizonOf(at), horizon);
    });
  }
});
