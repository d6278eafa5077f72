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

/** In ISO 8601 with its offset, from 1900 on; the server also wants the seconds. */
const momentForm =
  /^((?:19|[2-9]\d)\d{2}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)(:[0-5]\d(?:\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/u;

/** From here on, the year has a fifth digit in one of the zones. */
const tooLate = Date.UTC(10_000, 0) - Math.max(...Object.values(hoursAhead)) * hourMs;

/** A moment that was given as text: as the server takes it, or the text if that can't be read. */
export type GivenMoment = { at: string } | { unreadable: string };

/** Reads a moment that was given as text; undefined if none was given. */
export function readMoment(given: string | Date | null | undefined): GivenMoment | undefined {
  // A page may set anything.
  const text = String(given ?? '').trim();
  if (text === '') return undefined;
  // A plus that wasn't escaped in an address has become a space.
  const [, day, time, seconds = ':00', offset] =
    momentForm.exec(text.replace(/ (?=\d{2}:\d{2}$)/u, '+')) ?? [];
  if (day === undefined || !isDay(day)) return { unreadable: text };
  const at = `${day}T${time}${seconds}${offset}`;
  const milliseconds = Date.parse(at);
  const isTaken = milliseconds >= Date.UTC(1900, 0) && milliseconds < tooLate;
  return isTaken ? { at } : { unreadable: text };
}

/** Whether the calendar has a day: some browsers take 30 February for 2 March. */
function isDay(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}
