import { type Database } from '../../database/database.js';
import { lookupHorizonDays } from '../../contract/version-lookup.js';
import {
  betaAppApplicationsJson,
  betaAppStatesJson,
  branchStatesJson,
  productionJson,
  productionRecordedSince,
} from '../facts-json.js';
import { type Moment } from '../moments.js';
import { type BetaAppChange, type StoreGroup } from './held-beta-app.js';
import { type StoreColumns } from './store-table.js';
import { type DirectoryRows } from './version-table.js';

/** How far everything has come: what a resolver compares with what it holds. */
export interface Revisions {
  /** The database's clock. */
  at: Moment;
  directory: number;
  /** Every beta app's id with its revision. */
  betaApps: readonly (readonly [id: number, revision: number])[];
}

const horizon = `(clock_timestamp() - interval '${String(lookupHorizonDays * 24)} hours')`;

const revisionsQuery = (schema: string) => `
  select json_build_object(
    'at', ${schema}.moment_text(clock_timestamp()),
    'directory', (select revision from ${schema}.directory),
    'betaApps', (select coalesce(json_agg(json_build_array(id, revision)), '[]') from ${schema}.beta_app)
  )::text as answer
  from (select $1::text::jsonb as input) as parameters`;

export const readRevisions = (database: Database): Promise<Revisions> =>
  database.read(revisionsQuery, {});

// Comes with whatever else is read: versions follow from both together, so both have to be of one moment.
const directoryJson = (schema: string) => `
  json_build_object(
    'branches', (
      select coalesce(json_agg(json_build_object('id', branch.id, 'code', branch.code, 'states', ${branchStatesJson(schema, 'branch.id')})), '[]')
      from ${schema}.branch),
    'applications', (
      select coalesce(json_agg(json_build_object(
        'id', application.id, 'code', application.code, 'name', application.name,
        'recordedSince', ${productionRecordedSince(schema, 'application.id')},
        'production', ${productionJson(schema, 'application.id', `production.until > ${horizon}`)})), '[]')
      from ${schema}.application))`;

/** A part of the stores, and where the next part begins; null after the last. */
export interface StorePart {
  directory: DirectoryRows;
  columns: StoreColumns;
  next: number | null;
}

// By ranges of ids, so that the answer about a million stores comes in pieces. Texts of a column come as one, since a
// code has no spaces and a name no line breaks.
const storesQuery = (schema: string) => `
  with given as materialized (
    select (input ->> 'after')::integer as after, (input ->> 'rows')::integer as rows,
      (input ->> 'sinceRevision')::bigint as since_revision, ${horizon} as horizon
    from (select $1::text::jsonb as input) as parameters),
  standing as materialized (
    select store.id, store.code, state.name, state.branch_id, state.open, state.since, given.horizon
    from given, ${schema}.store
    join ${schema}.store_state as state on state.store_id = store.id and state.until = 'infinity'
    where store.id > given.after and store.id <= given.after + given.rows
      and state.store_id > given.after and state.store_id <= given.after + given.rows
      and state.directory_revision > given.since_revision)
  select json_build_object(
    'directory', ${directoryJson(schema)},
    'ids', coalesce(encode(string_agg(int4send(id), ''), 'base64'), ''),
    'codes', coalesce(string_agg(code, ' '), ''),
    'names', coalesce(string_agg(name, E'\\n'), ''),
    'branchIds', coalesce(encode(string_agg(int4send(branch_id), ''), 'base64'), ''),
    'recent', coalesce(json_agg(json_build_object(
      'storeId', id, 'since', ${schema}.moment_text(since))) filter (where since > horizon), '[]'),
    'earlier', (
      select coalesce(json_agg(json_build_object(
        'storeId', state.store_id, 'branchId', state.branch_id, 'open', state.open,
        'since', ${schema}.moment_text(state.since), 'until', ${schema}.moment_text(state.until))
        order by state.since), '[]')
      from given, ${schema}.store_state as state
      where state.until > given.horizon and state.until <> 'infinity'
        and state.store_id in (select id from standing where since > standing.horizon)),
    'closed', (
      select coalesce(json_agg(json_build_object('storeId', closed.id, 'since', (
        select ${schema}.moment_text(min(state.since)) from ${schema}.store_state as state
        where state.store_id = closed.id and state.since >= coalesce((
          select max(opened.until) from ${schema}.store_state as opened
          where opened.store_id = closed.id and opened.open), '-infinity')))), '[]')
      from standing as closed where not closed.open),
    'next', (
      select given.after + given.rows from given where exists (
        select from ${schema}.store where id > given.after + given.rows)))::text as answer
  from standing`;

interface StorePartJson extends Pick<StoreColumns, 'recent' | 'earlier' | 'closed'> {
  directory: DirectoryRows;
  ids: string;
  codes: string;
  names: string;
  branchIds: string;
  next: number | null;
}

