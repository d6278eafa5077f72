import { type ExitCode } from './exit-codes.js';

/** What a command has to say, and what the process ends with then. */
export interface Answer {
  /** For programs. */
  facts: object;
  /** For people; ends with a line end. */
  text: string;
  exitCode: ExitCode;
}

/** Writes an answer to the standard output, in JSON if that was asked for, and gives the exit code. */
export function writeAnswer(
  { json }: { json?: boolean | undefined },
  { facts, text, exitCode }: Answer,
): ExitCode {
  process.stdout.write(json === true ? `${JSON.stringify(facts)}\n` : text);
  return exitCode;
}
