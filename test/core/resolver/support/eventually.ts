import { setTimeout as sleep } from 'node:timers/promises';

/** Does a check again until it holds, for at most ten seconds; then it fails as the check does. */
export async function eventually(check: () => Promise<void> | void): Promise<void> {
  const giveUpAt = Date.now() + 10_000;
  for (;;) {
    try {
      await check();
      return;
    } catch (cause) {
      if (Date.now() > giveUpAt) throw cause;
      await sleep(10);
    }
  }
}
