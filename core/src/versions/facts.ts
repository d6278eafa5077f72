import { type TimeZone } from '../contract/directory.js';
import { type Person } from '../contract/person.js';
import { type Moment } from './moments.js';

/** From when to when something held; `until` is `infinity` while it does. */
export interface Span {
  since: Moment;
  until: Moment;
}

/** What a branch was called, and which zone it was in. */
export interface BranchState extends Span {
  name: string;
  timeZone: TimeZone;
}

export interface BranchFacts {
  code: string;
  /** From the first on. */
  states: readonly BranchState[];
}

export interface StoreState extends Span {
  branch: BranchFacts;
  name: string;
  open: boolean;
}

/** A store's being in a beta app. */
export interface Registration extends Span {
  betaApp: BetaAppFacts;
  /** Who registered the store. */
  startedBy: Person;
  /** Who withdrew it; null while it lasts. */
  endedBy: Person | null;
}

export interface StoreFacts {
  code: string;
  /** Those of the horizon, from the first on; empty if the store is first heard of later. */
  states: readonly StoreState[];
  /** When the first record of it begins. */
  recordedSince: Moment;
  /** Since when it has been closed, if it is at the moment. */
  closedSince: Moment | null;
  /** Those of the horizon. */
  registrations: readonly Registration[];
}

export interface ProductionState extends Span {
  version: string;
}

export interface ApplicationFacts {
  id: number;
  code: string;
  name: string;
  /** Production versions of the horizon, from the first on. */
  production: readonly ProductionState[];
  /** When the first production version was recorded; null if none ever was. */
  recordedSince: Moment | null;
}

export interface BetaAppState extends Span {
  name: string;
  startsOn: string;
  endsOn: string;
  owner: Person;
  pause: 'none' | 'keep' | 'drop';
  closed: 'none' | 'cancelled' | 'promoted';
  /** Who brought this state about. */
  actor: Person;
}

/** An application's being in a beta app, in one version. */
export interface BetaAppApplication extends Span {
  applicationId: number;
  version: string;
  notes: string;
  /** Who ended it, by taking the application out or by another version; null while it lasts. */
  endedBy: Person | null;
}

export interface BetaAppFacts {
  id: number;
  /** All, from the first on. */
  states: readonly BetaAppState[];
  /** All, from the first on. */
  applications: readonly BetaAppApplication[];
}

/** What held at a moment, of spans that follow each other. */
export const heldAt = <State extends Span>(
  states: readonly State[],
  at: Moment,
): State | undefined => states.find(({ since, until }) => since <= at && at < until);

/** Since when a state and those before it have agreed in something. */
export function agreedSince<State extends Span>(
  states: readonly State[],
  state: State,
  agrees: (other: State) => boolean,
): Moment {
  let { since } = state;
  for (const earlier of states.slice(0, states.indexOf(state)).reverse()) {
    if (!agrees(earlier)) break;
    since = earlier.since;
  }
  return since;
}
