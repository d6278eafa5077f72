import type { TimeZone } from '@beta-app/core/contract';
import { dayIn } from '../format/days.js';
import { type LanguageController } from '../language/language-controller.js';
import { type RecentChange } from './version-order.js';

type Language = Pick<LanguageController, 'words' | 'format'>;

/** "12.40 WIB" on the moment's own day in the zone, else with the date. */
export function shortMoment(
  at: string,
  { zone, moment }: { zone: TimeZone; moment: Date },
  { format }: Language,
): string {
  const isSameDay = dayIn(zone, new Date(at)) === dayIn(zone, moment);
  return isSameDay ? format.time(at, zone) : format.dateTime(at, zone);
}

/** "Berubah 25 menit lalu; sebelumnya 4.18.2", seen from now or from the moment that was asked about. */
export function changeText(
  { minutes, previous }: RecentChange,
  isNow: boolean,
  { words }: Language,
): string {
  const { versions } = words;
  const span = minutes < 60 ? versions.minutes(minutes) : versions.hours(Math.floor(minutes / 60));
  return versions.changed(isNow ? versions.ago(span) : versions.earlier(span), previous);
}
