import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ServerOptions, startServer } from '@beta-app/server-adapter';
import { openApi, type TestApi } from './support/api.js';
import { sari } from './support/directory.js';
import { startFreezingProxy } from './support/freezing-proxy.js';
import { openRaw } from './support/listening.js';
import { recordingLogger } from './support/log.js';

let api: TestApi;
before(async () => {
  api = await openApi();
});
after(() => api.close());

const start = (options: Partial<ServerOptions> = {}) =>
  startServer({
    databaseUrl: api.database.serviceUrl,
    port: 0,
    authenticate: () => sari,
    ...options,
  });

describe('a started server', () => {
  it('lets a host put its own pages around the API', async () => {
    const { log, logger } = recordingLogger();
    const server = await start({
      logger,
      wrap: (handler) => (request) => {
        const { pathname } = new URL(request.url);
        if (pathname === '/broken') throw new Error('broken page');
        return pathname === '/page' ? new Response('halaman') : handler(request);
      },
    });
    const url = `http://127.0.0.1:${server.port}`;
    assert.equal(await (await fetch(`${url}/page`)).text(), 'halaman');
    assert.equal((await fetch(`${url}/api/branches`)).status, 200);
    const broken = await fetch(`${url}/broken`);
    assert.equal(broken.status, 500);
    assert.equal(((await broken.json()) as { code: string }).code, 'INTERNAL');
    assert.ok(log.some(({ level }) => level === 'error'));
    await server.stop();
  });

  it('takes no port that is taken, and leaves nothing behind', async () => {
    const server = await start();
    await assert.rejects(start({ port: server.port }), { code: 'EADDRINUSE' });
    await Promise.all([server.stop(), server.stop()]);
    await assert.rejects(fetch(`http://127.0.0.1:${server.port}/healthz`));
    const again = await start({ port: server.port });
    assert.equal(again.port, server.port);
    await again.stop();
  });

  it('stops in its time, whatever the database and clients do', async (test) => {
    const proxy = await startFreezingProxy(api.database.serviceUrl);
    test.after(() => proxy.close());
    const server = await start({ databaseUrl: proxy.url, graceMs: 300 });
    const url = `http://127.0.0.1:${server.port}`;
    assert.equal((await fetch(`${url}/api/branches`)).status, 200);
    proxy.freeze();
    const unanswered = assert.rejects(fetch(`${url}/api/branches`));
    const { socket, received } = await openRaw(server.port);
    socket.write('POST /api/beta-apps HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{');
    const from = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await server.stop();
    // Nobody waits for the frozen database, which never answers.
    assert.ok(performance.now() - from < 30_000);
    await unanswered;
    await received;
  });
});
