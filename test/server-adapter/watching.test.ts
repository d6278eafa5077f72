import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { type ChangeFeed, type ChangeListener, type Core, errorOf } from '@beta-app/core';
import { type BetaApp } from '@beta-app/core/contract';
import { createHandler, startServer } from '@beta-app/server-adapter';
import { openApi, requestOf, type TestApi } from './support/api.js';
import { sari } from './support/directory.js';
import { listenWith, openRaw } from './support/listening.js';

const events = { Accept: 'text/event-stream, application/json;q=0.5' };

/** Tells what a test says, and who is still listening. */
function feedByHand() {
  const listeners = new Set<ChangeListener>();
  const feed: ChangeFeed = {
    watch: (_betaApp, listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => Promise.resolve(),
  };
  const tell = (revision?: number) => listeners.forEach((listener) => listener(revision));
  return { feed, tell, listeners };
}

/** Reads a stream event by event. */
function readEvents(response: Response) {
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  const next = async (): Promise<unknown> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const event = text.slice(0, end);
        text = text.slice(end + 2);
        if (event.startsWith('data: ')) return JSON.parse(event.slice(6));
        continue;
      }
      const { done, value } = await reader.read();
      if (done) return undefined;
      text += decoder.decode(value, { stream: true });
    }
  };
  return { next, cancel: () => reader.cancel() };
}

describe('watching a beta app over HTTP', () => {
  let api: TestApi;
  const byHand = feedByHand();
  const stopping = new AbortController();
  before(async () => {
    api = await openApi({ changes: byHand.feed, stopping: stopping.signal });
  });
  after(() => api.close());

  const watch = (id: number, method = 'GET', headers: Record<string, string> = events) =>
    api.handler(requestOf(method, `/api/beta-apps/${String(id)}`, { headers }));

  it('streams its revisions from the present one on, each once', async () => {
    const { id, revision } = await api.create('Aliran');
    const response = await watch(id);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'text/event-stream');
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const { next, cancel } = readEvents(response);
    assert.deepEqual(await next(), { revision });
    byHand.tell(revision);
    byHand.tell(revision + 4);
    byHand.tell(revision + 3);
    byHand.tell(revision + 5);
    assert.deepEqual(await next(), { revision: revision + 4 });
    assert.deepEqual(await next(), { revision: revision + 5 });
    await cancel();
    assert.equal(byHand.listeners.size, 0);
  });

  it('reads the revision where something may have been missed', async () => {
    const { id, revision } = await api.create('Terlewat');
    const { next, cancel } = readEvents(await watch(id));
    assert.deepEqual(await next(), { revision });
    const headers = { 'If-Match': `"1"` };
    const renamed = await api.call('PATCH', `/api/beta-apps/${String(id)}`, {
      headers,
      body: { name: 'Terlewat lagi' },
    });
    assert.equal(renamed.status, 200, renamed.text);
    byHand.tell();
    assert.deepEqual(await next(), { revision: revision + 1 });
    await cancel();
  });

  it('answers once where a stream is not asked for, or nobody can tell', async () => {
    const { id, revision } = await api.create('Sekali');
    for (const headers of [{ Accept: 'application/json' }, { Accept: '*/*' }]) {
      const response = await watch(id, 'GET', headers);
      assert.equal(response.headers.get('content-type'), 'application/json');
      assert.equal(((await response.json()) as { data: { id: number } }).data.id, id);
    }
    const head = await watch(id, 'HEAD');
    assert.equal(head.headers.get('content-type'), 'application/json');
    assert.equal(byHand.listeners.size, 0);
    const plain = await openApi();
    const answer = await plain.create('Tanpa aliran');
    const given = await plain.call<{ revision: number }>('GET', `/api/beta-apps/${answer.id}`, {
      headers: events,
    });
    assert.equal(given.data.revision, revision);
    await plain.close();
  });

  it('refuses as it does every answer', async () => {
    assert.equal((await watch(999_999)).status, 404);
    const nobody = requestOf('GET', '/api/beta-apps/1', { actor: null, headers: events });
    assert.equal((await api.handler(nobody)).status, 401);
    assert.equal(byHand.listeners.size, 0);
  });

  it('cuts off who does not read, and lets go of it', async () => {
    const { id, revision } = await api.create('Lambat');
    const response = await watch(id);
    for (let count = 1; count <= 30; count += 1) byHand.tell(revision + count);
    assert.equal(byHand.listeners.size, 0);
    await assert.rejects(response.text(), { message: 'The client does not read its events' });
  });

  it('breaks the connection of who does not read', async () => {
    const { id, revision } = await api.create('Lambat di jaringan');
    const server = await listenWith(api.handler);
    const { socket, received } = await openRaw(server.port);
    const headers = `Accept: text/event-stream\r\nX-Test-Actor: ${JSON.stringify(sari)}`;
    socket.write(`GET /api/beta-apps/${String(id)} HTTP/1.1\r\nHost: x\r\n${headers}\r\n\r\n`);
    await once(socket, 'data');
    for (let count = 1; count <= 30; count += 1) byHand.tell(revision + count);
    const text = await received;
    assert.match(text, /^HTTP\/1\.1 200 OK/u);
    assert.doesNotMatch(text, /\r\n0\r\n/u);
    assert.equal(byHand.listeners.size, 0);
    await server.close();
  });

  it('ends when the server stops', async () => {
    const { id, revision } = await api.create('Berhenti');
    const { next } = readEvents(await watch(id));
    assert.deepEqual(await next(), { revision });
    stopping.abort();
    assert.equal(await next(), undefined);
    assert.equal(byHand.listeners.size, 0);
  });
});

