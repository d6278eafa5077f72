import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createCore, type Core } from '@beta-app/core';
import { migrate } from '@beta-app/core/migrations';
import postgres, { type Sql } from 'postgres';
import { createDatabaseFor, ensureRoles, ownerRole, serviceRole } from '../support/roles.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { makeBetaApp } from './support/beta-apps.js';
import { faultsIn } from './support/end-state.js';
import { branches, sari, stores } from './support/fixture.js';

const durable = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };
const workers = 10;
const codes = stores.slice(0, 40).map(({ code }) => code);

describe('a database that goes away under load', () => {
  let server: TestServer;
  let sql: Sql;
  let core: Core;
  const uncaught: unknown[] = [];
  const note = (error: unknown) => void uncaught.push(error);

  const urlAs = (role?: string) => {
    const url = new URL(server.url('shop'));
    if (role !== undefined) url.username = role;
    return url.href;
  };

  before(async () => {
    process.on('uncaughtException', note);
    process.on('unhandledRejection', note);
    server = await startTestServer(durable);
    await asSuperuser('postgres', async (admin) => {
      await ensureRoles(admin, decodeURIComponent(new URL(server.url()).password));
      await createDatabaseFor(admin, 'shop', 'template1');
    });
    const owner = postgres(urlAs(ownerRole), { onnotice: () => undefined });
    await migrate({ sql: owner, serviceRole });
    await owner.end();
    // The driver's own query for types can be cut off where nobody hears of it.
    sql = postgres(urlAs(serviceRole), {
      max: 8,
      fetch_types: false,
      connect_timeout: 2,
      backoff: () => 0.05,
      onnotice: () => undefined,
    });
    core = createCore({ sql });
    await core.syncDirectory(
      { branches: { mode: 'full', rows: branches }, stores: { mode: 'full', rows: stores } },
      { actor: sari },
    );
  });
  after(async () => {
    process.off('uncaughtException', note);
    process.off('unhandledRejection', note);
    await sql.end({ timeout: 1 });
    await server.dispose();
  });

  async function asSuperuser<Result>(
    database: string,
    work: (admin: Sql) => Promise<Result>,
  ): Promise<Result> {
    const admin = postgres(server.url(database), { max: 1, onnotice: () => undefined });
    try {
      return await work(admin);
    } finally {
      await admin.end({ timeout: 1 });
    }
  }

  /**
   * Saves without a pause, each worker into a beta app of its own, and tries again with the same key until it is
   * told that the save is done.
   */
  async function underLoad(disturb: () => Promise<unknown>) {
    const apps = await Promise.all(Array.from({ length: workers }, () => makeBetaApp(core)));
    const failures = new Set<string>();
    let isOver = false;
    const work = apps.map(async ({ id, revision }) => {
      let acknowledged = revision;
      let savesInARow = 0;
      while (!isOver) {
        const registered = (acknowledged - revision) % 2 === 0;
        try {
          const saved = await core.saveStores(
            {
              id,
              baseRevision: acknowledged,
              directoryRevision: 1,
              changes: [{ registered, codes }],
            },
            { actor: sari, idempotencyKey: `${String(id)}/${String(acknowledged)}` },
          );
          assert.equal(saved.revision, acknowledged + 1, 'each save was done once');
          acknowledged = saved.revision;
          savesInARow += 1;
        } catch (error) {
          if (error instanceof assert.AssertionError) throw error;
          failures.add((error as { code?: string }).code ?? String(error));
          savesInARow = 0;
          await pause(20);
        }
      }
      return { id, acknowledged, savesInARow };
    });
    await pause(100);
    await disturb();
    await pause(800);
    isOver = true;
    return { results: await Promise.all(work), failures };
  }

  type Outcome = Awaited<ReturnType<typeof underLoad>>;

  async function check({ results, failures }: Outcome) {
    // A save whose connection was cut may still be running when it is tried again.
    failures.delete('IDEMPOTENCY_IN_PROGRESS');
    assert.deepEqual([...failures], ['DATABASE_UNAVAILABLE']);
    for (const { id, acknowledged, savesInARow } of results) {
      const { revision, registeredStores } = await core.getBetaApp({ id });
      assert.ok(revision >= acknowledged, 'what was acknowledged is there');
      assert.ok([0, codes.length].includes(registeredStores), 'nothing is half saved');
      assert.ok(savesInARow > 0, 'the pool works again');
    }
    assert.deepEqual(await asSuperuser('shop', faultsIn), []);
    assert.deepEqual(uncaught, []);
  }

  it('does each save once while connections are killed, and the process lives', async () => {
    await check(
      await underLoad(() =>
        asSuperuser('shop', async (admin) => {
          for (let round = 0; round < 20; round += 1) {
            await admin`
              select pg_terminate_backend(pid) from pg_stat_activity
              where usename = ${serviceRole} and random() < 0.5`;
            await pause(30);
          }
        }),
      ),
    );
  });

  it('does so while the server restarts', async () => {
    await check(await underLoad(() => server.restart()));
  });

  it('loses nothing that it acknowledged when the server dies as in a power cut', async () => {
    await check(
      await underLoad(async () => {
        await server.kill();
        await pause(100);
        await server.restart();
      }),
    );
  });

  it('says that a statement took too long, and goes on', async () => {
    const impatient = postgres(urlAs(serviceRole), {
      max: 1,
      fetch_types: false,
      connection: { statement_timeout: 150 },
      onnotice: () => undefined,
    });
    const app = await makeBetaApp(core);
    const edit = { id: app.id, detailsRevision: app.detailsRevision };
    await asSuperuser('shop', (admin) =>
      admin.begin(async (transaction) => {
        await transaction`select from beta_app.beta_app where id = ${app.id} for update`;
        const waiting = createCore({ sql: impatient }).endBetaApp(edit, { actor: sari });
        await assert.rejects(waiting, { code: 'DATABASE_TIMEOUT' });
      }),
    );
    const ended = await createCore({ sql: impatient }).cancelBetaApp(edit, { actor: sari });
    assert.equal(ended.state, 'cancelled');
    await impatient.end();
    assert.deepEqual(uncaught, []);
  });

  it('is told apart from a database that was never there', async () => {
    const nowhere = postgres('postgres://x:y@127.0.0.1:1/z', { max: 1, backoff: () => 0.01 });
    await assert.rejects(createCore({ sql: nowhere }).checkHealth(), {
      code: 'DATABASE_UNAVAILABLE',
    });
    await nowhere.end({ timeout: 1 });
    assert.deepEqual(uncaught, []);
  });
});
