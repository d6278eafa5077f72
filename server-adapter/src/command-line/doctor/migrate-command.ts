import { defaultSchema } from '../database-options.js';

/** The command that mends a schema, as it is typed. */
export function migrateCommand(schema: string, serviceRole?: string): string {
  const words = ['beta-app-server migrate'];
  if (serviceRole !== undefined) words.push(`--service-role ${quoted(serviceRole)}`);
  if (schema !== defaultSchema) words.push(`--schema ${quoted(schema)}`);
  return words.join(' ');
}

function quoted(word: string): string {
  return /^[\w.-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
