import { checkInput, type Person, personSchema, type SyncMode } from '@beta-app/core/contract';
import { type DatabaseOptions } from '../database-options.js';
import { UsageError } from '../failures.js';
import { readColumnOptions } from './columns.js';
import { type DelimiterName } from './delimiter.js';
import { fieldsOf, type SyncKind } from './kinds.js';
import { type FileFormat, type ReadFileOptions } from './read-file.js';

/** What the library that reads the command line gives. */
export interface TypedOptions extends DatabaseOptions {
  actorName: string;
  actorNik: string;
  mode: SyncMode;
  format?: FileFormat;
  delimiter?: DelimiterName;
  column?: string[];
  expectedClosures?: string;
  dryRun?: boolean;
  json?: boolean;
}

export interface SyncOptions extends DatabaseOptions, ReadFileOptions {
  kind: SyncKind;
  actor: Person;
  mode: SyncMode;
  expectedClosures: number | undefined;
  dryRun: boolean;
}

/** Makes of what was typed what a sync needs. Throws `UsageError`. */
export function readSyncOptions(kind: SyncKind, file: string, typed: TypedOptions): SyncOptions {
  const { mode, delimiter, column = [], dryRun } = typed;
  return {
    ...typed,
    kind,
    file,
    format: typed.format ?? formatOf(file),
    delimiter,
    chosen: readColumnOptions(kind, column),
    actor: actorOf(typed),
    mode,
    expectedClosures: numberOf(typed.expectedClosures),
    dryRun: dryRun === true,
  };
}

/** Tells for the help which fields there are, and by which headers they are found. */
export function describeFields(kind: SyncKind): string {
  const lines = Object.entries(fieldsOf[kind]).map(([field, { headers, required }]) => {
    const need = required ? 'required' : 'optional';
    return `  ${field.padEnd(18)} ${need}; found as ${headers.join(', ')}`;
  });
  return ['Fields, whatever the case, spaces and signs of their headers:', ...lines].join('\n');
}

function actorOf({ actorName: name, actorNik: nik }: TypedOptions): Person {
  const checked = checkInput(personSchema, { name, nik });
  if (checked.success) return checked.data;
  const faults = checked.errors.map(({ path, code }) => `--actor-${path} (${code})`);
  throw new UsageError(`That can't be recorded as who does it: ${faults.join(', ')}`);
}

function formatOf(file: string): FileFormat {
  if (/\.(?:csv|tsv|txt)$/iu.test(file)) return 'csv';
  if (/\.(?:jsonl|ndjson)$/iu.test(file)) return 'jsonl';
  if (/\.(?:xlsx?|xlsm|xlsb|ods)$/iu.test(file)) {
    throw new UsageError(`${file} is a workbook; save its sheet as "CSV UTF-8" and take that`);
  }
  throw new UsageError(
    `Say what is in ${file === '-' ? 'the standard input' : file}: --format csv or jsonl`,
  );
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/u.test(text))
    throw new UsageError(`--expected-closures takes a number, not ${text}`);
  return Number(text);
}
