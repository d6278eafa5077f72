import { type Core, errorOf } from '@beta-app/core';
import { withDeadline } from './calls/deadline.js';

const answerWithinMs = 2_000;

/** A check whose connection has died away without a word would otherwise be waited for as long as TCP does. */
const givenUpAfterMs = 10_000;

/** Settles when the database is usable; throws `DATABASE_UNAVAILABLE` when it isn't, within 2 s. */
export type CheckReadiness = () => Promise<void>;

/** Creates the check behind `/readyz`. Those who ask while a check is running get that one's result, for 10 s. */
export function createReadinessCheck(core: Pick<Core, 'checkHealth'>): CheckReadiness {
  let running: Promise<void> | undefined;
  function begin(): Promise<void> {
    const forget = () => {
      if (running === check) running = undefined;
    };
    const timer = setTimeout(forget, givenUpAfterMs).unref();
    const check = core.checkHealth().finally(() => {
      clearTimeout(timer);
      forget();
    });
    return check;
  }
  return async () => {
    // A frozen database would otherwise collect one waiting query for each probe.
    running ??= begin();
    try {
      await withDeadline(running, answerWithinMs, () => errorOf('DATABASE_TIMEOUT'));
    } catch (cause) {
      throw errorOf('DATABASE_UNAVAILABLE', { cause });
    }
  };
}
