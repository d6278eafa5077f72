/**
 * Makes the schema, or brings it up to date.
 *
 * @module @beta-app/core/migrations
 */

import { type Sql, type TransactionSql } from 'postgres';
import { defaultSchema, quoteIdentifier } from './database/identifier.js';
import { grantTo, requireRole } from './migrate/grants.js';
import { ensureJournal, hasJournal, pendingMigrations, readJournal } from './migrate/journal.js';
import { MigrationError } from './migrate/migration-error.js';
import { type MigrationFile, readMigrationFiles } from './migrate/migration-files.js';

export { MigrationError, type MigrationErrorCode } from './migrate/migration-error.js';

/** Which schema to migrate, and who may use it then. */
export interface MigrateOptions {
  /** A connection of the role that is to own the schema; it needs CREATE on the database. */
  sql: Sql;
  /** The schema to make or to bring up to date; `beta_app` by default. */
  schema?: string;
  /** An existing role that may then read and call, and change nothing by itself. */
  serviceRole?: string;
}

/** What a run did. */
export interface MigrateReport {
  /** The names of the scripts that were applied, in order; empty if the schema was up to date. */
  applied: string[];
}

/** How far a schema is. */
export interface MigrationsCheck {
  /** The names of the scripts that it has had, in order. */
  applied: string[];
  /** The names of those that it hasn't had yet. */
  pending: string[];
}

/** Next to `src` and to `dist`, which both lie right in the package. */
const folder = new URL('../migrations/', import.meta.url);

/** Any number will do, as long as all versions agree on it. */
const lock = 5_390_721_664;

/**
 * Makes the schema or brings it up to date. Any number of processes may do it at once: one works, the others
 * wait. Each script is applied whole or not at all; after a failure, run it again.
 *
 * Throws `MigrationError`, whose `code` says why.
 */
export async function migrate(options: MigrateOptions): Promise<MigrateReport> {
  const { sql, schema = defaultSchema, serviceRole } = options;
  const files = await readMigrationFiles(folder);
  // First of all: a misspelt role leaves nothing behind.
  if (serviceRole !== undefined) await requireRole(sql, serviceRole);
  const applied: string[] = [];
  for (;;) {
    const done = await applyNext(sql, schema, files);
    if (done === undefined) break;
    applied.push(done.name);
  }
  await alone(sql, async (transaction) => {
    await grantTo(transaction, schema, serviceRole);
  });
  return { applied };
}

/**
 * Tells which scripts `migrate` would apply, and changes nothing; a role that may only read can ask. Throws
 * `MigrationError` for a schema that this version can't work with.
 */
export async function checkMigrations(
  options: Omit<MigrateOptions, 'serviceRole'>,
): Promise<MigrationsCheck> {
  const { sql, schema = defaultSchema } = options;
  const files = await readMigrationFiles(folder);
  const journal = (await hasJournal(sql, schema)) ? await readJournal(sql, schema) : [];
  const pending = pendingMigrations(files, journal);
  return { applied: journal.map(({ name }) => name), pending: pending.map(({ name }) => name) };
}

/** Applies one script in one transaction, and looks afterwards whether it really was applied. */
async function applyNext(
  sql: Sql,
  schema: string,
  files: readonly MigrationFile[],
): Promise<MigrationFile | undefined> {
  const next = await alone(sql, async (transaction) => {
    await checkEncoding(transaction);
    await ensureJournal(transaction, schema);
    const [file] = pendingMigrations(files, await readJournal(transaction, schema));
    if (file === undefined) return undefined;
    // First of all, so that whatever goes wrong takes it away again.
    await transaction.unsafe(
      `insert into ${quoteIdentifier(schema)}.migration (number, name, checksum) values ($1, $2, $3)`,
      [file.number, file.name, file.checksum],
    );
    await transaction.unsafe(`set local search_path = ${quoteIdentifier(schema)}, pg_temp`);
    await transaction.unsafe(file.script);
    return file;
  });
  if (next === undefined) return undefined;
  const kept = await sql.begin((transaction) => readJournal(transaction, schema));
  if (!kept.some(({ number }) => number === next.number)) {
    throw new MigrationError('MIGRATION_INCOMPLETE', `${next.name} left no trace in the journal`);
  }
  return next;
}

/** Works while all others wait, and sees what they did before, whatever isolation is the host's default. */
async function alone<Result>(
  sql: Sql,
  work: (transaction: TransactionSql) => Promise<Result>,
): Promise<Result> {
  const result = await sql.begin('isolation level read committed', async (transaction) => {
    await transaction`select pg_advisory_xact_lock(${lock})`;
    return work(transaction);
  });
  // The driver's type unwraps promises in arrays, of which there are none.
  return result as Result;
}

async function checkEncoding(sql: TransactionSql): Promise<void> {
  const [row] = await sql`select current_setting('server_encoding')`.values();
  if (row?.[0] !== 'UTF8') {
    throw new MigrationError('ENCODING_UNSUPPORTED', 'The database must be encoded in UTF8');
  }
}
