import { checkMigrations, MigrationError } from '@beta-app/core/migrations';
import { codeOf, reasonOf } from '../describe-failure.js';
import { migrateCommand } from '../migrate-command.js';
import { type Check } from './check.js';
import { findForeignSchema } from './foreign-schema.js';

const insufficientPrivilege = '42501';

export const checkSchema: Check = {
  name: 'schema',
  look: async ({ sql, schema }) => {
    const foreign = await findForeignSchema({ sql, schema });
    if (foreign !== undefined) return foreign;
    try {
      const { applied, pending } = await checkMigrations({ sql, schema });
      const all = applied.length + pending.length;
      if (pending.length === 0) {
        return { status: 'ok', message: `${schema} is up to date (${String(applied.at(-1))})` };
      }
      const who = applied.length === 0 ? 'the role that is to own it' : "the schema's owner";
      return {
        status: 'failure',
        message: `${schema} lacks ${String(pending.length)} of ${String(all)} scripts, from ${String(pending[0])} on`,
        advice: `As ${who}: ${await migrateCommand({ sql, schema })}`,
      };
    } catch (error) {
      if (codeOf(error) === insufficientPrivilege) {
        const advice = `As the schema's owner: ${await migrateCommand({ sql, schema })}`;
        return { status: 'failure', message: reasonOf(error), advice };
      }
      if (!(error instanceof MigrationError)) throw error;
      const advice =
        error.code === 'SCHEMA_NEWER'
          ? 'Install the version that migrated it, or a later one.'
          : 'Install the version that migrated it; a released script never changes.';
      return { status: 'failure', message: error.message, advice };
    }
  },
};
