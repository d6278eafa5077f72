import { type Database } from '../database/database.js';
import { lookupHorizonDays } from '../contract/version-lookup.js';
import {
  type ApplicationFacts,
  type BetaAppFacts,
  type BranchFacts,
  type Registration,
  type StoreFacts,
  type StoreState,
} from './facts.js';
import {
  betaAppApplicationsJson,
  betaAppStatesJson,
  branchStatesJson,
  productionJson,
  productionRecordedSince,
} from './facts-json.js';
import { type Moment } from './moments.js';

/** Whose facts are read. */
export interface FactsWanted {
  stores: readonly string[];
  /** All without. */
  applications: readonly string[] | undefined;
  /** Now without. */
  at: string | undefined;
}

/** What versions of some stores at a moment follow from. */
export interface FactsFound {
  at: Moment;
  /** As they were asked for; without facts where no store has the code. */
  stores: { code: string; facts: StoreFacts | null }[];
  /** In order of code; a code alone where no application has it. */
  applications: (ApplicationFacts | { code: string })[];
}

/** What the database answers: rows name each other by their ids. */
interface Answer {
  at: Moment;
  branches: ({ id: number } & BranchFacts)[];
  betaApps: BetaAppFacts[];
  stores: ({ id: number } & Omit<StoreFacts, 'states' | 'registrations'>)[];
  states: ({ storeId: number; branchId: number } & Omit<StoreState, 'branch'>)[];
  registrations: ({ storeId: number; betaAppId: number } & Omit<Registration, 'betaApp'>)[];
  applications: ApplicationFacts[];
}

// Rows that overlap the time from the horizon to the moment, found by the primary keys. Beta apps that were over
// before it are left out first, so that years of them cost one look each; where a clock was set back, a change may be
// recorded days after the last day. Those that are looked at come from the applications that are asked about, by an
// index: of all that there ever were, few had to do with one. A row may end after the moment: nothing that is answered
// depends on that.
const query = (schema: string) => `
  with given as materialized (
    select input, at, at - interval '${String(lookupHorizonDays * 24)} hours' as horizon
    from (select input, coalesce((input ->> 'at')::timestamptz, clock_timestamp()) as at
      from (select $1::text::jsonb as input) as parameters) as moments),
  asked_store as materialized (
    select store.id, store.code from given, ${schema}.store
    where store.code = any (array(select jsonb_array_elements_text(given.input -> 'stores')))),
  asked_application as materialized (
    select application.id, application.code, application.name from given, ${schema}.application
    where application.code = any (
      array(select jsonb_array_elements_text(given.input -> 'applications')))
    union all
    select application.id, application.code, application.name from given, ${schema}.application
    where not given.input ? 'applications'),
  running as materialized (
    select state.beta_app_id
    from given, ${schema}.beta_app_state as state
    join ${schema}.beta_app as app on app.id = state.beta_app_id
    where state.beta_app_id = any (array(
        select taken.beta_app_id from given, ${schema}.beta_app_application as taken
        where taken.application_id = any (array(select id from asked_application))
          and taken.since <= given.at and taken.until > given.horizon))
      and state.since <= given.at and given.at < state.until
      and (app.changed_at > given.horizon
        or state.closed = 'none' and upper(state.period) >= (given.horizon at time zone 'UTC')::date)),
  registered as materialized (
    select store_id, beta_app_id, since, 'infinity'::timestamptz as until, event_id,
      null::bigint as end_event_id
    from given, ${schema}.registration
    where beta_app_id = any (array(select beta_app_id from running))
      and store_id = any (array(select id from asked_store)) and since <= given.at
    union all
    select store_id, beta_app_id, since, until, event_id, end_event_id
    from given, ${schema}.registration_past
    where beta_app_id = any (array(select beta_app_id from running))
      and store_id = any (array(select id from asked_store))
      and since <= given.at and until > given.horizon),
  store_states as materialized (
    select state.* from given, ${schema}.store_state as state
    where state.store_id = any (array(select id from asked_store))
      and state.since <= given.at and state.until > given.horizon)
  select json_build_object(
    'at', ${schema}.moment_text(given.at),
    'branches', (
      select coalesce(json_agg(json_build_object('id', branch.id, 'code', branch.code, 'states', ${branchStatesJson(schema, 'branch.id')})), '[]')
      from ${schema}.branch where branch.id in (select branch_id from store_states)),
    'betaApps', (
      select coalesce(json_agg(json_build_object(
        'id', involved.id,
        'states', ${betaAppStatesJson(schema, 'involved.id')},
        'applications', ${betaAppApplicationsJson(schema, 'involved.id')})), '[]')
      from (select distinct beta_app_id as id from registered) as involved),
    'stores', (
      select coalesce(json_agg(json_build_object(
        'id', asked_store.id, 'code', asked_store.code,
        'recordedSince', (select ${schema}.moment_text(min(since))
          from ${schema}.store_state where store_id = asked_store.id),
        'closedSince', case when not state.open then (
          select ${schema}.moment_text(min(closed.since)) from ${schema}.store_state as closed
          where closed.store_id = asked_store.id and closed.since >= coalesce((
            select max(opened.until) from ${schema}.store_state as opened
            where opened.store_id = asked_store.id and opened.open and opened.since <= given.at),
            '-infinity')) end)), '[]')
      from asked_store
      left join store_states as state
        on state.store_id = asked_store.id and state.since <= given.at and given.at < state.until),
    'states', (
      select coalesce(json_agg(json_build_object(
          'storeId', state.store_id, 'branchId', state.branch_id, 'name', state.name,
          'open', state.open, 'since', ${schema}.moment_text(state.since),
          'until', ${schema}.moment_text(state.until)) order by state.since), '[]')
      from store_states as state),
    'registrations', (
      select coalesce(json_agg(json_build_object(
          'storeId', registered.store_id, 'betaAppId', registered.beta_app_id,
          'since', ${schema}.moment_text(registered.since),
          'until', ${schema}.moment_text(registered.until),
          'startedBy', ${schema}.person_json(started.actor_name, started.actor_nik),
          'endedBy', case when ended.id is not null
            then ${schema}.person_json(ended.actor_name, ended.actor_nik) end)
        order by registered.since), '[]')
      from registered
      join ${schema}.event as started on started.id = registered.event_id
      left join ${schema}.event as ended on ended.id = registered.end_event_id),
    'applications', (
      select coalesce(json_agg(json_build_object(
        'id', asked_application.id, 'code', asked_application.code, 'name', asked_application.name,
        'recordedSince', ${productionRecordedSince(schema, 'asked_application.id')},
        'production', ${productionJson(
          schema,
          'asked_application.id',
          'production.since <= given.at and production.until > given.horizon',
        )})), '[]')
      from asked_application))::text as answer
  from given`;

