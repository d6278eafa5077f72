import { type TransactionSql } from 'postgres';
import { quoteIdentifier } from '../database/identifier.js';
import { type MigrationFile } from './migration-files.js';
import { MigrationError } from './migration-error.js';

interface JournalRow {
  number: number;
  name: string;
  checksum: string;
}

/** The record of which scripts a schema has had, kept in the schema itself. */
export async function readJournal(sql: TransactionSql, schema: string): Promise<JournalRow[]> {
  const rows = await sql.unsafe<JournalRow[]>(
    `select number, name, checksum from ${quoteIdentifier(schema)}.migration order by number`,
  );
  return [...rows];
}

export async function ensureJournal(sql: TransactionSql, schema: string): Promise<void> {
  const name = quoteIdentifier(schema);
  // Asked first, since `create schema if not exists` wants the right to create even where it exists.
  const [known] = await sql<{ exists: boolean }[]>`
    select exists (select from pg_namespace where nspname = ${schema}) as exists`;
  if (known?.exists !== true) await sql.unsafe(`create schema ${name}`);
  await sql.unsafe(`create table if not exists ${name}.migration (
    number integer primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default clock_timestamp()
  )`);
}

/** Refuses a schema that this package doesn't know, and finds the next script to run. */
export function nextMigration(
  files: readonly MigrationFile[],
  journal: readonly JournalRow[],
): MigrationFile | undefined {
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
  return files.find(({ number }) => !journal.some((row) => row.number === number));
}
