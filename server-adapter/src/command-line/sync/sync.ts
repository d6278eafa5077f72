import { createCore } from '@beta-app/core';
import { type Person, type SyncMode } from '@beta-app/core/contract';
import { type Command, Option } from 'commander';
import { addDatabaseOptions, databaseUrlOf, defaultSchema } from '../database-options.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { type Answer, writeAnswer } from '../write-answer.js';
import { delimiters } from './delimiter.js';
import { explainMissing } from './explain-missing.js';
import { interruptible } from './interruptible.js';
import { type SyncKind } from './kinds.js';
import { showProgress, showWaiting } from './progress.js';
import { type FileRows, readFileRows } from './read-file.js';
import { syncAnswer } from './sync-answer.js';
import {
  describeFields,
  readSyncOptions,
  type SyncOptions,
  type TypedOptions,
} from './sync-options.js';
import { tellSync } from './tell-sync.js';

const descriptions: Readonly<Record<SyncKind, string>> = {
  branches: 'Take in branches.',
  stores: 'Take in stores; their branches have to be known.',
  applications: 'Take in applications and their production versions.',
};

/** Adds the command that takes in master data from files. */
export function addSync(program: Command, finish: (code: ExitCode) => void): void {
  const sync = program
    .command('sync')
    .description('Take in branches, stores or applications from a CSV or JSON Lines file.');
  for (const kind of Object.keys(descriptions) as SyncKind[]) {
    const command = sync
      .command(kind)
      .description(
        `${descriptions[kind]} All good rows are saved at once, as one event, or nothing is.`,
      )
      .argument(
        '<file>',
        'a CSV file whose first line names the columns, or JSON Lines; - for the standard input',
      )
      .requiredOption('--actor-name <name>', 'who does it: the name (required)')
      .requiredOption('--actor-nik <nik>', 'who does it: the employee number, NIK (required)')
      .addOption(
        new Option('--mode <mode>', 'whether the file names all there is (full) or only some of it')
          .choices(['full', 'partial'] satisfies SyncMode[])
          .default('partial' satisfies SyncMode),
      )
      .addOption(
        new Option('--format <format>', 'of the file; by default what its name ends with').choices([
          'csv',
          'jsonl',
        ]),
      )
      .addOption(
        new Option(
          '--delimiter <name>',
          'between the cells; by default what the first line says (sep=) or has most of',
        ).choices(Object.keys(delimiters)),
      )
      .option(
        '--column <field=header>',
        'the header of a field that is not found by itself; may be repeated',
        (word: string, before?: string[]) => [...(before ?? []), word],
      )
      .option('--dry-run', 'tell what would be added, changed, closed and refused; save nothing')
      .option('--json', 'answer in JSON');
    if (kind === 'stores') {
      command.option(
        '--expected-closures <number>',
        'how many stores the file closes; needed if that is more than 2 % of the open ones',
      );
    }
    addDatabaseOptions(command)
      .addHelpText('after', `\n${describeFields(kind)}`)
      .action(async (file: string, typed: TypedOptions) => {
        finish(writeAnswer(typed, await runSync(readSyncOptions(kind, file, typed))));
      });
  }
}

async function runSync(options: SyncOptions): Promise<Answer> {
  const { kind, file, dryRun } = options;
  // Before the file is read: who forgot it needn't wait.
  databaseUrlOf(options);
  const read = await readFileRows(kind, options, (size) => showProgress(process.stderr, size));
  const waiting = `${dryRun ? 'Checking' : 'Saving'} ${read.rows.length.toLocaleString('en')} rows …`;
  const report = await showWaiting(process.stderr, waiting, () =>
    save(options, options.actor, read),
  );
  const facts = syncAnswer({ kind, file, dryRun, read, report });
  return {
    facts,
    text: tellSync(facts),
    exitCode: facts.refused.length === 0 ? exitCodes.done : exitCodes.linesRefused,
  };
}

function save(options: SyncOptions, actor: Person, { rows }: FileRows) {
  const { kind, mode, expectedClosures, dryRun, schema = defaultSchema } = options;
  const part = { mode, rows: rows.map(({ row }) => row) };
  return interruptible(options, (sql) =>
    createCore({ sql, schema })
      .syncDirectory({ [kind]: part, expectedClosures, dryRun }, { actor })
      .catch(async (error: unknown) => {
        throw await explainMissing(error, { sql, schema });
      }),
  );
}
