import { type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { timerMs } from '../calls/timer-ms.js';

export interface RunningRequests {
  /** Settles when no request is running any more, or when the time is over. */
  finished(withinMs: number): Promise<void>;
}

/** Counts the requests that a server has begun to answer. */
export function trackRequests(server: Server): RunningRequests {
  let count = 0;
  let idle = Promise.resolve();
  let becomeIdle: () => void = () => undefined;
  server.prependListener('request', (_incoming, outgoing) => {
    if (count++ === 0) {
      idle = new Promise((resolve) => {
        becomeIdle = resolve;
      });
    }
    outgoing.on('close', () => {
      if (--count === 0) becomeIdle();
    });
  });
  return {
    finished: async (withinMs) => {
      const over = new AbortController();
      const grace = sleep(timerMs(withinMs), undefined, { signal: over.signal }).catch(
        () => undefined,
      );
      await Promise.race([idle, grace]);
      over.abort();
    },
  };
}
