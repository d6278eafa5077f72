/** What a timer can take; one that is told to wait longer calls back at once. */
const longestMs = 2 ** 31 - 1;

/** A wait that a timer can take, of some 25 days at most: also for `Infinity`. */
export const timerMs = (milliseconds: number): number => Math.min(milliseconds, longestMs);
