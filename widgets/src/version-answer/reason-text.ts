import type { StoreVersion, TimeZone, VersionReasonCode } from '@beta-app/core/contract';
import { dayIn } from '../format/days.js';
import { type LanguageController } from '../language/language-controller.js';

/** Says why a store runs a version, in the store's own time. */
export function reasonText(
  { reason, betaApp }: Pick<StoreVersion, 'reason' | 'betaApp'>,
  zone: TimeZone,
  { words, format }: Pick<LanguageController, 'words' | 'format'>,
): string {
  const { code, at, actor } = reason;
  return words.versions.reason[code]({
    name: betaApp?.name ?? '',
    date: dateOf(code, at, betaApp, zone, format),
    when: at === null ? undefined : format.dateTime(at, zone),
    actor: actor ?? undefined,
  });
}

/** The day of a reason: what was agreed for a period's ends, else the day on which it came about. */
function dateOf(
  code: VersionReasonCode,
  at: string | null,
  betaApp: StoreVersion['betaApp'],
  zone: TimeZone,
  format: LanguageController['format'],
): string | undefined {
  if (betaApp !== null && code === 'ended') return format.date(betaApp.endsOn);
  if (betaApp !== null && code === 'not_started') return format.date(betaApp.startsOn);
  return at === null ? undefined : format.date(dayIn(zone, new Date(at)));
}
