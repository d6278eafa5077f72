/** A median and the 95 % interval that it lies in. */
export interface Estimate {
  median: number;
  low: number;
  high: number;
}

/** Estimates the median of what was measured, by drawing the rounds again and again. */
export function estimate(values: readonly number[]): Estimate {
  const random = randomNumbers(values.length);
  const draws = Array.from({ length: 2_000 }, () =>
    medianOf(values.map(() => values[Math.floor(random() * values.length)]!)),
  ).sort((a, b) => a - b);
  return { median: medianOf(values), low: draws[49]!, high: draws[1_949]! };
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The same numbers for the same seed (mulberry32): a report doesn't change by being made again. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
