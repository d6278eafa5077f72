import { type ListStores, listStoresSchema, type StorePage } from '../contract/directory.js';
import { type Context } from '../context.js';
import { listByCode } from './list-by-code.js';

const query = (schema: string) => `
  with given as materialized (
    select ${schema}.word_patterns(input -> 'words') as patterns, input ->> 'after' as after,
      (input ->> 'rows')::integer as rows
    from (select $1::text::jsonb as input) as parameters),
  matching as materialized (
    select store.code, state.name, state.branch_id, state.open
    from ${schema}.store
    join ${schema}.store_state as state on state.store_id = store.id and state.until = 'infinity'
    cross join given
    where given.patterns = '{}' or ${schema}.contains_words(state.search_key, given.patterns)),
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

export const listStores = (context: Context, input: ListStores = {}): Promise<StorePage> =>
  listByCode(context, { name: 'all-stores', schema: listStoresSchema, query }, input);
