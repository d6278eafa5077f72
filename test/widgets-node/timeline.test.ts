import type { Timeline } from '@beta-app/core/contract';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayScale } from '../../widgets/src/beta-timeline/day-scale.js';
import { rowMove } from '../../widgets/src/beta-timeline/row-move.js';
import {
  daysAround,
  daysFrom,
  goesOn,
  neighbouring,
  timelineZooms,
} from '../../widgets/src/beta-timeline/shown-days.js';
import { timelineFile, timelineFileName } from '../../widgets/src/beta-timeline/timeline-file.js';
import { timelineGroups } from '../../widgets/src/beta-timeline/timeline-groups.js';
import { formatsOf } from '../../widgets/src/format/formats.js';
import { wordsFor } from '../../widgets/src/words/words.js';

describe('The days of a timeline', () => {
  it('are whole months with today among them', () => {
    const around = (zoom: 'month' | 'quarter' | 'year') => daysAround('2027-01-31', zoom);
    assert.deepEqual(around('month'), { from: '2027-01-01', to: '2027-01-31' });
    assert.deepEqual(around('quarter'), { from: '2026-12-01', to: '2027-02-28' });
    assert.deepEqual(around('year'), { from: '2026-10-01', to: '2027-09-30' });
  });

  it('go on without a gap, over years and leap days', () => {
    assert.deepEqual(daysFrom('2028-02-29', 'month'), { from: '2028-02-01', to: '2028-02-29' });
    const quarter = daysFrom('2026-11-01', 'quarter');
    const next = neighbouring(quarter, 'quarter', 1);
    assert.deepEqual([quarter.to, next.from, next.to], ['2027-01-31', '2027-02-01', '2027-04-30']);
    assert.deepEqual(neighbouring(next, 'quarter', -1), quarter);
  });

  it('stop at the first and the last day that the server takes, with as many months as ever', () => {
    const ends = {
      month: { first: '1900-01-31', last: '9999-12-01' },
      quarter: { first: '1900-03-31', last: '9999-10-01' },
      year: { first: '1900-12-31', last: '9999-01-01' },
    };
    for (const zoom of timelineZooms) {
      const first = { from: '1900-01-01', to: ends[zoom].first };
      const last = { from: ends[zoom].last, to: '9999-12-31' };
      assert.deepEqual(daysFrom('1900-01-31', zoom), first);
      assert.deepEqual(daysAround('1900-01-01', zoom), first);
      assert.deepEqual(neighbouring(first, zoom, -1), first);
      assert.deepEqual(neighbouring(daysFrom('1900-02-01', zoom), zoom, -1), first);
      assert.deepEqual(daysFrom('9999-12-31', zoom), last);
      assert.deepEqual(daysAround('9999-12-31', zoom), last);
      assert.deepEqual(neighbouring(last, zoom, 1), last);
      assert.deepEqual([goesOn(first, -1), goesOn(first, 1)], [false, true]);
      assert.deepEqual([goesOn(last, -1), goesOn(last, 1)], [true, false]);
      const now = daysAround('2026-12-02', zoom);
      assert.deepEqual([goesOn(now, -1), goesOn(now, 1)], [true, true]);
    }
  });
});

describe('The scale of a timeline', () => {
  const quarter = { from: '2026-10-01', to: '2026-12-31' };

  it('gives each day the same room, the last one too', () => {
    const { place } = dayScale({ from: '2026-12-01', to: '2026-12-10' }, 'month');
    const rounded = (startsOn: string, endsOn: string) => {
      const { left, width } = place(startsOn, endsOn);
      return [Math.round(left * 1_000) / 1_000, Math.round(width * 1_000) / 1_000];
    };
    assert.deepEqual(rounded('2026-12-01', '2026-12-10'), [0, 100]);
    assert.deepEqual(rounded('2026-12-10', '2026-12-10'), [90, 10]);
    // What lies beyond ends at the edge.
    assert.deepEqual(rounded('2026-11-01', '2026-12-03'), [0, 30]);
    assert.deepEqual(rounded('2026-12-09', '2027-12-03'), [80, 20]);
    assert.deepEqual(rounded('2026-11-01', '2026-11-03'), [0, 0]);
  });

  it('names months and weeks, or years and months', () => {
    const { large, small } = dayScale(quarter, 'quarter');
    assert.deepEqual(
      large.map(({ day }) => day),
      ['2026-10-01', '2026-11-01', '2026-12-01'],
    );
    assert.deepEqual([small[0]?.day, small.length], ['2026-10-05', 13]);
    const year = dayScale({ from: '2026-10-01', to: '2027-09-30' }, 'year');
    assert.deepEqual(
      year.large.map(({ day }) => day),
      ['2026-10-01', '2027-01-01'],
    );
    assert.equal(year.small.length, 12);
    const whole = dayScale({ from: '2026-01-01', to: '2026-12-31' }, 'year');
    assert.deepEqual(whole.large, [{ day: '2026-01-01', left: 0 }]);
  });
});

