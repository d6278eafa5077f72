import { lookupHorizonDays } from '../contract/version-lookup.js';
import { type TimeZone } from '../contract/directory.js';

/**
 * A moment in UTC as the database tells it, `2026-12-01T07:05:00.000000Z`, or `infinity`. Texts of one width compare as
 * the moments do, exact to the microsecond, and PostgreSQL's word comes after all of them.
 */
export type Moment = string;

export const momentOf = (date: Date): Moment => date.toISOString().replace('Z', '000Z');

/** What lies before this is not told any more. */
export function horizonOf(at: Moment): Moment {
  const start = new Date(`${at.slice(0, 23)}Z`);
  start.setUTCDate(start.getUTCDate() - lookupHorizonDays);
  return `${start.toISOString().slice(0, 23)}${at.slice(23)}`;
}

export const earliest = (...moments: readonly Moment[]): Moment =>
  moments.reduce((first, moment) => (moment < first ? moment : first));

export const latest = (...moments: readonly Moment[]): Moment =>
  moments.reduce((last, moment) => (moment > last ? moment : last));

/** The first moment of a day, `2026-12-01`, in a zone. */
export function startOfDay(day: string, zone: TimeZone): Moment {
  return midnightOf(new Date(`${day}T00:00:00Z`), zone);
}

/** The first moment after a day in a zone. */
export function endOfDay(day: string, zone: TimeZone): Moment {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return midnightOf(next, zone);
}

/** Indonesia keeps no summer time; a test holds these hours to those of the time zone database. */
function midnightOf(midnightUtc: Date, zone: TimeZone): Moment {
  return momentOf(new Date(midnightUtc.getTime() - offsetHours[zone] * 3_600_000));
}

const offsetHours: Readonly<Record<TimeZone, number>> = {
  'Asia/Jakarta': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
};
