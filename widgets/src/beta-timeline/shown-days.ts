import { utcDay, utcMonth } from 'd3-time';

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

/** Whole months with a day among them. */
export function daysAround(day: string, zoom: TimelineZoom): ShownDays {
  const month = utcMonth.floor(new Date(day));
  return daysFrom(text(utcMonth.offset(month, -monthsBefore[zoom])), zoom);
}

/** As many months as fit, from the one with a day on. */
export function daysFrom(day: string, zoom: TimelineZoom): ShownDays {
  const first = utcMonth.floor(new Date(day));
  return { from: text(first), to: text(utcDay.offset(utcMonth.offset(first, months[zoom]), -1)) };
}

/** The days before or after those that are shown, as many months again. */
export function neighbouring({ from }: ShownDays, zoom: TimelineZoom, by: 1 | -1): ShownDays {
  return daysFrom(text(utcMonth.offset(new Date(from), by * months[zoom])), zoom);
}

export const isShown = ({ from, to }: ShownDays, day: string): boolean => from <= day && day <= to;

const text = (date: Date): string => date.toISOString().slice(0, 10);
