import { type Estimate } from './statistics.js';

/** One line of the table. */
export interface BenchRow {
  what: string;
  measured: string;
  goal: string;
  verdict: Verdict;
  note: string;
}

/** Whether the whole interval is within the goal, a part of it, or nothing. */
export type Verdict = 'reached' | 'touched' | 'missed';

export interface RowInput {
  what: string;
  value: Estimate;
  unit: string;
  goal: { atMost: number } | { atLeast: number };
  note: string;
}

export function rowOf({ what, value, unit, goal, note }: RowInput): BenchRow {
  const { median, low, high } = value;
  const interval = low === high ? '' : ` (${figure(low)} to ${figure(high)})`;
  return {
    what,
    measured: `${figure(median)} ${unit}${interval}`,
    goal: 'atMost' in goal ? `at most ${figure(goal.atMost)}` : `at least ${figure(goal.atLeast)}`,
    verdict: verdictOf(value, goal),
    note,
  };
}

/** A row about something that is counted once, such as bytes. */
export const countRow = (input: Omit<RowInput, 'value'> & { value: number }): BenchRow =>
  rowOf({ ...input, value: { median: input.value, low: input.value, high: input.value } });

function verdictOf({ low, high }: Estimate, goal: RowInput['goal']): Verdict {
  const [best, worst, isWithin] =
    'atMost' in goal
      ? [low, high, (value: number) => value <= goal.atMost]
      : [high, low, (value: number) => value >= goal.atLeast];
  if (isWithin(worst)) return 'reached';
  return isWithin(best) ? 'touched' : 'missed';
}

const figure = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
