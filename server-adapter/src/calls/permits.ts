import { errorOf } from '@beta-app/core';
import { timerMs } from './timer-ms.js';

/** Gives back a permit. */
export type Release = () => void;

/** Hands out permits in the order of asking. */
export interface Permits {
  /** Waits for a permit; throws `SERVER_BUSY` when that takes too long. */
  acquire(): Promise<Release>;
}

/**
 * Creates as many permits as there are connections, so that a request that can't get one is told so after
 * `waitMs` milliseconds: the driver itself would let it wait for ever.
 */
export function createPermits(count: number, waitMs: number): Permits {
  let free = count;
  const waiting = new Set<(release: Release) => void>();

  const releaseOnce = (): Release => {
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      const [next] = waiting;
      if (next === undefined) free++;
      else next(releaseOnce());
    };
  };

  return {
    acquire() {
      if (free > 0) {
        free--;
        return Promise.resolve(releaseOnce());
      }
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(take);
          reject(errorOf('SERVER_BUSY'));
        }, timerMs(waitMs));
        const take = (release: Release) => {
          waiting.delete(take);
          clearTimeout(timer);
          resolve(release);
        };
        waiting.add(take);
      });
    },
  };
}
