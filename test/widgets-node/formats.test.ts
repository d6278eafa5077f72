import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayIn, daysBetween } from '../../widgets/src/format/days.js';
import { formatsOf } from '../../widgets/src/format/formats.js';

describe('Days, periods, times and numbers', () => {
  const id = formatsOf('id');
  const en = formatsOf('en');

  it('are written as people in Indonesia write them', () => {
    assert.equal(id.date('2026-11-24'), '24 Nov 2026');
    assert.equal(id.longDate('2026-11-24'), 'Selasa, 24 November 2026');
    assert.equal(id.period('2027-01-01', '2027-01-31'), '1–31 Jan 2027');
    assert.equal(id.period('2026-12-28', '2027-01-04'), '28 Des 2026 – 4 Jan 2027');
    assert.equal(id.number(15_204), '15.204');
  });

  it('have the same order in English', () => {
    // Whether a comma follows the weekday depends on the version of ICU.
    assert.match(en.longDate('2026-11-24'), /^Tuesday,? 24 November 2026$/u);
    assert.equal(en.period('2027-01-01', '2027-01-31'), '1–31 Jan 2027');
    assert.equal(en.number(15_204), '15,204');
  });

  it("carry the zone's letters in both languages", () => {
    const moment = '2026-11-24T06:05:00Z';
    assert.equal(id.time(moment, 'Asia/Makassar'), '14.05 WITA');
    assert.equal(en.time(moment, 'Asia/Jayapura'), '15:05 WIT');
    assert.equal(id.dateTime('2026-11-24T17:30:00Z', 'Asia/Jakarta'), '25 Nov 2026 00.30 WIB');
  });

  it('count days across months and midnight', () => {
    assert.equal(daysBetween('2026-12-01', '2026-12-31'), 30);
    assert.equal(daysBetween('2026-12-02', '2026-12-01'), -1);
    assert.equal(dayIn('Asia/Jakarta', new Date('2026-11-24T17:30:00Z')), '2026-11-25');
  });
});
