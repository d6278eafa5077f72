import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import postgres from 'postgres';
import { createTestDatabase, serviceRole } from './database.js';

const open: postgres.Sql[] = [];
const connect = (url: string) => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  open.push(sql);
  return sql;
};

after(async () => {
  await Promise.all(open.map((sql) => sql.end()));
});

describe('a test database', () => {
  it('is owned by nobody who could do more than migrate and serve', async () => {
    const database = await createTestDatabase({ migrated: false });
    const owner = connect(database.ownerUrl);
    const [role] = await owner`
      select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls from pg_roles
      where rolname = current_user`;
    assert.deepEqual(role, {
      rolsuper: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolbypassrls: false,
    });
    await owner`create schema mine`;
    await owner`create extension btree_gist`;

    const service = connect(database.serviceUrl);
    assert.equal((await service`select current_user as name`)[0]?.['name'], serviceRole);
    await assert.rejects(service`create schema theirs`, { code: '42501' });
    await database.drop();
  });

  it('is a migrated clone of its own, seeded by the test', async () => {
    const [one, other] = await Promise.all([
      createTestDatabase({ seed: (sql) => sql`create schema seeded` }),
      createTestDatabase(),
    ]);
    assert.notEqual(one.name, other.name);
    assert.deepEqual(await schemas(one.ownerUrl), ['beta_app', 'seeded']);
    assert.deepEqual(await schemas(other.ownerUrl), ['beta_app']);
    await Promise.all([one.drop(), other.drop()]);
  });
});

async function schemas(url: string): Promise<string[]> {
  const rows = await connect(url)<{ name: string }[]>`
    select nspname as name from pg_namespace where nspname in ('beta_app', 'seeded') order by 1`;
  return rows.map(({ name }) => name);
}
