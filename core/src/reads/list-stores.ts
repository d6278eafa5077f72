import {
  type ListStores,
  listStoresSchema,
  type Store,
  type StorePage,
} from '../contract/directory.js';
import { type Context } from '../context.js';
import { listSearched } from './list-searched.js';

/** A store with its place: 0 for the code that was typed, 1 for one that differs in marks and zeros, 2 for others. */
type RankedStore = Store & { rank: number };

const query = (schema: string) => `
  with given as materialized (
    select patterns, forms[2] as short,
      case when forms = '{}' then forms
        else array['%' || forms[1] || E'%\\n%', E'%\\n%' || forms[2] || '%'] end as loose_patterns,
      case when jsonb_array_length(input -> 'typed') = 1
        then upper(input -> 'typed' ->> 0) end as exact,
      (input -> 'after' ->> 0)::bigint as after_rank, input -> 'after' ->> 1 as after_code,
      (input ->> 'rows')::integer as rows
    from (
      select input, ${schema}.word_patterns(input -> 'words') as patterns,
        ${schema}.loose_forms(input -> 'typed') as forms
      from (select $1::text::jsonb as input) as parameters) as searches),
  matching as materialized (
    select store.code, state.name, state.branch_id, state.open,
      case when store.code = given.exact then 0
        when split_part(store.loose_code, E'\\n', 2) = given.short then 1 else 2 end as rank
    from ${schema}.store
    join ${schema}.store_state as state on state.store_id = store.id and state.until = 'infinity'
    cross join given
    where given.patterns = '{}' or ${schema}.contains_words(state.search_key, given.patterns)
      or store.loose_code like any (given.loose_patterns)),
  page as (
    select matching.* from matching cross join given
    where given.after_code is null
      or (rank, code) > (given.after_rank, given.after_code collate "C")
    order by rank, code limit (select rows from given))
  select json_build_object(
    'total', (select count(*) from matching),
    'items', coalesce((
      select json_agg(json_build_object(
          'code', page.code, 'name', page.name, 'branchCode', branch.code,
          'branchName', branch_state.name, 'open', page.open, 'rank', page.rank)
        order by page.rank, page.code)
      from page
      join ${schema}.branch on branch.id = page.branch_id
      join ${schema}.branch_state
        on branch_state.branch_id = page.branch_id and branch_state.until = 'infinity'), '[]'))::text as answer`;

export async function listStores(context: Context, input: ListStores = {}): Promise<StorePage> {
  const page = await listSearched<RankedStore>(
    context,
    {
      name: 'all-stores',
      schema: listStoresSchema,
      query,
      kinds: ['number', 'string'],
      keyOf: ({ rank, code }) => [rank, code],
    },
    input,
  );
  return {
    ...page,
    items: page.items.map(({ code, name, branchCode, branchName, open }) => ({
      code,
      name,
      branchCode,
      branchName,
      open,
    })),
  };
}
