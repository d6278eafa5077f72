import { checkMigrations, MigrationError } from '@beta-app/core/migrations';
import { type Check } from './check.js';
import { findForeignSchema } from './foreign-schema.js';
import { migrateCommand } from './migrate-command.js';

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
      return {
        status: 'failure',
        message: `${schema} lacks ${String(pending.length)} of ${String(all)} scripts, from ${String(pending[0])} on`,
        advice: `As the schema's owner: ${migrateCommand(schema)}`,
      };
    } catch (error) {
      if (!(error instanceof MigrationError)) throw error;
      const advice =
        error.code === 'SCHEMA_NEWER'
          ? 'Install the version that migrated it, or a later one.'
          : 'Install the version that migrated it; a released script never changes.';
      return { status: 'failure', message: error.message, advice };
    }
  },
};
