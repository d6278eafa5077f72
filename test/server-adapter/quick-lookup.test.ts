import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, afterEach, before, describe, it } from 'node:test';
import { type Person, type VersionLookup } from '@beta-app/core/contract';
import {
  type Authenticate,
  type Authorize,
  type RunningServer,
  startServer,
} from '@beta-app/server-adapter';
import { eventually } from '../core/resolver/support/eventually.js';
import { openApi, type TestApi } from './support/api.js';
import { budi, day, sari } from './support/directory.js';
import { type FreezingProxy, startFreezingProxy } from './support/freezing-proxy.js';

/** The one question that is answered ahead of everything else, and the same one put in another order. */
const quick = '/api/versions?store=TB01&application=POS';
const usual = '/api/versions?application=POS&store=TB01';

/** The same for several stores, and once more as a question that is out of the ordinary. */
const many = { store: ['TM01', 'TB01', 'TB02', 'TB01'], application: 'POS' };
const manyElsewise = { ...many, application: ['POS'] };

describe('The version of one application in one store or in many, over HTTP', () => {
  let api: TestApi;
  let proxy: FreezingProxy;
  let server: RunningServer;
  let authenticate: Authenticate;
  let authorize: Authorize;
  let asked: Request[];
  before(async () => {
    api = await openApi();
    proxy = await startFreezingProxy(api.database.serviceUrl);
    const { id, detailsRevision } = await api.create('Uji cepat');
    await api.core.addApplication(
      {
        id,
        detailsRevision,
        applicationCode: 'POS',
        version: '4.19.0-beta.3',
        notes: 'Struk “QRIS”',
      },
      { actor: sari },
    );
    const { revision, directoryRevision } = await api.core.listBetaAppStores({ id });
    const changes = [{ registered: true, codes: ['TB01'] }];
    const save = { id, baseRevision: revision, directoryRevision, changes };
    await api.core.saveStores(save, { actor: sari });
    server = await startServer({
      databaseUrl: proxy.url,
      port: 0,
      authenticate: (request) => {
        asked.push(request);
        return authenticate(request);
      },
      authorize: (...values) => authorize(...values),
    });
    allowEverybody();
    await eventually(async () => assert.equal((await ask('/readyz')).status, 200));
    await eventually(async () => {
      asked = [];
      await ask(quick);
      // From memory, it is asked for no rights twice.
      assert.equal(asked.length, 1);
      assert.equal(asked[0] instanceof Request, true);
    });
  });
  afterEach(() => allowEverybody());
  after(async () => {
    await server.stop();
    await proxy.close();
    await api.close();
  });

  function allowEverybody() {
    authenticate = () => sari;
    authorize = () => true;
    asked = [];
  }

  const ask = (path: string, options: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${String(server.port)}${path}`, options);

  const send = (body: object | string, headers: Record<string, string> = {}) =>
    ask('/api/versions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  /** What an answer says, but for what is new each time. */
  async function contentOf(answer: Response) {
    const headers = Object.fromEntries(answer.headers);
    assert.ok(headers['x-request-id']);
    return {
      status: answer.status,
      text: await answer.text(),
      headers: { ...headers, date: '', 'x-request-id': '' },
    };
  }

  it('is answered with the same bytes and headers as any other question', async () => {
    for (const options of [{}, { method: 'HEAD' }, { headers: { 'X-Request-Id': 'mine.1' } }]) {
      const short = await contentOf(await ask(quick, options));
      assert.deepEqual(short, await contentOf(await ask(usual, options)));
      assert.equal(short.status, 200);
    }
    const { text } = await contentOf(await ask(quick));
    const [store] = (JSON.parse(text) as { data: { stores: object[] } }).data.stores;
    const looked = await api.core.lookUpVersions({ store: 'TB01', application: 'POS' });
    assert.deepEqual(store, looked.stores[0]);
    const unknown = await contentOf(await ask('/api/versions?store=NONE&application=NADA'));
    const also = await contentOf(await ask('/api/versions?application=NADA&store=NONE'));
    assert.deepEqual(unknown, also);
  });

  it('is answered with the same bytes and headers for many stores', async () => {
    const short = await contentOf(await send(many));
    assert.deepEqual(short, await contentOf(await send(manyElsewise)));
    assert.equal(asked.length, 2);
    assert.equal(short.status, 200);
    const { data } = JSON.parse(short.text) as { data: VersionLookup };
    const { stores } = await api.core.lookUpVersions(many);
    assert.deepEqual(data, { at: null, stores });
    assert.deepEqual(
      stores.map(({ code }) => code),
      ['TM01', 'TB01', 'TB02'],
    );
    // Smaller and larger answers don't get into each other.
    for (const store of [['TB02'], ['TB01', 'TM02', 'TB03', 'TM01'], ['TM01']]) {
      const question = { store, application: 'STK' };
      const answers = await Promise.all([send(question), send(many), send(question)]);
      const [first, between, last] = await Promise.all(answers.map(contentOf));
      assert.deepEqual(first, await contentOf(await send({ ...question, application: ['STK'] })));
      assert.deepEqual(first, last);
      assert.equal(between!.text, short.text);
    }
  });

  it('is answered by the rules where the question is out of the ordinary', async () => {
    const cases: [number, object | string, Record<string, string>?][] = [
      [200, { store: 'TB01', application: 'POS' }],
      [200, { store: ['tb01', ' TM01 '], application: 'pos' }],
      [200, { store: ['TB01', 'NONE'], application: 'POS' }],
      [200, { store: ['TB01'], application: 'NADA' }],
      [200, { store: ['TB01'] }],
      [200, { store: ['TB01'], at: '2026-01-01T00:00:00Z' }],
      [200, many, { 'Content-Type': 'application/json; charset=utf-8' }],
      [400, { store: ['TB01', 7], application: 'POS' }],
      [400, { store: ['TB01', 'T\u00c301'], application: 'POS' }],
      [400, { store: [], application: 'POS' }],
      [400, { store: Array.from({ length: 1_001 }, () => 'TB01'), application: 'POS' }],
      [400, { ...many, other: 1 }],
      [400, '{"store":["TB01"],"__proto__":"POS"}'],
      [400, '{"store":["TB01"],"application":"POS"'],
      [400, '[]'],
      [400, 'null'],
      [415, many, { 'Content-Type': 'text/plain' }],
      [415, many, { 'Content-Encoding': 'gzip' }],
    ];
    for (const [status, body, headers] of cases) {
      const answer = await contentOf(await send(body, headers));
      assert.equal(answer.status, status, JSON.stringify(body));
      const { handler } = api;
      const method = 'POST';
      const about = { 'Content-Type': 'application/json', 'x-test-actor': JSON.stringify(sari) };
      const usually = await handler(
        new Request('http://localhost/api/versions', {
          method,
          headers: { ...about, ...headers },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      );
      assert.equal(answer.text, await usually.text(), JSON.stringify(body));
    }
  });

  it('goes on when a body breaks off', async () => {
    const socket = connect(server.port, '127.0.0.1');
    const head = 'POST /api/versions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
    socket.write(`${head}Expect: 100-continue\r\nContent-Length: 100\r\n\r\n{"store":`);
    // It has heard of it.
    await once(socket, 'data');
    socket.destroy();
    // It is judged as a body that is no JSON, though nobody hears it.
    await eventually(() => assert.equal(asked.length, 1));
    assert.equal((await send(many)).status, 200);
  });

  it('keeps the id of the request', async () => {
    const answer = await ask(quick, { headers: { 'X-Request-Id': 'mine.1' } });
    assert.equal(answer.headers.get('x-request-id'), 'mine.1');
  });

  it('is answered with 304 to who has it', async () => {
    const tag = (await ask(quick)).headers.get('etag')!;
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
      const headers = { 'If-None-Match': known };
      const short = await contentOf(await ask(quick, { headers }));
      assert.deepEqual(short, await contentOf(await ask(usual, { headers })), known);
      assert.deepEqual([short.status, short.text], [304, '']);
    }
    assert.equal((await ask(quick, { headers: { 'If-None-Match': '"x"' } })).status, 200);
  });

  it('changes with what it tells', async () => {
    const before = await contentOf(await ask(quick));
    const { items } = await api.core.listBetaApps({ q: 'Uji cepat' });
    const { id } = items[0]!;
    const { detailsRevision } = await api.core.getBetaApp({ id });
    await api.core.changeApplication(
      { id, detailsRevision, code: 'POS', version: '4.19.0-beta.4' },
      { actor: sari },
    );
    await eventually(async () => {
      const after = await contentOf(await ask(quick));
      assert.match(after.text, /4\.19\.0-beta\.4/u);
      assert.notEqual(after.headers['etag' as 'date'], before.headers['etag' as 'date']);
    });
    const edit = await api.core.getBetaApp({ id });
    const name = 'Uji cepat sekali';
    await api.core.updateBetaApp(
      { id, detailsRevision: edit.detailsRevision, name, endsOn: day(9) },
      { actor: sari },
    );
    for (const again of [() => ask(quick), () => send(many)]) {
      await eventually(async () => assert.match(await (await again()).text(), /cepat sekali/u));
    }
    const store = { code: 'TB01', name: 'Toko Baru', branchCode: 'BDG' };
    const stores = { mode: 'partial' as const, rows: [store] };
    await api.core.syncDirectory({ stores }, { actor: sari });
    for (const again of [() => ask(quick), () => send(many)]) {
      await eventually(async () => assert.match(await (await again()).text(), /Toko Baru/u));
    }
  });

  it('is refused as any other', async () => {
    const cases: [number, Authenticate, Authorize][] = [
      [401, () => null, () => true],
      [401, () => Promise.resolve(undefined), () => true],
      [403, () => sari, () => false],
      [403, () => Promise.resolve(sari), () => Promise.resolve(false)],
      [403, () => sari, () => 'yes' as unknown as boolean],
      [
        503,
        () => {
          throw new Error('away');
        },
        () => true,
      ],
      [503, () => Promise.reject(new Error('away')), () => true],
      [
        503,
        () => sari,
        () => {
          throw new Error('away');
        },
      ],
      [503, () => sari, () => Promise.reject(new Error('away'))],
      [500, () => ({ name: '' }) as Person, () => true],
    ];
    for (const [status, who, whether] of cases) {
      authenticate = who;
      authorize = whether;
      const short = await contentOf(await ask(quick));
      assert.deepEqual(short, await contentOf(await ask(usual)));
      assert.equal(short.status, status);
      const several = await contentOf(await send(many));
      assert.deepEqual(several, await contentOf(await send(manyElsewise)));
      assert.equal(several.status, status);
    }
  });

  it('is judged for each person on their own, however a host keeps them', async () => {
    const keptAs: ((person: Person) => Person)[] = [
      (person) => Object.create(person) as Person,
      (person) => Object.assign({ ...person }, { toJSON: () => 'user' }),
      (person) => Object.assign({ ...person }, { role: 'analis' }),
    ];
    authorize = ({ nik }) => nik === sari.nik;
    for (const keep of keptAs) {
      for (const question of [() => ask(quick), () => send(many)]) {
        for (const [person, status] of [
          [sari, 200],
          [budi, 403],
          [{ ...budi, nik: sari.nik }, 200],
        ] as const) {
          authenticate = () => keep(person);
          assert.equal((await question()).status, status);
        }
      }
    }
    const asked: unknown[] = [];
    authorize = (actor) => asked.push(actor) > 0;
    for (const name of ['Sari', 'Sari W.']) {
      authenticate = () => ({ name, nik: sari.nik });
      await ask(quick);
    }
    assert.deepEqual(asked, [
      { name: 'Sari', nik: sari.nik },
      { name: 'Sari W.', nik: sari.nik },
    ]);
  });

  it('shows the host the request as it is', async () => {
    const seen: unknown[] = [];
    authenticate = async (request) => {
      seen.push([
        request.url,
        request.method,
        request.headers.get('cookie'),
        request.headers.get('x-two'),
        request.signal.aborted,
        request.clone().headers.get('cookie'),
        request.bodyUsed,
        await request.text(),
        request instanceof Request,
      ]);
      return sari;
    };
    for (const path of [quick, usual]) {
      const headers = { Cookie: 'session=1', 'X-Two': 'a, b' };
      assert.equal((await ask(path, { headers })).status, 200);
    }
    const [short, long] = seen as string[][];
    assert.deepEqual(short!.slice(1), long!.slice(1));
    assert.equal(new URL(short![0]!).pathname, '/api/versions');
  });

  it('asks with everything the rights need to know', async () => {
    const actions: unknown[] = [];
    authorize = (actor, action, betaApp) => actions.push([actor, action, betaApp]) > 0;
    await ask(quick);
    await ask(usual);
    assert.deepEqual(actions[0], actions[1]);
    assert.deepEqual(actions[0], [sari, 'lookUpVersions', undefined]);
    await send(many);
    assert.deepEqual(actions[2], [sari, 'lookUpManyVersions', undefined]);
  });

  it('is answered from memory while the database is away', async () => {
    await proxy.cut();
    assert.equal((await ask(quick)).status, 200);
    assert.equal((await ask(usual)).status, 200);
    const past = await ask(`${usual}&at=${encodeURIComponent('2026-01-01T00:00:00Z')}`);
    assert.equal(past.status, 503);
    await proxy.open();
    await eventually(async () => assert.equal((await ask('/readyz')).status, 200));
  });
});
