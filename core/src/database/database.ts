import { type Sql, type TransactionSql } from 'postgres';
import { type Logger } from '../core.js';
import { errorOf } from '../errors.js';
import { type ErrorCode, type FieldError } from '../contract/errors.js';
import { translateFault } from './faults.js';
import { defaultSchema, quoteIdentifier } from './identifier.js';

/** How core asks its database. Everything comes back as JSON text, whatever types the host has set up. */
export interface Database {
  readonly schema: string;
  /**
   * Runs one query, whose text names everything through the given prefix, finds its parameters in
   * `$1::text::jsonb`, and answers JSON as text in the single column `answer`.
   */
  read<Answer>(query: (schema: string) => string, parameters: object): Promise<Answer>;
  /** Calls the one function that writes, and throws what it refuses. */
  write<Answer>(operation: string, call: WriteCall): Promise<Answer>;
}

export interface WriteCall {
  actor: object;
  input: object;
  options: { zone: string; key?: string; fingerprint?: string };
}

export interface DatabaseOptions {
  sql: Sql | TransactionSql;
  schema: string | undefined;
  logger: Logger | undefined;
  prepare: boolean;
}

type WriteAnswer<Answer> =
  { ok: Answer } | { error: ErrorCode; errors: FieldError[]; details: Record<string, unknown> };

/** How often a write is tried again that lost against another one. */
const retries = 3;

export function openDatabase(options: DatabaseOptions): Database {
  const { sql, schema = defaultSchema, logger, prepare } = options;
  const prefix = quoteIdentifier(schema);
  // The first fault spoils a host's transaction: only the host can try again. A reserved connection may be in one.
  const isOurs = !('savepoint' in sql || 'release' in sql);

  async function ask(text: string, parameters: readonly unknown[]): Promise<unknown> {
    const values = parameters.map((value) => JSON.stringify(value));
    // As bare values: a host may have its columns renamed on the way.
    const rows = await sql.unsafe(text, values, { prepare }).values();
    // The only one. Where a connection broke right after a row, the driver counts on from there, and an empty place comes first.
    const row = rows.at(-1);
    return JSON.parse((row?.[0] as string | null | undefined) ?? 'null');
  }

  async function askAgain(text: string, parameters: readonly unknown[]): Promise<unknown> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await ask(text, parameters);
      } catch (cause) {
        const fault = translateFault(cause);
        if (fault === 'lost_race' && isOurs && attempt < retries) {
          logger?.warn({ attempt: attempt + 1 }, 'Trying a statement again that lost a race');
          continue;
        }
        throw fault === 'lost_race' ? errorOf('SERVER_BUSY', { cause }) : fault;
      }
    }
  }

  return {
    schema,
    read: async <Answer>(query: (name: string) => string, parameters: object): Promise<Answer> =>
      (await askAgain(query(prefix), [parameters])) as Answer,
    write: async <Answer>(operation: string, call: WriteCall): Promise<Answer> => {
      const answer = (await askAgain(
        `select ${prefix}.write($1::text::jsonb #>> '{}', $2::text::jsonb, $3::text::jsonb,
          $4::text::jsonb)::text as answer`,
        [operation, call.actor, call.input, call.options],
      )) as WriteAnswer<Answer>;
      if ('ok' in answer) return answer.ok;
      throw errorOf(answer.error, { errors: answer.errors, details: answer.details });
    },
  };
}
