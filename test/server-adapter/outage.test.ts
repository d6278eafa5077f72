import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BetaApp } from '@beta-app/core/contract';
import postgres from 'postgres';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { openApi, readAnswer, type TestApi } from './support/api.js';
import { day } from './support/directory.js';
import { type ServerProcess, startServerProcess } from './support/server-process.js';

let database: TestServer;
let api: TestApi;
let server: ServerProcess;
before(async () => {
  // A server of this file's own, which survives what is done to it here.
  database = await startTestServer({
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
  });
  process.env['TEST_DATABASE_URL'] = database.url();
  api = await openApi();
  const auth = path.join(import.meta.dirname, 'support/auth-everybody.ts');
  server = await startServerProcess(api.database.serviceUrl, ['--auth', auth]);
});
after(async () => {
  server.child.kill('SIGTERM');
  await server.exited;
  await api.close();
  await database.dispose();
});

/** Writes and reads until told to stop, and keeps what was acknowledged. */
function startLoad(workers: number) {
  const acknowledged = new Map<number, string>();
  const statuses = new Map<number, number>();
  const cutOff: unknown[] = [];
  let isOver = false;
  let made = 0;

  async function createOnce(): Promise<void> {
    const name = `Beban ${++made} ${Math.random()}`;
    const body = JSON.stringify({ name, startsOn: day(0), endsOn: day(9) });
    const headers = {
      'Content-Type': 'application/json',
      'Idempotency-Key': `k-${name.replaceAll(' ', '-')}`,
    };
    // Trying again with the same key until it is there, as the page does.
    while (!isOver) {
      const answer = await readAnswer<BetaApp>(
        await fetch(`${server.url}/api/beta-apps`, { method: 'POST', headers, body }),
      );
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.status === 201) {
        acknowledged.set(answer.data.id, name);
        return;
      }
      await sleep(50);
    }
  }

  const running = Array.from({ length: workers }, async () => {
    while (!isOver) await createOnce().catch((error: unknown) => cutOff.push(error));
  });
  return {
    acknowledged,
    statuses,
    cutOff,
    stop: async () => {
      isOver = true;
      await Promise.all(running);
    },
  };
}

async function until(condition: () => Promise<boolean> | boolean, withinMs: number): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await condition())) {
    assert.ok(performance.now() < end, 'it takes too long');
    await sleep(50);
  }
}

const isReady = async () => (await fetch(`${server.url}/readyz`)).status === 200;

describe('an outage under load', () => {
  const outages: [what: string, strike: () => Promise<void>][] = [
    ['connections are terminated', terminateAll],
    ['the database is restarted', () => database.restart()],
    [
      'the database crashes',
      async () => {
        await database.kill();
        await sleep(500);
        await database.restart();
      },
    ],
  ];
  for (const [what, strike] of outages) {
    it(`loses nothing acknowledged, and is over by itself: ${what}`, async () => {
      const load = startLoad(20);
      await until(() => load.acknowledged.size >= 40, 20_000);
      await strike();
      const before = load.acknowledged.size;
      await until(isReady, 15_000);
      await until(() => load.acknowledged.size >= before + 40, 20_000);
      await load.stop();

      assert.equal(server.child.exitCode, null, 'the process lives');
      assert.deepEqual(load.cutOff, [], 'every request is answered');
      const unexpected = [...load.statuses.keys()].filter(
        (status) => ![201, 409, 503, 504].includes(status),
      );
      assert.deepEqual(unexpected, []);
      assert.ok(load.statuses.has(503), 'the outage was felt');
      const names = await storedNames();
      for (const [id, name] of load.acknowledged) assert.equal(names.get(id), name);
      const values = [...names.values()];
      assert.equal(new Set(values).size, values.length, 'nothing is stored twice');
    });
  }
});

async function asSuperuser<Value>(work: (sql: postgres.Sql) => Promise<Value>): Promise<Value> {
  const sql = postgres(api.database.superuserUrl, { max: 1 });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

async function terminateAll(): Promise<void> {
  await asSuperuser(async (sql) => {
    for (let times = 0; times < 5; times++) {
      await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'beta-app-server'`;
      await sleep(100);
    }
  });
}

async function storedNames(): Promise<Map<number, string>> {
  const names = new Map<number, string>();
  let cursor = '';
  do {
    const page = await api.call<{ items: BetaApp[]; nextCursor: string | null }>(
      'GET',
      `/api/beta-apps?q=beban&limit=2000${cursor}`,
    );
    for (const { id, name } of page.data.items) names.set(id, name);
    cursor =
      page.data.nextCursor === null ? '' : `&cursor=${encodeURIComponent(page.data.nextCursor)}`;
  } while (cursor !== '');
  return names;
}
