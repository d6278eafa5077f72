import { migrateCommand } from '../migrate-command.js';
import { type Check } from './check.js';
import { findForeignSchema } from './foreign-schema.js';

export const checkRole: Check = {
  name: 'role',
  look: async ({ sql, schema }) => {
    const foreign = await findForeignSchema({ sql, schema });
    if (foreign !== undefined) return foreign;
    const [row] = await sql`
      select current_user,
        (select rolsuper from pg_roles where rolname = current_user),
        (select has_schema_privilege(oid, 'usage') from pg_namespace where nspname = ${schema}),
        (select count(*)::int from pg_class
          where relnamespace = namespace.oid and relkind = 'r'
            and not has_table_privilege(oid, 'select')),
        (select count(*)::int from pg_class
          where relnamespace = namespace.oid and relkind = 'r'
            and has_table_privilege(oid, 'insert, update, delete, truncate')),
        (select count(*)::int from pg_proc
          where pronamespace = namespace.oid and not has_function_privilege(oid, 'execute'))
      from (select 1) as one
      left join pg_namespace as namespace on namespace.nspname = ${schema}`.values();
    const [role, isSuperuser, mayUse, unreadable, writable, uncallable] = (row ?? []) as unknown[];
    const name = String(role);
    if (mayUse === null) {
      return {
        status: 'failure',
        message: `There is no schema ${schema} for ${name} to use`,
        advice: `As the role that is to own it: ${await migrateCommand({ sql, schema })}`,
      };
    }
    if (mayUse === false || Number(unreadable) > 0 || Number(uncallable) > 0) {
      return {
        status: 'failure',
        message: `${name} lacks rights: ${String(unreadable)} tables can't be read, ${String(uncallable)} functions can't be called`,
        advice: `As the schema's owner: ${await migrateCommand({ sql, schema })}`,
      };
    }
    if (isSuperuser === true || Number(writable) > 0) {
      return {
        status: 'warning',
        message: `${name} ${isSuperuser === true ? 'is a superuser' : 'can change the tables past every rule'}`,
        advice:
          'Right for migrate. Serve and sync as a role of its own, named by migrate --service-role.',
      };
    }
    return { status: 'ok', message: `${name} may read and call, and change nothing by itself` };
  },
};
