import { utcDay, utcMonth } from 'd3-time';
import { earliestDay, latestDay } from '../format/days.js';

/** How many days are shown at once. */
export type TimelineZoom = 'month' | 'quarter' | 'year';

export const timelineZooms = [
  'month',
  'quarter',
  'year',
] as const satisfies readonly TimelineZoom[];

/** The first and the last day that are shown, as `YYYY-MM-DD`. */
export interface ShownDays {
  from: string;
  to: string;
}

const months: Readonly<Record<TimelineZoom, number>> = { month: 1, quarter: 3, year: 12 };

/** How many months before that of today are shown: planners look ahead, and a little back. */
const monthsBefore: Readonly<Record<TimelineZoom, number>> = { month: 0, quarter: 1, year: 3 };

const firstMonth = new Date(earliestDay);
const lastMonth = utcMonth.floor(new Date(latestDay));

/** Whole months with a day among them. */
export function daysAround(day: string, zoom: TimelineZoom): ShownDays {
  const month = utcMonth.floor(new Date(day));
  return monthsFrom(utcMonth.offset(month, -monthsBefore[zoom]), zoom);
}

/** As many months as fit, from the one with a day on. */
export function daysFrom(day: string, zoom: TimelineZoom): ShownDays {
  return monthsFrom(utcMonth.floor(new Date(day)), zoom);
}

/** The days before or after those that are shown, as many months again. */
export function neighbouring({ from }: ShownDays, zoom: TimelineZoom, by: 1 | -1): ShownDays {
  return monthsFrom(utcMonth.offset(new Date(from), by * months[zoom]), zoom);
}

/** Whether the server takes days before or after those that are shown. */
export const goesOn = ({ from, to }: ShownDays, by: 1 | -1): boolean =>
  by === 1 ? to < latestDay : from > earliestDay;

export const isShown = ({ from, to }: ShownDays, day: string): boolean => from <= day && day <= to;

/** Where the calendar ends earlier, its last months. */
function monthsFrom(month: Date, zoom: TimelineZoom): ShownDays {
  const latest = utcMonth.offset(lastMonth, 1 - months[zoom]);
  const first = month < firstMonth ? firstMonth : month > latest ? latest : month;
  return { from: text(first), to: text(utcDay.offset(utcMonth.offset(first, months[zoom]), -1)) };
}

const text = (date: Date): string => date.toISOString().slice(0, 10);
