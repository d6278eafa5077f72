import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createCore, type Core } from '@beta-app/core';
import postgres, { type Sql } from 'postgres';
import { makeBetaApp } from './support/beta-apps.js';
import { faultsIn } from './support/end-state.js';
import { budi, day, openFixture, type Fixture } from './support/fixture.js';

const asDate = { to: 1082, from: [1082, 1114, 1184], serialize: String, parse: () => new Date(0) };
const asSomething = { to: 114, from: [114, 3802], serialize: String, parse: () => ({ odd: true }) };
const asNumber = { to: 20, from: [20, 23], serialize: String, parse: () => -1 };

/** What a host may have set up for itself, by name. */
const setups: Record<string, postgres.Options<Record<string, postgres.PostgresType>>> = {
  'types of its own': { types: { date: asDate, json: asSomething, bigint: asNumber } },
  'columns in camel case': { transform: postgres.camel },
  'columns in pascal case': { transform: postgres.pascal },
  'undefined as null': { transform: { undefined: null } },
  'no query for types': { fetch_types: false },
  'no prepared statements': { prepare: false },
  'one connection': { max: 1, max_pipeline: 0 } as object,
  'another time zone and style of dates': {
    connection: {
      TimeZone: 'America/St_Johns',
      DateStyle: 'SQL, DMY',
      IntervalStyle: 'sql_standard',
    },
  },
  'another search path': { connection: { search_path: 'pg_catalog' } },
  'odd settings': {
    connection: {
      standard_conforming_strings: 'off',
      array_nulls: 'off',
      quote_all_identifiers: 'on',
      extra_float_digits: -15,
      default_transaction_isolation: 'serializable',
    } as never,
  },
};

describe("core on a host's own connection", () => {
  let fixture: Fixture;
  const open: Sql[] = [];
  before(async () => {
    fixture = await openFixture();
  });
  after(async () => {
    await Promise.all(open.map((sql) => sql.end({ timeout: 1 })));
    await fixture.close();
  });

  /** A whole round of reads and writes; ids, moments and revisions differ from round to round. */
  async function round(core: Core): Promise<unknown> {
    const actor = budi;
    const app = await makeBetaApp(core, {
      name: 'Tuan rumah',
      period: [0, 9],
      applications: ['POS', 'STK'],
      stores: ['TB001', 'TM001', 'TP001'],
      actor,
    });
    const { id, detailsRevision } = app;
    const updated = await core.updateBetaApp(
      { id, detailsRevision, endsOn: day(12), startsOn: day(-4) },
      { actor, idempotencyKey: `kunci ${String(id)}` },
    );
    const page = await core.listBetaAppStores({ id, registered: true });
    const next = await core.listBetaApps({ q: 'tuan', limit: 1 }, { actor });
    const refused = await core
      .addApplication({ id, detailsRevision: 1, applicationCode: 'ABS', version: '1' }, { actor })
      .catch((error: unknown) => error);
    const versions = await core.lookUpVersions({
      store: 'TM001',
      at: `${day(5)}T12:00:00+08:00`,
    });
    const ended = await core.cancelBetaApp(
      { id, detailsRevision: updated.detailsRevision },
      { actor },
    );
    const all = [app, updated, page, next, { ...(refused as object) }, versions, ended];
    const hidden = /^(?:id|at|since|registeredSince|nextCursor|revision|total)$/u;
    const keep = (key: string, value: unknown) => (hidden.test(key) ? undefined : value);
    return JSON.parse(
      JSON.stringify(all, keep).replaceAll(new RegExp(`beta-${String(id)}\\b`, 'gu'), 'beta'),
    );
  }

  it('answers the same whatever the host has set up for itself', async () => {
    const expected = await round(fixture.core);
    for (const [name, options] of Object.entries(setups)) {
      const sql = postgres(fixture.database.serviceUrl, {
        onnotice: () => undefined,
        max: 3,
        ...options,
      });
      open.push(sql);
      assert.deepEqual(await round(createCore({ sql })), expected, name);
    }
    const unprepared = createCore({ sql: fixture.sql, prepare: false });
    assert.deepEqual(await round(unprepared), expected, 'the option of core');
    assert.deepEqual(await faultsIn(fixture.owner), []);
  });

  it('leaves the search path and everything else of the session as it was', async () => {
    const sql = postgres(fixture.database.serviceUrl, { max: 1, onnotice: () => undefined });
    open.push(sql);
    const settings = () => sql`
      select name, setting from pg_settings
      where source in ('session', 'client') and name <> 'application_name' order by name`;
    const before = await settings();
    await round(createCore({ sql }));
    assert.deepEqual([...(await settings())], [...before]);
    const [locks] = await sql`
      select count(*)::int as count from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`;
    assert.equal(locks?.['count'], 0);
  });
});
