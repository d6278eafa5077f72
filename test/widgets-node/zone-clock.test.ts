import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { timeZones } from '@beta-app/core/contract';
import fc from 'fast-check';
import { clockIn, momentIn, momentOf, readMoment } from '../../widgets/src/format/zone-clock.js';

const zone = fc.constantFrom(...timeZones);
const moment = fc.date({
  min: new Date('1990-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});

describe('The clock of a store', () => {
  it('shows what the calendar of its zone says', () => {
    fc.assert(
      fc.property(zone, moment, (timeZone, at) => {
        const expected = new Intl.DateTimeFormat('sv-SE', {
          timeZone,
          dateStyle: 'short',
          timeStyle: 'short',
        }).format(at);
        const { date, time } = clockIn(timeZone, at);
        assert.equal(`${date} ${time}`, expected);
      }),
    );
  });

  it('tells the moment at which it shows a time, with its offset', () => {
    const clock = { date: '2026-11-24', time: '14:05' };
    assert.equal(momentOf(clock, 'Asia/Jakarta'), '2026-11-24T14:05:00+07:00');
    assert.equal(momentOf(clock, 'Asia/Makassar'), '2026-11-24T14:05:00+08:00');
    assert.equal(momentOf(clock, 'Asia/Jayapura'), '2026-11-24T14:05:00+09:00');
    fc.assert(
      fc.property(zone, moment, (timeZone, at) => {
        const minute = Math.floor(at.getTime() / 60_000) * 60_000;
        assert.equal(Date.parse(momentOf(clockIn(timeZone, at), timeZone)), minute);
        const second = Math.floor(at.getTime() / 1_000) * 1_000;
        assert.equal(Date.parse(momentIn(timeZone, at)), second);
      }),
    );
  });
});

describe('A moment from a page or its address', () => {
  it('has its offset, also where the plus was not escaped, and seconds if it had none', () => {
    for (const text of [
      '2026-11-24T14:05:00+08:00',
      '2026-11-24T14:05:00 08:00',
      '2026-11-24T14:05+08:00',
      '2026-11-24T14:05 08:00',
      ' 2026-11-24T14:05:00+08:00 ',
    ]) {
      assert.deepEqual(readMoment(text), { at: '2026-11-24T14:05:00+08:00' });
    }
    assert.deepEqual(readMoment('2026-11-24T06:05:00.5Z'), { at: '2026-11-24T06:05:00.5Z' });
  });

  it('is not given where there is no text', () => {
    for (const text of [undefined, null, '', ' ']) assert.equal(readMoment(text), undefined);
  });

  it('is unreadable without an offset, outside of the calendar, or as other words', () => {
    for (const text of [
      'kemarin',
      'null',
      '2026-11-24',
      '2026-11-24T14:05:00',
      '2026-11-20 14:05:00+07:00',
      '2026-11-20 14:05',
      '2026-13-24T14:05:00Z',
      '2026-02-30T14:05:00Z',
      '2026-11-24T24:00:00Z',
      '0026-11-24T14:05:00Z',
    ]) {
      assert.deepEqual(readMoment(text), { unreadable: text });
    }
  });

  it('is one that the clocks of every zone can show, and that the server takes', () => {
    for (const at of ['1900-01-01T00:00:00Z', '9999-12-31T23:59:59+09:00']) {
      assert.deepEqual(readMoment(at), { at });
      assert.match(clockIn('Asia/Jayapura', new Date(at)).date, /^\d{4}-/u);
    }
    for (const text of [
      '9999-12-31T23:59:59Z',
      '9999-12-31T15:00:00Z',
      '1900-01-01T00:00:00+07:00',
    ]) {
      assert.deepEqual(readMoment(text), { unreadable: text });
    }
  });

  it('is also what a page sets that is no text', () => {
    const today = new Date();
    assert.deepEqual(readMoment(today), { unreadable: String(today) });
  });
});
