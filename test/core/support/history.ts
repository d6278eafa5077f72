import assert from 'node:assert/strict';
import { type Sql } from 'postgres';

const tables = [
  ['branch_state', 'branch_id'],
  ['store_state', 'store_id'],
  ['application_production', 'application_id'],
  ['beta_app_state', 'beta_app_id'],
  ['beta_app_application', 'beta_app_id, application_id'],
  ['registration_past', 'beta_app_id, store_id'],
  ['event', 'id'],
] as const;

export type History = Map<string, Record<string, unknown>>;

/** Everything that was recorded with its time. */
export async function readHistory(sql: Sql): Promise<History> {
  const history: History = new Map();
  for (const [table, key] of tables) {
    const since = table === 'event' ? 'at' : 'since';
    const rows = await sql.unsafe<{ key: string; row: Record<string, unknown> }[]>(
      `select concat_ws('/', '${table}', ${key}, ${since}) as key, to_jsonb(recorded) as row
       from beta_app.${table} as recorded`,
    );
    for (const { key: name, row } of rows) history.set(name, row);
  }
  const current = await sql<{ key: string; row: Record<string, unknown> }[]>`
    select concat_ws('/', 'registration_past', beta_app_id, store_id, since) as key,
      to_jsonb(recorded) || '{"until": "infinity"}' as row
    from beta_app.registration as recorded`;
  for (const { key, row } of current) history.set(key, row);
  return history;
}

/** Nothing was deleted or overwritten between the two: what had no end may have got one. */
export function assertOnlyContinued(before: History, after: History): void {
  for (const [key, row] of before) {
    const now = after.get(key);
    assert.ok(now, `${key} is gone`);
    for (const [column, value] of Object.entries(row)) {
      const isOpen = row['until'] === 'infinity' && /^(?:until|end_event_id)$/u.test(column);
      if (!isOpen) assert.deepEqual(now[column], value, `${key}: ${column}`);
    }
  }
}
