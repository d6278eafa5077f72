import {
  type BetaAppPage,
  type BetaAppSummary,
  type ListBetaApps,
  listBetaAppsSchema,
} from '../contract/beta-app.js';
import { pageLimits } from '../contract/page.js';
import { personSchema } from '../contract/person.js';
import { type ReadOptions } from '../core.js';
import { type Context } from '../context.js';
import { readCursor, writeCursor } from '../input/cursor.js';
import { parseInput } from '../input/parse-input.js';
import { searchWords } from '../input/search-words.js';
import { takePage } from './take-page.js';

// Some hundreds of rows: they are filtered and sorted whole. The order is descending but for one's own, which
// `false < true` sorts likewise, so that one comparison of rows finds the place after a page.
const query = (schema: string) => `
  with given as materialized (
    select input, ${schema}.today_in(input ->> 'zone') as today,
      ${schema}.word_patterns(input -> 'words') as patterns
    from (select $1::text::jsonb as input) as parameters),
  listed as (
    select state,
      ${schema}.beta_app_state_on(state.period, state.pause, state.closed, today) as standing,
      (state.owner_nik = coalesce(input ->> 'nik', '')) as own,
      to_char(lower(state.period), 'YYYY-MM-DD') collate "C" as starts_on,
      state.beta_app_id as id
    from ${schema}.beta_app_state as state cross join given
    where state.until = 'infinity'
      and ${schema}.contains_words(state.search_key, patterns)),
  matching as materialized (
    select listed.* from listed cross join given
    where input -> 'states' = '[]' or input -> 'states' ? standing),
  page as (
    select matching.* from matching cross join given
    where input ->> 'after' is null
      or (own, starts_on, id) < (
        (input #>> '{after,0}')::boolean, input #>> '{after,1}', (input #>> '{after,2}')::bigint)
    order by own desc, starts_on desc, id desc
    limit (select (input ->> 'rows')::integer from given))
  select json_build_object(
    'total', (select count(*) from matching),
    'items', coalesce((
      select json_agg(${schema}.beta_app_reference(state) || jsonb_build_object('state', standing)
        order by own desc, starts_on desc, id desc) from page), '[]'))::text as answer`;

export async function listBetaApps(
  { database, zone }: Context,
  input: ListBetaApps = {},
  options: ReadOptions = {},
): Promise<BetaAppPage> {
  const {
    q,
    state = [],
    cursor,
    limit = pageLimits.default,
  } = parseInput(listBetaAppsSchema, input);
  const nik = options.actor === undefined ? '' : parseInput(personSchema, options.actor).nik;
  const filter = ['beta-apps', searchWords(q), [...state].sort(), nik];
  const after = readCursor(filter, cursor, ['boolean', 'string', 'number']);
  const answer = await database.read<{ total: number; items: BetaAppSummary[] }>(query, {
    zone,
    nik,
    words: searchWords(q),
    states: state,
    after,
    rows: limit + 1,
  });
  return takePage(answer, limit, ({ owner, startsOn, id }) =>
    writeCursor(filter, [owner.nik === nik, startsOn, id]),
  );
}
