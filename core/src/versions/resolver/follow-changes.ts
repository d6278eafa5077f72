import { type Sql } from 'postgres';

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

/** How long a database that doesn't answer may hold up the end. */
const farewellMs = 1_000;

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
  let listening: Promise<{ unlisten: () => Promise<void> } | null> | undefined;

  const wake = () => {
    told += 1;
    if (!isRunning && !isOver) void run();
  };

  async function run(): Promise<void> {
    isRunning = true;
    clearTimeout(timer);
    const toldBefore = told;
    const wait = await attempt();
    isRunning = false;
    if (isOver) return;
    // What was told meanwhile may have come too late for this reading.
    if (told > toldBefore && wait === pollMs) wake();
    else timer = setTimeout(wake, wait).unref();
  }

  /** Answers how long to wait now. */
  async function attempt(): Promise<number> {
    try {
      await catchUp();
      retry = retryMs.first;
      listen();
      return pollMs;
    } catch (cause) {
      if (!isOver) failed(cause);
      const wait = retry;
      retry = Math.min(retry * 2, retryMs.most);
      return wait;
    }
  }

  /** The driver listens anew after a lost connection; what it can't do is begin while there is none. */
  function listen(): void {
    if (isOver) return;
    listening ??= sql.listen(channel, wake, wake).catch((cause: unknown) => {
      listening = undefined;
      if (!isOver) failed(cause);
      return null;
    });
  }

  async function unlisten(): Promise<void> {
    const subscription = await listening;
    await subscription?.unlisten().catch(() => undefined);
  }

  wake();
  return async () => {
    isOver = true;
    clearTimeout(timer);
    await settledWithin(unlisten(), farewellMs);
  };
}

async function settledWithin(pending: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([pending, late]);
  clearTimeout(timer);
}