export async function readFacts(database: Database, wanted: FactsWanted): Promise<FactsFound> {
  const answer = await database.read<Answer>(query, wanted);
  const branches = new Map(answer.branches.map((branch) => [branch.id, branch]));
  const betaApps = new Map(answer.betaApps.map((betaApp) => [betaApp.id, betaApp]));
  const applications = new Map(answer.applications.map((each) => [each.code, each]));
  const states = groupByStore(answer.states);
  const registrations = groupByStore(answer.registrations);
  const stores = new Map(
    answer.stores.map(({ id, ...store }): [string, StoreFacts] => [
      store.code,
      {
        ...store,
        states: (states.get(id) ?? []).map(({ branchId, ...state }) => ({
          ...state,
          branch: of(branches, branchId),
        })),
        registrations: (registrations.get(id) ?? []).map(({ betaAppId, ...registration }) => ({
          ...registration,
          betaApp: of(betaApps, betaAppId),
        })),
      },
    ]),
  );
  return {
    at: answer.at,
    stores: wanted.stores.map((code) => ({ code, facts: stores.get(code) ?? null })),
    applications: [...(wanted.applications ?? applications.keys())]
      .sort()
      .map((code) => applications.get(code) ?? { code }),
  };
}

/** What a row names: all of it comes in one answer. */
function of<Named>(named: ReadonlyMap<number, Named>, id: number): Named {
  const found = named.get(id);
  if (found === undefined)
    throw new TypeError(`A row names ${String(id)}, which didn't come with it`);
  return found;
}

function groupByStore<Row extends { storeId: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.storeId);
    if (group === undefined) groups.set(row.storeId, [row]);
    else group.push(row);
  }
  return groups;
}
