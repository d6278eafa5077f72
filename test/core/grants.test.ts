import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createCore } from '@beta-app/core';
import postgres, { type Sql } from 'postgres';
import { serviceRole } from '../support/roles.js';
import { makeBetaApp, register } from './support/beta-apps.js';
import { faultsIn } from './support/end-state.js';
import { day, openFixture, sari, type Fixture } from './support/fixture.js';
import { rawWrite } from './support/raw-writes.js';

const denied = { code: '42501' };

describe('the role that serves', () => {
  let fixture: Fixture;
  let admin: Sql;
  let id: number;
  before(async () => {
    fixture = await openFixture();
    admin = postgres(fixture.database.superuserUrl, { max: 1, onnotice: () => undefined });
    ({ id } = await makeBetaApp(fixture.core, { applications: ['POS'], stores: ['TB001'] }));
  });
  after(async () => {
    await admin.end({ timeout: 1 });
    await fixture.close();
  });

  async function contents(): Promise<string> {
    const rows = await fixture.owner<{ name: string }[]>`
      select relname as name from pg_class
      where relnamespace = 'beta_app'::regnamespace and relkind = 'r' order by 1`;
    const tables = await Promise.all(
      rows.map(({ name }) => fixture.owner.unsafe(`table beta_app.${name}`)),
    );
    return JSON.stringify(tables);
  }

  it('reads every table and changes none', async () => {
    const tables = await fixture.owner<{ name: string; first: string }[]>`
      select relname as name, attname as first from pg_class
      join pg_attribute on attrelid = pg_class.oid and attnum = 1
      where relnamespace = 'beta_app'::regnamespace and relkind = 'r'`;
    assert.ok(tables.length > 10);
    for (const { name, first } of tables) {
      await fixture.sql.unsafe(`select * from beta_app.${name} limit 1`);
      for (const attempt of [
        `insert into beta_app.${name} default values`,
        `update beta_app.${name} set ${first} = default`,
        `delete from beta_app.${name}`,
        `truncate beta_app.${name}`,
        `do 'begin lock table beta_app.${name} in share mode; end'`,
        `select * from beta_app.${name} for update`,
        `alter table beta_app.${name} disable trigger all`,
        `drop table beta_app.${name}`,
        `create trigger x before insert on beta_app.${name} execute function beta_app.fold('')`,
      ]) {
        await assert.rejects(fixture.sql.unsafe(attempt), denied, attempt);
      }
    }
    await assert.rejects(fixture.sql`create table beta_app.mine ()`, denied);
    await assert.rejects(fixture.sql`create function beta_app.mine() returns int return 1`, denied);
    await assert.rejects(fixture.sql`drop schema beta_app cascade`, denied);
  });

  it('changes nothing by calling what stands behind the one door', async () => {
    const before = await contents();
    const functions = await fixture.owner<{ name: string; kinds: string[] }[]>`
      select proname as name,
        array(select format_type(kind, null) from unnest(proargtypes) as kind) as kinds
      from pg_proc where pronamespace = 'beta_app'::regnamespace and not prosecdef
        and provolatile = 'v'`;
    assert.ok(functions.length > 15);
    const input = JSON.stringify({ id, detailsRevision: 2, applicationCode: 'STK', version: '1' });
    const samples: Record<string, string> = {
      jsonb: `'${input}'`,
      'jsonb[]': `'{}'`,
      text: `'Asia/Jakarta'`,
      integer: String(id),
      bigint: String(id),
      boolean: 'true',
      date: `'${day(1)}'`,
      daterange: `'[${day(1)},${day(2)}]'`,
      'integer[]': `'{1,2}'`,
      'text[]': `'{a}'`,
      'timestamp with time zone': 'now()',
    };
    const caller = postgres(fixture.database.serviceUrl, {
      max: 1,
      onnotice: () => undefined,
      connection: { search_path: 'beta_app' },
    });
    for (const { name, kinds } of functions) {
      const values = kinds.map((kind) => `${samples[kind] ?? 'null'}::${kind}`).join(', ');
      await caller.unsafe(`select beta_app.${name}(${values})`).catch(() => undefined);
    }
    await caller.end();
    assert.equal(await contents(), before);
  });

  it('has the one function that runs as the owner, and PUBLIC has none', async () => {
    const definers = await fixture.owner<{ name: string; settings: string[] }[]>`
      select proname as name, proconfig as settings from pg_proc
      where pronamespace = 'beta_app'::regnamespace and prosecdef`;
    assert.deepEqual(
      definers.map(({ name, settings }) => [name, settings[0]]),
      [['write', 'search_path=beta_app, pg_temp']],
    );
    const free = await fixture.owner`
      select proname from pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner)))
      where pronamespace = 'beta_app'::regnamespace and grantee = 0 and not exists (
        select from pg_depend where objid = pg_proc.oid and deptype = 'e')`;
    assert.deepEqual([...free], []);
  });

  it('serves hosts through roles that are its members, and nobody else', async () => {
    const url = new URL(fixture.database.superuserUrl);
    for (const role of ['host_member', 'host_stranger']) {
      await admin`drop role if exists ${admin(role)}`;
      await admin.unsafe(
        `create role ${role} login password '${decodeURIComponent(url.password)}'`,
      );
    }
    await admin`grant ${admin(serviceRole)} to host_member`;
    const as = (role: string) => {
      url.username = role;
      return postgres(url.href, { max: 1, onnotice: () => undefined });
    };
    const [member, stranger] = [as('host_member'), as('host_stranger')];
    try {
      const core = createCore({ sql: member });
      await register(core, id, ['TB002']);
      await core.checkHealth();
      await assert.rejects(member`delete from beta_app.event`, denied);
      await assert.rejects(stranger`select from beta_app.event`, denied);
      const attempt = rawWrite(stranger, { operation: 'createBetaApp', input: {} });
      await assert.rejects(attempt, denied);
    } finally {
      await Promise.all([member.end(), stranger.end()]);
      await admin`drop role host_member, host_stranger`;
    }
  });

  it('cannot slip objects of its own under the function that runs as the owner', async () => {
    const attacker = postgres(fixture.database.serviceUrl, { max: 1, onnotice: () => undefined });
    const core = createCore({ sql: attacker });
    try {
      await attacker.unsafe(`
        create temp table registration (beta_app_id int, store_id int, since timestamptz, event_id bigint);
        create temp table event (id int);
        create temp table beta_app (id int, revision bigint);
        create temp table directory (revision bigint);
        create function pg_temp.grab() returns text language plpgsql as $$
          begin delete from beta_app.event; return 'x'; end $$;
        create function pg_temp.fold(text) returns text language sql as 'select pg_temp.grab()';
        create function pg_temp.lower(text) returns text language sql as 'select pg_temp.grab()';
        create function pg_temp.refusal(text, jsonb, jsonb) returns jsonb language sql
          as 'select to_jsonb(pg_temp.grab())';
        create function pg_temp.lock_beta_app(bigint, text) returns record language sql as 'select null';
        create function pg_temp.raise_claims(integer[]) returns void language sql as '';
        create function pg_temp.sneaky(text, text) returns boolean language sql
          as 'select pg_temp.grab() is null';
        create operator pg_temp.= (leftarg = text, rightarg = text, function = pg_temp.sneaky);
        set search_path = pg_temp, beta_app, pg_catalog`);
      await register(core, id, ['TB003']);
      await assert.rejects(makeBetaApp(core, { applications: ['POS'], stores: ['TB003'] }), {
        code: 'STORES_OVERLAP',
      });
      const read = await core.listBetaAppStores({ id, registered: true });
      assert.deepEqual(
        read.items.map(({ code }) => code),
        ['TB001', 'TB002', 'TB003'],
      );
      const [left] = await attacker`select count(*)::int as count from pg_temp.registration`;
      assert.equal(left?.['count'], 0);
    } finally {
      await attacker.end();
    }
    assert.deepEqual(await faultsIn(fixture.owner), []);
    assert.equal((await fixture.core.getBetaApp({ id })).owner.nik, sari.nik);
  });
});
