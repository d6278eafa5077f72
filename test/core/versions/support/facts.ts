import { type TimeZone } from '@beta-app/core/contract';
import {
  type ApplicationFacts,
  type BetaAppApplication,
  type BetaAppFacts,
  type BetaAppState,
  type BranchFacts,
  type Registration,
  type Span,
  type StoreFacts,
  type StoreState,
} from '../../../../core/src/versions/facts.js';
import { type Moment } from '../../../../core/src/versions/moments.js';
import { budi, sari } from '../../support/people.js';

/** A moment of a test, as the facts have it: `06-15 12:00` of 2026 in UTC, or in ISO 8601 with an offset. */
export function moment(text: string): Moment {
  const iso = /^\d\d-\d\d \d\d:\d\d$/u.test(text) ? `2026-${text.replace(' ', 'T')}:00Z` : text;
  return new Date(iso).toISOString().replace('Z', '000Z');
}

/** The moment a microsecond before. */
export function justBefore(text: string): Moment {
  const earlier = new Date(Date.parse(moment(text)) - 1).toISOString();
  return earlier.replace('Z', '999Z');
}

const start = moment('01-01 00:00');

/** Spans that follow each other; each begins where the key says, and the first with the records of the test. */
function following<State>(first: State, later: Record<string, State> = {}): (State & Span)[] {
  const begun = [
    { since: start, state: first },
    ...Object.entries(later).map(([text, state]) => ({ since: moment(text), state })),
  ];
  return begun.map(({ since, state }, index) => ({
    ...state,
    since,
    until: begun[index + 1]?.since ?? 'infinity',
  }));
}

export function branchIn(timeZone: TimeZone, later: Record<string, TimeZone> = {}): BranchFacts {
  const named = (zone: TimeZone) => ({ name: `Cabang ${zone}`, timeZone: zone });
  const changes = Object.entries(later).map(([text, zone]) => [text, named(zone)] as const);
  return {
    code: timeZone.slice(5, 8).toUpperCase(),
    states: following(named(timeZone), Object.fromEntries(changes)),
  };
}

export const jakarta = branchIn('Asia/Jakarta');
export const makassar = branchIn('Asia/Makassar');
export const jayapura = branchIn('Asia/Jayapura');

type Place = Partial<Omit<StoreState, keyof Span>>;

/** A store of Jakarta that is open, and what became of it. */
export function storeWith(
  registrations: readonly Registration[] = [],
  place: Place = {},
  later: Record<string, Place> = {},
): StoreFacts {
  const stated = (change: Place) => ({
    branch: jakarta,
    name: 'Toko',
    open: true,
    ...place,
    ...change,
  });
  const changes = Object.entries(later).map(([text, change]) => [text, stated(change)] as const);
  const states = following(stated({}), Object.fromEntries(changes));
  const closed = states.find(({ open }) => !open);
  return {
    code: 'T1',
    states,
    recordedSince: start,
    closedSince: closed?.since ?? null,
    registrations,
  };
}

/** An application that has been in production since before the test's horizon, and its later versions. */
export function applicationWith(later: Record<string, string> = {}): ApplicationFacts {
  const versions = Object.entries(later).map(([text, version]) => [text, { version }] as const);
  return {
    id: 1,
    code: 'POS',
    name: 'Kasir',
    production: following({ version: '1.0' }, Object.fromEntries(versions)),
    recordedSince: start,
  };
}

let made = 0;

interface BetaAppPlan extends Partial<Omit<BetaAppState, keyof Span>> {
  id?: number;
  /** What it became later, each change by Budi. */
  later?: Record<string, Partial<BetaAppState>>;
  applications?: readonly BetaAppApplication[];
}

/** A beta app of June 2026 with the application. */
export function betaAppWith({
  id,
  later = {},
  applications,
  ...plan
}: BetaAppPlan = {}): BetaAppFacts {
  made += 1;
  const first: Omit<BetaAppState, keyof Span> = {
    name: 'Uji',
    startsOn: '2026-06-01',
    endsOn: '2026-06-30',
    owner: sari,
    pause: 'none',
    closed: 'none',
    actor: sari,
    ...plan,
  };
  let last = first;
  const changes = Object.entries(later).map(([text, change]) => {
    last = { ...last, actor: budi, ...change };
    return [text, last] as const;
  });
  return {
    id: id ?? made,
    states: following(first, Object.fromEntries(changes)),
    applications: applications ?? [takenFrom('01-01 00:00')],
  };
}

/** The application's being in a beta app, ended by Budi. */
export function takenFrom(since: string, until?: string, version = 'b1'): BetaAppApplication {
  return {
    applicationId: 1,
    version,
    notes: `Catatan ${version}`,
    since: moment(since),
    until: until === undefined ? 'infinity' : moment(until),
    endedBy: until === undefined ? null : budi,
  };
}

/** The store's being in a beta app by Sari, ended by Budi. */
export function registrationIn(
  betaApp: BetaAppFacts,
  since = '05-01 00:00',
  until?: string,
): Registration {
  return {
    betaApp,
    startedBy: sari,
    since: moment(since),
    until: until === undefined ? 'infinity' : moment(until),
    endedBy: until === undefined ? null : budi,
  };
}
