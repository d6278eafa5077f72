import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCore } from '@beta-app/core';
import postgres, { type Sql } from 'postgres';
import { makeBetaApp } from '../core/support/beta-apps.js';
import { faultsIn } from '../core/support/end-state.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { type BundledServer, bundleServer } from './support/bundled-server.js';
import { sari } from './support/directory.js';
import { KeyedSaves } from './support/keyed-saves.js';
import { type ServerProcess, startServerProcess } from './support/server-process.js';

const kills = 50;
/** So many servers at once, each with beta apps of its own. */
const lanes = 2;
const branches = Array.from({ length: 30 }, (_, index) => ({
  code: `B${String(index)}`,
  name: `Cabang ${String(index)}`,
  timeZone: 'Asia/Jakarta' as const,
}));
const stores = Array.from({ length: 15_000 }, (_, index) => ({
  code: `T${String(index).padStart(5, '0')}`,
  name: `Toko ${String(index)}`,
  branchCode: `B${String(index % branches.length)}`,
}));
const applications = Array.from({ length: lanes }, (_, index) => ({
  code: `APP${String(index)}`,
  name: `Aplikasi ${String(index)}`,
}));
const codes = stores.map(({ code }) => code);

describe('a server that is killed while it saves 15,000 stores', () => {
  let database: TestDatabase;
  let owner: Sql;
  let bundled: BundledServer;
  const running = new Set<ServerProcess>();
  before(async () => {
    bundled = await bundleServer();
    database = await createTestDatabase();
    owner = postgres(database.ownerUrl, { max: 2, onnotice: () => undefined });
    await createCore({ sql: owner }).syncDirectory(
      {
        branches: { mode: 'full', rows: branches },
        stores: { mode: 'full', rows: stores },
        applications: { mode: 'full', rows: applications },
      },
      { actor: sari },
    );
  });
  after(async () => {
    await Promise.all([...running].map(kill));
    await owner.end({ timeout: 1 });
    await database.drop();
    bundled.remove();
  });

  async function start(): Promise<ServerProcess> {
    const { bin, auth } = bundled;
    const server = await startServerProcess(database.serviceUrl, ['--auth', auth], [bin]);
    running.add(server);
    return server;
  }

  async function kill(server: ServerProcess): Promise<void> {
    running.delete(server);
    server.child.kill('SIGKILL');
    await server.exited;
  }

  it(`has saved all or nothing, what it acknowledged, and once, ${String(kills)} times`, async (t) => {
    const seen = await Promise.all(Array.from({ length: lanes }, (_, lane) => runLane(lane)));
    const counts = new Map<string, number>();
    for (const what of seen.flat()) counts.set(what, (counts.get(what) ?? 0) + 1);
    t.diagnostic(JSON.stringify(Object.fromEntries(counts)));
    for (const what of ['not saved', 'saved']) assert.ok(counts.has(what), what);
    assert.deepEqual(await faultsIn(owner), []);
  });

  /** Kills server after server, at moments spread over the time that a save takes, and says what had become of it. */
  async function runLane(lane: number): Promise<string[]> {
    const core = createCore({ sql: owner });
    const big = await makeBetaApp(core, { applications: [applications[lane]!.code] });
    const small = await makeBetaApp(core);
    const all = new KeyedSaves(big.id, big.revision, codes);
    const few = new KeyedSaves(small.id, small.revision, codes.slice(0, 3));
    const seen: string[] = [];

    let server = await start();
    await all.send(server.url);
    const rounds = kills / lanes;
    for (let round = 0; round < rounds; round += 1) {
      const sent = Promise.all([all.send(server.url), few.sendOn(server.url)]);
      // From the first moment to a little later than the fastest answer.
      await sleep(((round + Math.random()) / rounds) * 1.2 * all.fastest);
      await kill(server);
      await sent;
      server = await start();
      seen.push(await all.judge(server.url));
      await few.judge(server.url);
    }
    await kill(server);
    return seen;
  }
});
