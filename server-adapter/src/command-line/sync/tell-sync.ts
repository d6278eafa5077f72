import { type RefusedLine, type SyncAnswer } from './sync-answer.js';

/** As many as fit on a screen; --json has all. */
const mostCodes = 8;
const mostRefused = 50;

const changesInOrder = ['added', 'changed', 'moved', 'closed', 'reopened', 'missing'] as const;

/** Writes out for a person what a sync did, or would do. */
export function tellSync(answer: SyncAnswer): string {
  const { kind, file, rows, columns, changes, refused, unusedColumns, closuresWithheld, dryRun } =
    answer;
  const source = file === '-' ? 'standard input' : file;
  const lines = [`${kind} from ${source}: ${count(rows, 'row')}`];
  for (const what of changesInOrder) {
    const codes = changes[what];
    if (codes !== undefined) lines.push(`  ${what.padEnd(9)} ${tellCodes(codes)}`);
  }
  lines.push(`  ${'refused'.padEnd(9)} ${refused.length.toLocaleString('en')}`);
  lines.push(...refused.slice(0, mostRefused).map((line) => tellRefused(line, columns)));
  if (refused.length > mostRefused) {
    lines.push(`    and ${count(refused.length - mostRefused, 'more line')}; --json tells all`);
  }
  if (unusedColumns.length > 0) lines.push(`Columns not used: ${unusedColumns.join(', ')}`);
  if (closuresWithheld === true) {
    lines.push(
      'No store was closed for not being in the file: a refused line has no readable code.',
    );
  }
  if (dryRun) lines.push('Nothing was saved: this was a dry run.');
  return `${lines.join('\n')}\n`;
}

function tellCodes(codes: readonly string[]): string {
  const some = codes.slice(0, mostCodes).join(', ');
  const more = codes.length > mostCodes ? ', …' : '';
  return codes.length === 0 ? '0' : `${codes.length.toLocaleString('en')}: ${some}${more}`;
}

function tellRefused(
  { line, code, field, reason }: RefusedLine,
  columns: SyncAnswer['columns'],
): string {
  const whose = code === null ? '' : ` (${code})`;
  const what = field === undefined ? reason : `${field} ${reason}`;
  const wanted = reason === 'key_missing' ? `, no “${String(columns[field ?? ''])}”` : '';
  return `    line ${String(line)}${whose}: ${what}${wanted}`;
}

function count(number: number, what: string): string {
  return `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`;
}
