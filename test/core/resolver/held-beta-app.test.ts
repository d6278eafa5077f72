import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type BetaAppChange,
  HeldBetaApp,
} from '../../../core/src/versions/resolver/held-beta-app.js';
import { sari } from '../support/people.js';

const moment = (day: string) => `${day}T00:00:00.000000Z`;

function changeOf(more: Partial<BetaAppChange>): BetaAppChange {
  const state = {
    name: 'Uji',
    startsOn: '2026-12-01',
    endsOn: '2026-12-31',
    owner: sari,
    pause: 'none',
    closed: 'none',
    actor: sari,
    since: moment('2026-11-20'),
    until: 'infinity',
  } as const;
  return {
    id: 1,
    revision: 1,
    matters: true,
    lastEvent: 1,
    states: [state],
    applications: [],
    left: [],
    joined: [],
    ...more,
  };
}

const group = (since: string, until: string | null, ...stores: number[]) => ({
  since: moment(since),
  until: until === null ? 'infinity' : moment(until),
  startedBy: sari,
  endedBy: until === null ? null : sari,
  stores: Uint32Array.from(stores),
});

describe('A beta app in memory', () => {
  it('gives stores that joined and left together one number, in whatever order they come', () => {
    const betaApp = new HeldBetaApp(1);
    betaApp.apply(
      changeOf({
        left: [group('2026-12-01', '2026-12-03', 9, 2), group('2026-12-04', '2026-12-05', 2)],
        joined: [group('2026-12-02', null, 7, 1), group('2026-12-06', null, 2, 9)],
      }),
    );
    const spans = (id: number) =>
      betaApp
        .registrationsOf(betaApp.stores.numberOf(id))
        .map(({ since, until }) => [since.slice(8, 10), until.slice(8, 10)].join('–'));
    assert.deepEqual(spans(2), ['01–03', '04–05', '06–']);
    assert.deepEqual(spans(9), ['01–03', '06–']);
    assert.deepEqual(spans(1), ['02–']);
    assert.equal(betaApp.stores.numberOf(1), betaApp.stores.numberOf(7));
    assert.equal(betaApp.stores.has(3), false);
    betaApp.apply(changeOf({ left: [group('2026-12-02', '2026-12-07', 1)] }));
    assert.deepEqual([spans(1), spans(7)], [['02–07'], ['02–']]);
  });

  it('is over when its days have passed everywhere and nothing in it changed since', () => {
    const betaApp = new HeldBetaApp(1);
    betaApp.apply(changeOf({ joined: [group('2026-12-02', null, 1)] }));
    // Its last day ends at 17:00 UTC in the west.
    assert.equal(betaApp.isOverBefore('2026-12-31T17:00:00.000000Z'), false);
    assert.equal(betaApp.isOverBefore('2026-12-31T17:00:00.000001Z'), true);
    betaApp.apply(changeOf({ left: [group('2026-12-02', '2027-01-05', 1)] }));
    assert.equal(betaApp.isOverBefore(moment('2027-01-04')), false);
    assert.equal(betaApp.isOverBefore(moment('2027-01-05')), true);
  });

  it('is over as soon as it was cancelled', () => {
    const betaApp = new HeldBetaApp(1);
    const change = changeOf({});
    const states = change.states.map((state) => ({ ...state, closed: 'cancelled' as const }));
    betaApp.apply({ ...change, states });
    assert.equal(betaApp.isOverBefore(moment('2026-11-19')), false);
    assert.equal(betaApp.isOverBefore(moment('2026-11-21')), true);
  });
});
