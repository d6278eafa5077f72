import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createCore } from '@beta-app/core';
import { checkMigrations, migrate } from '@beta-app/core/migrations';
import postgres, { type Sql } from 'postgres';
import { createTestDatabase, serviceRole, type TestDatabase } from '../support/database.js';
import { day, sari } from './support/fixture.js';
import { schemaSnapshot } from './support/schema-snapshot.js';

describe('migrations', () => {
  const databases: TestDatabase[] = [];
  const open: Sql[] = [];
  after(async () => {
    await Promise.all(open.map((sql) => sql.end({ timeout: 1 })));
    await Promise.all(databases.map((database) => database.drop()));
  });

  async function emptyDatabase(): Promise<TestDatabase> {
    const database = await createTestDatabase({ migrated: false });
    databases.push(database);
    return database;
  }

  function connect(url: string, options: postgres.Options<Record<string, never>> = {}): Sql {
    const sql = postgres(url, { max: 2, onnotice: () => undefined, ...options }) as Sql;
    open.push(sql);
    return sql;
  }

  it('are done once by twenty at once, whatever their isolation, and then there is nothing to do', async () => {
    const { ownerUrl } = await emptyDatabase();
    const levels = ['read committed', 'repeatable read', 'serializable'] as const;
    const reports = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        migrate({
          sql: connect(ownerUrl, {
            connection: { default_transaction_isolation: levels[index % 3]! },
          }),
          serviceRole,
        }),
      ),
    );
    const applied = reports.flatMap((report) => report.applied);
    assert.equal(applied.length, new Set(applied).size);
    assert.ok(applied.length >= 10);
    const notices: unknown[] = [];
    const again = connect(ownerUrl, { onnotice: (notice) => notices.push(notice) });
    const before = await schemaSnapshot(again, 'beta_app');
    assert.deepEqual((await migrate({ sql: again, serviceRole })).applied, []);
    assert.equal(await schemaSnapshot(again, 'beta_app'), before);
    assert.deepEqual(notices, []);
  });

  it('can be looked at beforehand, also by the role that serves, without a trace', async () => {
    const { ownerUrl, serviceUrl } = await emptyDatabase();
    const sql = connect(ownerUrl);
    const asService = connect(serviceUrl);
    const before = await checkMigrations({ sql });
    assert.deepEqual(before.applied, []);
    assert.deepEqual(await checkMigrations({ sql: asService }), before);
    assert.equal((await sql`select from pg_namespace where nspname = 'beta_app'`).length, 0);
    const { applied } = await migrate({ sql, serviceRole });
    assert.deepEqual(before.pending, applied);
    assert.deepEqual(await checkMigrations({ sql: asService }), { applied, pending: [] });
    await sql`insert into beta_app.migration values (9999, '9999_later.sql', 'x')`;
    await assert.rejects(checkMigrations({ sql }), { code: 'SCHEMA_NEWER' });
  });

  it('refuse a schema that is newer, and one whose scripts were changed', async () => {
    const sql = connect((await emptyDatabase()).ownerUrl);
    await migrate({ sql });
    await sql`insert into beta_app.migration values (9999, '9999_later.sql', 'x')`;
    await assert.rejects(migrate({ sql }), { code: 'SCHEMA_NEWER' });
    await sql`delete from beta_app.migration where number = 9999`;
    await sql`update beta_app.migration set checksum = 'y' where number = 2`;
    await assert.rejects(migrate({ sql }), { code: 'MIGRATION_CHANGED' });
  });

  it('leave nothing of a script that failed half-way, and go on from there', async () => {
    const sql = connect((await emptyDatabase()).ownerUrl);
    await sql`create schema beta_app`;
    await sql`create table beta_app.registration (in_the_way integer)`;
    await assert.rejects(migrate({ sql, serviceRole }), { code: '42P07' });
    const [left] = await sql`
      select to_regclass('beta_app.beta_app') as table, max(number) as last from beta_app.migration`;
    assert.deepEqual({ ...left }, { table: null, last: 3 });
    await sql`drop table beta_app.registration`;
    const { applied } = await migrate({ sql, serviceRole });
    assert.equal(applied[0]?.slice(0, 5), '0004_');
  });

  it('name a role that does not exist, and do nothing for it', async () => {
    const sql = connect((await emptyDatabase()).ownerUrl);
    await assert.rejects(migrate({ sql, serviceRole: 'nobody "here"' }), { code: 'ROLE_UNKNOWN' });
    assert.deepEqual((await checkMigrations({ sql })).applied, []);
    await migrate({ sql, serviceRole });
  });

  it('make two schemas that do not meet, one with a name that needs quoting', async () => {
    const { ownerUrl, serviceUrl } = await emptyDatabase();
    const sql = connect(ownerUrl);
    const schema = 'Beta App "x"';
    await migrate({ sql, serviceRole });
    await migrate({ sql, serviceRole, schema });
    await migrate({ sql, serviceRole, schema });
    const here = createCore({ sql: connect(serviceUrl), schema });
    const there = createCore({ sql: connect(serviceUrl) });
    const draft = { name: 'Sama', startsOn: day(0), endsOn: day(1) };
    await here.createBetaApp(draft, { actor: sari, idempotencyKey: 'k' });
    await there.createBetaApp({ ...draft, name: 'Lain' }, { actor: sari, idempotencyKey: 'k' });
    assert.deepEqual((await here.listBetaApps()).items[0]?.name, 'Sama');
    assert.equal((await there.listBetaApps()).total, 1);
    await here.checkHealth();
    const [quoted, plain] = [
      await schemaSnapshot(sql, schema),
      await schemaSnapshot(sql, 'beta_app'),
    ];
    const unquoted = quoted.replaceAll('"Beta App ""x""".', '').replaceAll(/"Beta App .*"/gu, '');
    assert.equal(unquoted, plain.replaceAll('beta_app, pg_temp', ', pg_temp'));
  });

  it('find btree_gist where somebody else has put it', async () => {
    const { ownerUrl, superuserUrl } = await emptyDatabase();
    const admin = connect(superuserUrl);
    await admin`create schema extensions`;
    await admin`create extension btree_gist schema extensions`;
    const sql = connect(ownerUrl);
    await migrate({ sql, serviceRole });
    const core = createCore({ sql });
    const draft = { name: 'Sama', startsOn: day(0), endsOn: day(1) };
    await core.createBetaApp(draft, { actor: sari });
    await assert.rejects(core.createBetaApp(draft, { actor: sari }), { code: 'NAME_TAKEN' });
  });

  it('need the right to create in the database, and say so', async () => {
    const sql = connect((await emptyDatabase()).serviceUrl);
    await assert.rejects(migrate({ sql }), { code: '42501' });
  });

  it('work through a connection that renames columns', async () => {
    const { ownerUrl } = await emptyDatabase();
    for (const transform of [postgres.camel, postgres.pascal, postgres.kebab]) {
      await migrate({ sql: connect(ownerUrl, { transform }), serviceRole });
    }
  });

  it('are missed by the health check as long as one is missing', async () => {
    const sql = connect((await emptyDatabase()).ownerUrl);
    const core = createCore({ sql });
    await assert.rejects(core.checkHealth());
    await migrate({ sql });
    await core.checkHealth();
    await sql`delete from beta_app.migration
      where number = (select max(number) from beta_app.migration)`;
    await assert.rejects(core.checkHealth(), { code: 'DATABASE_UNAVAILABLE' });
  });
});
