import { type Command } from 'commander';
import { withDeadline } from '../calls/deadline.js';
import { openPool, type Pool } from '../server/pool.js';
import { reasonOf } from './describe-failure.js';
import { CommandFailure, UsageError } from './failures.js';

export interface DatabaseOptions {
  databaseUrl?: string;
  schema?: string;
}

/** Where the tables are unless something else is said. */
export const defaultSchema = 'beta_app';

/** The driver tries for ever where connections are taken and closed at once, as balancers without a server do. */
const connectDeadlineMs = 10_000;

/** Adds what every command has to know about its database. */
export function addDatabaseOptions(command: Command): Command {
  return command
    .option(
      '--database-url <url>',
      "the database; by default DATABASE_URL in the environment, which other users of the machine can't read",
    )
    .option('--schema <name>', `the schema that holds the tables (default: ${defaultSchema})`);
}

/** The address of the database, from the option or the environment. Throws `UsageError`. */
export function databaseUrlOf({ databaseUrl }: DatabaseOptions): string {
  const url = databaseUrl ?? process.env['DATABASE_URL'] ?? '';
  if (url === '') throw new UsageError('Name the database: --database-url or DATABASE_URL');
  if (!URL.canParse(url)) throw new UsageError('The address of the database is no URL');
  return url;
}

/** The schema as an option for core, which has a default of its own. */
export function schemaOption({ schema }: DatabaseOptions): { schema?: string } {
  return schema === undefined ? {} : { schema };
}

/**
 * Lends a single connection to a piece of work, and closes it whatever comes of that. Throws
 * `DATABASE_UNAVAILABLE` if there is none.
 */
export async function withConnection<Result>(
  options: DatabaseOptions,
  statementTimeoutMs: number,
  work: (sql: Pool) => Promise<Result>,
): Promise<Result> {
  return withPool(options, statementTimeoutMs, async (sql) => {
    await withDeadline(sql`select`, connectDeadlineMs, noAnswer).catch((cause: unknown) => {
      throw new CommandFailure(
        'DATABASE_UNAVAILABLE',
        `The database can't be used: ${reasonOf(cause)}; beta-app-server doctor tells more`,
      );
    });
    return work(sql);
  });
}

/** The same for work that sees to it by itself that there is a connection. */
export async function withPool<Result>(
  options: DatabaseOptions,
  statementTimeoutMs: number,
  work: (sql: Pool) => Promise<Result>,
): Promise<Result> {
  const sql = openPool({
    databaseUrl: databaseUrlOf(options),
    size: 1,
    statementTimeoutMs,
    transactions: true,
  });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 0 });
  }
}

function noAnswer(): Error {
  return new Error(`no answer within ${connectDeadlineMs / 1_000} s`);
}
