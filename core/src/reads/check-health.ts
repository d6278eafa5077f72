import { type Context } from '../context.js';
import { errorOf } from '../errors.js';

/** The number of the last script in `migrations` that this version of the code was written for. */
const neededMigration = 17;

const query = (schema: string) => `
  select json_build_object('migration', (select max(number) from ${schema}.migration),
    'parameters', $1::text::jsonb)::text as answer`;

export async function checkHealth({ database }: Context): Promise<void> {
  const { migration } = await database.read<{ migration: number | null }>(query, {});
  if (migration === null || migration < neededMigration) {
    throw errorOf('DATABASE_UNAVAILABLE', {
      details: { migration, needed: neededMigration },
    });
  }
}
