import {
  type HistoryPage,
  historyStoresAtOnce,
  type ListBetaAppHistory,
  listBetaAppHistorySchema,
} from '../contract/history.js';
import { type Context } from '../context.js';
import { parseInput } from '../input/parse-input.js';
import {
  eventsSql,
  foundSql,
  givenSql,
  isWantedSql,
  noSavedCountsSql,
  registrationsSql,
  rowsAsked,
  savedCountsSql,
  savedStoreSql,
  syncedFromSql,
  syncedStoreSql,
} from './event-sql.js';
import { readHistory } from './read-history.js';
import { storeQuery } from './list-store-history.js';

const queryOfStore = storeQuery(true);

const wantedBetaApp = '(select beta_app_id from given)';

// Both kinds of events come newest first from an index of theirs, and syncs only from those after the beta app's first
// event. The stores of all saves on the page are found in one pass over the beta app's registrations, which costs the
// same for one event as for a hundred.
const query = (schema: string, isNarrowed: boolean) => `
  with ${givenSql(schema, isNarrowed)},
  page as materialized (
    select * from (
      (select event.* from ${schema}.event
        where event.beta_app_id = ${wantedBetaApp} and ${isWantedSql(schema, isNarrowed)}
        order by event.revision desc limit ${rowsAsked})
      union all
      (select event.* from ${schema}.event
        where event.beta_app_id is null
          and event.id > (
            select id from ${schema}.event where beta_app_id = ${wantedBetaApp} and revision = 1)
          and ${isWantedSql(schema, isNarrowed)}
          and exists (select ${syncedFromSql(schema, 'event.id', wantedBetaApp)} offset 0)
        order by event.id desc limit ${rowsAsked})) as event
    order by id desc limit ${rowsAsked}),
  saved as materialized (
    select placed.event_id, json_agg(${savedStoreSql(schema, {
      store: 'placed',
      change: 'placed.change',
      at: 'placed.at',
    })} order by placed.code) as stores
    from (
      select moved.event_id, moved.at, moved.change, store.id, store.code,
        row_number() over (partition by moved.event_id order by store.code) as place
      from (
        select event.id as event_id, event.at, registered.store_id, 'registered' as change
        from page as event
        join (${registrationsSql(schema, `beta_app_id = ${wantedBetaApp}`)}) as registered
          on registered.event_id = event.id
        where event.action = 'save_stores'
        union all
        select event.id, event.at, past.store_id, 'withdrawn'
        from page as event
        join ${schema}.registration_past as past
          on past.beta_app_id = ${wantedBetaApp} and past.end_event_id = event.id
        where event.action = 'save_stores') as moved
      join ${schema}.store on store.id = moved.store_id) as placed
    where placed.place <= ${String(historyStoresAtOnce)}
    group by placed.event_id)
  select json_build_object(${foundSql(schema, isNarrowed)},
    'items', ${eventsSql(schema, {
      hasDetails: true,
      storesJson: `case event.action
        when 'save_stores' then (
          select json_build_object(
            ${savedCountsSql(schema)},
            'some', coalesce((select stores from saved where event_id = event.id), '[]')))
        when 'sync_directory' then (
          select json_build_object('total', count(*), ${noSavedCountsSql},
            'some', json_agg(store order by code) filter (where place <= ${String(historyStoresAtOnce)}))
          from (
            select store.code, row_number() over (order by store.code) as place,
              ${syncedStoreSql(schema, 'store.code')} as store
            ${syncedFromSql(schema, 'event.id', wantedBetaApp)}) as placed)
        end`,
    })})::text as answer
  from given`;

export async function listBetaAppHistory(
  context: Context,
  input: ListBetaAppHistory,
): Promise<HistoryPage> {
  const { id: betaApp, ...wanted } = parseInput(listBetaAppHistorySchema, input);
  return readHistory(context, {
    list: 'beta-app-history',
    query: wanted.store === undefined ? query : queryOfStore,
    wanted: { betaApp, ...wanted },
    unknownStore: 'VALIDATION_FAILED',
  });
}
