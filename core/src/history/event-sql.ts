/** SQL that histories share. Names: `given` is what was asked, `event` a row of events. */

/**
 * What is asked of a history, as a CTE: each value is read from it as a scalar, so that an index keeps its order. What
 * narrows a history is left out where nothing does, since it takes longer than all else of a question about one store.
 */
export const givenSql = (schema: string, isNarrowed: boolean): string => `
  given as materialized (
    select input,
      (input ->> 'betaApp')::bigint as beta_app_id,
      (select id from ${schema}.store where code = input ->> 'store') as store_id,
      (input ->> 'after')::bigint as after_id,
      (input ->> 'rows')::integer as rows${
        isNarrowed
          ? `,
      (select id from ${schema}.application where code = input ->> 'application') as application_id,
      (input ->> 'from')::date::timestamp at time zone (input ->> 'zone') as from_at,
      ((input ->> 'to')::date + 1)::timestamp at time zone (input ->> 'zone') as to_at,
      ${schema}.word_patterns(input -> 'words') as patterns`
          : ''
      }
    from (select $1::text::jsonb as input) as parameters)`;

const asked = (column: string): string => `(select ${column} from given)`;

/** How many rows a page reads. */
export const rowsAsked = asked('rows');

/** Whether an event is older than the page before. */
const isNextSql = `(${asked('after_id')} is null or event.id < ${asked('after_id')})`;

/** Whether an event is older than the page before and, where anything is asked of it, one of those. */
export const isWantedSql = (schema: string, isNarrowed: boolean): string =>
  isNarrowed
    ? `(${isNextSql}
    and (${asked('from_at')} is null or event.at >= ${asked('from_at')})
    and (${asked('to_at')} is null or event.at < ${asked('to_at')})
    and (${asked("not input ? 'actions'")} or ${asked("input -> 'actions'")} ? event.action)
    and (${asked('patterns')} = '{}' or ${schema}.contains_words(
      ${schema}.fold(event.actor_name || E'\\n' || event.actor_nik), ${asked('patterns')}))
    and (${asked('application_id')} is null or case
      when event.action in ('add_application', 'change_application', 'remove_application')
        then coalesce(event.after, event.before) ->> 'code' = ${asked("input ->> 'application'")}
      when event.beta_app_id is null then true
      else exists (
        select from ${schema}.beta_app_application as taken
        where taken.beta_app_id = event.beta_app_id and taken.application_id = ${asked('application_id')}
          and taken.since <= event.at and event.at <= taken.until) end))`
    : isNextSql;

/** Whether everything that was named is there. */
export const foundSql = (schema: string, isNarrowed: boolean): string => `
    'betaAppFound', given.beta_app_id is null
      or exists (select from ${schema}.beta_app where id = given.beta_app_id),
    'storeFound', not given.input ? 'store' or given.store_id is not null,
    'applicationFound', ${
      isNarrowed ? "not given.input ? 'application' or given.application_id is not null" : 'true'
    }`;

/** The events of `page`, newest first, with their stores by an expression, and with details where there can be any. */
export const eventsSql = (
  schema: string,
  { hasDetails, storesJson }: { hasDetails: boolean; storesJson: string },
): string => `(
    select coalesce(json_agg(json_build_object(
        'id', event.id,
        'at', ${schema}.moment_text(event.at),
        'actor', ${schema}.person_json(event.actor_name, event.actor_nik),
        'action', event.action,
        'revision', case when event.beta_app_id is not null then event.revision end,
        'betaApp', (
          select json_build_object('id', state.beta_app_id, 'name', state.name)
          from ${schema}.beta_app_state as state
          where ${isStateSql('event.beta_app_id')}),
        'before', ${hasDetails ? valuesSql('before') : 'null'},
        'after', ${hasDetails ? valuesSql('after') : 'null'},
        'stores', ${storesJson}) order by event.id desc), '[]')
    from page as event)`;

/** The numbers of stores that stand in an event of stores or of a sync are told with the stores. */
const valuesSql = (side: 'before' | 'after'): string => `case
          when event.action in ('save_stores', 'sync_directory') then null
          when event.action in ('add_application', 'change_application', 'remove_application')
            then ${applicationSql(side)}
          else event.${side} end`;

