import { type Sql } from 'postgres';
import { type Logger } from '../core.js';
import { defaultSchema } from '../database/identifier.js';
import { createListening } from '../database/listening.js';

/** What a change feed is made of. */
export interface ChangeFeedOptions {
  /** A connection pool of the `postgres` package; listening takes one connection more than it has. */
  sql: Sql;
  /** The schema that holds the tables; `beta_app` by default. */
  schema?: string | undefined;
  /** Hears of a database that can't be listened to; silent by default. */
  logger?: Pick<Logger, 'warn'> | undefined;
}

/**
 * Hears of a change of a beta app: its revision after it, or undefined where changes may have been missed, as after a lost
 * connection.
 */
export type ChangeListener = (revision: number | undefined) => void;

/** Tells of changes as they are saved, by whichever process. */
export interface ChangeFeed {
  /** Listens to the changes of one beta app from now on; answers what ends that. */
  watch(betaApp: number, listener: ChangeListener): () => void;
  /** Ends all of it; then end the connections that you passed. */
  close(): Promise<void>;
}

/** How long to wait until a database that can't be listened to is tried again. */
const retryMs = 1_000;

/**
 * Creates what tells of changes. It begins to listen when somebody first watches, never throws for a database that is
 * away, and listens anew when that is back.
 */
export function createChangeFeed(options: ChangeFeedOptions): ChangeFeed {
  const { sql, schema = defaultSchema, logger } = options;
  const listeners = new Map<number, Set<ChangeListener>>();
  let retry: NodeJS.Timeout | undefined;

  const tell = (listener: ChangeListener, revision: number | undefined) => {
    try {
      listener(revision);
    } catch (cause) {
      logger?.warn({ err: cause }, 'A listener of the change feed failed');
    }
  };
  const onChange = (payload: string) => {
    const { betaApp, revision } = JSON.parse(payload) as { betaApp?: number; revision?: number };
    if (betaApp === undefined) return;
    for (const listener of listeners.get(betaApp) ?? []) tell(listener, revision);
  };
  const listening = createListening({
    sql,
    channel: schema,
    told: onChange,
    begun: () => {
      for (const each of listeners.values()) for (const listener of each) tell(listener, undefined);
    },
    failed: (cause) => {
      logger?.warn({ err: cause }, 'The database can not be listened to');
      retry = setTimeout(() => listening.begin(), retryMs).unref();
    },
  });

  return {
    watch: (betaApp, listener) => {
      const known = listeners.get(betaApp) ?? new Set();
      listeners.set(betaApp, known);
      known.add(listener);
      listening.begin();
      return () => {
        known.delete(listener);
        if (known.size === 0 && listeners.get(betaApp) === known) listeners.delete(betaApp);
      };
    },
    close: async () => {
      clearTimeout(retry);
      listeners.clear();
      await listening.end();
    },
  };
}
