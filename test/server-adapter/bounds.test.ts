import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Core, createCore } from '@beta-app/core';
import { createHandler, startServer } from '@beta-app/server-adapter';
import postgres from 'postgres';
import { openApi, readAnswer, requestOf, type TestApi } from './support/api.js';
import { sari } from './support/directory.js';
import { type FreezingProxy, startFreezingProxy } from './support/freezing-proxy.js';
import { lockBranches } from './support/locked-table.js';
import { recordingLogger } from './support/log.js';

let api: TestApi;
let proxy: FreezingProxy;
before(async () => {
  api = await openApi();
  proxy = await startFreezingProxy(api.database.serviceUrl);
});
after(async () => {
  await proxy.close();
  await api.close();
});

/** A handler over two connections through the proxy, with a deadline that a test can wait for. */
function openNarrow({ waitMs = 300 } = {}) {
  const sql = postgres(proxy.url, {
    max: 2,
    fetch_types: false,
    connect_timeout: 1,
    backoff: () => 0.1,
  });
  const { log, logger } = recordingLogger();
  const core = createCore({ sql });
  const authenticate = () => sari;
  const bounds = { maxConcurrent: 2, waitMs, deadlineMs: 1_500 };
  const handler = createHandler({ core, logger, authenticate, ...bounds });
  const get = async (path: string) => {
    const start = performance.now();
    const answer = await readAnswer(await handler(requestOf('GET', path)));
    return { ...answer, ms: performance.now() - start };
  };
  return { sql, log, get };
}

describe('a slow database', () => {
  it('gives 504 after the deadline, 503 to those who wait too long, and nothing is stuck after', async () => {
    const { sql, log, get } = openNarrow();
    assert.equal((await get('/api/branches')).status, 200);
    const table = await lockBranches(api.database);

    const slow = [get('/api/branches'), get('/api/branches')];
    await table.waitFor(2);
    const waiting = await get('/api/applications');
    assert.equal(waiting.status, 503);
    assert.equal(waiting.error.code, 'SERVER_BUSY');
    assert.equal(waiting.headers.get('retry-after'), '1');
    assert.equal(waiting.error.message, 'Layanan sedang sibuk. Coba lagi dalam 1 detik.');
    assert.ok(waiting.ms >= 290 && waiting.ms < 1_200);
    for (const answer of await Promise.all(slow)) {
      assert.equal(answer.status, 504);
      assert.equal(answer.error.code, 'DATABASE_TIMEOUT');
      assert.ok(answer.ms < 3_000);
    }
    // Their connections are still busy, so that nobody else is sent after them.
    assert.equal((await get('/api/applications')).error.code, 'SERVER_BUSY');

    await table.unlock();
    await sleep(100);
    const answers = await Promise.all([get('/api/branches'), get('/api/applications')]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200],
    );
    assert.ok(log.every(({ level }) => level !== 'error'));
    await sql.end();
  });

  it('lets requests wait a moment in the order of their coming', async () => {
    const { sql, get } = openNarrow({ waitMs: 10_000 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => get('/api/branches')));
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    await sql.end();
  });
});

describe('bounds that are given as `Infinity`', () => {
  it('bind nobody', async () => {
    const statuses: number[] = [];
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const core = {
      listBranches: async () => {
        await answered;
        return { items: [] };
      },
    } as Partial<Core> as Core;
    const bounds = { maxConcurrent: 1, waitMs: Infinity, deadlineMs: Infinity };
    const handler = createHandler({ core, authenticate: () => sari, ...bounds });
    const get = async () => {
      statuses.push((await handler(requestOf('GET', '/api/branches'))).status);
    };
    const asked = [get(), get()];
    // Long enough for a timer that can't take it, which calls back after a millisecond.
    await sleep(50);
    assert.deepEqual(statuses, []);
    answer();
    await Promise.all(asked);
    assert.deepEqual(statuses, [200, 200]);
  });

  it('are taken by a server and its database', async () => {
    const warnings: string[] = [];
    const note = ({ name }: Error) => void warnings.push(name);
    process.on('warning', note);
    const server = await startServer({
      databaseUrl: api.database.serviceUrl,
      port: 0,
      authenticate: () => sari,
      deadlineMs: Infinity,
      waitMs: Infinity,
      graceMs: Infinity,
    });
    const answer = await fetch(`http://127.0.0.1:${server.port}/api/branches`);
    assert.equal(answer.status, 200, await answer.text());
    await server.stop();
    process.off('warning', note);
    assert.ok(!warnings.includes('TimeoutOverflowWarning'));
  });
});

describe('a frozen database', () => {
  it('gives 504 and 503 and 503 at readyz, and works again once it thaws', async () => {
    const { sql, get } = openNarrow();
    const ready = await Promise.all([get('/api/branches'), get('/api/branches'), get('/readyz')]);
    assert.deepEqual(
      ready.map(({ status }) => status),
      [200, 200, 200],
    );
    proxy.freeze();
    const frozen = await Promise.all([get('/api/branches'), get('/api/branches')]);
    assert.deepEqual(
      frozen.map(({ status }) => status),
      [504, 504],
    );
    assert.equal((await get('/api/branches')).status, 503);
    const probes = await Promise.all([get('/readyz'), get('/readyz'), get('/readyz')]);
    for (const probe of probes) {
      assert.equal(probe.status, 503);
      assert.equal(probe.error.code, 'DATABASE_UNAVAILABLE');
      assert.ok(probe.ms < 4_000);
    }
    assert.equal((await get('/healthz')).status, 200);
    proxy.thaw();
    await sleep(200);
    assert.equal((await get('/api/branches')).status, 200);
    assert.equal((await get('/readyz')).status, 200);
    await sql.end();
  });
});

describe('a database that is away', () => {
  it('gives 503 with Retry-After, and works again once it is back', async () => {
    const { sql, log, get } = openNarrow();
    assert.equal((await get('/api/branches')).status, 200);
    await proxy.cut();
    for (let times = 0; times < 3; times++) {
      const answer = await get('/api/branches');
      assert.equal(answer.status, 503);
      assert.equal(answer.error.code, 'DATABASE_UNAVAILABLE');
      assert.equal(answer.headers.get('retry-after'), '2');
    }
    assert.equal((await get('/readyz')).status, 503);
    await proxy.open();
    await sleep(300);
    assert.equal((await get('/api/branches')).status, 200);
    assert.equal((await get('/readyz')).status, 200);
    assert.ok(log.every(({ level }) => level !== 'error'));
    await sql.end();
  });
});
