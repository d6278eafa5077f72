import { pageLimits } from '../contract/page.js';
import { moment } from '../contract/text.js';
import {
  type ListStoresOfVersion,
  listStoresOfVersionSchema,
  type StoresOfVersionPage,
} from '../contract/version-stores.js';
import { type Context } from '../context.js';
import { errorOf } from '../errors.js';
import { readCursor, writeCursor } from '../input/cursor.js';
import { parseInput } from '../input/parse-input.js';
import { takePage } from './take-page.js';

interface Answer extends Omit<StoresOfVersionPage, 'nextCursor'> {
  found: boolean;
  branchFound: boolean;
}

// What lookUpVersions says of each store, for all at once: a store runs the version of the beta app that gives it one on
// its own day, and what is in production otherwise.
const query = (schema: string) => `
  with given as materialized (
    select input, coalesce((input ->> 'at')::timestamptz, clock_timestamp()) as at,
      (select id from ${schema}.application where code = input ->> 'application') as application_id
    from (select $1::text::jsonb as input) as parameters),
  trial as materialized (
    select taken.beta_app_id, taken.version, state.name, state.period
    from given
    join ${schema}.beta_app_application as taken
      on taken.application_id = given.application_id and taken.since <= given.at and given.at < taken.until
    join ${schema}.beta_app_state as state
      on state.beta_app_id = taken.beta_app_id and state.since <= given.at and given.at < state.until
    where state.closed = 'none' and state.pause <> 'drop'),
  registered as materialized (
    select store_id, beta_app_id from given, ${schema}.registration
    where beta_app_id = any (array(select beta_app_id from trial)) and since <= given.at
    union all
    select store_id, beta_app_id from given, ${schema}.registration_past
    where beta_app_id = any (array(select beta_app_id from trial))
      and since <= given.at and given.at < until),
  branches as materialized (
    select branch.id, branch.code, state.name, (given.at at time zone state.time_zone)::date as day
    from given, ${schema}.branch
    join ${schema}.branch_state as state on state.branch_id = branch.id
    where state.since <= given.at and given.at < state.until
      and (not given.input ? 'branch' or branch.code = given.input ->> 'branch')),
  places as materialized (
    select state.store_id, state.name, branches.code as branch_code, branches.name as branch_name, branches.day
    from given, ${schema}.store_state as state
    join branches on branches.id = state.branch_id
    where state.open and state.since <= given.at and given.at < state.until),
  running as materialized (
    select places.store_id, trial.beta_app_id, trial.name, trial.version
    from places
    join registered on registered.store_id = places.store_id
    join trial on trial.beta_app_id = registered.beta_app_id and trial.period @> places.day),
  production as materialized (
    select exists (
      select from ${schema}.application_production as production
      where production.application_id = given.application_id and production.version = given.input ->> 'version'
        and production.since <= given.at and given.at < production.until) as is_wanted
    from given),
  matching as materialized (
    select store.code, places.name, places.branch_code, places.branch_name,
      running.beta_app_id, running.name as beta_app_name
    from given
    cross join production
    cross join places
    join ${schema}.store on store.id = places.store_id
    left join running on running.store_id = places.store_id
    where case when running.store_id is null then production.is_wanted
      else running.version = given.input ->> 'version' end),
  page as (
    select matching.* from matching cross join given
    where not given.input ? 'after' or code > (given.input ->> 'after') collate "C"
    order by code limit (select (input ->> 'rows')::integer from given))
  select json_build_object(
    'found', given.application_id is not null,
    'branchFound', not given.input ? 'branch' or exists (
      select from ${schema}.branch where code = given.input ->> 'branch'),
    'at', ${schema}.moment_text(given.at),
    'total', (select count(*) from matching),
    'byBranch', (
      select coalesce(json_agg(json_build_object(
          'code', branch_code, 'name', branch_name, 'stores', counted.stores, 'openStores', open.stores)
        order by branch_code), '[]')
      from (
        select branch_code, branch_name, count(*) as stores
        from matching group by branch_code, branch_name) as counted
      join (
        select branch_code, count(*) as stores from places group by branch_code) as open using (branch_code)),
    'items', (
      select coalesce(json_agg(json_build_object(
          'code', code, 'name', name, 'branchCode', branch_code, 'branchName', branch_name,
          'channel', case when beta_app_id is null then 'production' else 'beta' end,
          'betaApp', case when beta_app_id is not null
            then json_build_object('id', beta_app_id, 'name', beta_app_name) end) order by code), '[]')
      from page))::text as answer
  from given`;

export async function listStoresOfVersion(
  { database }: Context,
  input: ListStoresOfVersion,
): Promise<StoresOfVersionPage> {
  const {
    application,
    version,
    branch,
    at: asked,
    cursor,
    limit = pageLimits.default,
  } = parseInput(listStoresOfVersionSchema, input);
  const filter = ['stores-of-version', application, version, branch ?? null, asked ?? null];
  const place = readCursor(filter, cursor, ['string', 'string']);
  // Further pages are about the moment of the first: what changes in between shifts none of them.
  const at = place === undefined ? asked : place[0];
  if (at !== undefined && !moment.safeParse(at).success) throw errorOf('CURSOR_INVALID');
  const { found, branchFound, ...answer } = await database.read<Answer>(query, {
    application,
    version,
    branch,
    at,
    after: place?.[1],
    rows: limit + 1,
  });
  if (!found) throw errorOf('APPLICATION_NOT_FOUND');
  if (!branchFound) {
    throw errorOf('VALIDATION_FAILED', { errors: [{ path: 'branch', code: 'unknown' }] });
  }
  return takePage(answer, limit, ({ code }) => writeCursor(filter, [answer.at, code]));
}
