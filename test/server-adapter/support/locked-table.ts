import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { type TestDatabase } from '../../support/database.js';

export interface LockedTable {
  /** Settles when that many statements wait for the table. */
  waitFor(count: number): Promise<void>;
  unlock(): Promise<void>;
}

/** Makes every statement that reads branches wait. */
export async function lockBranches(database: TestDatabase): Promise<LockedTable> {
  const locker = postgres(database.ownerUrl, { max: 1 });
  const watcher = postgres(database.superuserUrl, { max: 1 });
  await locker`begin`;
  await locker`lock table beta_app.branch in access exclusive mode`;
  return {
    waitFor: async (count) => {
      for (let tries = 0; tries < 200; tries++) {
        const rows = await watcher`
          select from pg_stat_activity
          where datname = ${database.name} and wait_event_type = 'Lock'`;
        if (rows.length >= count) return;
        await sleep(10);
      }
      throw new Error(`No ${count} statements wait`);
    },
    unlock: async () => {
      await locker`rollback`;
      await Promise.all([locker.end(), watcher.end()]);
    },
  };
}
