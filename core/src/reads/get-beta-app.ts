import { type BetaApp, type BetaAppRef, betaAppRefSchema } from '../contract/beta-app.js';
import { type Context } from '../context.js';
import { errorOf } from '../errors.js';
import { parseInput } from '../input/parse-input.js';

const query = (schema: string) => `
  select ${schema}.beta_app_document((input ->> 'id')::bigint, input ->> 'zone')::text as answer
  from (select $1::text::jsonb as input) as given`;

export async function getBetaApp({ database, zone }: Context, input: BetaAppRef): Promise<BetaApp> {
  const { id } = parseInput(betaAppRefSchema, input);
  const found = await database.read<BetaApp | null>(query, { id, zone });
  if (found === null) throw errorOf('BETA_APP_NOT_FOUND');
  return found;
}
