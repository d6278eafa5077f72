import {
  type HistoryPage,
  type ListStoreHistory,
  listStoreHistorySchema,
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
  storeNameSql,
  syncedStoreSql,
} from './event-sql.js';
import { readHistory } from './read-history.js';

/**
 * What happened to one store, in one beta app or in all. Of one it is a look or two at the primary keys of the
 * registrations; of all it is that for each beta app there ever was, since an index by store would double what
 * writing a registration costs.
 */
export const storeQuery = (ofOneBetaApp: boolean) => (schema: string, isNarrowed: boolean) => `
  with ${givenSql(schema, isNarrowed)},
  mine as materialized (${registrationsSql(
    schema,
    `store_id = (select store_id from given) and beta_app_id ${
      ofOneBetaApp
        ? '= (select beta_app_id from given)'
        : `= any (array(select id from ${schema}.beta_app))`
    }`,
  )}),
  touched as materialized (
    select event_id, 'registered' as change, null::json as synced from mine
    union all
    select end_event_id, 'withdrawn', null from mine where end_event_id is not null
    union all
    select state.event_id, null, ${syncedStoreSql(schema, "(select input ->> 'store' from given)")}
    from ${schema}.store_state as state
    left join ${schema}.store_state as former
      on former.store_id = state.store_id and former.until = state.since
    ${
      ofOneBetaApp
        ? `join mine on mine.since <= state.since and mine.until > state.since
        and (former.branch_id, former.open) is distinct from (state.branch_id, state.open)`
        : ''
    }
    where state.store_id = (select store_id from given)),
  page as materialized (
    select event.*, touched.change, touched.synced
    from touched join ${schema}.event on event.id = touched.event_id
    where ${isWantedSql(schema, isNarrowed)}
    order by event.id desc limit ${rowsAsked})
  select json_build_object(${foundSql(schema, isNarrowed)},
    'items', ${eventsSql(schema, {
      hasDetails: false,
      storesJson: `case when event.change is null
        then json_build_object('total', 1, ${noSavedCountsSql},
          'some', json_build_array(event.synced))
        else json_build_object(
          ${savedCountsSql(schema)},
          'some', json_build_array(json_build_object(
            'code', given.input ->> 'store',
            'name', ${storeNameSql(schema, 'given.store_id', 'event.at')},
            'changes', json_build_array(event.change),
            'before', null,
            'after', null)))
        end`,
    })})::text as answer
  from given`;

const [inOneBetaApp, inAll] = [storeQuery(true), storeQuery(false)];

export async function listStoreHistory(
  context: Context,
  input: ListStoreHistory,
): Promise<HistoryPage> {
  const wanted = parseInput(listStoreHistorySchema, input);
  return readHistory(context, {
    list: 'store-history',
    query: wanted.betaApp === undefined ? inAll : inOneBetaApp,
    wanted,
    unknownStore: 'STORE_NOT_FOUND',
  });
}
