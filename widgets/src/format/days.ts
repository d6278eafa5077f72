import type { TimeZone } from '@beta-app/core/contract';

const millisecondsPerDay = 86_400_000;

/** The day that a zone's calendar shows at a moment, as `YYYY-MM-DD`. */
export function dayIn(zone: TimeZone, moment: Date): string {
  // Swedish dates are written year, month, day.
  return new Intl.DateTimeFormat('sv-SE', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: zone,
  }).format(moment);
}

/** How many days lie between two days `YYYY-MM-DD`; negative if the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / millisecondsPerDay);
}
