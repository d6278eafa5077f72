import { type Pool } from '../server/pool.js';
import { defaultSchema } from './database-options.js';

/** A schema, and the connection of the role that serves from it or is to. */
export interface Place {
  sql: Pool;
  schema: string;
}

/** The command that mends a schema and lets who is connected serve from it, as it is typed. */
export async function migrateCommand({ sql, schema }: Place): Promise<string> {
  const [row] = await sql`select current_user`.values();
  const words = [`beta-app-server migrate --service-role ${quoted(String(row?.[0]))}`];
  if (schema !== defaultSchema) words.push(`--schema ${quoted(schema)}`);
  return words.join(' ');
}

function quoted(word: string): string {
  return /^[\w.-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