describe('watching where the revision takes a while to be read', () => {
  /** A handler whose core answers when it is let. */
  function slowly() {
    const { feed, listeners } = feedByHand();
    const stopping = new AbortController();
    let answer: (found: Promise<BetaApp>) => void = () => undefined;
    const found = new Promise<BetaApp>((resolve) => {
      answer = resolve;
    });
    const core = { getBetaApp: () => found } as Partial<Core> as Core;
    const handler = createHandler({
      core,
      changes: feed,
      stopping: stopping.signal,
      authenticate: () => sari,
      maxConcurrent: 2_000,
    });
    const watch = () => handler(requestOf('GET', '/api/beta-apps/7', { headers: events }));
    return { watch, listeners, stopping, answer };
  }
  const betaApp = { id: 7, revision: 3, detailsRevision: 1 } as BetaApp;
  const isStream = ({ headers }: Response) => headers.get('content-type') === 'text/event-stream';

  it('begins no stream once the server stops', async () => {
    const { watch, listeners, stopping, answer } = slowly();
    const asked = watch();
    stopping.abort();
    answer(Promise.resolve(betaApp));
    const response = await asked;
    assert.deepEqual([response.status, isStream(response)], [200, false]);
    assert.equal(listeners.size, 0);
  });

  it('opens a thousand streams and no more, however many are asked for at once', async () => {
    const { watch, listeners, answer } = slowly();
    const asked = Array.from({ length: 1_001 }, watch);
    answer(Promise.resolve(betaApp));
    const responses = await Promise.all(asked);
    assert.equal(responses.filter(isStream).length, 1_000);
    assert.equal(listeners.size, 1_000);
    await responses.find(isStream)?.body?.cancel();
    assert.ok(isStream(await watch()));
    for (const { body } of responses) await body?.cancel();
  });

  it('keeps no place for who is refused', async () => {
    let isThere = false;
    const core = {
      getBetaApp: () =>
        isThere ? Promise.resolve(betaApp) : Promise.reject(errorOf('BETA_APP_NOT_FOUND')),
    } as Partial<Core> as Core;
    const { feed } = feedByHand();
    const handler = createHandler({ core, changes: feed, authenticate: () => sari });
    const watch = () => handler(requestOf('GET', '/api/beta-apps/7', { headers: events }));
    for (let times = 0; times < 1_000; times += 1) assert.equal((await watch()).status, 404);
    isThere = true;
    const response = await watch();
    assert.ok(isStream(response));
    await response.body?.cancel();
  });
});

describe('watching a beta app on a server', () => {
  it('tells what another server saves, and holds up no stop', async () => {
    const api = await openApi();
    const { id, revision } = await api.create('Dua server');
    const options = { databaseUrl: api.database.serviceUrl, port: 0, authenticate: () => sari };
    const [one, other] = [await startServer(options), await startServer(options)];
    const urlOf = ({ port }: { port: number }) => `http://127.0.0.1:${port}/api/beta-apps/${id}`;
    const response = await fetch(urlOf(one), { headers: events });
    const { next } = readEvents(response);
    assert.deepEqual(await next(), { revision });
    const saved = await fetch(urlOf(other), {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json', 'If-Match': '"1"' },
      body: JSON.stringify({ name: 'Dua server, satu nama' }),
    });
    assert.equal(saved.status, 200);
    assert.deepEqual(await next(), { revision: revision + 1 });
    await Promise.all([one.stop(), other.stop()]);
    assert.equal(await next(), undefined);
    await api.close();
  });
});
