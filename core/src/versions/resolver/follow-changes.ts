import { type Sql } from 'postgres';
import { createListening } from '../../database/listening.js';
import { timerMs } from './timer-ms.js';

/** What following needs. */
export interface Following {
  sql: Sql;
  /** Where the database tells of changes. */
  channel: string;
  pollMs: number;
  /** Reads what has changed; called anew after it has settled, never twice at a time. */
  catchUp: () => Promise<void>;
  /** Hears of a failed reading; it is tried again. */
  failed: (cause: unknown) => void;
}

/** How long to wait after a reading has failed, at first and at most. */
const retryMs = { first: 100, most: 2_000 } as const;

/**
 * Catches up with the database whenever it tells of a change, and every now and then without being told: notifications
 * are hints that can be lost. Answers what ends it.
 */
export function followChanges(following: Following): () => Promise<void> {
  const { sql, channel, pollMs, catchUp, failed } = following;
  let isOver = false;
  let isRunning = false;
  let told = 0;
  let retry: number = retryMs.first;
  let timer: NodeJS.Timeout | undefined;

  const wake = () => {
    told += 1;
    if (!isRunning && !isOver) void run();
  };
  const listening = createListening({ sql, channel, told: wake, begun: wake, failed });

  async function run(): Promise<void> {
    isRunning = true;
    clearTimeout(timer);
    const toldBefore = told;
    const wait = await attempt();
    isRunning = false;
    if (isOver) return;
    // What was told meanwhile may have come too late for this reading.
    if (told > toldBefore && wait === pollMs) wake();
    else timer = setTimeout(wake, timerMs(wait)).unref();
  }

  /** Answers how long to wait now. */
  async function attempt(): Promise<number> {
    try {
      await catchUp();
      retry = retryMs.first;
      listening.begin();
      return pollMs;
    } catch (cause) {
      if (!isOver) failed(cause);
      const wait = retry;
      retry = Math.min(retry * 2, retryMs.most);
      return wait;
    }
  }

  wake();
  return async () => {
    isOver = true;
    clearTimeout(timer);
    await listening.end();
  };
}
