import { checkMigrations, migrate } from '@beta-app/core/migrations';
import { type Command } from 'commander';
import {
  addDatabaseOptions,
  type DatabaseOptions,
  schemaOption,
  withConnection,
} from './database-options.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { type Answer, writeAnswer } from './write-answer.js';

interface MigrateOptions extends DatabaseOptions {
  serviceRole?: string;
  check?: boolean;
  json?: boolean;
}

/** A script may rewrite large tables; whoever waits can interrupt. */
const noTimeLimit = 0;

/** Adds the command that makes the schema or brings it up to date. */
export function addMigrate(program: Command, finish: (code: ExitCode) => void): void {
  const command = program
    .command('migrate')
    .description(
      'Make the schema or bring it up to date, as the role that is to own it; it needs CREATE on the database.',
    )
    .option(
      '--service-role <role>',
      'an existing role that may then read and call, and change nothing by itself',
    )
    .option(
      '--check',
      'change nothing; tell what would be done, and end with 1 if there is something',
    )
    .option('--json', 'answer in JSON');
  addDatabaseOptions(command).action(async (options: MigrateOptions) => {
    const answer = await (options.check === true ? check(options) : bringUpToDate(options));
    finish(writeAnswer(options, answer));
  });
}

async function bringUpToDate(options: MigrateOptions): Promise<Answer> {
  const { serviceRole } = options;
  const { applied } = await withConnection(options, noTimeLimit, (sql) =>
    migrate({
      sql,
      ...schemaOption(options),
      ...(serviceRole === undefined ? {} : { serviceRole }),
    }),
  );
  const granted = serviceRole === undefined ? '' : `${serviceRole} may read and call.\n`;
  return {
    facts: { applied, serviceRole: serviceRole ?? null },
    text: told('Applied', applied, 'The schema was up to date.') + granted,
    exitCode: exitCodes.done,
  };
}

async function check(options: MigrateOptions): Promise<Answer> {
  const facts = await withConnection(options, noTimeLimit, (sql) =>
    checkMigrations({ sql, ...schemaOption(options) }),
  );
  return {
    facts,
    text: told('To be applied', facts.pending, 'The schema is up to date.'),
    exitCode: facts.pending.length === 0 ? exitCodes.done : exitCodes.failed,
  };
}

function told(what: string, names: readonly string[], nothing: string): string {
  if (names.length === 0) return `${nothing}\n`;
  return names.map((name) => `${what}: ${name}\n`).join('');
}
