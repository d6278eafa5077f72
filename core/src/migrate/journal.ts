import { type Sql, type TransactionSql } from 'postgres';
import { quoteIdentifier } from '../database/identifier.js';
import { type MigrationFile } from './migration-files.js';
import { MigrationError } from './migration-error.js';

type JournalRow = Omit<MigrationFile, 'script'>;

/** The record of which scripts a schema has had, kept in the schema itself. */
export async function readJournal(
  sql: Sql | TransactionSql,
  schema: string,
): Promise<JournalRow[]> {
  // As bare values: a host may have its columns renamed on the way.
  const rows = await sql
    .unsafe(
      `select number, name, checksum from ${quoteIdentifier(schema)}.migration order by number`,
    )
    .values();
  return rows.map(([number, name, checksum]) => ({
    number: Number(number),
    name: String(name),
    checksum: String(checksum),
  }));
}

export async function ensureJournal(sql: TransactionSql, schema: string): Promise<void> {
  const name = quoteIdentifier(schema);
  // Asked first: `if not exists` wants the right to create even where there is nothing to be created, and
  // tells the host about it.
  const schemas = await sql`select from pg_namespace where nspname = ${schema}`;
  if (schemas.length === 0) await sql.unsafe(`create schema ${name}`);
  if (await hasJournal(sql, schema)) return;
  await sql.unsafe(`create table ${name}.migration (
    number integer primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default clock_timestamp()
  )`);
}

/** Whether the schema has been migrated at all. */
export async function hasJournal(sql: Sql | TransactionSql, schema: string): Promise<boolean> {
  const tables = await sql`
    select from pg_tables where schemaname = ${schema} and tablename = 'migration'`;
  return tables.length > 0;
}

/** Refuses a schema that this package doesn't know, and finds the scripts that it hasn't had. */
export function pendingMigrations(
  files: readonly MigrationFile[],
  journal: readonly JournalRow[],
): MigrationFile[] {
  for (const row of journal) {
    const file = files.find(({ number }) => number === row.number);
    if (file === undefined) {
      throw new MigrationError(
        'SCHEMA_NEWER',
        `The schema has had ${row.name}, which this version doesn't know: use a newer version`,
      );
    }
    if (file.checksum !== row.checksum) {
      throw new MigrationError(
        'MIGRATION_CHANGED',
        `${row.name} was changed after it had been applied`,
      );
    }
  }
  return files.filter(({ number }) => !journal.some((row) => row.number === number));
}
