import {
  type ListStores,
  listStoresSchema,
  type Store,
  type StorePage,
} from '../contract/directory.js';
import { pageLimits } from '../contract/page.js';
import { type Context } from '../context.js';
import { readCursor, writeCursor } from '../input/cursor.js';
import { parseInput } from '../input/parse-input.js';
import { searchWords } from '../input/search-words.js';
import { takePage } from './take-page.js';

const query = (schema: string) => `
  with given as materialized (
    select ${schema}.folded_words(input -> 'words') as words, input ->> 'after' as after,
      (input ->> 'rows')::integer as rows
    from (select $1::text::jsonb as input) as parameters),
  matching as materialized (
    select store.code, state.name, state.branch_id, state.open
    from ${schema}.store
    join ${schema}.store_state as state on state.store_id = store.id and state.until = 'infinity'
    cross join given
    where given.words = '{}' or ${schema}.contains_words(state.search_key, given.words)),
  page as (
    select matching.* from matching cross join given
    where given.after is null or code > given.after collate "C"
    order by code limit (select rows from given))
  select json_build_object(
    'total', (select count(*) from matching),
    'items', coalesce((
      select json_agg(json_build_object(
          'code', page.code, 'name', page.name, 'branchCode', branch.code, 'open', page.open)
        order by page.code)
      from page join ${schema}.branch on branch.id = page.branch_id), '[]'))::text as answer`;

export async function listStores(
  { database }: Context,
  input: ListStores = {},
): Promise<StorePage> {
  const { q, cursor, limit = pageLimits.default } = parseInput(listStoresSchema, input);
  const words = searchWords(q);
  const filter = ['all-stores', words];
  const after = readCursor(filter, cursor, ['string'])?.[0];
  const answer = await database.read<{ total: number; items: Store[] }>(query, {
    words,
    after,
    rows: limit + 1,
  });
  return takePage(answer, limit, ({ code }) => writeCursor(filter, [code]));
}
