import {
  type GetStoreVersions,
  getStoreVersionsSchema,
  type StoreVersions,
} from '../contract/store-versions.js';
import { type Context } from '../context.js';
import { errorOf } from '../errors.js';
import { parseInput } from '../input/parse-input.js';

// Every table is read as of the moment: what began at or before it and hasn't ended by then. Whether a period
// holds the moment is asked of the store's own date.
const query = (schema: string) => `
  with given as materialized (
    select input ->> 'store' as code, input ->> 'application' as application,
      coalesce((input ->> 'at')::timestamptz, clock_timestamp()) as at
    from (select $1::text::jsonb as input) as parameters),
  asked as materialized (
    select store.id, store.code, state.name, state.open, branch.code as branch_code, zoned.time_zone,
      given.at, given.application, (given.at at time zone zoned.time_zone)::date as day
    from given
    join ${schema}.store on store.code = given.code
    join ${schema}.store_state as state
      on state.store_id = store.id and state.since <= given.at and given.at < state.until
    join ${schema}.branch on branch.id = state.branch_id
    join ${schema}.branch_state as zoned
      on zoned.branch_id = branch.id and zoned.since <= given.at and given.at < zoned.until),
  held as (
    select registration.beta_app_id from asked
    join ${schema}.registration on registration.beta_app_id in (select id from ${schema}.beta_app)
      and registration.store_id = asked.id and registration.since <= asked.at
    union
    select past.beta_app_id from asked
    join ${schema}.registration_past as past on past.beta_app_id in (select id from ${schema}.beta_app)
      and past.store_id = asked.id and past.since <= asked.at and asked.at < past.until),
  tested as (
    select taken.application_id, taken.version, state
    from asked
    cross join held
    join ${schema}.beta_app_state as state on state.beta_app_id = held.beta_app_id
      and state.since <= asked.at and asked.at < state.until
    join ${schema}.beta_app_application as taken on taken.beta_app_id = held.beta_app_id
      and taken.since <= asked.at and asked.at < taken.until
    where asked.open and state.period @> asked.day and state.closed = 'none' and state.pause <> 'drop')
  select json_build_object(
    'at', ${schema}.moment_text(asked.at),
    'store', json_build_object('code', asked.code, 'name', asked.name, 'branchCode', asked.branch_code,
      'timeZone', asked.time_zone, 'open', asked.open),
    'versions', coalesce((
      select json_agg(json_build_object(
          'application', json_build_object('code', application.code, 'name', application.name),
          'version', coalesce(tested.version, production.version),
          'channel', case when tested.version is null then 'production' else 'beta' end,
          'betaApp', case when tested.version is not null then ${schema}.beta_app_reference(tested.state)
            end) order by application.code)
      from ${schema}.application
      left join tested on tested.application_id = application.id
      left join ${schema}.application_production as production
        on production.application_id = application.id
          and production.since <= asked.at and asked.at < production.until
      where asked.application is null or application.code = asked.application), '[]'))::text as answer
  from asked`;

export async function getStoreVersions(
  { database }: Context,
  input: GetStoreVersions,
): Promise<StoreVersions> {
  const { store, application, at } = parseInput(getStoreVersionsSchema, input);
  const answer = await database.read<StoreVersions | null>(query, { store, application, at });
  if (answer === null) throw errorOf('STORE_NOT_FOUND');
  if (application !== undefined && answer.versions.length === 0) {
    throw errorOf('APPLICATION_NOT_FOUND');
  }
  return answer;
}