/** Reads the stores of a range of ids that have changed since a revision of the directory. */
export async function readStores(
  database: Database,
  wanted: { after: number; rows: number; sinceRevision: number },
): Promise<StorePart> {
  const { directory, ids, codes, names, branchIds, next, ...few } =
    await database.read<StorePartJson>(storesQuery, wanted);
  const columns = {
    ids: integersOf(ids),
    codes: codes.split(' '),
    names: names.split('\n'),
    branchIds: integersOf(branchIds),
    ...few,
  };
  return { directory, columns, next };
}

/** A beta app to be read, and its last event that is known: 0 for all of it. */
export interface BetaAppWanted {
  id: number;
  knownEvent: number;
}

// One that was over before the horizon is told without stores: it explains nothing any more.
const betaAppsQuery = (schema: string) => `
  with given as materialized (select ${horizon} as horizon),
  wanted as materialized (
    select app.id, app.revision, asked.known, given.horizon,
      app.changed_at > given.horizon or state.closed = 'none'
        and upper(state.period) >= (given.horizon at time zone 'UTC')::date as matters
    from given, (
      select (value ->> 'id')::integer as id, (value ->> 'knownEvent')::bigint as known
      from (select $1::text::jsonb as input) as parameters, jsonb_array_elements(input -> 'betaApps')
    ) as asked
    join ${schema}.beta_app as app on app.id = asked.id
    join ${schema}.beta_app_state as state
      on state.beta_app_id = app.id and state.until = 'infinity')
  select json_build_object('directory', ${directoryJson(schema)}, 'betaApps', coalesce(json_agg(json_build_object(
    'id', wanted.id,
    'revision', wanted.revision,
    'matters', wanted.matters,
    'lastEvent', (
      select event.id from ${schema}.event
      where event.beta_app_id = wanted.id and event.revision = wanted.revision),
    'states', ${betaAppStatesJson(schema, 'wanted.id')},
    'applications', ${betaAppApplicationsJson(schema, 'wanted.id')},
    'left', (
      select coalesce(json_agg(json_build_object(
          'since', ${schema}.moment_text(grouped.since), 'until', ${schema}.moment_text(grouped.until),
          'startedBy', ${schema}.person_json(started.actor_name, started.actor_nik),
          'endedBy', ${schema}.person_json(ended.actor_name, ended.actor_nik),
          'stores', grouped.stores) order by grouped.until, grouped.since), '[]')
      from (
        select past.since, past.until, past.event_id, past.end_event_id,
          encode(string_agg(int4send(past.store_id), ''), 'base64') as stores
        from ${schema}.registration_past as past
        where wanted.matters and past.beta_app_id = wanted.id
          and past.end_event_id > wanted.known and past.until > wanted.horizon
        group by past.since, past.until, past.event_id, past.end_event_id) as grouped
      join ${schema}.event as started on started.id = grouped.event_id
      join ${schema}.event as ended on ended.id = grouped.end_event_id),
    'joined', (
      select coalesce(json_agg(json_build_object(
          'since', ${schema}.moment_text(grouped.since), 'until', 'infinity',
          'startedBy', ${schema}.person_json(started.actor_name, started.actor_nik), 'endedBy', null,
          'stores', grouped.stores) order by grouped.since), '[]')
      from (
        select current.event_id, min(current.since) as since,
          encode(string_agg(int4send(current.store_id), ''), 'base64') as stores
        from ${schema}.registration as current
        where wanted.matters and current.beta_app_id = wanted.id and current.event_id > wanted.known
        group by current.event_id) as grouped
      join ${schema}.event as started on started.id = grouped.event_id))), '[]'))::text as answer
  from wanted`;

/** Beta apps with the directory that they are read beside. */
export interface BetaAppPart {
  directory: DirectoryRows;
  betaApps: BetaAppChange[];
}

interface BetaAppPartJson {
  directory: DirectoryRows;
  betaApps: readonly BetaAppChangeJson[];
}

interface BetaAppChangeJson extends Omit<BetaAppChange, 'left' | 'joined'> {
  left: readonly StoreGroupJson[];
  joined: readonly StoreGroupJson[];
}

type StoreGroupJson = Omit<StoreGroup, 'stores'> & { stores: string };

/** Reads beta apps as they stand at one moment, with what has changed in their stores since the events that are known. */
export async function readBetaApps(
  database: Database,
  wanted: readonly BetaAppWanted[],
): Promise<BetaAppPart> {
  const { directory, betaApps } = await database.read<BetaAppPartJson>(betaAppsQuery, {
    betaApps: wanted,
  });
  const groupOf = (group: StoreGroupJson): StoreGroup => ({
    ...group,
    stores: integersOf(group.stores),
  });
  return {
    directory,
    betaApps: betaApps.map((change) => ({
      ...change,
      left: change.left.map(groupOf),
      joined: change.joined.map(groupOf),
    })),
  };
}

/** Reads integers that were put together by `int4send`: many of them take the database a third of the time so. */
function integersOf(base64: string): Uint32Array {
  const bytes = Buffer.from(base64, 'base64');
  const integers = new Uint32Array(bytes.length / Uint32Array.BYTES_PER_ELEMENT);
  for (let index = 0; index < integers.length; index += 1) {
    integers[index] = bytes.readUInt32BE(index * Uint32Array.BYTES_PER_ELEMENT);
  }
  return integers;
}
