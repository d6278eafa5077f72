import {
  type BetaAppStore,
  type BetaAppStorePage,
  type ListBetaAppStores,
  listBetaAppStoresSchema,
} from '../contract/beta-app-stores.js';
import { pageLimits } from '../contract/page.js';
import { type Context } from '../context.js';
import { errorOf } from '../errors.js';
import { readCursor, writeCursor } from '../input/cursor.js';
import { parseInput } from '../input/parse-input.js';
import { searchWords } from '../input/search-words.js';
import { takePage } from './take-page.js';

interface Answer {
  found: boolean;
  branchFound: boolean;
  items: BetaAppStore[];
  total: number;
  registeredTotal: number;
  revision: number;
  directoryRevision: number;
}

// json, not jsonb: 2,000 rows are only written out, and in the order that they were read in.
const query = (schema: string) => `
  with given as materialized (
    select (input ->> 'id')::bigint as id, input ->> 'branch' as branch,
      ${schema}.folded_words(input -> 'words') as words, (input ->> 'registered')::boolean as registered,
      input ->> 'after' as after, (input ->> 'rows')::integer as rows
    from (select $1::text::jsonb as input) as parameters),
  matching as materialized (
    select store.code, state.name, branch.code as branch_code, state.open, state.store_id,
      registration.since as registered_since
    from given
    cross join ${schema}.store_state as state
    join ${schema}.store on store.id = state.store_id
    join ${schema}.branch on branch.id = state.branch_id
    left join ${schema}.registration
      on registration.beta_app_id = (select id from given)
        and registration.store_id = state.store_id
    where state.until = 'infinity'
      and (given.branch is null or branch.code = given.branch)
      and (given.words = '{}' or ${schema}.contains_words(state.search_key, given.words))
      and (state.open or registration.store_id is not null)),
  filtered as (
    select matching.* from matching cross join given
    where given.registered is null or (registered_since is not null) = given.registered),
  page as (
    select filtered.* from filtered cross join given
    where given.after is null or code > given.after collate "C"
    order by code limit (select rows from given))
  select json_build_object(
    'found', exists (select from ${schema}.beta_app where id = (select id from given)),
    'branchFound', (select given.branch is null or exists (
      select from ${schema}.branch where code = given.branch) from given),
    'revision', (select revision from ${schema}.beta_app where id = (select id from given)),
    'directoryRevision', (select revision from ${schema}.directory),
    'total', (select count(*) from filtered where open),
    'registeredTotal', (select count(*) from matching where open and registered_since is not null),
    'items', coalesce((
      select json_agg(json_strip_nulls(json_build_object(
          'code', code, 'name', name, 'branchCode', branch_code,
          'registered', registered_since is not null,
          'registeredSince', ${schema}.moment_text(registered_since),
          'closedSince', case when not open then (
            select ${schema}.moment_text(coalesce(max(until) filter (where past.open), min(since)))
            from ${schema}.store_state as past where past.store_id = page.store_id) end)) order by code)
      from page), '[]'))::text as answer`;

export async function listBetaAppStores(
  { database }: Context,
  input: ListBetaAppStores,
): Promise<BetaAppStorePage> {
  const {
    id,
    branch,
    q,
    registered,
    cursor,
    limit = pageLimits.default,
  } = parseInput(listBetaAppStoresSchema, input);
  const words = searchWords(q);
  const filter = ['stores', id, branch ?? null, words, registered ?? null];
  const after = readCursor(filter, cursor, ['string'])?.[0];
  const { found, branchFound, ...answer } = await database.read<Answer>(query, {
    id,
    branch,
    words,
    registered,
    after,
    rows: limit + 1,
  });
  if (!found) throw errorOf('BETA_APP_NOT_FOUND');
  if (!branchFound) {
    throw errorOf('VALIDATION_FAILED', { errors: [{ path: 'branch', code: 'unknown' }] });
  }
  return takePage(answer, limit, ({ code }) => writeCursor(filter, [code]));
}
