import { type BetaApp, type Person } from '@beta-app/core/contract';
import { type TransactionSql } from 'postgres';

/**
 * Core has no operation yet that pauses or promotes; its tables know both. Written here by the owner of the
 * tables, row for row as such an operation would.
 */
export async function pauseOrPromote(
  sql: TransactionSql,
  betaApp: BetaApp,
  become: 'paused' | 'promoted',
  actor: Person,
): Promise<void> {
  const after = become === 'paused' ? { pause: 'keep' } : { closed: 'promoted' };
  const action = become === 'paused' ? 'pause' : 'promote';
  const [event] = await sql<{ id: string; at: Date }[]>`
    with app as (
      update beta_app.beta_app
      set revision = revision + 1, details_revision = details_revision + 1,
        changed_at = clock_timestamp()
      where id = ${betaApp.id}
      returning *)
    insert into beta_app.event (at, actor_name, actor_nik, action, beta_app_id, revision,
      details_revision, before, after)
    select changed_at, ${actor.name}, ${actor.nik}, ${action}, id, revision, details_revision,
      '{}', ${JSON.stringify(after)}::text::jsonb
    from app returning id`;
  const id = event?.id ?? null;
  await sql`
    with last as (
      update beta_app.beta_app_state
      set until = (select at from beta_app.event where id = ${id})
      where beta_app_id = ${betaApp.id} and until = 'infinity'
      returning *)
    insert into beta_app.beta_app_state (beta_app_id, name, period, owner_name, owner_nik, pause,
      closed, since, event_id)
    select beta_app_id, name, period, owner_name, owner_nik,
      ${become === 'paused' ? 'keep' : 'none'}, ${become === 'promoted' ? 'promoted' : 'none'},
      until, ${id}
    from last`;
  if (become === 'promoted') await promoteVersions(sql, betaApp.id, id);
}

async function promoteVersions(
  sql: TransactionSql,
  id: number,
  eventId: string | null,
): Promise<void> {
  await sql`
    update beta_app.application_production as production set until = event.at
    from beta_app.event as event, beta_app.beta_app_application as taken
    where event.id = ${eventId} and taken.beta_app_id = ${id} and taken.until = 'infinity'
      and production.application_id = taken.application_id and production.until = 'infinity'`;
  await sql`
    insert into beta_app.application_production (application_id, version, source, since, event_id)
    select taken.application_id, taken.version, 'promotion', event.at, event.id
    from beta_app.beta_app_application as taken, beta_app.event as event
    where taken.beta_app_id = ${id} and taken.until = 'infinity' and event.id = ${eventId}`;
}
