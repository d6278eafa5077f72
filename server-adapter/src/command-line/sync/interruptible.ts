import { setTimeout as sleep } from 'node:timers/promises';
import { isBetaAppError } from '@beta-app/core';
import { type Pool } from '../../server/pool.js';
import { type DatabaseOptions, withConnection } from '../database-options.js';
import { reasonOf } from '../describe-failure.js';
import { exitCodes } from '../exit-codes.js';
import { CommandFailure } from '../failures.js';
import { leave } from '../leave.js';
import { onSignals } from '../signals.js';

/** A sync of the whole company takes seconds; what takes this long waits for a lock that nobody gives back. */
const statementTimeoutMs = 600_000;

/**
 * Lends a connection to one statement. A signal stops the statement in the database, so that there is an answer
 * to whether it happened: `INTERRUPTED` is thrown only if it didn't. A second signal doesn't wait for that. Throws
 * `OUTCOME_UNKNOWN` if the connection breaks.
 */
export async function interruptible<Result>(
  options: DatabaseOptions,
  work: (sql: Pool) => Promise<Result>,
): Promise<Result> {
  return withConnection(options, statementTimeoutMs, async (sql) => {
    const [row] = await sql`select pg_backend_pid()`.values();
    const settled = new AbortController();
    const signals = onSignals(
      () => void stopStatement(options, Number(row?.[0]), settled.signal),
      leaveUnanswered,
    );
    try {
      return await work(sql);
    } catch (error) {
      if (signals.heard && isBetaAppError(error, 'DATABASE_TIMEOUT')) {
        throw new CommandFailure('INTERRUPTED', 'Interrupted; nothing was saved');
      }
      if (isBetaAppError(error, 'DATABASE_UNAVAILABLE')) throw outcomeUnknown(error);
      throw error;
    } finally {
      settled.abort();
      signals.release();
    }
  });
}

/** Again and again until it is over: a statement that hasn't begun can't be stopped yet. */
async function stopStatement(
  options: DatabaseOptions,
  backend: number,
  settled: AbortSignal,
): Promise<void> {
  process.stderr.write('\nStopping; once more to leave without waiting\n');
  // Whatever goes wrong here, the statement itself still tells how it ended.
  await withConnection(options, 5_000, async (sql) => {
    while (!settled.aborted) {
      await sql`select pg_cancel_backend(${backend}::int)`;
      await sleep(200, undefined, { signal: settled });
    }
  }).catch(() => undefined);
}

/** The database may have been done when the connection broke: only it knows. */
function outcomeUnknown({ cause }: Error): CommandFailure {
  const reason = reasonOf(cause);
  return new CommandFailure(
    'OUTCOME_UNKNOWN',
    `The connection broke: ${reason}; the file was saved whole or not at all; run it again`,
  );
}

function leaveUnanswered(): void {
  process.stderr.write('Left without an answer; it was saved whole or not at all\n');
  void leave(exitCodes.interrupted);
}
