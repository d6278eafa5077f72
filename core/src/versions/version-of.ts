import {
  type LookedUpStore,
  type StoreVersion,
  type VersionReason,
} from '../contract/version-lookup.js';
import { betaSpans } from './beta-spans.js';
import { type ApplicationFacts, heldAt, type StoreFacts } from './facts.js';
import { type Moment } from './moments.js';
import { lastChange, runningVersion } from './version-change.js';
import { betaReason, type BetaReason } from './version-reason.js';

/** A store as it was at a moment; null before its first record. */
export function storeAt({ states }: StoreFacts, at: Moment): LookedUpStore | null {
  const state = heldAt(states, at);
  const branch = state && heldAt(state.branch.states, at);
  if (state === undefined || branch === undefined) return null;
  return {
    name: state.name,
    branchCode: state.branch.code,
    branchName: branch.name,
    timeZone: branch.timeZone,
    open: state.open,
  };
}

/** The version of an application in a store at a moment, with its reason; null for what nobody knows. */
export function versionOf(
  store: StoreFacts | null,
  application: ApplicationFacts | { code: string },
  at: Moment,
): StoreVersion {
  if (store === null) return unknown(application, { code: 'store_unknown', at: null, actor: null });
  if (!('id' in application)) {
    return unknown(application, { code: 'application_unknown', at: null, actor: null });
  }
  const known = storeAt(store, at);
  if (known === null) {
    return unknown(application, { code: 'no_record', at: store.recordedSince, actor: null });
  }
  const spans = betaSpans(store, application, at);
  const found = known.open ? betaReason(store, application, known.timeZone, at) : null;
  return {
    application: { code: application.code, name: application.name },
    ...runningVersion(spans, application, at),
    ...(found ?? withoutBetaApp(store, known, application, at)),
    ...lastChange(store, application, spans, at),
  };
}

function withoutBetaApp(
  { closedSince }: StoreFacts,
  { open }: LookedUpStore,
  { recordedSince }: ApplicationFacts,
  at: Moment,
): Omit<BetaReason, 'betaApp' | 'reason'> & { reason: VersionReason; betaApp: null } {
  const because = (code: VersionReason['code'], since: Moment | null = null) => ({
    reason: { code, at: since, actor: null },
    betaApp: null,
  });
  if (!open) return because('store_closed', closedSince);
  if (recordedSince !== null && at < recordedSince) return because('no_record', recordedSince);
  return because('no_beta');
}

function unknown(
  application: ApplicationFacts | { code: string },
  reason: VersionReason,
): StoreVersion {
  const { code } = application;
  const name = 'id' in application ? application.name : null;
  const nothing = { version: null, channel: null, betaApp: null, since: null, previous: null };
  return { application: { code, name }, reason, ...nothing };
}
