import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Core,
  createVersionResolver,
  type VersionResolver,
  type VersionResolverEvent,
  type VersionResolverOptions,
} from '@beta-app/core';
import postgres, { type Sql } from 'postgres';
import {
  type FreezingProxy,
  startFreezingProxy,
} from '../../server-adapter/support/freezing-proxy.js';
import { makeBetaApp, register, withdraw } from '../support/beta-apps.js';
import { openFixture, type Fixture, stores } from '../support/fixture.js';
import { eventually } from './support/eventually.js';

const store = stores.map(({ code }) => code);

describe('A version resolver whose database is', () => {
  let fixture: Fixture;
  let core: Core;
  let proxy: FreezingProxy;
  let betaApp: number;
  const connections: Sql[] = [];
  const resolvers: VersionResolver[] = [];
  const uncaught: unknown[] = [];
  const note = (error: unknown) => void uncaught.push(error);
  before(async () => {
    process.on('uncaughtException', note);
    process.on('unhandledRejection', note);
    fixture = await openFixture();
    ({ core } = fixture);
    proxy = await startFreezingProxy(fixture.database.serviceUrl);
    ({ id: betaApp } = await makeBetaApp(core, { applications: ['POS'], stores: ['TB001'] }));
  });
  after(async () => {
    process.off('uncaughtException', note);
    process.off('unhandledRejection', note);
    await Promise.all(resolvers.map((resolver) => resolver.close()));
    await Promise.all(connections.map((sql) => sql.end({ timeout: 1 })));
    await proxy.close();
    await fixture.close();
    assert.deepEqual(uncaught, []);
  });

  function open(options: Partial<VersionResolverOptions> = {}, url = proxy.url) {
    const sql = postgres(url, {
      max: 2,
      fetch_types: false,
      connect_timeout: 1,
      backoff: () => 0.05,
      onnotice: () => undefined,
    });
    connections.push(sql);
    const resolver = createVersionResolver({ sql, pollMs: 60_000, ...options });
    resolvers.push(resolver);
    const events: VersionResolverEvent[] = [];
    resolver.subscribe((event) => events.push(event));
    return { resolver, events };
  }

  const agrees = async (resolver: VersionResolver) => {
    const expected = await core.lookUpVersions({ store });
    await eventually(() => assert.deepEqual(resolver.lookUp({ store }), expected));
  };
  const channelOf = (resolver: VersionResolver, code: string) =>
    resolver.resolve(code, 'POS').channel;

  it('away at the start: it says so, waits for it, and then answers', async () => {
    await proxy.cut();
    const { resolver, events } = open();
    await sleep(300);
    assert.throws(() => resolver.resolve('TB001', 'POS'), { code: 'DATABASE_UNAVAILABLE' });
    assert.throws(() => resolver.lookUp({ store: 'TB001' }), { code: 'DATABASE_UNAVAILABLE' });
    assert.deepEqual(resolver.freshness(), { asOf: null, stale: true });
    await proxy.open();
    await resolver.ready();
    assert.deepEqual(
      events.map(({ type }) => type),
      ['ready'],
    );
    await agrees(resolver);
    await register(core, betaApp, ['TB002']);
    await agrees(resolver);
  });

  it('cut off while changes go on: it answers as before, and learns all of them afterwards', async () => {
    const { resolver, events } = open({ maxAgeMs: 400, pollMs: 50 });
    await resolver.ready();
    await agrees(resolver);
    await proxy.cut();
    await register(core, betaApp, ['TJ001', 'TM001']);
    await withdraw(core, betaApp, ['TB001']);
    await eventually(() => assert.ok(resolver.freshness().stale));
    assert.equal(channelOf(resolver, 'TB001'), 'beta');
    assert.equal(channelOf(resolver, 'TJ001'), 'production');
    await eventually(() => assert.equal(events.at(-1)?.type, 'stale'));
    await proxy.open();
    await agrees(resolver);
    await eventually(() => assert.ok(!resolver.freshness().stale));
    assert.ok(events.some(({ type }) => type === 'fresh'));
  });

  it('killing the listening connection: nothing that happened meanwhile is missed', async () => {
    const { resolver } = open({}, fixture.database.serviceUrl);
    await resolver.ready();
    for (let round = 0; round < 20; round += 1) {
      const admin = postgres(fixture.database.superuserUrl, { max: 1 });
      const kill = admin`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query like 'listen%'`;
      await Promise.all([
        kill,
        round % 2 === 0
          ? register(core, betaApp, ['TP001', 'TP002'])
          : withdraw(core, betaApp, ['TP001', 'TP002']),
      ]);
      await admin.end();
      await agrees(resolver);
    }
  });

  it('silent without an end: it goes on with what it has, and says how old that is', async () => {
    const { resolver, events } = open({ maxAgeMs: 300, pollMs: 50 });
    await resolver.ready();
    proxy.freeze();
    await register(core, betaApp, ['TB010']);
    await eventually(() => assert.ok(events.some(({ type }) => type === 'stale')));
    assert.ok(resolver.freshness().stale);
    assert.equal(channelOf(resolver, 'TB010'), 'production');
    proxy.thaw();
    await agrees(resolver);
    await eventually(() => assert.equal(resolver.freshness().stale, false));
  });

  it('telling nothing any more: it finds out by asking', async () => {
    const { resolver } = open({ pollMs: 50 }, fixture.database.serviceUrl);
    await resolver.ready();
    // Written by hand, without a notification.
    await fixture.owner`
      update beta_app.beta_app_application set version = 'tanpa kabar'
      where beta_app_id = ${betaApp}`;
    await fixture.owner`
      update beta_app.beta_app set revision = revision + 1 where id = ${betaApp}`;
    await fixture.owner`
      insert into beta_app.event (at, actor_name, actor_nik, action, beta_app_id, revision)
      select clock_timestamp(), 'x', 'x', 'test', id, revision from beta_app.beta_app
      where id = ${betaApp}`;
    await agrees(resolver);
    assert.equal(resolver.resolve('TJ001', 'POS').version, 'tanpa kabar');
  });

  it('changing ten thousand times: it keeps up', async () => {
    const { resolver, events } = open({}, fixture.database.serviceUrl);
    await resolver.ready();
    const apps = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        makeBetaApp(core, {
          period: [100 * index + 100, 100 * index + 110],
          applications: ['STK'],
        }),
      ),
    );
    await Promise.all(
      apps.map(async ({ id, revision }) => {
        for (let save = 0; save < 1_250; save += 1) {
          await core.saveStores(
            {
              id,
              baseRevision: revision + save,
              directoryRevision: 1,
              changes: [{ registered: save % 2 === 0, codes: [store[(save >> 1) % 200]!] }],
            },
            { actor: { name: 'Sari', nik: '1' } },
          );
        }
      }),
    );
    await agrees(resolver);
    assert.ok(events.length > 1 && events.length < 10_000, String(events.length));
  });

  it('left at any moment: nothing goes on', async () => {
    const line = await startFreezingProxy(fixture.database.serviceUrl);
    const leave = async (delay: number) => {
      const sql = postgres(line.url, { max: 2, fetch_types: false, onnotice: () => undefined });
      const resolver = createVersionResolver({ sql });
      await sleep(delay);
      await resolver.close();
      await sql.end({ timeout: 1 });
    };
    for (let delay = 0; delay < 60; delay += 2) await leave(delay);
    await eventually(() => assert.equal(line.standing, 0));
    const { accepted } = line;
    await sleep(500);
    assert.deepEqual([line.accepted, line.standing], [accepted, 0]);
    await line.close();
  });

  it('left while it answers nothing: it holds nobody up', async () => {
    const line = await startFreezingProxy(fixture.database.serviceUrl);
    const sql = postgres(line.url, { max: 2, fetch_types: false, onnotice: () => undefined });
    const resolver = createVersionResolver({ sql });
    await resolver.ready();
    // One for reading, one for listening.
    await eventually(() => assert.equal(line.standing, 2));
    line.freeze();
    await resolver.close();
    await sql.end({ timeout: 1 });
    await line.close();
  });

  it('left behind: closing twice, and closing before it was loaded', async () => {
    const { resolver } = open();
    await resolver.ready();
    await Promise.all([resolver.close(), resolver.close()]);
    await resolver.close();
    assert.ok(resolver.resolve('TB001', 'POS'));
    await proxy.cut();
    const { resolver: never } = open();
    const waiting = assert.rejects(never.ready(), { code: 'SERVER_STOPPING' });
    await never.close();
    await waiting;
    await proxy.open();
  });
});
