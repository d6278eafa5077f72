import { type Person } from '../contract/person.js';
import {
  type LookedUpBetaApp,
  type VersionReason,
  type VersionReasonCode,
  versionReasons,
} from '../contract/version-lookup.js';
import {
  agreedSince,
  type ApplicationFacts,
  type BetaAppApplication,
  type BetaAppFacts,
  type BetaAppState,
  heldAt,
  type Registration,
  type StoreFacts,
} from './facts.js';
import { endOfDay, horizonOf, latest, type Moment, startOfDay } from './moments.js';
import { type TimeZone } from '../contract/directory.js';

/** Why a beta app does or doesn't give a store its version of an application. */
export interface BetaReason {
  reason: VersionReason & { at: Moment };
  betaApp: LookedUpBetaApp;
}

/** What a beta app has to do with a store and an application: the store's being in it, together with the application's. */
interface Relation {
  registration: Registration;
  taken: BetaAppApplication;
  state: BetaAppState;
}

/** What lets go of a store explains its version for as long as changes are told; what holds it, always. */
const holding = new Set<VersionReasonCode>([
  'in_beta',
  'paused_keep',
  'paused_drop',
  'not_started',
]);

/** The reason that comes first among those of all beta apps, by the rules of `versionReasons`; null without any. */
export function betaReason(
  store: StoreFacts,
  application: ApplicationFacts,
  zone: TimeZone,
  at: Moment,
): BetaReason | null {
  const horizon = horizonOf(at);
  const betaApps = new Set(store.registrations.map(({ betaApp }) => betaApp));
  const reasons = [...betaApps]
    .map((betaApp) => lastRelation(betaApp, store, application, at))
    .filter((relation) => relation !== null)
    .map((relation): BetaReason => ({
      reason: reasonOf(relation, zone, at),
      betaApp: describe(relation),
    }))
    .filter(({ reason }) => holding.has(reason.code) || reason.at > horizon);
  return reasons.sort(byPrecedence)[0] ?? null;
}

/** The last time that a store and an application were in a beta app together, up to a moment. */
function lastRelation(
  betaApp: BetaAppFacts,
  store: StoreFacts,
  application: ApplicationFacts,
  at: Moment,
): Relation | null {
  const state = heldAt(betaApp.states, at);
  if (state === undefined) return null;
  const relations = store.registrations
    .filter((registration) => registration.betaApp === betaApp)
    .flatMap((registration) =>
      betaApp.applications
        .filter(({ applicationId }) => applicationId === application.id)
        .map((taken): Relation => ({ registration, taken, state })),
    )
    .filter(({ registration, taken }) => {
      const since = latest(registration.since, taken.since);
      return since <= at && since < registration.until && since < taken.until;
    });
  return relations.sort((one, other) => (endOf(one) < endOf(other) ? 1 : -1))[0] ?? null;
}

const endOf = ({ registration, taken }: Relation): Moment =>
  registration.until < taken.until ? registration.until : taken.until;

function reasonOf(relation: Relation, zone: TimeZone, at: Moment): BetaReason['reason'] {
  const { registration, taken, state } = relation;
  const { states } = registration.betaApp;
  const because = (code: VersionReasonCode, since: Moment, actor: Person | null = null) => ({
    code,
    at: since,
    actor,
  });
  if (registration.until <= at && registration.until < taken.until) {
    return because('withdrawn', registration.until, registration.endedBy);
  }
  if (taken.until <= at) return because('application_removed', taken.until, taken.endedBy);
  if (state.closed !== 'none') return because(state.closed, state.since, state.actor);
  const end = endOfDay(state.endsOn, zone);
  if (end <= at) {
    // Told to end today, a beta app ends at once where the day has passed.
    const told = agreedSince(states, state, ({ endsOn }) => endsOn === state.endsOn);
    return because('ended', latest(end, told));
  }
  const start = startOfDay(state.startsOn, zone);
  if (at < start) return because('not_started', start);
  if (state.pause === 'none') {
    return because('in_beta', registration.since, registration.startedBy);
  }
  const paused = agreedSince(states, state, ({ pause }) => pause === state.pause);
  const { actor } = heldAt(states, paused) ?? state;
  return because(state.pause === 'keep' ? 'paused_keep' : 'paused_drop', paused, actor);
}

function describe({ registration, taken, state }: Relation): LookedUpBetaApp {
  const { name, startsOn, endsOn, owner } = state;
  const { version, notes } = taken;
  return { id: registration.betaApp.id, name, startsOn, endsOn, owner, version, notes };
}

const rankOf = ({ reason }: BetaReason) => versionReasons.indexOf(reason.code);

function byPrecedence(one: BetaReason, other: BetaReason): number {
  const oneHolds = holding.has(one.reason.code);
  if (oneHolds !== holding.has(other.reason.code)) return oneHolds ? -1 : 1;
  const byRank = rankOf(one) - rankOf(other);
  const byTime = compare(one.reason.at, other.reason.at);
  const byId = one.betaApp.id - other.betaApp.id;
  return oneHolds ? byRank || byTime || byId : -byTime || byRank || byId;
}

const compare = (one: Moment, other: Moment): number => Number(one > other) - Number(one < other);
