import {
  type Application,
  type ApplicationPage,
  type ListApplications,
  listApplicationsSchema,
} from '../contract/directory.js';
import { type Context } from '../context.js';
import { listSearched } from './list-searched.js';

const query = (schema: string) => `
  with given as materialized (
    select ${schema}.word_patterns(input -> 'words') as patterns, input -> 'after' ->> 0 as after,
      (input ->> 'rows')::integer as rows
    from (select $1::text::jsonb as input) as parameters),
  matching as materialized (
    select application.* from ${schema}.application cross join given
    where ${schema}.contains_words(application.search_key, given.patterns)),
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

export const listApplications = (
  context: Context,
  input: ListApplications = {},
): Promise<ApplicationPage> =>
  listSearched<Application>(
    context,
    {
      name: 'applications',
      schema: listApplicationsSchema,
      query,
      kinds: ['string'],
      keyOf: ({ code }) => [code],
    },
    input,
  );
