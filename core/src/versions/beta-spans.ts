import { type TimeZone } from '../contract/directory.js';
import {
  type ApplicationFacts,
  type BetaAppState,
  type Span,
  type StoreFacts,
  type StoreState,
} from './facts.js';
import { earliest, endOfDay, latest, type Moment, startOfDay } from './moments.js';

/** From when to when a store ran a beta version of an application. */
export interface BetaSpan extends Span {
  version: string;
}

/**
 * When a store ran beta versions of an application, as far as had begun by a moment: while it was registered, the
 * application belonged to the beta app, which was neither closed nor paused with dropping, the store was open, and the
 * day in the store's zone lay in the period.
 */
export function betaSpans(
  store: StoreFacts,
  application: ApplicationFacts,
  at: Moment,
): BetaSpan[] {
  const places = store.states.filter(({ open }) => open).flatMap(placesOf);
  const spans: BetaSpan[] = [];
  for (const registration of store.registrations) {
    for (const taken of registration.betaApp.applications) {
      if (taken.applicationId !== application.id) continue;
      for (const state of registration.betaApp.states) {
        if (state.closed !== 'none' || state.pause === 'drop') continue;
        for (const place of places) {
          const days = daysOf(state, place.timeZone);
          const span = sharedSpan(registration, taken, state, place, days);
          if (span.since < span.until && span.since <= at) {
            spans.push({ ...span, version: taken.version });
          }
        }
      }
    }
  }
  return spans;
}

/** Which zone a store was in, and when: its branch may have changed its own. */
const placesOf = (state: StoreState) =>
  state.branch.states.map((branch) => ({
    ...sharedSpan(state, branch),
    timeZone: branch.timeZone,
  }));

const daysOf = ({ startsOn, endsOn }: BetaAppState, zone: TimeZone): Span => ({
  since: startOfDay(startsOn, zone),
  until: endOfDay(endsOn, zone),
});

/** What spans have in common; it ends before it begins if they have nothing. */
const sharedSpan = (...spans: readonly Span[]): Span => ({
  since: latest(...spans.map(({ since }) => since)),
  until: earliest(...spans.map(({ until }) => until)),
});
