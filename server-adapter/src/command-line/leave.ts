import { setTimeout as sleep } from 'node:timers/promises';
import { type ExitCode } from './exit-codes.js';

/**
 * Ends the process once all that was written is with its reader, however long that one takes, or no longer than
 * `patienceMs`. Not by the exit code alone: a statement that a frozen database never answers must not keep the process.
 */
export async function leave(code: ExitCode, patienceMs?: number): Promise<never> {
  const allWritten = Promise.all([written(process.stdout), written(process.stderr)]);
  await (patienceMs === undefined ? allWritten : Promise.race([allWritten, sleep(patienceMs)]));
  process.exit(code);
}

/** Settles also if the reader has gone: `head` has seen enough. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.on('error', () => resolve());
    stream.write('', () => resolve());
  });
}
