import { Command, CommanderError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { describeFailure } from './describe-failure.js';
import { addDoctor } from './doctor/doctor.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { CommandFailure, UsageError } from './failures.js';
import { addMigrate } from './migrate.js';
import { addServe } from './serve.js';
import { addSync } from './sync/sync.js';

const exitCodesHelp = `
Exit codes: 0 done, 1 failed or refused, 2 not understood, 3 saved but some lines were refused, 130 interrupted.
Each command has its own help: beta-app-server help sync`;

/** Does what the words say, and gives the exit code. Answers go to the output, everything else to the error output. */
export async function runCommandLine(words: string[]): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.done;
  const finish = (code: ExitCode) => {
    exitCode = code;
  };
  try {
    await createProgram(finish).parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    return tellFailure(error, words.includes('--json'));
  }
}

/** All commands with their options and help; `finish` hears the exit code of the one that was run. */
export function createProgram(finish: (code: ExitCode) => void): Command {
  const program = new Command('beta-app-server')
    .description('Runs the beta-app API, and looks after its database.')
    .version(manifest.version, '--version', 'tell the version')
    .exitOverride()
    .helpCommand(true)
    .addHelpText('after', exitCodesHelp);
  addServe(program);
  addMigrate(program, finish);
  addSync(program, finish);
  addDoctor(program, finish);
  return program;
}

function tellFailure(error: unknown, asJson: boolean): ExitCode {
  // Commander has said what it has to say, help included.
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  }
  if (error instanceof UsageError) {
    process.stderr.write(`beta-app-server: ${error.message}\n`);
    return exitCodes.usage;
  }
  const report = describeFailure(error);
  if (asJson) process.stdout.write(`${JSON.stringify({ error: report })}\n`);
  process.stderr.write(`beta-app-server: ${report.message} (${report.code})\n`);
  const isInterrupted = error instanceof CommandFailure && error.code === 'INTERRUPTED';
  return isInterrupted ? exitCodes.interrupted : exitCodes.failed;
}
