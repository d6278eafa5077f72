import { errorOf } from '@beta-app/core';
import { withDeadline } from './deadline.js';
import { createPermits } from './permits.js';

export interface BoundedCallsOptions {
  /** How many calls may be under way: the size of the connection pool. */
  maxConcurrent: number;
  /** How long a call may wait for its turn, in milliseconds. */
  waitMs: number;
  /** How long an answer may take, in milliseconds. */
  deadlineMs: number;
}

/** Runs a call to the database within bounds; throws `SERVER_BUSY` or `DATABASE_TIMEOUT` outside of them. */
export type BoundedCall = <Value>(call: () => Promise<Value>) => Promise<Value>;

/**
 * Bounds the calls that share one connection pool. A call that is late keeps its permit until it settles:
 * its connection isn't free before.
 */
export function createBoundedCalls(options: BoundedCallsOptions): BoundedCall {
  const permits = createPermits(options.maxConcurrent, options.waitMs);
  return async (call) => {
    const release = await permits.acquire();
    const running = start(call);
    running.then(release, release);
    return withDeadline(running, options.deadlineMs, () => errorOf('DATABASE_TIMEOUT'));
  };
}

/** What a call throws before its first wait is a rejection, too. */
async function start<Value>(call: () => Promise<Value>): Promise<Value> {
  return call();
}
