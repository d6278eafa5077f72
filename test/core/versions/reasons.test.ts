import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type StoreVersion, type VersionReasonCode, versionReasons } from '@beta-app/core/contract';
import { type BetaAppFacts, type Registration } from '../../../core/src/versions/facts.js';
import { horizonOf } from '../../../core/src/versions/moments.js';
import { versionOf } from '../../../core/src/versions/version-of.js';
import { budi, sari } from '../support/people.js';
import {
  applicationWith,
  betaAppWith,
  branchIn,
  jakarta,
  jayapura,
  justBefore,
  makassar,
  moment,
  registrationIn,
  storeWith,
  takenFrom,
} from './support/facts.js';

const now = '06-15 12:00';
const application = applicationWith();

const ask = (registrations: readonly Registration[], at = now): StoreVersion =>
  versionOf(storeWith(registrations), application, moment(at));

const told = ({ version, channel, reason, betaApp }: StoreVersion) => ({
  version,
  channel,
  ...reason,
  betaApp: betaApp?.id ?? null,
});

interface Case {
  code: VersionReasonCode;
  /** A registration that is the reason at the moment. */
  make: (letGo?: string, id?: number) => Registration;
  at: string;
  actor: typeof sari | null;
}

/** What holds a store, in order. */
const holding: Case[] = [
  {
    code: 'in_beta',
    make: (_, id) => registrationIn(betaAppWith({ id: id! })),
    at: '05-01 00:00',
    actor: sari,
  },
  {
    code: 'paused_keep',
    make: (_, id) =>
      registrationIn(betaAppWith({ id: id!, later: { '06-10 08:00': { pause: 'keep' } } })),
    at: '06-10 08:00',
    actor: budi,
  },
  {
    code: 'paused_drop',
    make: (_, id) =>
      registrationIn(betaAppWith({ id: id!, later: { '06-11 08:00': { pause: 'drop' } } })),
    at: '06-11 08:00',
    actor: budi,
  },
  {
    code: 'not_started',
    make: (_, id) => registrationIn(betaAppWith({ id: id!, startsOn: '2026-06-20' })),
    at: '06-19 17:00',
    actor: null,
  },
];

/** What lets go of one, in order, each at 17:00 of a day: the midnight of Jakarta. */
const lettingGo: Case[] = [
  {
    code: 'promoted',
    make: (at, id) =>
      registrationIn(betaAppWith({ id: id!, later: { [at!]: { closed: 'promoted' } } })),
    at: '06-12 17:00',
    actor: budi,
  },
  {
    code: 'cancelled',
    make: (at, id) =>
      registrationIn(betaAppWith({ id: id!, later: { [at!]: { closed: 'cancelled' } } })),
    at: '06-12 17:00',
    actor: budi,
  },
  {
    code: 'withdrawn',
    make: (at, id) => registrationIn(betaAppWith({ id: id! }), '05-01 00:00', at),
    at: '06-12 17:00',
    actor: budi,
  },
  {
    code: 'application_removed',
    make: (at, id) =>
      registrationIn(betaAppWith({ id: id!, applications: [takenFrom('01-01 00:00', at)] })),
    at: '06-12 17:00',
    actor: budi,
  },
  {
    code: 'ended',
    make: (at, id) => registrationIn(betaAppWith({ id: id!, endsOn: moment(at!).slice(0, 10) })),
    at: '06-12 17:00',
    actor: null,
  },
];

const runsBeta = new Set<VersionReasonCode>(['in_beta', 'paused_keep']);

