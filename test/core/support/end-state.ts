import { type Sql } from 'postgres';

/** Each query finds what must not be there, judged from the tables alone and not by the functions that keep them. */
const searches = {
  'two beta versions of one application at one moment': `
    select one.beta_app_id, other.beta_app_id as other_id, mine.application_id, one.store_id
    from beta_app.registration as one
    join beta_app.registration as other
      on other.store_id = one.store_id and other.beta_app_id > one.beta_app_id
    join beta_app.beta_app_application as mine
      on mine.beta_app_id = one.beta_app_id and mine.until = 'infinity'
    join beta_app.beta_app_application as theirs
      on theirs.beta_app_id = other.beta_app_id and theirs.until = 'infinity'
        and theirs.application_id = mine.application_id
    join beta_app.beta_app_state as my_state
      on my_state.beta_app_id = one.beta_app_id and my_state.until = 'infinity'
    join beta_app.beta_app_state as their_state
      on their_state.beta_app_id = other.beta_app_id and their_state.until = 'infinity'
    where my_state.closed = 'none' and their_state.closed = 'none'
      and my_state.pause <> 'drop' and their_state.pause <> 'drop'
      and not isempty(my_state.period * their_state.period
        * daterange((now() at time zone 'Asia/Jakarta')::date, null))`,
  'two names in one period': `
    select one.name, other.name as other_name
    from beta_app.beta_app_state as one
    join beta_app.beta_app_state as other on other.beta_app_id > one.beta_app_id
      and lower(normalize(other.name, nfc)) = lower(normalize(one.name, nfc))
      and other.period && one.period
    where one.until = 'infinity' and other.until = 'infinity'
      and one.closed <> 'cancelled' and other.closed <> 'cancelled'`,
  'a wrong number of registered stores': `
    select coalesce(kept.beta_app_id, counted.beta_app_id) as beta_app_id, kept.branch_id,
      kept.registered, counted.registered as really
    from (select * from beta_app.registration_count where registered <> 0) as kept
    full join (
      select registration.beta_app_id, state.branch_id, count(*)::integer as registered
      from beta_app.registration
      join beta_app.store_state as state
        on state.store_id = registration.store_id and state.until = 'infinity'
      where state.open
      group by 1, 2) as counted using (beta_app_id, branch_id)
    where kept.registered is distinct from counted.registered`,
  'a wrong number of open stores': `
    select branch.code, branch.open_stores, count(state.store_id) as really
    from beta_app.branch
    left join beta_app.store_state as state
      on state.branch_id = branch.id and state.until = 'infinity' and state.open
    group by branch.id
    having branch.open_stores <> count(state.store_id)`,
  'a revision that is not the number of events': `
    select app.id, app.revision, count(event.id) as events, max(event.revision) as last
    from beta_app.beta_app as app
    left join beta_app.event on event.beta_app_id = app.id
    group by app.id
    having app.revision <> count(event.id) or app.revision <> max(event.revision)
      or app.details_revision <> count(event.details_revision)`,
  'a directory revision that is not the number of syncs': `
    select revision from beta_app.directory
    where revision <> (select count(*) from beta_app.event where action = 'sync_directory')`,
  'a row that points at nothing': `
    select 'registration' as what, beta_app_id, store_id from beta_app.registration
    where beta_app_id not in (select id from beta_app.beta_app)
      or store_id not in (select id from beta_app.store)
      or event_id not in (select id from beta_app.event)
    union all
    select 'past', beta_app_id, store_id from beta_app.registration_past
    where beta_app_id not in (select id from beta_app.beta_app)
      or store_id not in (select id from beta_app.store)
      or event_id not in (select id from beta_app.event)
      or end_event_id not in (select id from beta_app.event)
    union all
    select 'event', beta_app_id, null from beta_app.event
    where beta_app_id is not null and beta_app_id not in (select id from beta_app.beta_app)
    union all
    select 'store without a state', null, id from beta_app.store
    where id not in (select store_id from beta_app.store_state where until = 'infinity')
    union all
    select 'beta app without a state', id, null from beta_app.beta_app
    where id not in (select beta_app_id from beta_app.beta_app_state where until = 'infinity')`,
  'a time that overlaps another of the same': `
    select 'store' as what, store_id from (
      select store_id, until, lead(since) over (partition by store_id order by since) as next
      from beta_app.store_state) as state where next <> until
    union all
    select 'beta app', beta_app_id from (
      select beta_app_id, until, lead(since) over (partition by beta_app_id order by since) as next
      from beta_app.beta_app_state) as state where next <> until
    union all
    select 'registration', store_id from (
      select store_id, until,
        lead(since) over (partition by beta_app_id, store_id order by since) as next
      from (
        select beta_app_id, store_id, since, until from beta_app.registration_past
        union all
        select beta_app_id, store_id, since, 'infinity' from beta_app.registration) as both_tables
      ) as registration where next < until`,
  'a change recorded before the one before it': `
    select id from (
      select id, at, lag(at) over (partition by beta_app_id order by revision) as before
      from beta_app.event) as ordered
    where before >= at`,
  'a save that counts other stores than it wrote': `
    select event.id, event.after, joined.stores as joined, withdrawn.stores as withdrawn
    from beta_app.event
    left join (
      select event_id, count(*) as stores from (
        select event_id from beta_app.registration
        union all
        select event_id from beta_app.registration_past) as both_tables
      group by event_id) as joined on joined.event_id = event.id
    left join (
      select end_event_id, count(*) as stores from beta_app.registration_past
      group by end_event_id) as withdrawn on withdrawn.end_event_id = event.id
    where action = 'save_stores' and (
      (after ->> 'added')::integer <> coalesce(joined.stores, 0)
      or (after ->> 'removed')::integer <> coalesce(withdrawn.stores, 0))`,
  'a change after the end': `
    select later.id from beta_app.event as ended
    join beta_app.event as later
      on later.beta_app_id = ended.beta_app_id and later.revision > ended.revision
    where ended.action = 'cancel'`,
} as const;

/** Names everything that is wrong in a database, with the rows that show it. Needs the owner's connection. */
export async function faultsIn(sql: Sql): Promise<string[]> {
  const found: string[] = [];
  for (const [fault, query] of Object.entries(searches)) {
    const rows = await sql.unsafe(query);
    if (rows.length > 0) found.push(`${fault}: ${JSON.stringify(rows.slice(0, 3))}`);
  }
  return found;
}
