import { codeOf, reasonOf } from '../describe-failure.js';
import { CommandFailure, type CommandFailureCode } from '../failures.js';
import { migrateCommand, type Place } from '../migrate-command.js';

const codes: Readonly<Record<string, CommandFailureCode>> = {
  '3F000': 'SCHEMA_MISSING', // invalid_schema_name
  '42501': 'RIGHTS_MISSING', // insufficient_privilege
};

/** Gives what to throw in place of what a sync threw: what to type, if schema or rights are missing. */
export async function explainMissing(error: unknown, place: Place): Promise<unknown> {
  const code = codes[codeOf(error)];
  if (code === undefined) return error;
  const advice = `as the role that owns the schema or is to own it: ${await migrateCommand(place)}`;
  return new CommandFailure(code, `${reasonOf(error)}; ${advice}`);
}