describe('the reason for a version', () => {
  for (const { code, make, at, actor } of [...holding, ...lettingGo]) {
    it(`says what, when and who: ${code}`, () => {
      const isBeta = runsBeta.has(code);
      assert.deepEqual(told(ask([make(at, 7)])), {
        version: isBeta ? 'b1' : '1.0',
        channel: isBeta ? 'beta' : 'production',
        code,
        at: moment(at),
        actor,
        betaApp: 7,
      });
    });
  }

  it('is nothing without a beta app, and with one of another application', () => {
    const other = { ...takenFrom('01-01 00:00'), applicationId: 2 };
    for (const registrations of [[], [registrationIn(betaAppWith({ applications: [other] }))]]) {
      assert.deepEqual(told(ask(registrations)), {
        version: '1.0',
        channel: 'production',
        code: 'no_beta',
        at: null,
        actor: null,
        betaApp: null,
      });
    }
  });

  it('lists every code in order', () => {
    const tested = [...holding, ...lettingGo].map(({ code }) => code);
    assert.deepEqual(versionReasons.slice(4, -1), tested);
    assert.deepEqual(
      [...versionReasons.slice(0, 4), versionReasons.at(-1)],
      ['store_unknown', 'application_unknown', 'no_record', 'store_closed', 'no_beta'],
    );
  });
});

describe('the order of reasons', () => {
  const codeOf = (registrations: readonly Registration[]) => ask(registrations).reason.code;
  const inBothOrders = (one: Registration, other: Registration) => [
    [one, other],
    [other, one],
  ];

  for (const [index, first] of holding.entries()) {
    for (const second of [...holding.slice(index + 1), ...lettingGo]) {
      it(`puts ${first.code} before ${second.code}`, () => {
        for (const [id, other] of [
          [1, 2],
          [2, 1],
        ] as const) {
          const both = inBothOrders(first.make(undefined, id), second.make('06-14 17:00', other));
          for (const registrations of both) assert.equal(codeOf(registrations), first.code);
        }
      });
    }
  }

  for (const first of lettingGo) {
    for (const second of lettingGo.filter((each) => each !== first)) {
      it(`tells of ${first.code} after ${second.code}`, () => {
        const both = inBothOrders(first.make('06-14 17:00', 1), second.make('06-13 17:00', 2));
        for (const registrations of both) assert.equal(codeOf(registrations), first.code);
      });
    }
  }

  for (const [index, first] of lettingGo.entries()) {
    for (const second of lettingGo.slice(index + 1)) {
      it(`puts ${first.code} before ${second.code} of the same moment`, () => {
        const both = inBothOrders(first.make('06-14 17:00', 2), second.make('06-14 17:00', 1));
        for (const registrations of both) assert.equal(codeOf(registrations), first.code);
      });
    }
  }

  it('tells the first of several still to come', () => {
    const later = registrationIn(betaAppWith({ id: 1, startsOn: '2026-06-21' }));
    const sooner = registrationIn(betaAppWith({ id: 2, startsOn: '2026-06-18' }));
    for (const registrations of inBothOrders(later, sooner)) {
      assert.equal(ask(registrations).betaApp?.id, 2);
    }
  });

  it('tells the beta app with the lower number where nothing else decides', () => {
    for (const { make, at } of [...holding, ...lettingGo]) {
      for (const registrations of inBothOrders(make(at, 2), make(at, 1))) {
        assert.equal(ask(registrations).betaApp?.id, 1);
      }
    }
  });

  it('begins with what nobody knows, then with being closed', () => {
    const none = { code: 'XYZ' };
    const unknown = { code: 'application_unknown', at: null, actor: null };
    assert.deepEqual(versionOf(null, none, moment(now)), {
      application: { code: 'XYZ', name: null },
      version: null,
      channel: null,
      reason: { ...unknown, code: 'store_unknown' },
      betaApp: null,
      since: null,
      previous: null,
    });
    assert.equal(versionOf(null, application, moment(now)).application.name, 'Kasir');
    const held = registrationIn(betaAppWith());
    assert.deepEqual(versionOf(storeWith([held]), none, moment(now)).reason, unknown);
    const early = '2025-12-31T23:59:59Z';
    assert.equal(
      versionOf(storeWith([held]), none, moment(early)).reason.code,
      'application_unknown',
    );

    const closed = storeWith([held], {}, { '06-10 00:00': { open: false } });
    assert.deepEqual(told(versionOf(closed, application, moment(now))), {
      version: '1.0',
      channel: 'production',
      code: 'store_closed',
      at: moment('06-10 00:00'),
      actor: null,
      betaApp: null,
    });
    for (const { make, at } of [...holding, ...lettingGo]) {
      const store = storeWith([make(at)], {}, { '06-10 00:00': { open: false } });
      assert.equal(versionOf(store, application, moment(now)).reason.code, 'store_closed');
    }
  });
});

