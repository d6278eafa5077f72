import { cpus, loadavg, totalmem, type as system } from 'node:os';
import { type BenchRow, type Verdict } from './bench-row.js';

/** What one file measures. */
export interface BenchSuite {
  title: string;
  /** What a reader needs to know to judge the figures: sizes, settings, versions. */
  about: string;
  rows: readonly BenchRow[];
  /** What stands between the figures and their goals, where some are hard to reach. */
  limits?: string;
}

const marks: Readonly<Record<Verdict, string>> = { reached: '✓', touched: '≈', missed: '✗' };

/** The suites as a page of Markdown. */
export function reportOf(suites: readonly BenchSuite[], now: Date): string {
  const parts = suites.map(
    ({ title, about, rows, limits }) =>
      `## ${title}\n\n${about}\n\n| what | measured | goal | | |\n| --- | --- | --- | --- | --- |\n${rows.map(line).join('\n')}\n${limits === undefined ? '' : `\n${limits}\n`}`,
  );
  return `# Benchmarks

Written by \`npm run bench\`. Two sides are measured in turns in one run; a ratio is the median over the rounds, with the 95 %
interval of that median. ✓: the whole interval is within the goal. ≈: a part of it. ✗: nothing of it.

${now.toISOString().slice(0, 10)}, ${machine()}

${parts.join('\n')}`;
}

const line = ({ what, measured, goal, verdict, note }: BenchRow): string =>
  `| ${what} | ${measured} | ${goal} | ${marks[verdict]} | ${note} |`;

function machine(): string {
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0]!.toFixed(1);
  return `${cpus().length} × ${processor?.model ?? 'unknown processor'}, ${memory} GiB, ${system()}, Node.js ${process.version}, load at the end ${load}.`;
}

/** One row as it is told while the others are still being measured. */
export const told = ({ what, measured, goal, verdict, note }: BenchRow): string =>
  `${marks[verdict]} ${what}: ${measured}, goal ${goal}; ${note}`;
