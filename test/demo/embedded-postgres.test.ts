import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import postgres from 'postgres';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '@beta-app/stories/demo/embedded-postgres';
import { accountForServer } from '@beta-app/stories/demo/embedded-postgres/account';
import {
  asNobody,
  isAlive,
  isGone,
  nobodyCanEnter,
  startBystander,
  startElsewhere,
} from './other-process.js';

const isRoot = process.getuid?.() === 0;
const places: string[] = [];
const messages: string[] = [];
const log = (message: string) => messages.push(message);

function newPlace(mode = 0o755): string {
  const place = mkdtempSync(path.join(tmpdir(), 'beta-app-demo-'));
  chmodSync(place, mode);
  places.push(place);
  return place;
}

after(() => {
  for (const place of places) rmSync(place, { recursive: true, force: true });
});

async function query<T extends postgres.Row>(server: EmbeddedPostgres, text: string): Promise<T[]> {
  const sql = postgres(server.url(), { max: 1, onnotice: () => undefined });
  try {
    return await sql.unsafe<T[]>(text);
  } finally {
    await sql.end();
  }
}

function ownerOf(pid: number): number {
  return statSync(path.join('/proc', String(pid))).uid;
}

describe('the embedded PostgreSQL', () => {
  const directory = path.join(newPlace(), 'postgres');

  it('keeps its data between starts and leaves no process behind', async () => {
    const first = await startEmbeddedPostgres({ directory, log });
    await query(first, 'create table kept (word text)');
    await query(first, `insert into kept values ('ya')`);
    await first.stop();
    assert.ok(!isAlive(first.pid));

    const second = await startEmbeddedPostgres({ directory, log });
    assert.deepEqual([...(await query(second, 'select word from kept'))], [{ word: 'ya' }]);
    await second.stop();
    assert.ok(await isGone(second.pid));
  });

  it('listens on the loopback address only, asks for the password, and folds case', async () => {
    const server = await startEmbeddedPostgres({ directory, log, settings: { work_mem: '5MB' } });
    const [row] = await query(
      server,
      `select current_setting('listen_addresses') as addresses, current_setting('work_mem') as memory,
              lower('É') as lower, current_setting('server_encoding') as encoding`,
    );
    assert.deepEqual(row, { addresses: '127.0.0.1', memory: '5MB', lower: 'é', encoding: 'UTF8' });
    const url = new URL(server.url());
    url.password = 'wrong';
    const stranger = postgres(url.href, { max: 1 });
    await assert.rejects(stranger`select 1`, { code: '28P01' });
    await stranger.end();
    await server.stop();
  });

  it('recovers what was committed before it was killed, on the same port', async () => {
    const server = await startEmbeddedPostgres({ directory, log });
    const { port, pid } = server;
    await query(server, 'create table survives (i int)');
    await server.kill();
    assert.ok(!isAlive(pid));
    await server.restart();
    assert.equal(server.port, port);
    await query(server, 'select * from survives');
    await server.stop();
  });

  it('starts over the pid file of a crash whose number belongs to another program now', async () => {
    const server = await startEmbeddedPostgres({ directory, log });
    await server.stop();
    const innocent = await startBystander(accountForServer().ids);
    writeFileSync(path.join(server.directory, 'data/postmaster.pid'), `${String(innocent.pid)}\n`);
    await server.restart();
    await server.stop();
    assert.ok(isAlive(innocent.pid ?? 0));
    innocent.kill();
  });

  it('refuses a directory that another server uses, and names its process', async () => {
    const server = await startEmbeddedPostgres({ directory, log });
    await assert.rejects(startEmbeddedPostgres({ directory, log }), (error: Error) =>
      error.message.includes(String(server.pid)),
    );
    await server.stop();
  });

  it('takes a directory that a usual umask left open to the group', async () => {
    const open = newPlace(0o775);
    const server = await startEmbeddedPostgres({ directory: open, log });
    assert.equal(statSync(server.directory).mode & 0o777, 0o700);
    await server.stop();
  });

  it('initialises a directory again in which that was not finished', async () => {
    const half = path.join(newPlace(), 'postgres');
    mkdirSync(path.join(half, 'data/base'), { recursive: true });
    mkdirSync(path.join(half, 'data.new'));
    const server = await startEmbeddedPostgres({ directory: half, log });
    await query(server, 'select 1');
    await server.stop();
    assert.ok(!existsSync(path.join(half, 'data.new')));
  });

  for (const end of ['exit', 'SIGKILL', 'SIGTERM'] as const) {
    it(`ends with the process that started it: ${end}`, async () => {
      const { child, pid } = await startElsewhere(directory, []);
      if (end === 'exit') child.stdin.end();
      else child.kill(end);
      await once(child, 'exit');
      assert.ok(await isGone(pid));
    });
  }
});

describe('the embedded PostgreSQL, started by root', { skip: !isRoot && 'not root' }, () => {
  it('runs as the user postgres', async () => {
    const server = await startEmbeddedPostgres({ directory: path.join(newPlace(), 'pg'), log });
    const { uid } = accountForServer();
    assert.notEqual(uid, 0);
    assert.equal(ownerOf(server.pid), uid);
    await server.stop();
  });

  it("puts its data elsewhere and says where, if that user can't enter the directory", async () => {
    messages.length = 0;
    const wanted = path.join(newPlace(0o700), 'postgres');
    const server = await startEmbeddedPostgres({ directory: wanted, log });
    places.push(server.directory);
    assert.match(server.directory, /^\/var\/tmp\/beta-app-[0-9a-f]{12}$/);
    assert.equal(messages.filter((message) => message.includes(server.directory)).length, 1);
    await query(server, 'create table here ()');
    await server.stop();

    const again = await startEmbeddedPostgres({ directory: wanted, log });
    await query(again, 'select from here');
    await again.stop();
  });
});

describe('the embedded PostgreSQL, started by a plain user', () => {
  const skip = isRoot && !nobodyCanEnter() && 'the checkout is closed to plain users';

  it('runs as that user', { skip }, async () => {
    const place = newPlace(0o777);
    const directory = path.join(place, 'postgres');
    const { child, pid } = await startElsewhere(directory, isRoot ? asNobody : []);
    assert.equal(ownerOf(pid), isRoot ? 65_534 : process.getuid?.());
    child.stdin.end();
    await once(child, 'exit');
    assert.ok(await isGone(pid));
  });
});