describe('a moment before the records', () => {
  it('knows nothing of the store, to the microsecond', () => {
    const store = {
      ...storeWith([registrationIn(betaAppWith(), '01-01 00:00')]),
      recordedSince: moment('01-01 00:00'),
    };
    assert.deepEqual(versionOf(store, application, justBefore('01-01 00:00')), {
      application: { code: 'POS', name: 'Kasir' },
      version: null,
      channel: null,
      reason: { code: 'no_record', at: moment('01-01 00:00'), actor: null },
      betaApp: null,
      since: null,
      previous: null,
    });
    assert.equal(versionOf(store, application, moment('01-01 00:00')).reason.code, 'not_started');
  });

  it('knows no production version of the application, but what a beta app gives', () => {
    const late = {
      ...application,
      production: [{ version: '1.0', since: moment('06-20 00:00'), until: 'infinity' }],
      recordedSince: moment('06-20 00:00'),
    };
    const without = versionOf(storeWith(), late, moment(now));
    assert.equal(without.version, null);
    assert.deepEqual(without.reason, { code: 'no_record', at: moment('06-20 00:00'), actor: null });
    const held = versionOf(storeWith([registrationIn(betaAppWith())]), late, moment(now));
    assert.deepEqual([held.version, held.reason.code], ['b1', 'in_beta']);
    const atLast = versionOf(storeWith(), late, moment('06-20 00:00'));
    assert.deepEqual([atLast.version, atLast.reason.code], ['1.0', 'no_beta']);
    const never = { ...application, production: [], recordedSince: null };
    const nobody = versionOf(storeWith(), never, moment(now));
    assert.deepEqual(
      [nobody.version, nobody.channel, nobody.reason.code],
      [null, 'production', 'no_beta'],
    );
  });
});

describe('what let go of a store', () => {
  for (const { code, make, at } of lettingGo) {
    it(`is told for 30 days, to the microsecond: ${code}`, () => {
      const registrations = [make(at)];
      const last = new Date(Date.parse(moment(at)) + 30 * 86_400_000).toISOString();
      assert.equal(horizonOf(moment(last)), moment(at));
      const store = storeWith(registrations);
      assert.equal(versionOf(store, application, justBefore(last)).reason.code, code);
      assert.equal(versionOf(store, application, moment(last)).reason.code, 'no_beta');
      assert.equal(versionOf(store, application, moment(at)).reason.code, code);
      const before = versionOf(store, application, justBefore(at));
      assert.deepEqual([before.reason.code, before.version], ['in_beta', 'b1']);
    });
  }

  it('is not told where the store had left before', () => {
    const app = (change: Partial<BetaAppFacts['states'][number]>) =>
      betaAppWith({ later: { '06-12 00:00': change } });
    for (const betaApp of [app({ closed: 'cancelled' }), app({ closed: 'promoted' })]) {
      const { reason } = ask([registrationIn(betaApp, '05-01 00:00', '06-08 00:00')]);
      assert.deepEqual([reason.code, reason.at], ['withdrawn', moment('06-08 00:00')]);
    }
    const removed = betaAppWith({ applications: [takenFrom('01-01 00:00', '06-12 00:00')] });
    assert.equal(
      ask([registrationIn(removed, '05-01 00:00', '06-08 00:00')]).reason.code,
      'withdrawn',
    );
    assert.equal(
      ask([registrationIn(removed, '05-01 00:00', '06-13 00:00')]).reason.code,
      'application_removed',
    );
    assert.equal(ask([registrationIn(removed, '06-12 00:00')]).reason.code, 'no_beta');
  });

  it('is the last of several times in one beta app, and nothing once the store is back', () => {
    const betaApp = betaAppWith();
    const twice = [
      registrationIn(betaApp, '05-01 00:00', '06-08 00:00'),
      registrationIn(betaApp, '06-09 00:00', '06-12 00:00'),
    ];
    assert.equal(ask(twice).reason.at, moment('06-12 00:00'));
    const back = ask([...twice, registrationIn(betaApp, '06-14 00:00')]);
    assert.deepEqual([back.reason.code, back.reason.at], ['in_beta', moment('06-14 00:00')]);
  });
});

