import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openApi, type TestApi } from './support/api.js';
import { day, sari } from './support/directory.js';
import { type Listening, listenWith, openRaw } from './support/listening.js';

const globals = { Request, Response };
let api: TestApi;
let server: Listening;
before(async () => {
  api = await openApi({ authenticate: () => sari });
  server = await listenWith(api.handler);
});
after(async () => {
  await server.close();
  await api.close();
});

const json = { 'Content-Type': 'application/json' };
const head = (...lines: string[]) =>
  [
    'POST /api/beta-apps HTTP/1.1',
    'Host: x',
    'Content-Type: application/json',
    ...lines,
    '',
    '',
  ].join('\r\n');

describe('a body over a socket', () => {
  it('may have 1 MiB', async () => {
    const texts = { name: 'Besar', startsOn: day(0), endsOn: day(9) };
    const bare = JSON.stringify(texts);
    const body = bare + ' '.repeat(1_048_576 - bare.length);
    const fits = await fetch(`${server.url}/api/beta-apps`, {
      method: 'POST',
      headers: json,
      body,
    });
    assert.equal(fits.status, 201);
    const over = await fetch(`${server.url}/api/beta-apps`, {
      method: 'POST',
      headers: json,
      body: `${body} `,
    });
    assert.equal(over.status, 413);
  });

  it('of 2 MB is refused and the connection closed cleanly', async () => {
    const { socket, received, fault } = await openRaw(server.port);
    socket.write(head('Content-Length: 2000000'));
    socket.write(Buffer.alloc(2_000_000, 0x20));
    const answer = await received;
    assert.match(answer, /^HTTP\/1\.1 413 /u);
    assert.match(answer, /connection: close/iu);
    assert.match(answer, /"BODY_TOO_LARGE"/u);
    assert.equal(fault(), undefined);
  });

  it('is counted, whatever its length is said to be, or not', async () => {
    const { socket, received } = await openRaw(server.port);
    socket.write(head('Transfer-Encoding: chunked'));
    const chunk = Buffer.concat([
      Buffer.from('10000\r\n'),
      Buffer.alloc(65_536, 0x20),
      Buffer.from('\r\n'),
    ]);
    // Endless: it goes on after the answer, until the server has had enough.
    const feeding = setInterval(() => socket.write(chunk), 5);
    const answer = await received;
    clearInterval(feeding);
    assert.match(answer, /^HTTP\/1\.1 413 /u);
    assert.match(answer, /"BODY_TOO_LARGE"/u);
  });

  it('that is announced too large is refused before it comes', async () => {
    const { socket, received } = await openRaw(server.port);
    const start = performance.now();
    socket.write(head('Content-Length: 1000000000'));
    const [first] = (await once(socket, 'data')) as [Buffer];
    assert.match(first.toString(), /^HTTP\/1\.1 413 /u);
    assert.ok(performance.now() - start < 400, 'the answer comes at once');
    await received;
  });

  it('that breaks off is nobody’s 500', async () => {
    const from = api.log.length;
    for (const lines of [['Content-Length: 1000'], ['Transfer-Encoding: chunked']]) {
      const { socket } = await openRaw(server.port);
      socket.write(head(...lines));
      socket.write(lines[0]?.startsWith('C') === true ? '{"name":' : '8\r\n{"name":\r\n');
      await sleep(50);
      socket.destroy();
    }
    await sleep(100);
    const lines = api.log.slice(from);
    assert.equal(lines.length, 2);
    assert.deepEqual(
      lines.map(({ level, facts }) => [level, facts['status']]),
      [
        ['info', 400],
        ['info', 400],
      ],
    );
    assert.equal((await fetch(`${server.url}/api/branches`)).status, 200);
  });

  it('that nobody wanted leaves the connection usable', async () => {
    const { socket, received } = await openRaw(server.port);
    const body = '{"a":1}';
    socket.write(
      `PUT /api/beta-apps HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}` +
        'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    );
    const answer = await received;
    assert.match(answer, /^HTTP\/1\.1 405 [\s\S]+HTTP\/1\.1 200 OK/u);
  });
});

describe('strange requests over a socket', () => {
  const strange: [line: string, status: number][] = [
    ['GET //api/beta-apps HTTP/1.1', 404],
    ['GET /api/../healthz HTTP/1.1', 200],
    ['GET /api/beta-apps?% HTTP/1.1', 400],
    ['GET /api/beta-apps/%zz HTTP/1.1', 400],
    ['GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1', 404],
    ['GET http://user:secret@host/api/branches HTTP/1.1', 400],
    ['POST http://user:secret@host/api/beta-apps HTTP/1.1', 400],
    ['OPTIONS * HTTP/1.1', 400],
    ['TRACE /api/beta-apps HTTP/1.1', 405],
    ['GET /api\\beta-apps HTTP/1.1', 400],
  ];
  for (const [line, status] of strange) {
    it(`such as ${line.slice(0, 48)}`, async () => {
      const { socket, received } = await openRaw(server.port);
      const length = line.startsWith('POST') ? 'Content-Length: 2\r\n' : '';
      socket.write(`${line}\r\nHost: x\r\n${length}Connection: close\r\n\r\n${length ? '{}' : ''}`);
      const answer = await received;
      assert.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `, 'u'));
    });
  }

  it('get an envelope, too', async () => {
    const { socket, received } = await openRaw(server.port);
    socket.write('OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    const [, body = ''] = (await received).split('\r\n\r\n');
    assert.equal((JSON.parse(body) as { code: string }).code, 'VALIDATION_FAILED');
  });
});

it('leaves the global Request and Response what they were', () => {
  assert.equal(Request === globals.Request && Response === globals.Response, true);
});
