import type {
  ApplicationFacts,
  BetaAppFacts,
  Registration,
  StoreFacts,
} from '../../core/src/versions/facts.js';
import { type BetaAppRecord } from './beta-app-record.js';
import { never, type Span } from './spans.js';
import { type World } from './world.js';

/** What versions at a moment follow from, by the codes of stores and applications. */
export interface LookupFacts {
  factsOf: (code: string) => StoreFacts | null;
  applicationOf: (code: string) => ApplicationFacts | { code: string };
}

/** Gathers the facts of a moment and of the time before it that a lookup tells of. */
export function readFacts(
  { directory, betaApps }: World,
  at: string,
  horizon: string,
): LookupFacts {
  const isTold = ({ since, until }: Span) => since <= at && until > horizon;
  const numbers = new Map([...directory.applications.keys()].map((code, index) => [code, index]));
  const involved = betaApps.map((record) => ({ record, betaApp: factsOfBetaApp(record, numbers) }));

  return {
    factsOf(code) {
      const states = directory.storeStates(code);
      const [first] = states;
      if (first === undefined) return null;
      return {
        code,
        recordedSince: first.since,
        closedSince: directory.closedSince(code, at) ?? null,
        states: states.filter(isTold).map(({ branchCode, ...state }) => ({
          ...state,
          branch: { code: branchCode, states: directory.branchStates(branchCode) },
        })),
        registrations: involved
          .flatMap(({ record, betaApp }) => registrationsOf(code, record, betaApp))
          .filter(isTold),
      };
    },
    applicationOf(code) {
      const id = numbers.get(code);
      if (id === undefined) return { code };
      const production = directory.production(code);
      return {
        id,
        code,
        name: directory.applications.get(code)?.name ?? '',
        production: production.filter(isTold),
        recordedSince: production[0]?.since ?? null,
      };
    },
  };
}

function factsOfBetaApp(
  { id, history }: BetaAppRecord,
  numbers: ReadonlyMap<string, number>,
): BetaAppFacts {
  const applications = history.applications.map(({ code, ...taken }) => ({
    ...taken,
    applicationId: numbers.get(code) ?? -1,
  }));
  return { id, states: history.states, applications };
}

function registrationsOf(
  code: string,
  { registrations, history }: BetaAppRecord,
  betaApp: BetaAppFacts,
): Registration[] {
  const past = history.registrations
    .filter((registration) => registration.code === code)
    .map(({ code: _, ...registration }) => ({ ...registration, betaApp }));
  const current = registrations.get(code);
  if (current === undefined) return past;
  const { since, event } = current;
  return [...past, { since, until: never, startedBy: event.actor, endedBy: null, betaApp }];
}
