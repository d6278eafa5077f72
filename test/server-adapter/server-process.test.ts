import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BetaApp } from '@beta-app/core/contract';
import { openApi, readAnswer, type TestApi } from './support/api.js';
import { day } from './support/directory.js';
import { lockBranches } from './support/locked-table.js';
import { runCommand } from './support/run-command.js';
import { type ServerProcess, startServerProcess } from './support/server-process.js';

const place = mkdtempSync(path.join(tmpdir(), 'beta-app-server-'));
const script = path.join(place, 'widgets.js');
writeFileSync(script, 'throw new Error("read as a file, not imported");');
const broken = path.join(place, 'broken.mjs');
writeFileSync(broken, 'export function authenticate() {');
const auth = path.join(import.meta.dirname, 'support/auth-everybody.ts');

let api: TestApi;
before(async () => {
  api = await openApi();
});
after(async () => {
  await api.close();
  rmSync(place, { recursive: true, force: true });
});

describe('the server as a process', () => {
  it('serves with its options, and stops at SIGTERM after finishing what it was doing', async () => {
    const { serviceUrl } = api.database;
    const server = await startServerProcess(serviceUrl, ['--auth', auth, '--widgets', script]);
    const { url } = server;
    assert.equal((await fetch(`${url}/readyz`)).status, 200);
    assert.match(await (await fetch(`${url}/widgets.js`)).text(), /read as a file/u);
    const body = JSON.stringify({ name: 'Lewat server', startsOn: day(0), endsOn: day(9) });
    const headers = { 'Content-Type': 'application/json' };
    const created = await readAnswer<BetaApp>(
      await fetch(`${url}/api/beta-apps`, { method: 'POST', headers, body }),
    );
    assert.equal(created.status, 201);
    const forbidden = await fetch(`${url}/api/beta-apps/${created.data.id}/end`, {
      method: 'POST',
    });
    assert.equal(forbidden.status, 403);

    const table = await lockBranches(api.database);
    const running = fetch(`${url}/api/branches`);
    await table.waitFor(1);
    server.child.kill('SIGTERM');
    while ((await fetch(`${url}/readyz`)).status === 200) await sleep(20);
    for (const address of ['/api/applications', '/readyz']) {
      const refused = await fetch(url + address);
      assert.equal(refused.status, 503);
      assert.equal(refused.headers.get('connection'), 'close');
      assert.equal(((await refused.json()) as { code: string }).code, 'SERVER_STOPPING');
    }
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
    await table.unlock();
    assert.equal((await running).status, 200);
    assert.equal(await server.exited, 0);
    assert.match(server.lines.at(-1) ?? '', /"msg":"stopped"/u);
    const line = server.lines.find((text) => text.includes('"/api/beta-apps"')) ?? '{}';
    const { requestId, status } = JSON.parse(line) as Record<string, unknown>;
    assert.ok(requestId);
    assert.equal(status, 201);
  });

  it('stops at once at SIGINT with nothing to do, also with a connection kept open', async () => {
    const server = await startServerProcess(api.database.serviceUrl);
    assert.equal((await fetch(`${server.url}/api/branches`)).status, 401);
    assert.ok(server.lines.some((line) => line.includes('no --auth')));
    const start = performance.now();
    server.child.kill('SIGINT');
    assert.equal(await server.exited, 0);
    assert.ok(performance.now() - start < 6_000);
  });

  it('serves and stops also where nobody reads its log', async () => {
    const unread = {
      'the reader has gone': ({ stdout, stderr }: ServerProcess['child']) => {
        stdout.destroy();
        stderr.destroy();
      },
      'the reader doesn’t read': ({ stdout }: ServerProcess['child']) => stdout.pause(),
    };
    const noisy = path.join(place, 'noisy.mjs');
    writeFileSync(
      noisy,
      `export const authenticate = () => { process.stderr.write('asked\\n'); return null; };`,
    );
    for (const [what, leaveUnread] of Object.entries(unread)) {
      const server = await startServerProcess(api.database.serviceUrl, ['--auth', noisy]);
      leaveUnread(server.child);
      assert.equal((await fetch(`${server.url}/api/branches`)).status, 401, what);
      // More than any pipe holds.
      for (let lines = 0; lines < 200; lines++) {
        const answer = await fetch(`${server.url}/${'x'.repeat(8_000)}`);
        assert.equal(answer.status, 404, what);
      }
      server.child.kill('SIGTERM');
      assert.equal(await server.exited, 0, what);
    }
  });

  it('ends at once at a second signal that isn’t the echo of the first', async () => {
    const server = await startServerProcess(api.database.serviceUrl, ['--auth', auth]);
    const table = await lockBranches(api.database);
    const unanswered = assert.rejects(fetch(`${server.url}/api/branches`));
    await table.waitFor(1);
    server.child.kill('SIGINT');
    while ((await fetch(`${server.url}/readyz`)).status === 200) await sleep(20);
    // What npx passes on of a Ctrl+C that the process had already.
    server.child.kill('SIGINT');
    await sleep(1_500);
    assert.equal((await fetch(`${server.url}/healthz`)).status, 200);
    server.child.kill('SIGTERM');
    assert.equal(await server.exited, 130);
    await unanswered;
    await table.unlock();
  });

  it('starts without its database, and says so', async () => {
    const server = await startServerProcess('postgres://nobody@127.0.0.1:1/nothing');
    assert.equal((await fetch(`${server.url}/healthz`)).status, 200);
    assert.equal((await fetch(`${server.url}/readyz`)).status, 503);
    server.child.kill('SIGTERM');
    assert.equal(await server.exited, 0);
  });

  it('says what is wrong with its command line, and where it can’t start', async () => {
    const url = { DATABASE_URL: api.database.serviceUrl };
    const taken = await startServerProcess(api.database.serviceUrl);
    const port = new URL(taken.url).port;
    const cases: [
      args: string[],
      environment: Record<string, string>,
      code: number,
      said: RegExp,
    ][] = [
      [['--help'], {}, 0, /Usage: beta-app-server serve/u],
      [['--nonsense'], url, 2, /--nonsense/u],
      [[], {}, 2, /DATABASE_URL/u],
      [['--port', '70000'], url, 2, /65535/u],
      [['--database-url', 'nonsense'], {}, 2, /no URL/u],
      [['--auth', script.replace('widgets', 'missing')], url, 1, /missing\.js/u],
      [
        ['--auth', import.meta.filename.replace('server-process', 'support/empty')],
        url,
        1,
        /empty/u,
      ],
      [['--auth', broken], url, 1, /broken\.mjs can't be imported: .+/u],
      [['--port', port], url, 1, /EADDRINUSE/u],
    ];
    await Promise.all(
      cases.map(async ([args, environment, code, said]) => {
        const {
          code: exitCode,
          output,
          errors,
        } = await runCommand(['serve', ...args], environment);
        assert.equal(exitCode, code, `${args.join(' ')}: ${output}${errors}`);
        assert.match(output + errors, said);
      }),
    );
    taken.child.kill('SIGTERM');
    assert.equal(await taken.exited, 0);
  });
});