const applicationSql = (side: string): string =>
  `case when event.${side} is not null then jsonb_build_object('application', event.${side}) end`;

/** The numbers of a save's stores, and which beta apps it moved them between, as they were called then. */
export const savedCountsSql = (schema: string): string => `
          'total', (event.after ->> 'added')::integer + (event.after ->> 'removed')::integer,
          'registered', event.after -> 'added',
          'withdrawn', event.after -> 'removed',
          'movedFrom', case when event.after ? 'from' then (
            select json_agg(json_build_object(
                'id', state.beta_app_id, 'name', state.name, 'stores', stores) order by state.beta_app_id)
            from jsonb_each(event.after -> 'from') as moved (origin, stores)
            join ${schema}.beta_app_state as state on ${isStateSql('origin::integer')})
            else '[]' end,
          'movedTo', case when event.after ? 'to' then (
            select json_build_object('id', state.beta_app_id, 'name', state.name)
            from ${schema}.beta_app_state as state where ${isStateSql("(event.after ->> 'to')::integer")})
            end`;

/** Whether a state is a beta app's at the moment of the event. */
const isStateSql = (betaApp: string): string =>
  `state.beta_app_id = ${betaApp} and state.since <= event.at and event.at < state.until`;

/** What the event of a sync has in place of them. */
export const noSavedCountsSql = `'registered', 0, 'withdrawn', 0, 'movedFrom', '[]'::json, 'movedTo', null`;

/** What a store was called at a moment. */
export const storeNameSql = (schema: string, storeId: string, at: string): string => `(
        select state.name from ${schema}.store_state as state
        where state.store_id = ${storeId} and state.since <= ${at} and ${at} < state.until)`;

/** A store that a save registered or withdrew, as it was called then. */
export const savedStoreSql = (
  schema: string,
  { store, change, at }: { store: string; change: string; at: string },
): string => `json_build_object(
      'code', ${store}.code,
      'name', ${storeNameSql(schema, `${store}.id`, at)},
      'changes', json_build_array(${change}),
      'before', null,
      'after', null)`;

/** A store that a sync changed, out of its `state` and the `former` one, which a new store has none of. */
export const syncedStoreSql = (schema: string, code: string): string => `json_build_object(
      'code', ${code},
      'name', state.name,
      'changes', array_to_json(array_remove(array[
        case when former.store_id is null then 'added' end,
        case when former.name <> state.name then 'renamed' end,
        case when former.branch_id <> state.branch_id then 'moved' end,
        case when former.open and not state.open then 'closed' end,
        case when not former.open and state.open then 'reopened' end], null)),
      'before', case when former.store_id is not null then ${storeValuesSql(schema, 'former')} end,
      'after', ${storeValuesSql(schema, 'state')})`;

const storeValuesSql = (schema: string, state: string): string => `json_build_object(
        'name', ${state}.name,
        'branchCode', (select code from ${schema}.branch where id = ${state}.branch_id),
        'open', ${state}.open)`;

/** The two tables of registrations as one, for a condition on the columns of both. */
export const registrationsSql = (schema: string, condition: string): string => `
      select beta_app_id, store_id, since, 'infinity'::timestamptz as until, event_id,
        null::bigint as end_event_id
      from ${schema}.registration where ${condition}
      union all
      select beta_app_id, store_id, since, until, event_id, end_event_id
      from ${schema}.registration_past where ${condition}`;

/** From the stores of a sync, those that it moved, closed or reopened while a beta app had them. */
export const syncedFromSql = (schema: string, event: string, betaApp: string): string => `
      from ${schema}.store_state as state
      join ${schema}.store_state as former
        on former.store_id = state.store_id and former.until = state.since
      join ${schema}.store on store.id = state.store_id
      where state.event_id = ${event}
        and (former.branch_id, former.open) is distinct from (state.branch_id, state.open)
        and exists (${registrationsSql(
          schema,
          `beta_app_id = ${betaApp} and store_id = state.store_id and since <= state.since`,
        )} and until > state.since)`;
