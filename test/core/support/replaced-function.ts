import { type Sql } from 'postgres';

/** Has one of the database's functions be another one for a while; the definition is a whole `create or replace`. */
export async function withReplaced(
  owner: Sql,
  signature: string,
  definition: string,
  work: () => Promise<unknown>,
): Promise<void> {
  const [real] = await owner<{ definition: string }[]>`
    select pg_get_functiondef(${signature}::text::regprocedure) as definition`;
  await owner.unsafe(definition);
  try {
    await work();
  } finally {
    await owner.unsafe(real!.definition);
  }
}

/** Has writers go without the claims for which they wait for each other. */
export const withoutClaims = (owner: Sql, work: () => Promise<unknown>): Promise<void> =>
  withReplaced(
    owner,
    'beta_app.raise_claims(integer[])',
    `create or replace function beta_app.raise_claims(applications integer[])
      returns void language plpgsql as 'begin end'`,
    work,
  );
