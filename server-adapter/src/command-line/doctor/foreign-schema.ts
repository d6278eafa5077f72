import { migrateCommand } from '../migrate-command.js';
import { type CheckResult, type Patient } from './check.js';

/** Gives what there is to say of a schema that exists and isn't ours, or undefined for any other. */
export async function findForeignSchema({
  sql,
  schema,
}: Patient): Promise<Omit<CheckResult, 'name'> | undefined> {
  // Ours has the journal of the scripts that made it; a host's own table may well have its name.
  const [row] = await sql`
    select (
      select count(*) from pg_attribute join pg_class on pg_class.oid = attrelid
      where relnamespace = pg_namespace.oid and relname = 'migration' and relkind = 'r'
        and attname in ('number', 'name', 'checksum') and not attisdropped) = 3
    from pg_namespace where nspname = ${schema}`.values();
  if (row === undefined || row[0] === true) return undefined;
  return {
    status: 'failure',
    message: `There is no beta-app schema in ${schema}`,
    advice: `Name it with --schema if it is elsewhere; to make it here, as the owner of ${schema}: ${await migrateCommand({ sql, schema })}`,
  };
}
