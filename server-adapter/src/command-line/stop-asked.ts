import { type ExitCode, exitCodes } from './exit-codes.js';
import { onSignals } from './signals.js';

/** More than a stop takes that goes its way. */
const longestStopMs = 20_000;

/**
 * Settles at the first signal. From then on the process has 20 s, and ends with 1 if it is still there; a second signal,
 * more than a second later, ends it at once.
 */
export function stopAsked(
  end: (code: ExitCode) => void = (code) => process.exit(code),
): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    onSignals(
      (signal) => {
        setTimeout(() => end(exitCodes.failed), longestStopMs).unref();
        resolve(signal);
      },
      () => end(exitCodes.interrupted),
    );
  });
}
