import type { StoreVersion } from '@beta-app/core/contract';
import { type LanguageController } from '../language/language-controller.js';
import { type KnownAnswer } from '../version-answer/store-answer.js';
import { shortMoment } from '../version-answer/moment-text.js';
import { recentChange } from '../version-answer/version-order.js';

/** The answer as plain text for a ticket: the store and the moment, then one line for each application. */
export function ticketText(
  answer: KnownAnswer,
  versions: readonly StoreVersion[],
  language: Pick<LanguageController, 'words' | 'format'>,
): string {
  const { ticket } = language.words.versions;
  const { code, store, moment, isPlanned } = answer;
  const when = language.format.dateTime(moment.toISOString(), store.timeZone);
  const head = [
    ticket.store(`${code} ${store.name}`, store.branchName, when),
    isPlanned && ticket.planned,
    !store.open && ticket.closed,
  ].filter(Boolean);
  const lines = versions.map((version) => line(version, answer, language));
  return [head.join(', '), ...lines].join('\n');
}

function line(
  version: StoreVersion,
  { store, moment }: KnownAnswer,
  language: Pick<LanguageController, 'words' | 'format'>,
): string {
  const { ticket, until } = language.words.versions;
  const { application, channel, betaApp } = version;
  const change = recentChange(version, moment);
  const from =
    channel === 'beta' && betaApp !== null
      ? `, “${betaApp.name}”, ${betaApp.owner.name} ${betaApp.owner.nik}`
      : '';
  const before =
    change === undefined
      ? ''
      : `; ${until(shortTime(change.since, { store, moment }, language), change.previous)}`;
  const name = [application.code, application.name].filter(Boolean).join(' ');
  if (version.version === null || channel === null) return `${name}: ${ticket.unknown}`;
  return `${name}: ${version.version} (${ticket.channel[channel]}${from}${before})`;
}

/** Without the zone, which stands in the first line. */
function shortTime(
  since: string,
  { store, moment }: Pick<KnownAnswer, 'store' | 'moment'>,
  language: Pick<LanguageController, 'words' | 'format'>,
): string {
  const text = shortMoment(since, { zone: store.timeZone, moment }, language);
  return text.replace(/ \w+$/u, '');
}
