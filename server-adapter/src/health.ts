import { type Core, errorOf } from '@beta-app/core';
import { withDeadline } from './calls/deadline.js';

const answerWithinMs = 2_000;

/** Settles when the database is usable; throws `DATABASE_UNAVAILABLE` when it isn't, within 2 s. */
export type CheckReadiness = () => Promise<void>;

/** Creates the check behind `/readyz`. Those who ask while a check is running get that one's result. */
export function createReadinessCheck(core: Pick<Core, 'checkHealth'>): CheckReadiness {
  let running: Promise<void> | undefined;
  return async () => {
    // A frozen database would otherwise collect one waiting query for each probe.
    running ??= core.checkHealth().finally(() => (running = undefined));
    try {
      await withDeadline(running, answerWithinMs, () => errorOf('DATABASE_TIMEOUT'));
    } catch (cause) {
      throw errorOf('DATABASE_UNAVAILABLE', { cause });
    }
  };
}
