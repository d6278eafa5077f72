import { type StoreVersion, type VersionChannel } from '../contract/version-lookup.js';
import { type BetaSpan } from './beta-spans.js';
import { type ApplicationFacts, heldAt, type StoreFacts } from './facts.js';
import { horizonOf, type Moment } from './moments.js';

/** What a store ran; the version is null as long as nothing is known. */
export interface RunningVersion {
  version: string | null;
  channel: VersionChannel;
}

/** The version that a store ran at a moment, of what it ran in beta apps and in production. */
export function runningVersion(
  spans: readonly BetaSpan[],
  application: ApplicationFacts,
  at: Moment,
): RunningVersion {
  const beta = heldAt(spans, at);
  return beta === undefined
    ? { version: heldAt(application.production, at)?.version ?? null, channel: 'production' }
    : { version: beta.version, channel: 'beta' };
}

/** When the version of a moment came, and what was there before, if it came within the horizon. */
export function lastChange(
  store: StoreFacts,
  application: ApplicationFacts,
  spans: readonly BetaSpan[],
  at: Moment,
): Pick<StoreVersion, 'since' | 'previous'> {
  const horizon = horizonOf(at);
  const firstSeen = store.states[0]?.since ?? at;
  const bounds = [...spans, ...application.production].flatMap(({ since, until }) => [
    since,
    until,
  ]);
  const moments = [...new Set([firstSeen, ...bounds])]
    .filter((moment) => horizon < moment && moment <= at)
    .sort();
  const running = (moment: Moment): RunningVersion =>
    moment < firstSeen
      ? { version: null, channel: 'production' }
      : runningVersion(spans, application, moment);

  const steps = moments.map((since, index) => ({
    since,
    before: running(moments[index - 1] ?? horizon),
    after: running(since),
  }));
  const change = steps.reverse().find(({ before, after }) => before.version !== after.version);
  if (change === undefined) return { since: null, previous: null };
  const { since, before } = change;
  const { version, channel } = before;
  return { since, previous: version === null ? null : { version, channel } };
}
