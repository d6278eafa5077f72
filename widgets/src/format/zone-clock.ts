import type { TimeZone } from '@beta-app/core/contract';

/** What a store's calendar and clock show: `YYYY-MM-DD` and `HH:MM`. */
export interface WallClock {
  date: string;
  time: string;
}

const hourMs = 3_600_000;

// The zones of Indonesia have kept these since 1988, and no summer time.
const hoursAhead: Readonly<Record<TimeZone, number>> = {
  'Asia/Jakarta': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
};

/** What the clocks of a zone show at a moment. */
export function clockIn(zone: TimeZone, moment: Date): WallClock {
  const [date = '', time = ''] = shifted(zone, moment).split('T');
  return { date, time: time.slice(0, 5) };
}

/** The moment at which the clocks of a zone show that, in ISO 8601 with the zone's offset. */
export const momentOf = ({ date, time }: WallClock, zone: TimeZone): string =>
  `${date}T${time}:00${offsetOf(zone)}`;

/** A moment to the second in ISO 8601, with the offset of a zone. */
export const momentIn = (zone: TimeZone, moment: Date): string =>
  `${shifted(zone, moment)}${offsetOf(zone)}`;

const shifted = (zone: TimeZone, moment: Date): string =>
  new Date(moment.getTime() + hoursAhead[zone] * hourMs).toISOString().slice(0, 19);

const offsetOf = (zone: TimeZone): string => `+0${hoursAhead[zone]}:00`;

/** A moment as the server takes it: in ISO 8601 with its offset, from 1900 to 9999. */
const momentForm =
  /^(?:19|[2-9]\d)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):\d{2})$/u;

/** A moment that was given as text, or undefined for what the server wouldn't take. */
export function readMoment(text: string | null | undefined): string | undefined {
  // A plus that wasn't escaped in an address has become a space.
  const moment = text?.trim().replace(' ', '+');
  if (moment === undefined || !momentForm.test(moment)) return undefined;
  return Number.isNaN(Date.parse(moment)) ? undefined : moment;
}
