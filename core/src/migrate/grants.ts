import { type Sql, type TransactionSql } from 'postgres';
import { quoteIdentifier } from '../database/identifier.js';
import { MigrationError } from './migration-error.js';

/** Refuses a role that doesn't exist. */
export async function requireRole(sql: Sql, role: string): Promise<void> {
  const known = await sql`select from pg_roles where rolname = ${role}`;
  if (known.length === 0) {
    throw new MigrationError('ROLE_UNKNOWN', `There is no role named ${role}`);
  }
}

/** Takes back from everybody what PostgreSQL gives by itself, and lets one role read and call. */
export async function grantTo(
  sql: TransactionSql,
  schema: string,
  serviceRole: string | undefined,
): Promise<void> {
  const functions = await sql`
    select oid::regprocedure::text from pg_proc
    where pronamespace = (select oid from pg_namespace where nspname = ${schema})
      -- What an extension brought belongs to the extension.
      and not exists (
        select from pg_depend where objid = pg_proc.oid and classid = 'pg_proc'::regclass and deptype = 'e')
    `.values();
  const list = functions.map(([signature]) => String(signature)).join(', ');
  await sql.unsafe(`revoke execute on function ${list} from public`);
  if (serviceRole === undefined) return;
  const role = quoteIdentifier(serviceRole);
  const name = quoteIdentifier(schema);
  await sql.unsafe(`grant usage on schema ${name} to ${role}`);
  await sql.unsafe(`grant select on all tables in schema ${name} to ${role}`);
  // All but one run as the caller, who may only read: `write` alone runs as the schema's owner.
  await sql.unsafe(`grant execute on function ${list} to ${role}`);
}
