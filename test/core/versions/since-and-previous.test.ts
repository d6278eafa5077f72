import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ApplicationFacts, type Registration } from '../../../core/src/versions/facts.js';
import { versionOf } from '../../../core/src/versions/version-of.js';
import {
  applicationWith,
  betaAppWith,
  jayapura,
  justBefore,
  moment,
  registrationIn,
  storeWith,
  takenFrom,
} from './support/facts.js';

const application = applicationWith();
const production = (version: string) => ({ version, channel: 'production' as const });
const beta = (version: string) => ({ version, channel: 'beta' as const });

function change(
  registrations: readonly Registration[],
  at: string,
  { store = storeWith(registrations), of = application } = {},
) {
  const { version, since, previous } = versionOf(store, of, moment(at));
  return [version, since, previous];
}

describe('since when a store runs a version, and what it ran before', () => {
  const registered = (since?: string, until?: string) => [
    registrationIn(betaAppWith(), since, until),
  ];

  it('is the first day, the registration, or the application, whichever came last', () => {
    const early = change(registered(), '06-15 12:00');
    assert.deepEqual(early, ['b1', moment('05-31 17:00'), production('1.0')]);
    const late = change(registered('06-09 00:00'), '06-15 12:00');
    assert.deepEqual(late, ['b1', moment('06-09 00:00'), production('1.0')]);
    const added = betaAppWith({ applications: [takenFrom('06-11 00:00')] });
    const last = change([registrationIn(added)], '06-15 12:00');
    assert.deepEqual(last, ['b1', moment('06-11 00:00'), production('1.0')]);
  });

  it('is the withdrawal, the end, a closing, a reopening, or a pause', () => {
    assert.deepEqual(change(registered('05-01 00:00', '06-09 00:00'), '06-15 12:00'), [
      '1.0',
      moment('06-09 00:00'),
      beta('b1'),
    ]);
    assert.deepEqual(change(registered(), '07-05 12:00'), [
      '1.0',
      moment('06-30 17:00'),
      beta('b1'),
    ]);
    const closing = storeWith(registered(), {}, { '06-10 00:00': { open: false } });
    assert.deepEqual(change([], '06-15 12:00', { store: closing }), [
      '1.0',
      moment('06-10 00:00'),
      beta('b1'),
    ]);
    const reopening = storeWith(
      registered(),
      {},
      { '06-10 00:00': { open: false }, '06-12 00:00': { open: true } },
    );
    assert.deepEqual(change([], '06-15 12:00', { store: reopening }), [
      'b1',
      moment('06-12 00:00'),
      production('1.0'),
    ]);
    const paused = betaAppWith({
      later: { '06-08 00:00': { pause: 'keep' }, '06-10 00:00': { pause: 'drop' } },
    });
    assert.deepEqual(change([registrationIn(paused)], '06-09 00:00').slice(1), [
      moment('05-31 17:00'),
      production('1.0'),
    ]);
    assert.deepEqual(change([registrationIn(paused)], '06-15 12:00'), [
      '1.0',
      moment('06-10 00:00'),
      beta('b1'),
    ]);
  });

  it('is a new version in the beta app or in production', () => {
    const betaApp = betaAppWith({
      applications: [
        takenFrom('01-01 00:00', '06-10 00:00', 'b1'),
        takenFrom('06-10 00:00', '06-12 00:00', 'b2'),
        { ...takenFrom('06-12 00:00', undefined, 'b2'), notes: 'Hanya catatan' },
      ],
    });
    assert.deepEqual(change([registrationIn(betaApp)], '06-15 12:00'), [
      'b2',
      moment('06-10 00:00'),
      beta('b1'),
    ]);
    const of = applicationWith({ '06-10 00:00': '1.1', '06-14 00:00': '1.2' });
    const { reason } = versionOf(storeWith(), of, moment('06-15 12:00'));
    assert.equal(reason.code, 'no_beta');
    assert.deepEqual(change([], '06-15 12:00', { of }), [
      '1.2',
      moment('06-14 00:00'),
      production('1.1'),
    ]);
    // What production did meanwhile doesn't touch a store in a beta app.
    assert.deepEqual(change(registered(), '06-15 12:00', { of }).slice(0, 2), [
      'b1',
      moment('05-31 17:00'),
    ]);
  });

  it('is no change where the same version goes on under another name', () => {
    const one = betaAppWith({ endsOn: '2026-06-09' });
    const next = betaAppWith({ startsOn: '2026-06-10' });
    const both = [registrationIn(one), registrationIn(next)];
    assert.deepEqual(change(both, '06-15 12:00'), ['b1', moment('05-31 17:00'), production('1.0')]);
    const promoted = [
      registrationIn(betaAppWith({ later: { '06-10 00:00': { closed: 'promoted' } } })),
    ];
    const of = applicationWith({ '06-10 00:00': 'b1' });
    const answer = versionOf(storeWith(promoted), of, moment('06-15 12:00'));
    assert.equal(answer.channel, 'production');
    assert.deepEqual(change(promoted, '06-15 12:00', { of }), [
      'b1',
      moment('05-31 17:00'),
      production('1.0'),
    ]);
  });

  it('is the move where a store moves past midnight', () => {
    const betaApp = betaAppWith({ startsOn: '2026-06-10' });
    const store = storeWith([registrationIn(betaApp)], {}, { '06-09 16:30': { branch: jayapura } });
    assert.deepEqual(change([], '06-15 12:00', { store }), [
      'b1',
      moment('06-09 16:30'),
      production('1.0'),
    ]);
  });

  it('is told for 30 days, to the microsecond', () => {
    const registrations = registered('06-09 00:00');
    const before = (at: string) => versionOf(storeWith(registrations), application, at);
    assert.deepEqual(change(registrations, '06-09 00:00'), [
      'b1',
      moment('06-09 00:00'),
      production('1.0'),
    ]);
    assert.equal(before(justBefore('06-09 00:00')).since, null);
    // The beta app's end comes on the way, so that one without is asked.
    const long = [registrationIn(betaAppWith({ endsOn: '2026-12-31' }), '06-09 00:00')];
    const at = (text: string) => versionOf(storeWith(long), application, text).since;
    assert.equal(at(justBefore('07-09 00:00')), moment('06-09 00:00'));
    assert.equal(at(moment('07-09 00:00')), null);
    assert.deepEqual(change(long, '07-09 00:00'), ['b1', null, null]);
  });

  it('has nothing before the first record of the store or of the production version', () => {
    const states = storeWith().states.map((state) => ({ ...state, since: moment('06-10 00:00') }));
    const store = { ...storeWith(), states, recordedSince: moment('06-10 00:00') };
    assert.deepEqual(change([], '06-15 12:00', { store }), ['1.0', moment('06-10 00:00'), null]);
    const of: ApplicationFacts = {
      ...application,
      production: [{ version: '1.0', since: moment('06-11 00:00'), until: 'infinity' }],
      recordedSince: moment('06-11 00:00'),
    };
    assert.deepEqual(change([], '06-15 12:00', { of }), ['1.0', moment('06-11 00:00'), null]);
    const none: ApplicationFacts = { ...application, production: [], recordedSince: null };
    assert.deepEqual(change([], '06-15 12:00', { of: none }), [null, null, null]);
    assert.deepEqual(change(registered('06-09 00:00'), '06-15 12:00', { of: none }), [
      'b1',
      moment('06-09 00:00'),
      null,
    ]);
    assert.deepEqual(
      change(registered('05-01 00:00', '06-09 00:00'), '06-15 12:00', { of: none }),
      [null, moment('06-09 00:00'), beta('b1')],
    );
  });
});
