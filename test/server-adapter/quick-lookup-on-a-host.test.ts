import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { connect, createServer as createServer2 } from 'node:http2';
import { type AddressInfo } from 'node:net';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createVersionResolver, type VersionResolver } from '@beta-app/core';
import { createHandler, createNodeListener, type Handler } from '@beta-app/server-adapter';
import { eventually } from '../core/resolver/support/eventually.js';
import { openApi, type TestApi } from './support/api.js';
import { sari } from './support/directory.js';
import { openRaw } from './support/listening.js';
import { type LogLine, recordingLogger } from './support/log.js';

const path = '/api/versions?store=TB01&application=POS';
const manyStores = Array.from({ length: 1_000 }, (_, index) => `X${String(index)}`);

/** What hosts do to a request before they pass it on. */
type Middleware = (incoming: IncomingMessage) => Promise<void> | void;

describe('The usual question, put to a server of a host', () => {
  let api: TestApi;
  let versions: VersionResolver;
  let handler: Handler;
  let log: LogLine[];
  let asked: string[];
  let lookedUp: number;
  let passed = 0;
  let port: number;
  let middleware: Middleware;
  /** What the host waits for before it says who is asking. */
  let hold: () => Promise<unknown>;
  const stopping = new AbortController();
  let close: () => Promise<void>;
  before(async () => {
    api = await openApi();
    const rows = manyStores.map((code) => ({ code, name: `Toko ${code}`, branchCode: 'BDG' }));
    await api.core.syncDirectory({ stores: { mode: 'partial', rows } }, { actor: sari });
    versions = createVersionResolver({
      sql: api.sql,
      pollMs: 2 ** 30,
      now: () => Date.now() + passed,
    });
    await versions.ready();
    const recording = recordingLogger();
    ({ log } = recording);
    handler = createHandler({
      core: {
        ...api.core,
        lookUpVersions: (input) => {
          lookedUp += 1;
          return api.core.lookUpVersions(input);
        },
      },
      versions,
      logger: recording.logger,
      stopping: stopping.signal,
      authenticate: async (request) => {
        asked.push(request.url);
        await hold();
        return sari;
      },
    });
    const listener = createNodeListener(handler);
    const server = createServer((incoming, outgoing) => {
      void Promise.resolve(middleware(incoming)).then(() => listener(incoming, outgoing));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
    close = async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    };
    reset();
  });
  afterEach(() => reset());
  after(async () => {
    await close();
    await versions.close();
    await api.close();
  });

  function reset() {
    middleware = () => undefined;
    asked = [];
    lookedUp = 0;
    passed = 0;
    hold = () => Promise.resolve();
    log.length = 0;
  }

  const address = () => `http://127.0.0.1:${String(port)}`;
  const post = (body: object, headers: Record<string, string> = {}) =>
    fetch(`${address()}/api/versions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });

  const usual = { store: ['TB01', 'TM01'], application: 'POS' };

  /** Sends a request with headers as no client would, and gives the status and the rest of the answer. */
  async function sendRaw(head: string): Promise<{ status: string; text: string }> {
    const { socket, received } = await openRaw(port);
    socket.write(`${head}Connection: close\r\n\r\n`);
    const text = await received;
    return { status: text.slice(9, 12), text };
  }

  it('is answered with whatever the host did to the body before', async () => {
    const expected = await (await post(usual)).text();
    const read: Middleware = async (incoming) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      Object.assign(incoming, { rawBody: Buffer.concat(chunks) });
    };
    for (const before of [read, (incoming: IncomingMessage) => void incoming.pause()]) {
      middleware = before;
      const answer = await post(usual);
      assert.equal(answer.status, 200);
      assert.equal(await answer.text(), expected);
    }
    middleware = async (incoming) => {
      incoming.resume();
      await once(incoming, 'end');
    };
    assert.equal((await post(usual)).status, 400);
    middleware = (incoming) => void incoming.setEncoding('utf8');
    const decoded = await post(usual);
    assert.ok(decoded.status === 200 || decoded.status >= 400);
    middleware = () => undefined;
    assert.equal(await (await post(usual)).text(), expected);
  });

  it('is asked of the host with its own address only, however it is called', async () => {
    const hosts = [
      'x/?store=TB02&application=POS#',
      'a b',
      'exa mple:xx',
      'user:pw@x',
      'x/y',
      'x:99999',
      'x?y',
      'x#y',
      '%zz',
      'x\\y',
      '1.2.3.999',
    ];
    for (const host of hosts) {
      const { status } = await sendRaw(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n`);
      assert.equal(status, '400', host);
    }
    assert.equal(asked.length, 0);
    for (const host of ['sih.example', 'sih.example:8080', '[::1]:8080', '127.0.0.1']) {
      const { status } = await sendRaw(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n`);
      assert.equal(status, '200', host);
      assert.equal(asked.at(-1), `http://${host}${path}`);
    }
  });

  it('is refused like any other with two types of content', async () => {
    const body = JSON.stringify(usual);
    const { socket, received } = await openRaw(port);
    const types = 'Content-Type: application/json\r\nContent-Type: text/plain\r\n';
    const length = `Content-Length: ${String(body.length)}\r\n`;
    socket.write(
      `POST /api/versions HTTP/1.1\r\nHost: x\r\n${types}${length}Connection: close\r\n\r\n${body}`,
    );
    assert.equal((await received).slice(9, 12), '415');
  });

  it('asks the host once, whatever is asked', async () => {
    for (const body of [usual, { store: ['TB01'] }, { ...usual, application: ['POS'] }]) {
      asked = [];
      assert.equal((await post(body)).status, 200);
      assert.equal(asked.length, 1);
    }
  });

  it('is logged with the time since it came', async () => {
    for (const ask of [() => fetch(address() + path), () => post(usual)]) {
      log.length = 0;
      hold = () => sleep(50);
      const answer = await ask();
      await answer.text();
      const [line] = log;
      const { requestId, status, ms, path: where } = line!.facts;
      assert.equal(requestId, answer.headers.get('x-request-id'));
      assert.deepEqual([status, where], [200, '/api/versions']);
      assert.ok(Number(ms) >= 49, String(ms));
    }
  });

  it('is answered by the database where memory is too old, also if it got so meanwhile', async () => {
    for (const ask of [() => fetch(address() + path), () => post(usual)]) {
      assert.equal((await ask()).status, 200);
      assert.equal(lookedUp, 0);
      passed = 60_000;
      assert.equal((await ask()).status, 200);
      assert.equal(lookedUp, 1);
      passed = 0;
      let release: (value?: unknown) => void = () => undefined;
      const held = new Promise((resolve) => {
        release = resolve;
      });
      hold = () => held;
      asked = [];
      const late = ask();
      await eventually(() => assert.equal(asked.length, 1));
      passed = 60_000;
      release();
      assert.equal((await late).status, 200);
      assert.equal(lookedUp, 2);
      reset();
    }
  });

  it('is told apart from the next one on a connection that is read slowly', async () => {
    const { socket, received } = await openRaw(port);
    socket.pause();
    const questions = Array.from({ length: 24 }, (_, index) => ({
      store: manyStores.slice(index * 40),
      application: index % 2 === 0 ? 'POS' : 'STK',
    }));
    for (const [index, question] of questions.entries()) {
      const body = JSON.stringify(question);
      const isLast = index === questions.length - 1;
      socket.write(
        `POST /api/versions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n` +
          `Content-Length: ${String(body.length)}\r\n${isLast ? 'Connection: close\r\n' : ''}\r\n${body}`,
      );
      // Others are answered meanwhile, out of the same memory.
      if (index % 8 === 0) await (await post({ store: manyStores, application: 'ABS' })).text();
    }
    await sleep(50);
    socket.resume();
    const answers = (await received).split(/HTTP\/1\.1 200 OK\r\n/u).slice(1);
    assert.equal(answers.length, questions.length);
    for (const [index, question] of questions.entries()) {
      const expected = await (
        await post({ ...question, application: [question.application] })
      ).text();
      assert.ok(answers[index]!.endsWith(`\r\n\r\n${expected}`), `the answer ${String(index)}`);
    }
  });

  it('is answered on a server of HTTP/2', async () => {
    const listener = createNodeListener(handler);
    type Http1 = Parameters<typeof listener>;
    const server = createServer2((incoming, outgoing) => {
      void listener(incoming as unknown as Http1[0], outgoing as unknown as Http1[1]);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const client = connect(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
    try {
      const about = { ':path': '/api/versions', 'content-type': 'application/json' };
      const body = JSON.stringify(usual);
      const stream = client.request({
        ...about,
        ':method': 'POST',
        'content-length': String(body.length),
      });
      stream.end(body);
      let text = '';
      for await (const chunk of stream.setEncoding('utf8')) text += String(chunk);
      assert.equal(text, await (await post(usual)).text());
    } finally {
      client.close();
      server.close();
    }
  });

  it('is refused once the server stops', async () => {
    assert.equal((await fetch(address() + path)).status, 200);
    stopping.abort();
    assert.equal((await fetch(address() + path)).status, 503);
    assert.equal((await post(usual)).status, 503);
  });
});
