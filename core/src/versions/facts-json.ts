/** SQL that writes facts as JSON, for queries about a few stores and about all. Each takes the id as an expression. */

/** Since when and until when a row holds, as two keys of an object. */
const span = (schema: string, row: string): string =>
  `'since', ${schema}.moment_text(${row}.since), 'until', ${schema}.moment_text(${row}.until)`;

/** All states of a branch. */
export const branchStatesJson = (schema: string, branchId: string): string => `(
  select json_agg(json_build_object(
      'name', state.name, 'timeZone', state.time_zone, ${span(schema, 'state')}) order by state.since)
  from ${schema}.branch_state as state where state.branch_id = ${branchId})`;

/** All states of a beta app. */
export const betaAppStatesJson = (schema: string, betaAppId: string): string => `(
  select json_agg(json_build_object(
      'name', state.name, 'startsOn', lower(state.period), 'endsOn', upper(state.period) - 1,
      'owner', ${schema}.person_json(state.owner_name, state.owner_nik),
      'pause', state.pause, 'closed', state.closed,
      'actor', ${schema}.person_json(event.actor_name, event.actor_nik), ${span(schema, 'state')})
    order by state.since)
  from ${schema}.beta_app_state as state
  join ${schema}.event on event.id = state.event_id
  where state.beta_app_id = ${betaAppId})`;

/** All applications that a beta app has or had. */
export const betaAppApplicationsJson = (schema: string, betaAppId: string): string => `(
  select coalesce(json_agg(json_build_object(
      'applicationId', taken.application_id, 'version', taken.version, 'notes', taken.notes,
      'endedBy', case when event.id is not null
        then ${schema}.person_json(event.actor_name, event.actor_nik) end, ${span(schema, 'taken')})
    order by taken.since), '[]')
  from ${schema}.beta_app_application as taken
  left join ${schema}.event on event.id = taken.end_event_id
  where taken.beta_app_id = ${betaAppId})`;

/** When the first production version of an application was recorded. */
export const productionRecordedSince = (schema: string, applicationId: string): string => `(
  select ${schema}.moment_text(min(since))
  from ${schema}.application_production where application_id = ${applicationId})`;

/** The production versions of an application that meet a condition on the rows of `production`. */
export const productionJson = (schema: string, applicationId: string, when: string): string => `(
  select coalesce(json_agg(json_build_object(
    'version', production.version, ${span(schema, 'production')}) order by production.since), '[]')
  from ${schema}.application_production as production
  where production.application_id = ${applicationId} and ${when})`;
