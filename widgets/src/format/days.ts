import type { TimeZone } from '@beta-app/core/contract';

/** The first and the last day that the server takes; a year that isn't typed to its end lies before them. */
export const earliestDay = '1900-01-01';
export const latestDay = '9999-12-31';

const millisecondsPerDay = 86_400_000;

const calendars = new Map<TimeZone, Intl.DateTimeFormat>();

/** The day that a zone's calendar shows at a moment, as `YYYY-MM-DD`. */
export function dayIn(zone: TimeZone, moment: Date): string {
  let calendar = calendars.get(zone);
  // Made once: that takes a hundred times longer than a day does, and every row shows one.
  if (calendar === undefined) calendars.set(zone, (calendar = calendarOf(zone)));
  return calendar.format(moment);
}

// Swedish dates are written year, month, day.
const calendarOf = (timeZone: TimeZone) =>
  new Intl.DateTimeFormat('sv-SE', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  });

/** The day so many days after a day `YYYY-MM-DD`; an empty one stays empty. */
export function addDays(day: string, days: number): string {
  if (day === '') return '';
  return new Date(Date.parse(day) + days * millisecondsPerDay).toISOString().slice(0, 10);
}

/** How many days lie between two days `YYYY-MM-DD`; negative if the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / millisecondsPerDay);
}
