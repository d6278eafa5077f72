import { type Command } from 'commander';
import {
  addDatabaseOptions,
  type DatabaseOptions,
  defaultSchema,
  withPool,
} from '../database-options.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { type Answer, writeAnswer } from '../write-answer.js';
import { type CheckResult } from './check.js';
import { examine } from './examine.js';

interface DoctorOptions extends DatabaseOptions {
  json?: boolean;
}

const statementTimeoutMs = 8_000;

/** Adds the command that looks whether the API could serve from a database, and says what to do if not. */
export function addDoctor(program: Command, finish: (code: ExitCode) => void): void {
  const command = program
    .command('doctor')
    .description(
      'Look at database, role, schema, clock and time zones, and say what to do; end with 1 if something fails.',
    )
    .option('--json', 'answer in JSON');
  addDatabaseOptions(command).action(async (options: DoctorOptions) => {
    const { schema = defaultSchema } = options;
    const checks = await withPool(options, statementTimeoutMs, (sql) => examine({ sql, schema }));
    const hasFailed = checks.some(({ status }) => status === 'failure');
    const answer: Answer = {
      facts: { checks },
      text: checks.map(tell).join(''),
      exitCode: hasFailed ? exitCodes.failed : exitCodes.done,
    };
    finish(writeAnswer(options, answer));
  });
}

function tell({ name, status, message, advice }: CheckResult): string {
  const line = `${status.padEnd(8)} ${name}: ${message}\n`;
  return advice === undefined ? line : `${line}${' '.repeat(9)}${advice}\n`;
}
