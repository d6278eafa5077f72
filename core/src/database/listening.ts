import { type Sql } from 'postgres';

export interface ListeningOptions {
  sql: Sql;
  channel: string;
  /** The database has told something. */
  told: (payload: string) => void;
  /** It listens from now on; what was told before, also since a lost connection, isn't heard. */
  begun: () => void;
  /** It couldn't begin. */
  failed: (cause: unknown) => void;
}

/** What listens to a channel of the database. */
export interface Listening {
  /** Begins, unless it has. The driver listens anew after a lost connection; what it can't do is begin while there is none. */
  begin(): void;
  /** Ends for good, however long the database takes. */
  end(): Promise<void>;
}

/** How long a database that doesn't answer may hold up the end. */
const farewellMs = 1_000;

/** Creates what listens to a channel once it is told to begin. */
export function createListening(options: ListeningOptions): Listening {
  const { sql, channel, told, begun, failed } = options;
  let isOver = false;
  let subscription: Promise<{ unlisten: () => Promise<void> } | null> | undefined;

  async function unlisten(): Promise<void> {
    const request = await subscription;
    await request?.unlisten().catch(() => undefined);
  }

  return {
    begin: () => {
      if (isOver) return;
      subscription ??= sql.listen(channel, told, begun).catch((cause: unknown) => {
        subscription = undefined;
        if (!isOver) failed(cause);
        return null;
      });
    },
    end: async () => {
      isOver = true;
      await settledWithin(unlisten(), farewellMs);
    },
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
