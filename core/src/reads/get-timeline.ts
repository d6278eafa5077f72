import { type GetTimeline, getTimelineSchema, type Timeline } from '../contract/timeline.js';
import { type Context } from '../context.js';
import { errorOf } from '../errors.js';
import { parseInput } from '../input/parse-input.js';

// Who has an application is for the one rule to say, asked once for all and for nobody in particular; two that have it
// on common days meet, before they have stores as well: plans are made early. Stores are counted by branch already, so that registrations needn't be read.
// The days of an answer can be asked for themselves, and so lie from 1900 to 9999.
const query = (schema: string) => `
  with asked as materialized (
    select input, ${schema}.today_in(input ->> 'zone') as today,
      (select id from ${schema}.application where code = input ->> 'application') as application_id
    from (select $1::text::jsonb as input) as parameters),
  begun as materialized (
    select asked.*, greatest('1900-01-01', coalesce(
        (input ->> 'from')::date,
        ((input ->> 'to')::date - interval '9 months')::date,
        (today - interval '3 months')::date)) as first_day
    from asked),
  given as materialized (
    select begun.*, daterange(first_day, least('9999-12-31', coalesce(
        (input ->> 'to')::date, (first_day + interval '9 months')::date)), '[]') as days
    from begun),
  shown as materialized (
    select state.beta_app_id as id, state.period, ${schema}.beta_app_reference(state)
        || jsonb_build_object(
          'state', ${schema}.beta_app_state_on(state.period, state.pause, state.closed, today),
          'pause', state.pause) as facts,
      (select coalesce(sum(registered), 0)::integer from ${schema}.registration_count as counted
        where counted.beta_app_id = state.beta_app_id) as stores
    from given
    join ${schema}.beta_app_state as state on state.until = 'infinity' and state.period && given.days
    where not input ? 'application' or exists (
      select from ${schema}.beta_app_application as taken
      where taken.beta_app_id = state.beta_app_id and taken.application_id = given.application_id
        and taken.until = 'infinity')),
  taken as materialized (
    select taken.beta_app_id, taken.application_id, application.code, application.name, taken.version
    from shown
    join ${schema}.beta_app_application as taken
      on taken.beta_app_id = shown.id and taken.until = 'infinity'
    join ${schema}.application on application.id = taken.application_id),
  concerned as materialized (
    select application.id, application.code, application.name
    from given cross join ${schema}.application
    where case when input ? 'application' then application.id = given.application_id
      else application.id in (select application_id from taken) end),
  held as materialized (
    select shown.id, shown.period, holding.application_code as code
    from given
    cross join lateral ${schema}.beta_apps_holding(
      0, array(select id from concerned), given.days) as holding
    join shown on shown.id = holding.beta_app_id)
  select json_build_object(
    'found', not input ? 'application' or application_id is not null,
    'from', lower(days), 'to', upper(days) - 1, 'today', today,
    'items', (
      select coalesce(json_agg(facts || jsonb_build_object(
          'registeredStores', stores,
          'applications', (
            select coalesce(jsonb_agg(jsonb_build_object(
                'code', code, 'name', name, 'version', version) order by code), '[]')
            from taken where taken.beta_app_id = shown.id))
        order by lower(period), id), '[]')
      from shown),
    'applications', (
      select coalesce(json_agg(json_build_object(
          'code', code, 'name', name,
          'meetings', (
            select coalesce(json_agg(json_build_object(
                'betaApps', json_build_array(one.id, other.id),
                'startsOn', lower(one.period * other.period),
                'endsOn', upper(one.period * other.period) - 1)
              order by one.period * other.period, one.id, other.id), '[]')
            from held as one
            join held as other
              on other.code = one.code and other.id > one.id and other.period && one.period
            where one.code = concerned.code),
          'free', (
            select coalesce(json_agg(json_build_object(
                'startsOn', lower(free), 'endsOn', upper(free) - 1) order by free), '[]')
            from unnest(datemultirange(${schema}.days_to_come(given.days)) - coalesce(
              (select range_agg(period) from held where held.code = concerned.code),
              '{}')) as free))
        order by code), '[]')
      from concerned))::text as answer
  from given`;

export async function getTimeline(
  { database, zone }: Context,
  input: GetTimeline = {},
): Promise<Timeline> {
  const { found, ...timeline } = await database.read<Timeline & { found: boolean }>(query, {
    zone,
    ...parseInput(getTimelineSchema, input),
  });
  if (!found) throw errorOf('APPLICATION_NOT_FOUND');
  return timeline;
}
