import { type StoreHolder } from '../contract/beta-app-stores.js';

/** What the query answers. */
export interface StoresAnswer {
  found: boolean;
  branchFound: boolean;
  revision: number;
  directoryRevision: number;
  /** How many open stores match all but `registered`, and how many of them are registered. */
  open: number;
  registered: number;
  /** The codes of branches by id. */
  branches: Record<number, string>;
  columns: StoreColumns;
  /** What could stand in the way, each with the ids of the stores that it holds. */
  holders: { holder: StoreHolder; stores: number[] }[];
  /** The ids of the rows, if there are holders. */
  ids: number[] | null;
}

/** The rows by column, with times in UTC: PostgreSQL takes three times as long to write 2,000 objects. */
interface StoreColumns {
  code: string[];
  name: string[];
  branch: number[];
  registeredSince: (string | null)[];
  closedSince: (string | null)[];
}

/** What a list is filtered by. Each set of filters has a query of its own, which PostgreSQL plans for it. */
interface StoreFilters {
  branch: boolean;
  words: boolean;
  after: boolean;
  registered: boolean | undefined;
}

/** The query for one page of a beta app's stores, one row more than asked for. */
export const storesQuery =
  ({ branch, words, after, registered }: StoreFilters) =>
  (schema: string) => `
  with given as materialized (
    select (input ->> 'id')::bigint as id, input ->> 'zone' as zone, ${schema}.word_patterns(input -> 'words') as patterns,
      input ->> 'branch' as branch_code,
      (select id from ${schema}.branch where code = input ->> 'branch') as branch_id,
      input ->> 'after' as after, (input ->> 'rows')::integer as rows
    from (select $1::text::jsonb as input) as parameters),
  ${branch || words ? matchingSome(schema, branch, words) : matchingAll(schema)},
  page as materialized (
    select * from matching
    where true
      ${when(after, `and code > (select after from given) collate "C"`)}
      ${when(registered === true, 'and registered_since is not null')}
      ${when(registered === false, 'and registered_since is null')}
    order by code limit (select rows from given)),
  ${holding(schema)},
  total as (
    ${when(
      words,
      'select count(*) as open, count(registered_since) as registered from matching where open',
    )}
    ${when(
      !words,
      `select coalesce(sum(branch.open_stores), 0) as open, coalesce(sum(counted.registered), 0) as registered
      from ${schema}.branch
      left join ${schema}.registration_count as counted
        on counted.branch_id = branch.id and counted.beta_app_id = (select id from given)
      ${when(branch, 'where branch.id = (select branch_id from given)')}`,
    )})
  select json_build_object(
    'found', exists (select from ${schema}.beta_app where id = (select id from given)),
    'branchFound', (select branch_code is null or branch_id is not null from given),
    'revision', (select revision from ${schema}.beta_app where id = (select id from given)),
    'directoryRevision', (select revision from ${schema}.directory),
    'open', (select open from total),
    'registered', (select registered from total),
    'branches', coalesce((select json_object_agg(id, code) from ${schema}.branch), '{}'),
    'columns', (select json_build_object(
        'code', coalesce(json_agg(code), '[]'),
        'name', coalesce(json_agg(name), '[]'),
        'branch', coalesce(json_agg(branch_id), '[]'),
        'registeredSince', coalesce(json_agg(registered_since at time zone 'UTC'), '[]'),
        'closedSince', coalesce(json_agg(case when not open then (
            select coalesce(max(until) filter (where past.open), min(since)) at time zone 'UTC'
            from ${schema}.store_state as past where past.store_id = page.id) end), '[]'))
      from page),
    'holders', (select coalesce(json_agg(json_build_object(
        'holder', holder,
        'stores', (select coalesce(json_agg(store_id), '[]') from ${schema}.registration
          where beta_app_id = holding.beta_app_id
            and store_id = any (array(select id from page where registered_since is null))))
        order by beta_app_id, application_code), '[]')
      from holding),
    'ids', case when exists (select from holding) then (select json_agg(id) from page) end)::text as answer`;

/**
 * The other beta apps that registering stores could run into, if it is allowed at all and takes effect: what
 * saving asks, too.
 */
const holding = (schema: string): string => `
  own as materialized (
    select state.beta_app_id as id, ${schema}.days_to_come(state.period) as days,
      array(select application_id from ${schema}.beta_app_application
        where beta_app_id = state.beta_app_id and until = 'infinity') as applications
    from ${schema}.beta_app_state as state
    where state.beta_app_id = (select id from given) and state.until = 'infinity'
      and state.pause <> 'drop'
      and ${schema}.beta_app_state_on(state.period, state.pause, state.closed,
        ${schema}.today_in((select zone from given))) in ('scheduled', 'active', 'paused')),
  holding as materialized (
    select found.* from own
    cross join lateral ${schema}.beta_apps_holding(own.id, own.applications, own.days) as found)`;

/** All stores, looked at one after the other: a page reads no more than its own rows. */
const matchingAll = (schema: string): string => `
  matching as not materialized (
    select store.code, state.name, state.branch_id, state.open, store.id,
      registration.since as registered_since
    from ${schema}.store
    join ${schema}.store_state as state on state.store_id = store.id and state.until = 'infinity'
    left join ${schema}.registration
      on registration.beta_app_id = (select id from given) and registration.store_id = store.id
    where state.open or registration.store_id is not null)`;

/**
 * All that a branch or a search matches. With their ids in an array one pass through an index finds them,
 * where a join would search it once for each; a whole branch takes a fifth less time.
 */
const matchingSome = (schema: string, branch: boolean, words: boolean): string => `
  states as materialized (
    select store_id, name, branch_id, open from ${schema}.store_state
    where until = 'infinity'
      ${when(branch, 'and branch_id = (select branch_id from given)')}
      ${when(words, `and ${schema}.contains_words(search_key, (select patterns from given))`)}),
  codes as materialized (
    select id, code from ${schema}.store where id = any (array(select store_id from states))),
  registered as materialized (
    select store_id, since from ${schema}.registration
    where beta_app_id = (select id from given) and store_id = any (array(select store_id from states))),
  matching as materialized (
    select codes.code, states.name, states.branch_id, states.open, codes.id,
      registered.since as registered_since
    from states
    join codes on codes.id = states.store_id
    left join registered on registered.store_id = states.store_id
    where states.open or registered.store_id is not null)`;

const when = (condition: boolean, text: string): string => (condition ? text : '');
