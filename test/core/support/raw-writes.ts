import { type Person } from '@beta-app/core/contract';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import { sari } from './fixture.js';

/** What the function that writes answers, seen from SQL. */
export interface RawAnswer {
  ok?: Record<string, unknown>;
  error?: string;
  errors?: { path: string; code: string }[];
  details?: Record<string, unknown>;
}

export interface RawWrite {
  operation: string;
  input: object;
  actor?: Person;
  key?: string;
  /** `Asia/Jakarta` by default. */
  zone?: string;
}

export const isolationLevels = ['read committed', 'repeatable read', 'serializable'] as const;
export type IsolationLevel = (typeof isolationLevels)[number];

/** Connections of one session each, so that as many transactions run at once. */
export function connections(url: string, count: number): Sql[] {
  return Array.from({ length: count }, () => postgres(url, { max: 1, onnotice: () => undefined }));
}

export async function closeAll(open: readonly Sql[]): Promise<void> {
  await Promise.all(open.map((sql) => sql.end({ timeout: 1 })));
}

/** Calls the function that writes, past core and all of its checks. */
export async function rawWrite(
  sql: Sql | TransactionSql,
  { operation, input, actor = sari, key, zone = 'Asia/Jakarta' }: RawWrite,
): Promise<RawAnswer> {
  const options = {
    zone,
    ...(key === undefined ? {} : { key, fingerprint: JSON.stringify([operation, input]) }),
  };
  const [row] = await sql<{ answer: RawAnswer }[]>`
    select beta_app.write(${operation}, ${JSON.stringify(actor)}::text::jsonb,
      ${JSON.stringify(input)}::text::jsonb, ${JSON.stringify(options)}::text::jsonb) as answer`;
  return row!.answer;
}

interface TransactionOptions {
  /** What happens between the transaction's snapshot and its write. */
  before?: () => Promise<unknown>;
  /** How long the transaction stays open after its write. */
  seconds?: number;
}

/** Does a write in a transaction of its own, whose snapshot is older than the write. */
export async function writeInTransaction(
  sql: Sql,
  level: IsolationLevel,
  write: RawWrite,
  { before, seconds = 0 }: TransactionOptions = {},
): Promise<RawAnswer> {
  const answered = await sql.begin<RawAnswer>(`isolation level ${level}`, async (transaction) => {
    await transaction`select count(*) from beta_app.registration`;
    await before?.();
    const answer = await rawWrite(transaction, write);
    await transaction`select pg_sleep(${seconds})`;
    return answer;
  });
  return answered;
}

/** `ok`, the code of the refusal, or the SQLSTATE of the failure. */
export async function outcomeOf(pending: Promise<RawAnswer>): Promise<string> {
  try {
    const answer = await pending;
    return answer.error ?? 'ok';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

/** Holds everybody back until so many have come. */
export function barrier(expected: number): () => Promise<void> {
  let come = 0;
  let open!: () => void;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    come += 1;
    if (come === expected) open();
    return opened;
  };
}
