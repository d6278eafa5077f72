import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@beta-app/stories/demo/embedded-postgres/free-port';
import { createTestDatabase } from '../support/database.js';

const directory = mkdtempSync(path.join(tmpdir(), 'beta-app-start-'));
// Root's server runs as another user, who has to get in.
chmodSync(directory, 0o755);
const started: ChildProcess[] = [];
const checkout = path.join(import.meta.dirname, '../..');

after(() => {
  for (const child of started) endGroup(child);
  rmSync(directory, { recursive: true, force: true });
});

/** npm's own child, too, which outlives npm where a test has failed. */
function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // All of them have ended.
  }
}

function start(environment: Record<string, string>) {
  const child = spawn('npm', ['start'], {
    cwd: checkout,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATA_DIRECTORY: path.join(directory, 'data'), ...environment },
  });
  started.push(child);
  let output = '';
  const collect = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { child, ended, output: () => output };
}

/** Without what npm says by itself. */
function linesOf(output: string): string[] {
  return output.split('\n').filter((line) => line !== '' && !line.startsWith('>'));
}

async function untilItAnswers(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  assert.fail(`${url} did not answer`);
}

async function createOne(url: string): Promise<void> {
  const answer = await fetch(`${url}/api/beta-apps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Tetap ada', startsOn: '2090-01-01', endsOn: '2090-01-02' }),
  });
  assert.equal(answer.status, 201);
}

async function names(url: string): Promise<string[]> {
  const answer = await fetch(`${url}/api/beta-apps?q=tetap`);
  const { data } = (await answer.json()) as { data: { items: { name: string }[] } };
  return data.items.map(({ name }) => name);
}

describe('npm start', () => {
  it('starts, answers, stops on SIGTERM, and finds its data again', async () => {
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const first = start({ PORT: String(port) });
    await untilItAnswers(`${url}/readyz`);
    assert.match(await (await fetch(`${url}/beta-app`)).text(), /<beta-app-editor/);
    assert.match(await (await fetch(`${url}/beta-app-store`)).text(), /<beta-store-picker/);
    assert.match(first.output(), new RegExp(`${url}/beta-app\\b`));
    await createOne(url);
    first.child.kill('SIGTERM');
    assert.equal(await first.ended, 0, first.output());
    const data = path.join(directory, 'data/postgres/data');
    assert.ok(existsSync(data) && !existsSync(path.join(data, 'postmaster.pid')));

    const second = start({ PORT: String(port) });
    await untilItAnswers(`${url}/readyz`);
    assert.deepEqual(await names(url), ['Tetap ada']);
    second.child.kill('SIGINT');
    assert.equal(await second.ended, 0, second.output());
  });

  it('says so and leaves with 1 when the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { ended, output } = start({ PORT: String(port) });
    assert.equal(await ended, 1);
    assert.match(output(), new RegExp(`Port ${port} is in use`));
    other.close();
  });

  it('says in one line that it runs already, whoever asks for its port or for its data', async () => {
    const [port, other] = [await freePort(), await freePort()];
    const running = start({ PORT: String(port) });
    await untilItAnswers(`http://localhost:${port}/readyz`);
    for (const [asked, said] of [
      [port, `http://localhost:${port}/beta-app`],
      [other, `DATA_DIRECTORY=${path.relative(checkout, directory)}/data/2 npm start`],
    ] as const) {
      const { ended, output } = start({ PORT: String(asked) });
      assert.equal(await ended, 1);
      assert.equal(linesOf(output()).length, 1, output());
      assert.match(output(), /The demo runs already/u);
      assert.ok(output().includes(said), output());
    }
    running.child.kill('SIGTERM');
    assert.equal(await running.ended, 0);
  });

  it('refuses a port that is none', async () => {
    const { ended, output } = start({ PORT: '80a' });
    assert.equal(await ended, 1);
    assert.match(output(), /PORT takes a number/);
  });

  it('says in one line, without the password, which address leads to no database', async () => {
    const database = await createTestDatabase({ migrated: false });
    const nowhere = `postgres://nobody:rahasia@127.0.0.1:${await freePort()}/nothing`;
    const unknown = new URL(database.ownerUrl);
    unknown.pathname = '/tiada';
    const { ownerUrl } = database;
    for (const [environment, said] of [
      [{ DATABASE_URL: nowhere }, /^DATABASE_URL .*ECONNREFUSED/u],
      [{ DATABASE_URL: unknown.href }, /^DATABASE_URL .*does not exist/u],
      [{ DATABASE_URL: 'nobody:rahasia@nowhere' }, /^DATABASE_URL .*looks like postgres:/u],
      [{ DATABASE_URL: 'postgres://nobody:rahasia%@nowhere' }, /^DATABASE_URL .*looks like/u],
      [{ DATABASE_URL: 'postgres://nobody:rahasia@nowhere:x' }, /^DATABASE_URL .*looks like/u],
      [
        { DATABASE_URL: ownerUrl, SERVICE_DATABASE_URL: nowhere },
        /^SERVICE_DATABASE_URL .*ECONNREFUSED/u,
      ],
    ] as const) {
      const { ended, output } = start({ PORT: String(await freePort()), ...environment });
      assert.equal(await ended, 1);
      const lines = linesOf(output());
      assert.equal(lines.length, 1, output());
      assert.match(lines[0] ?? '', said);
      assert.doesNotMatch(output(), /nobody:|rahasia[@%]/u);
    }
    await database.drop();
  });

  it('uses another database, and serves it as another role than the one that migrates', async () => {
    const database = await createTestDatabase({ migrated: false });
    const port = await freePort();
    const { child, ended, output } = start({
      PORT: String(port),
      DATABASE_URL: database.ownerUrl,
      SERVICE_DATABASE_URL: database.serviceUrl,
    });
    await untilItAnswers(`http://localhost:${port}/readyz`);
    await createOne(`http://localhost:${port}`);
    child.kill('SIGTERM');
    assert.equal(await ended, 0, output());
    await database.drop();
  });
});
