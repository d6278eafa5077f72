import {
  type Application,
  type ApplicationPage,
  type ListApplications,
  listApplicationsSchema,
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
    select application.* from ${schema}.application cross join given
    where ${schema}.contains_words(application.search_key, given.words)),
  page as (
    select matching.* from matching cross join given
    where given.after is null or code > given.after collate "C"
    order by code limit (select rows from given))
  select json_build_object(
    'total', (select count(*) from matching),
    'items', coalesce((
      select json_agg(json_build_object(
          'code', page.code, 'name', page.name, 'description', page.description,
          'productionVersion', production.version) order by page.code)
      from page
      left join ${schema}.application_production as production
        on production.application_id = page.id and production.until = 'infinity'), '[]'))::text as answer`;

export async function listApplications(
  { database }: Context,
  input: ListApplications = {},
): Promise<ApplicationPage> {
  const { q, cursor, limit = pageLimits.default } = parseInput(listApplicationsSchema, input);
  const words = searchWords(q);
  const filter = ['applications', words];
  const after = readCursor(filter, cursor, ['string'])?.[0];
  const answer = await database.read<{ total: number; items: Application[] }>(query, {
    words,
    after,
    rows: limit + 1,
  });
  return takePage(answer, limit, ({ code }) => writeCursor(filter, [code]));
}
