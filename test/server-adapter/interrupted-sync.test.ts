import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCore } from '@beta-app/core';
import postgres, { type ReservedSql, type Sql } from 'postgres';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { fillDirectory } from './support/directory.js';
import { type FreezingProxy, startFreezingProxy } from './support/freezing-proxy.js';
import { spawnCommand } from './support/server-process.js';

/** The process of a sync that waits. */
interface Running {
  kill(signal: NodeJS.Signals): void;
  exitCode: Promise<number | null>;
  output(): string;
  errors(): string;
}

describe('a sync that is interrupted', () => {
  let database: TestDatabase;
  let owner: Sql;
  let held: ReservedSql;
  let proxy: FreezingProxy;
  before(async () => {
    database = await createTestDatabase();
    owner = postgres(database.ownerUrl, { max: 2, onnotice: () => undefined });
    await fillDirectory(createCore({ sql: owner }));
    held = await owner.reserve();
    proxy = await startFreezingProxy(database.serviceUrl);
  });
  after(async () => {
    await proxy.close();
    held.release();
    await owner.end({ timeout: 1 });
    await database.drop();
  });

  const isWaiting = async () =>
    (
      await owner`
        select from pg_locks join pg_stat_activity using (pid)
        where not granted and datname = current_database()`
    ).length > 0;
  const isThere = async (code: string) =>
    (await owner`select from beta_app.application where code = ${code}`).length > 0;
  /** What waits in the database doesn't know that nobody listens any more. */
  const untilThere = async (code: string) => {
    while (!(await isThere(code))) await sleep(20);
  };

  /** Starts a sync that has to wait for the directory, and lets it go when the test is over with it. */
  async function whileWaiting(code: string, then: (running: Running) => Promise<void>) {
    await held`begin`;
    await held`select from beta_app.directory for update`;
    const words = 'sync applications - --format jsonl --actor-name Sari --actor-nik 1 --json';
    const child = spawnCommand(words.split(' '), { DATABASE_URL: proxy.url });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    const closed = once(child, 'close') as Promise<[number | null]>;
    child.stdin.end(JSON.stringify({ code, name: 'Baru' }));
    try {
      while (child.exitCode === null && !(await isWaiting())) await sleep(20);
      await then({
        kill: (signal) => child.kill(signal),
        errors: () => Buffer.concat(errors).toString(),
        exitCode: closed.then(([exitCode]) => exitCode),
        output: () => Buffer.concat(output).toString(),
      });
    } finally {
      child.kill('SIGKILL');
      await held`rollback`;
    }
  }

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`stops in the database at ${signal}, and answers that nothing was saved`, async () => {
      await whileWaiting(signal, async (running) => {
        running.kill(signal);
        assert.equal(await running.exitCode, 130);
        const { error } = JSON.parse(running.output()) as { error: { code: string } };
        assert.equal(error.code, 'INTERRUPTED');
      });
      assert.equal(await isThere(signal), false);
    });
  }

  it('leaves at the second signal, where the database can’t be asked to stop', async () => {
    await whileWaiting('SECOND', async (running) => {
      proxy.freeze();
      running.kill('SIGINT');
      while (!running.errors().includes('once more')) await sleep(20);
      // What npx passes on of a Ctrl+C that the process had already.
      running.kill('SIGINT');
      await sleep(1_500);
      assert.doesNotMatch(running.errors(), /whole or not at all/u);
      running.kill('SIGINT');
      assert.equal(await running.exitCode, 130);
      assert.equal(running.output(), '');
      assert.match(running.errors(), /whole or not at all/u);
    });
    proxy.thaw();
    await untilThere('SECOND');
  });

  it('doesn’t say that nothing was saved when the connection breaks', async () => {
    await whileWaiting('BROKEN', async (running) => {
      await proxy.cut();
      assert.equal(await running.exitCode, 1);
      const { error } = JSON.parse(running.output()) as { error: { code: string } };
      assert.equal(error.code, 'OUTCOME_UNKNOWN');
    });
    await untilThere('BROKEN');
    await proxy.open();
  });
});