describe('the beta app of a reason', () => {
  it('is told as it stood at the moment', () => {
    const betaApp = betaAppWith({
      later: {
        '06-10 00:00': { name: 'Baru', owner: budi, startsOn: '2026-06-02', endsOn: '2026-07-02' },
      },
      applications: [
        takenFrom('01-01 00:00', '06-12 00:00', 'b1'),
        { ...takenFrom('06-12 00:00', undefined, 'b2'), notes: '' },
      ],
    });
    const registrations = [registrationIn(betaApp)];
    const first = {
      id: betaApp.id,
      name: 'Uji',
      startsOn: '2026-06-01',
      endsOn: '2026-06-30',
      owner: sari,
    };
    const second = {
      id: betaApp.id,
      name: 'Baru',
      startsOn: '2026-06-02',
      endsOn: '2026-07-02',
      owner: budi,
    };
    const one = { version: 'b1', notes: 'Catatan b1' };
    assert.deepEqual(ask(registrations, '06-09 00:00').betaApp, { ...first, ...one });
    assert.deepEqual(ask(registrations, '06-10 00:00').betaApp, { ...second, ...one });
    assert.deepEqual(ask(registrations, '06-12 00:00').betaApp, {
      ...second,
      version: 'b2',
      notes: '',
    });
  });

  it('is told with the version that a store had when it was withdrawn', () => {
    const betaApp = betaAppWith({
      applications: [
        takenFrom('01-01 00:00', '06-12 00:00', 'b1'),
        takenFrom('06-12 00:00', undefined, 'b2'),
      ],
    });
    const answer = ask([registrationIn(betaApp, '05-01 00:00', '06-11 00:00')]);
    assert.equal(answer.betaApp?.version, 'b1');
  });
});

describe('a pause', () => {
  const paused = betaAppWith({
    later: {
      '06-05 00:00': { pause: 'keep' },
      '06-07 00:00': { pause: 'keep', name: 'Lain', actor: sari },
      '06-09 00:00': { pause: 'drop' },
      '06-11 00:00': { pause: 'none' },
      '06-13 00:00': { pause: 'drop', actor: sari },
    },
  });
  for (const [at, version, code, since, actor] of [
    ['06-04 00:00', 'b1', 'in_beta', '05-01 00:00', sari],
    ['06-05 00:00', 'b1', 'paused_keep', '06-05 00:00', budi],
    ['06-08 00:00', 'b1', 'paused_keep', '06-05 00:00', budi],
    ['06-09 00:00', '1.0', 'paused_drop', '06-09 00:00', budi],
    ['06-11 00:00', 'b1', 'in_beta', '05-01 00:00', sari],
    ['06-14 00:00', '1.0', 'paused_drop', '06-13 00:00', sari],
  ] as const) {
    it(`keeps or drops the stores: ${code} on ${at}`, () => {
      const answer = ask([registrationIn(paused)], at);
      assert.equal(answer.version, version);
      assert.deepEqual(answer.reason, { code, at: moment(since), actor });
    });
  }

  it('matters neither before the first day nor after the last, and not once it is closed', () => {
    for (const pause of ['keep', 'drop'] as const) {
      const codeOf = (betaApp: BetaAppFacts) => ask([registrationIn(betaApp)]).reason.code;
      assert.equal(codeOf(betaAppWith({ pause, startsOn: '2026-06-20' })), 'not_started');
      assert.equal(codeOf(betaAppWith({ pause, endsOn: '2026-06-10' })), 'ended');
      const cancelled = betaAppWith({ pause, later: { '06-10 00:00': { closed: 'cancelled' } } });
      assert.equal(codeOf(cancelled), 'cancelled');
    }
  });
});

