import postgres, { type Sql } from 'postgres';

/** Connections of our own to the database. */
export type Pool = Sql;

export interface PoolOptions {
  databaseUrl: string;
  /** The most connections at once. */
  size: number;
  /** After how many milliseconds the database gives a statement up; 0 for never. */
  statementTimeoutMs: number;
  /** True for work in transactions, one statement after the other. */
  transactions?: boolean;
}

/**
 * Not in the driver's types: with the default, quick queries wait behind a slow one on its connection. The driver's
 * own transactions fail with it.
 */
const unpipelined = { max_pipeline: 0 };

/** Opens connections of our own, as they are needed. */
export function openPool(options: PoolOptions): Pool {
  const { databaseUrl, size, statementTimeoutMs, transactions = false } = options;
  return postgres(databaseUrl, {
    ...(transactions ? {} : unpipelined),
    max: size,
    // Asking for the types can fail where nobody can catch it.
    fetch_types: false,
    connect_timeout: 5,
    idle_timeout: 60,
    max_lifetime: 1_800,
    backoff: (attempt) => Math.min(2, 0.1 * 2 ** attempt),
    onnotice: () => undefined,
    connection: {
      application_name: 'beta-app-server',
      // Whatever is set for the role or the database: a sync works in no other, and writes wait in it for their turn.
      default_transaction_isolation: 'read committed',
      statement_timeout: statementTimeoutMs,
    },
  });
}
