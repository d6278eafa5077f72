import { type Company } from './company.js';

/** How many beta apps there were, how many stores each had, and how many days lay between those of one application. */
const past = { betaApps: 680, stores: 15_000, applications: 60, daysBetween: 300, daysLong: 60 };

/** How many days lie behind the company. */
export const pastDays = (past.betaApps / past.applications) * past.daysBetween;

/**
 * Gives a company a past at once, past all checks: what is measured is reading it. For more than ten years each application
 * was tried again and again, by 15,000 stores each time: 10,200,000 registrations that have ended. One event registered the
 * stores of each beta app, and another one let go of them.
 */
export async function liveForTenYears(company: Company): Promise<void> {
  const { owner } = company;
  const founded = owner`now() - interval '20 years'`;
  for (const table of ['branch_state', 'store_state', 'application_production']) {
    await owner`update beta_app.${owner(table)} set since = ${founded}`;
  }
  await owner`create temporary table trial as
    select row_number() over () as number, (now() - start * interval '1 day') as since,
      now() - (start - ${past.daysLong}) * interval '1 day' as until
    from generate_series(0, ${past.betaApps - 1}) as index
    cross join lateral (
      select ${past.daysBetween} * (index / ${past.applications}) + ${past.daysBetween} - index % 60 as start) as started`;
  const [{ event, last }] = await owner<[{ event: string; last: number }]>`
    select (select max(id) from beta_app.event) as event,
      (select coalesce(max(id), 0) from beta_app.beta_app) as last`;
  await owner`
    insert into beta_app.beta_app (id, revision, details_revision, changed_at) overriding system value
    select ${last} + number, 2, 1, until from trial`;
  await owner`
    insert into beta_app.event (id, at, actor_name, actor_nik, action, beta_app_id, revision, after)
      overriding system value
    select ${event}::bigint + row_number() over (order by at, number), at, 'Sari Wulandari', '2015014321',
      'save_stores', ${last} + number, revision, after
    from (
      select number, since as at, 1 as revision, '{"added": 15000, "removed": 0}'::jsonb as after from trial
      union all
      select number, until, 2, '{"added": 0, "removed": 15000}' from trial) as saves`;
  await owner`
    insert into beta_app.beta_app_state
      (beta_app_id, name, period, owner_name, owner_nik, since, event_id)
    select ${last} + number, 'Uji lama ' || number, daterange(since::date, until::date, '[]'),
      'Sari Wulandari', '2015014321', since, ${event}::bigint
    from trial`;
  await owner`
    insert into beta_app.beta_app_application (beta_app_id, application_id, version, since, event_id)
    select ${last} + number, application.id, '2.0.0-beta.' || number, trial.since, ${event}::bigint
    from trial
    join beta_app.application on application.code = 'APP' || (number - 1) % ${past.applications}`;
  await owner`
    insert into beta_app.registration_past
      (beta_app_id, store_id, since, until, event_id, end_event_id)
    select ${last} + number, store.id, trial.since, trial.until, started.id, ended.id
    from trial
    join beta_app.event as started
      on started.beta_app_id = ${last} + number and started.revision = 1
    join beta_app.event as ended on ended.beta_app_id = ${last} + number and ended.revision = 2
    cross join (select id from beta_app.store order by id limit ${past.stores}) as store`;
  await owner`select setval(pg_get_serial_sequence('beta_app.event', 'id'), (select max(id) from beta_app.event))`;
  await company.settle();
}