describe('the days of a period', () => {
  const registrations = [
    registrationIn(betaAppWith({ startsOn: '2026-06-10', endsOn: '2026-06-10' })),
  ];
  for (const [place, first, last] of [
    [jakarta, '06-09 17:00', '06-10 17:00'],
    [makassar, '06-09 16:00', '06-10 16:00'],
    [jayapura, '06-09 15:00', '06-10 15:00'],
  ] as const) {
    it(`go from midnight to midnight in ${place.states[0]!.timeZone}`, () => {
      const store = storeWith(registrations, { branch: place });
      const at = (text: string) => {
        const { version, reason } = versionOf(store, application, text);
        return [version, reason.code, reason.at];
      };
      assert.deepEqual(at(justBefore(first)), ['1.0', 'not_started', moment(first)]);
      assert.deepEqual(at(moment(first)), ['b1', 'in_beta', moment('05-01 00:00')]);
      assert.deepEqual(at(justBefore(last)), ['b1', 'in_beta', moment('05-01 00:00')]);
      assert.deepEqual(at(moment(last)), ['1.0', 'ended', moment(last)]);
    });
  }

  it('follow a store that moves between zones, and a branch that changes its own', () => {
    // At 15:30 the 10th has passed in Jayapura, and not yet in Jakarta.
    const moved = storeWith(registrations, {}, { '06-10 15:30': { branch: jayapura } });
    const back = storeWith(
      registrations,
      { branch: jayapura },
      { '06-10 15:30': { branch: jakarta } },
    );
    const changing = branchIn('Asia/Jakarta', { '06-10 15:30': 'Asia/Jayapura' });
    const changed = storeWith(registrations, { branch: changing });
    const at = (store: typeof moved, text: string) => {
      const { version, reason } = versionOf(store, application, text);
      return [version, reason.code];
    };
    for (const store of [moved, changed]) {
      assert.deepEqual(at(store, justBefore('06-10 15:30')), ['b1', 'in_beta']);
      assert.deepEqual(at(store, moment('06-10 15:30')), ['1.0', 'ended']);
    }
    assert.deepEqual(at(back, justBefore('06-10 15:30')), ['1.0', 'ended']);
    assert.deepEqual(at(back, moment('06-10 15:30')), ['b1', 'in_beta']);
    assert.deepEqual(at(back, moment('06-10 17:00')), ['1.0', 'ended']);
  });

  it('end at once where they have passed when the end is told', () => {
    // 23:30 of the 10th in Jakarta is 1:30 of the 11th in Jayapura.
    const told = '06-10 16:30';
    const betaApp = betaAppWith({
      later: {
        [told]: { endsOn: '2026-06-10' },
        '06-10 16:40': { endsOn: '2026-06-10', name: 'Lain' },
      },
    });
    const there = storeWith([registrationIn(betaApp)], { branch: jayapura });
    assert.equal(versionOf(there, application, justBefore(told)).reason.code, 'in_beta');
    const ended = { code: 'ended', at: moment(told), actor: null };
    assert.deepEqual(versionOf(there, application, moment(told)).reason, ended);
    assert.deepEqual(versionOf(there, application, moment(now)).reason, ended);
    const here = storeWith([registrationIn(betaApp)]);
    assert.equal(versionOf(here, application, justBefore('06-10 17:00')).reason.code, 'in_beta');
    assert.deepEqual(versionOf(here, application, moment(now)).reason, {
      ...ended,
      at: moment('06-10 17:00'),
    });
  });
});

describe('a store that closed and reopened', () => {
  it('is closed in between, and in its beta app again', () => {
    const store = storeWith(
      [registrationIn(betaAppWith())],
      {},
      { '06-10 00:00': { open: false }, '06-12 00:00': { open: true } },
    );
    const at = (text: string) => {
      const { version, reason } = versionOf(store, application, text);
      return [version, reason.code];
    };
    assert.deepEqual(at(justBefore('06-10 00:00')), ['b1', 'in_beta']);
    assert.deepEqual(at(moment('06-10 00:00')), ['1.0', 'store_closed']);
    assert.deepEqual(at(justBefore('06-12 00:00')), ['1.0', 'store_closed']);
    assert.deepEqual(at(moment('06-12 00:00')), ['b1', 'in_beta']);
  });
});
