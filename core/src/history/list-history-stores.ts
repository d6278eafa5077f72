import {
  type HistoryStore,
  type HistoryStorePage,
  type ListHistoryStores,
  listHistoryStoresSchema,
} from '../contract/history.js';
import { pageLimits } from '../contract/page.js';
import { type Context } from '../context.js';
import { errorOf } from '../errors.js';
import { readCursor, writeCursor } from '../input/cursor.js';
import { parseInput } from '../input/parse-input.js';
import { takePage } from '../reads/take-page.js';
import { registrationsSql, savedStoreSql, syncedFromSql, syncedStoreSql } from './event-sql.js';

interface Answer {
  betaAppFound: boolean;
  found: boolean;
  total: number;
  items: HistoryStore[];
}

const rowsSql = '(select rows from given)';
const afterSql = `((select not input ? 'after' from given)
          or code > (select input ->> 'after' from given) collate "C")`;

// Of a save, the registrations that point at it, in one pass over those of its beta app; of a sync, by an index.
const query = (schema: string) => `
  with given as materialized (
    select input, (input ->> 'betaApp')::bigint as beta_app_id, (input ->> 'rows')::integer as rows
    from (select $1::text::jsonb as input) as parameters),
  happened as materialized (
    select event.* from given join ${schema}.event on event.id = (given.input ->> 'event')::bigint
    where event.beta_app_id = given.beta_app_id
      or event.beta_app_id is null and event.id > (
        select id from ${schema}.event where beta_app_id = given.beta_app_id and revision = 1)),
  saved as materialized (
    select store.id, store.code, moved.change, moved.at
    from (
      select registered.store_id, 'registered' as change, happened.at
      from happened
      join (${registrationsSql(schema, 'beta_app_id = (select beta_app_id from happened)')}) as registered
        on registered.event_id = happened.id
      union all
      select past.store_id, 'withdrawn', happened.at
      from happened
      join ${schema}.registration_past as past
        on past.beta_app_id = happened.beta_app_id and past.end_event_id = happened.id) as moved
    join ${schema}.store on store.id = moved.store_id),
  synced as materialized (
    select store.code, ${syncedStoreSql(schema, 'store.code')} as store
    ${syncedFromSql(
      schema,
      '(select id from happened where beta_app_id is null)',
      '(select beta_app_id from given)',
    )})
  select json_build_object(
    'betaAppFound', exists (select from ${schema}.beta_app where id = given.beta_app_id),
    'found', exists (select from happened),
    'total', (select count(*) from saved) + (select count(*) from synced),
    'items', (
      select coalesce(json_agg(store order by code), '[]')
      from (
        (select code, ${savedStoreSql(schema, {
          store: 'saved',
          change: 'saved.change',
          at: 'saved.at',
        })} as store
        from saved
        where ${afterSql}
        order by code limit ${rowsSql})
        union all
        (select code, store from synced where ${afterSql} order by code limit ${rowsSql})) as page)
    )::text as answer
  from given`;

export async function listHistoryStores(
  { database }: Context,
  input: ListHistoryStores,
): Promise<HistoryStorePage> {
  const {
    id,
    event,
    cursor,
    limit = pageLimits.default,
  } = parseInput(listHistoryStoresSchema, input);
  const filter = ['history-stores', id, event];
  const { betaAppFound, found, ...answer } = await database.read<Answer>(query, {
    betaApp: id,
    event,
    after: readCursor(filter, cursor, ['string'])?.[0],
    rows: limit + 1,
  });
  if (!betaAppFound) throw errorOf('BETA_APP_NOT_FOUND');
  if (!found) throw errorOf('EVENT_NOT_FOUND');
  return takePage(answer, limit, ({ code }) => writeCursor(filter, [code]));
}
