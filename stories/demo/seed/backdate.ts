import { type TransactionSql } from 'postgres';

/**
 * Core records what happens when it happens, and lets nobody write into the past: right for the product, but
 * then a fresh demo would have no beta app that has ended. So the seed does everything through core as if
 * today were the day, and afterwards, as the owner of the tables, moves what was recorded back by whole
 * days. Nothing but a seed has reason to do so.
 */

/** Moves everything recorded about one beta app back, its period included. */
export async function backdateBetaApp(
  sql: TransactionSql,
  id: number,
  days: number,
): Promise<void> {
  const back = sql`make_interval(days => ${days}::int)`;
  await sql`update beta_app.event set at = at - ${back} where beta_app_id = ${id}`;
  await sql`update beta_app.beta_app set changed_at = changed_at - ${back} where id = ${id}`;
  await sql`
    update beta_app.beta_app_state
    set since = since - ${back}, until = until - ${back},
      period = daterange(lower(period) - ${days}::int, upper(period) - ${days}::int)
    where beta_app_id = ${id}`;
  await sql`
    update beta_app.beta_app_application set since = since - ${back}, until = until - ${back}
    where beta_app_id = ${id}`;
  await sql`update beta_app.registration set since = since - ${back} where beta_app_id = ${id}`;
  await sql`
    update beta_app.application_production set since = since - ${back}
    where event_id in (select event.id from beta_app.event where event.beta_app_id = ${id})`;
}

/**
 * Moves what was recorded about branches, stores and applications back: the first sync by some days, what
 * changed after it by others.
 */
export async function backdateDirectory(
  sql: TransactionSql,
  { first, later }: { first: number; later: number },
): Promise<void> {
  const [sync] = await sql<{ id: string }[]>`
    select min(id) as id from beta_app.event where beta_app_id is null`;
  const firstId = sync?.id ?? null;
  const days = (eventId: string) => sql`
    make_interval(days => case when ${sql(eventId)} = ${firstId} then ${first}::int else ${later}::int end)`;
  await sql`update beta_app.event set at = at - ${days('id')} where beta_app_id is null`;
  await sql`update beta_app.directory set changed_at = changed_at - make_interval(days => ${later}::int)`;
  for (const table of ['branch_state', 'store_state', 'application_production']) {
    await sql`
      update beta_app.${sql(table)}
      set since = since - ${days('event_id')}, until = until - make_interval(days => ${later}::int)
      -- The row of a promotion moved with its beta app.
      where event_id in (select id from beta_app.event where beta_app_id is null)`;
  }
}
