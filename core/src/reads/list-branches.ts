import {
  type Branch,
  type BranchList,
  type ListBranches,
  listBranchesSchema,
} from '../contract/directory.js';
import { type Context } from '../context.js';
import { errorOf } from '../errors.js';
import { parseInput } from '../input/parse-input.js';
import { searchWords } from '../input/search-words.js';

const query = (schema: string) => `
  with given as materialized (
    select ${schema}.word_patterns(input -> 'words') as patterns, (input ->> 'betaApp')::bigint as beta_app_id
    from (select $1::text::jsonb as input) as parameters)
  select json_build_object(
    'found', (select beta_app_id is null or exists (
      select from ${schema}.beta_app where id = beta_app_id) from given),
    'items', coalesce(json_agg(json_build_object(
        'code', branch.code, 'name', state.name, 'timeZone', state.time_zone,
        'stores', branch.open_stores,
        'registered', coalesce(counted.registered, 0))
      order by ${schema}.fold(state.name), branch.code), '[]'))::text as answer
  from given
  cross join ${schema}.branch
  join ${schema}.branch_state as state on state.branch_id = branch.id and state.until = 'infinity'
  left join ${schema}.registration_count as counted
    on counted.branch_id = branch.id and counted.beta_app_id = given.beta_app_id
  where ${schema}.contains_words(${schema}.fold(branch.code || E'\\n' || state.name), given.patterns)`;

export async function listBranches(
  { database }: Context,
  input: ListBranches = {},
): Promise<BranchList> {
  const { q, betaApp } = parseInput(listBranchesSchema, input);
  const { found, items } = await database.read<{ found: boolean; items: Branch[] }>(query, {
    words: searchWords(q),
    betaApp,
  });
  if (!found) throw errorOf('BETA_APP_NOT_FOUND');
  return { items };
}