describe('The arrow keys in a timeline', () => {
  // In two groups, of which the second one begins earlier.
  const starts = ['2026-11-05', '2026-12-01', '2026-10-01', '2026-11-05'];

  it('go up and down by rows, and stop at the ends', () => {
    assert.equal(rowMove('ArrowDown', 0, starts), 1);
    assert.equal(rowMove('ArrowDown', 3, starts), undefined);
    assert.equal(rowMove('ArrowUp', 1, starts), 0);
    assert.equal(rowMove('ArrowUp', 0, starts), undefined);
    assert.equal(rowMove('Home', 3, starts), 0);
    assert.equal(rowMove('End', 0, starts), 3);
    assert.equal(rowMove('a', 0, starts), undefined);
    assert.equal(rowMove('Home', 0, []), undefined);
  });

  it('go left and right in time, through all rows', () => {
    const way: (number | undefined)[] = [2];
    while (way.at(-1) !== undefined) way.push(rowMove('ArrowRight', way.at(-1)!, starts));
    assert.deepEqual(way, [2, 0, 3, 1, undefined]);
    assert.equal(rowMove('ArrowLeft', 0, starts), 2);
    assert.equal(rowMove('ArrowLeft', 2, starts), undefined);
  });
});

const owner = { name: 'Sari Wulandari', nik: '2015014321' };
const pos = { code: 'POS', name: 'Kasir Toko' };
const stk = { code: 'STK', name: 'Stok Toko' };
const timeline: Timeline = {
  from: '2026-12-01',
  to: '2027-02-28',
  today: '2026-12-02',
  items: [
    {
      id: 1,
      name: '=Uji',
      startsOn: '2026-12-01',
      endsOn: '2026-12-20',
      owner,
      state: 'paused',
      pause: 'keep',
      applications: [
        { ...pos, version: '4.19.0' },
        { ...stk, version: '2.2.0' },
      ],
      registeredStores: 1_240,
    },
    {
      id: 2,
      name: 'Uji Kosong',
      startsOn: '2026-12-05',
      endsOn: '2026-12-06',
      owner,
      state: 'scheduled',
      pause: 'none',
      applications: [],
      registeredStores: 0,
    },
    {
      id: 3,
      name: 'Uji Struk',
      startsOn: '2026-12-10',
      endsOn: '2026-12-31',
      owner,
      state: 'scheduled',
      pause: 'none',
      applications: [{ ...pos, version: '4.20.0' }],
      registeredStores: 5,
    },
  ],
  applications: [
    {
      ...pos,
      meetings: [{ betaApps: [1, 3], startsOn: '2026-12-10', endsOn: '2026-12-20' }],
      free: [],
    },
    {
      ...stk,
      meetings: [],
      free: [
        { startsOn: '2026-12-21', endsOn: '2026-12-31' },
        { startsOn: '2027-02-01', endsOn: '2027-02-28' },
      ],
    },
  ],
};

describe('The rows of a timeline', () => {
  it('stand by application, each with whom it meets there, and last those without any', () => {
    const gist = timelineGroups(timeline).map(({ application, rows }) => [
      application?.code,
      rows.map(({ betaApp, version, met }) => [
        betaApp.id,
        version,
        met.map((each) => each.betaApp.id),
      ]),
    ]);
    assert.deepEqual(gist, [
      [
        'POS',
        [
          [1, '4.19.0', [3]],
          [3, '4.20.0', [1]],
        ],
      ],
      ['STK', [[1, '2.2.0', []]]],
      [undefined, [[2, undefined, []]]],
    ]);
  });
});

describe('The file of a timeline', () => {
  const language = { words: wordsFor('id'), format: formatsOf('id') };

  it('has a row for each application of each beta app and each free period, which no program runs', () => {
    const [head, ...rows] = timelineFile(timeline, language).trim().split('\r\n');
    assert.equal(
      head,
      'Beta-App,Kode,Aplikasi,Versi beta,Tanggal mulai,Tanggal selesai,Status,Toko,User,NIK,Bertemu dengan',
    );
    assert.deepEqual(rows, [
      `'=Uji,POS,Kasir Toko,4.19.0,2026-12-01,2026-12-20,Dijeda,1240,Sari Wulandari,2015014321,bertemu “Uji Struk” 10–20 Des 2026`,
      `'=Uji,STK,Stok Toko,2.2.0,2026-12-01,2026-12-20,Dijeda,1240,Sari Wulandari,2015014321,`,
      'Uji Kosong,,,,2026-12-05,2026-12-06,Terjadwal,0,Sari Wulandari,2015014321,',
      'Uji Struk,POS,Kasir Toko,4.20.0,2026-12-10,2026-12-31,Terjadwal,5,Sari Wulandari,2015014321,bertemu “=Uji” 10–20 Des 2026',
      ',STK,Stok Toko,,2026-12-21,2026-12-31,Bebas,,,,',
      ',STK,Stok Toko,,2027-02-01,2027-02-28,Bebas,,,,',
    ]);
    assert.equal(
      timelineFileName(timeline, 'POS', language),
      'linimasa-POS-2026-12-01-2027-02-28.csv',
    );
  });

  it('tells the free days in English too, and none once all days are past', () => {
    const english = { words: wordsFor('en'), format: formatsOf('en') };
    const free = (shown: Timeline) =>
      timelineFile(shown, english)
        .split('\r\n')
        .filter((line) => line.includes(',Free,'));
    assert.deepEqual(free(timeline), [
      ',STK,Stok Toko,,2026-12-21,2026-12-31,Free,,,,',
      ',STK,Stok Toko,,2027-02-01,2027-02-28,Free,,,,',
    ]);
    assert.deepEqual(free({ ...timeline, today: '2027-03-01' }), []);
  });
});
