import { type BenchRow, rowOf } from './bench-row.js';
import { estimate, medianOf } from './statistics.js';

/** Does its work once and tells what it measured, in milliseconds if nothing else is said. */
export type Side = () => Promise<number>;

interface RoundOptions {
  /** What is measured, as it stands in the table. */
  what: string;
  /** How many rounds count; 15 by default. */
  rounds?: number;
  /** How many rounds come before and don't count; 2 by default. */
  warmUp?: number;
}

export interface ComparisonOptions extends RoundOptions {
  subject: Side;
  peer: Side;
  /** What the peer is, as it stands in the table. */
  peerName: string;
  /** `atMost`: the subject's time over the peer's. `atLeast`: how many times faster than the peer it is. */
  goal: { atMost: number } | { atLeast: number };
  /** How what a side measured is told; in milliseconds by default. */
  tell?: (value: number) => string;
}

export interface Turns extends Omit<RoundOptions, 'what'> {
  subject: Side;
  peer: Side;
}

/** What each side told, round by round. */
export interface Measured {
  subject: number[];
  peer: number[];
}

/** Measures two sides in turns, so that a busy machine hits both. */
export async function inTurns(options: Turns): Promise<Measured> {
  const { subject, peer, rounds = 15, warmUp = 2 } = options;
  const measured = { subject: [] as number[], peer: [] as number[] };
  for (let round = -warmUp; round < rounds; round += 1) {
    const peerFirst = round % 2 !== 0;
    const before = peerFirst ? await peer() : undefined;
    const own = await subject();
    const other = before ?? (await peer());
    if (round < 0) continue;
    measured.subject.push(own);
    measured.peer.push(other);
  }
  return measured;
}

/** Measures two sides in turns, and compares them round by round. */
export async function compare(options: ComparisonOptions): Promise<BenchRow> {
  return comparisonOf(await inTurns(options), options);
}

/** Compares what was measured in turns, round by round. */
export function comparisonOf(
  { subject: subjectTimes, peer: peerTimes }: Measured,
  options: Omit<ComparisonOptions, 'subject' | 'peer'>,
): BenchRow {
  const { what, peerName, goal, tell = milliseconds } = options;
  const isSlowdown = 'atMost' in goal;
  const ratios = subjectTimes.map((own, round) =>
    isSlowdown ? own / peerTimes[round]! : peerTimes[round]! / own,
  );
  return rowOf({
    what,
    value: estimate(ratios),
    unit: isSlowdown ? 'times the time' : 'times faster',
    goal,
    note: `${tell(medianOf(subjectTimes))} against ${tell(medianOf(peerTimes))}: ${peerName}`,
  });
}

export interface BudgetOptions extends RoundOptions {
  subject: Side;
  goal: { atMost: number };
}

/** Measures what a user waits for against a budget in milliseconds. */
export async function budget(options: BudgetOptions): Promise<BenchRow> {
  const { what, subject, goal, rounds = 15, warmUp = 2 } = options;
  const times: number[] = [];
  for (let round = -warmUp; round < rounds; round += 1) {
    const time = await subject();
    if (round >= 0) times.push(time);
  }
  const slowest = milliseconds(Math.max(...times));
  return rowOf({ what, value: estimate(times), unit: 'ms', goal, note: `slowest ${slowest}` });
}

/** How many milliseconds some work takes. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const milliseconds = (value: number): string => `${value.toPrecision(3)} ms`;
