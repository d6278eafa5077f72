import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ChangeFeed, createChangeFeed } from '@beta-app/core';
import postgres, { type Sql } from 'postgres';
import {
  type FreezingProxy,
  startFreezingProxy,
} from '../server-adapter/support/freezing-proxy.js';
import { eventually } from './resolver/support/eventually.js';
import { makeBetaApp, register } from './support/beta-apps.js';
import { openFixture, type Fixture } from './support/fixture.js';

describe('A change feed', () => {
  let fixture: Fixture;
  let proxy: FreezingProxy;
  let sql: Sql;
  const feeds: ChangeFeed[] = [];
  before(async () => {
    fixture = await openFixture();
    proxy = await startFreezingProxy(fixture.database.serviceUrl);
    sql = postgres(proxy.url, {
      max: 2,
      fetch_types: false,
      connect_timeout: 1,
      backoff: () => 0.05,
      onnotice: () => undefined,
    });
  });
  after(async () => {
    await Promise.all(feeds.map((feed) => feed.close()));
    await sql.end({ timeout: 1 });
    await proxy.close();
    await fixture.close();
  });

  function open(warnings: string[] = []) {
    const warn = (_: object, message: string) => void warnings.push(message);
    const feed = createChangeFeed({ sql, logger: { warn } });
    feeds.push(feed);
    return feed;
  }

  /** Watches a beta app, and waits until that has begun. */
  async function watch(feed: ChangeFeed, id: number) {
    const heard: (number | undefined)[] = [];
    const end = feed.watch(id, (revision) => heard.push(revision));
    await eventually(() => assert.ok(heard.includes(undefined)));
    heard.length = 0;
    return { heard, end };
  }

  it('tells the revision after a change, of the beta app that is watched alone', async () => {
    const [one, other] = [await makeBetaApp(fixture.core), await makeBetaApp(fixture.core)];
    const { heard, end } = await watch(open(), one.id);
    await register(fixture.core, other.id, ['TB001']);
    await register(fixture.core, one.id, ['TB001']);
    await eventually(() => assert.deepEqual(heard, [one.revision + 1]));
    end();
    await register(fixture.core, one.id, ['TB002']);
    const second = await watch(open(), one.id);
    await register(fixture.core, one.id, ['TB003']);
    await eventually(() => assert.deepEqual(second.heard, [one.revision + 3]));
    assert.deepEqual(heard, [one.revision + 1]);
  });

  it('says after a lost connection that something may have been missed, and goes on', async () => {
    const { id, revision } = await makeBetaApp(fixture.core);
    const { heard } = await watch(open(), id);
    await proxy.cut();
    await register(fixture.core, id, ['TB001']);
    await proxy.open();
    await eventually(() => assert.deepEqual(heard, [undefined]));
    await register(fixture.core, id, ['TB002']);
    await eventually(() => assert.deepEqual(heard, [undefined, revision + 2]));
  });

  it('waits for a database that is away at the start, and says so', async () => {
    const { id, revision } = await makeBetaApp(fixture.core);
    await sql.end({ timeout: 0 });
    sql = postgres(proxy.url, { max: 1, connect_timeout: 1, onnotice: () => undefined });
    await proxy.cut();
    const warnings: string[] = [];
    const heard: (number | undefined)[] = [];
    open(warnings).watch(id, (each) => heard.push(each));
    await eventually(() => assert.ok(warnings.length > 0));
    await proxy.open();
    await eventually(() => assert.deepEqual(heard, [undefined]));
    await register(fixture.core, id, ['TB001']);
    await eventually(() => assert.deepEqual(heard, [undefined, revision + 1]));
  });

  it('goes on telling when a listener throws, and is silent once it is closed', async () => {
    const { id, revision } = await makeBetaApp(fixture.core);
    const warnings: string[] = [];
    const feed = open(warnings);
    feed.watch(id, () => {
      throw new Error('a listener');
    });
    const { heard } = await watch(feed, id);
    await register(fixture.core, id, ['TB001']);
    await eventually(() => assert.deepEqual(heard, [revision + 1]));
    assert.ok(warnings.includes('A listener of the change feed failed'));
    await feed.close();
    await feed.close();
    await register(fixture.core, id, ['TB002']);
    const another = await watch(open(), id);
    await register(fixture.core, id, ['TB003']);
    await eventually(() => assert.deepEqual(another.heard, [revision + 3]));
    assert.deepEqual(heard, [revision + 1]);
  });
});
