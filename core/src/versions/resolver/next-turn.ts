import { timeZones } from '../../contract/directory.js';
import { type ApplicationFacts, type StoreFacts } from '../facts.js';
import { endOfDay, type Moment, startOfDay, untoldAfter } from '../moments.js';

/** When the version or what is told of it may next be another without any change: a day begins, or something gets old. */
export function nextTurn(store: StoreFacts, application: ApplicationFacts, at: Moment): Moment {
  let next: Moment = 'infinity';
  const consider = (moment: Moment) => {
    if (moment > at && moment < next) next = moment;
  };
  const happens = (moment: Moment) => {
    if (moment === 'infinity' || moment === '-infinity') return;
    consider(moment);
    consider(untoldAfter(moment));
  };
  const passes = ({ since, until }: { since: Moment; until: Moment }) => {
    happens(since);
    happens(until);
  };
  store.states.forEach((state) => {
    passes(state);
    state.branch.states.forEach(passes);
  });
  application.production.forEach(passes);
  for (const registration of store.registrations) {
    passes(registration);
    registration.betaApp.applications.forEach(passes);
    for (const state of registration.betaApp.states) {
      passes(state);
      for (const zone of timeZones) {
        happens(startOfDay(state.startsOn, zone));
        happens(endOfDay(state.endsOn, zone));
      }
    }
  }
  return next;
}
