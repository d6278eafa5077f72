import { lookupHorizonDays } from '../contract/version-lookup.js';
import { type TimeZone } from '../contract/directory.js';

/**
 * A moment in UTC as the database tells it, `2026-12-01T07:05:00.000000Z`, or `infinity`. Texts of one width compare as
 * the moments do, exact to the microsecond, and PostgreSQL's word comes after all of them.
 */
export type Moment = string;

export const momentOf = (date: Date): Moment => date.toISOString().replace('Z', '000Z');

/** The first millisecond since 1970 that isn't before the moment. */
export const millisecondsOf = (moment: Moment): number =>
  Date.parse(`${moment.slice(0, 23)}Z`) + (moment.slice(23, 26) === '000' ? 0 : 1);

/** What lies before this or begins with it is not told any more. */
export const horizonOf = (at: Moment): Moment => shifted(at, -lookupHorizonDays);

/** From when on a moment is not told any more. */
export const untoldAfter = (moment: Moment): Moment => shifted(moment, lookupHorizonDays);

function shifted(moment: Moment, days: number): Moment {
  const date = new Date(`${moment.slice(0, 23)}Z`);
  date.setUTCDate(date.getUTCDate() + days);
  // A year of five digits has a sign in front.
  const text = date.toISOString();
  return text.startsWith('+') ? 'infinity' : `${text.slice(0, 23)}${moment.slice(23)}`;
}

export const earliest = (...moments: readonly Moment[]): Moment =>
  moments.reduce((first, moment) => (moment < first ? moment : first));

export const latest = (...moments: readonly Moment[]): Moment =>
  moments.reduce((last, moment) => (moment > last ? moment : last));

/** From when on something holds, and until when if that is known. */
export interface SomeSpan {
  since: Moment;
  until?: Moment;
}

/** The last moment at which any of them began or ended. */
export const lastMomentOf = (spans: readonly SomeSpan[]): Moment =>
  spans.reduce<Moment>(
    (last, { since, until = 'infinity' }) =>
      latest(last, since, until === 'infinity' ? since : until),
    '-infinity',
  );

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
