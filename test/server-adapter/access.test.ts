import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Person, routes, type SavedStores, type StoreConflict } from '@beta-app/core/contract';
import { createHandler, type HandlerOptions } from '@beta-app/server-adapter';
import { type Answer, openApi, readAnswer, requestOf, type TestApi } from './support/api.js';
import { budi, day, sari } from './support/directory.js';
import { recordingLogger } from './support/log.js';

let api: TestApi;
before(async () => {
  api = await openApi();
});
after(() => api.close());

function handlerWith(options: Partial<HandlerOptions>) {
  const { log, logger } = recordingLogger();
  const handler = createHandler({ core: api.core, logger, ...options });
  const call = async (...wanted: Parameters<typeof requestOf>) =>
    readAnswer(await handler(requestOf(...wanted)));
  return { log, call };
}

/** A beta app of somebody's that tries POS in a store; answers its id. */
async function trial(name: string, actor: Person, codes: string[] = []): Promise<number> {
  const period = { startsOn: day(100), endsOn: day(120) };
  const { id, detailsRevision } = await api.core.createBetaApp({ name, ...period }, { actor });
  const application = { applicationCode: 'POS', version: '9' };
  await api.core.addApplication({ id, detailsRevision, ...application }, { actor });
  const { revision: baseRevision, directoryRevision } = await api.core.listBetaAppStores({ id });
  const changes = [{ registered: true, codes }];
  await api.core.saveStores({ id, baseRevision, directoryRevision, changes }, { actor });
  return id;
}

const newBetaApp = { body: { name: 'Hak akses', startsOn: day(0), endsOn: day(9) } };

describe('authentication', () => {
  it('refuses every request for data where nobody can be asked, or nobody is signed in', async () => {
    for (const options of [{}, { authenticate: () => null }, { authenticate: () => undefined }]) {
      const { call } = handlerWith(options);
      for (const [method, path] of [
        ['GET', '/api/beta-apps'],
        ['POST', '/api/beta-apps'],
        ['PATCH', '/api/beta-apps/1/stores'],
        ['HEAD', '/api/branches'],
      ] as const) {
        const answer = await call(method, path);
        assert.equal(answer.status, 401);
        assert.ok(answer.headers.get('www-authenticate'));
      }
    }
  });

  it('leaves the body alone, whatever it does with the request', async () => {
    const { call } = handlerWith({
      authenticate: async (request) => {
        assert.equal(await request.text(), '');
        assert.equal(request.headers.get('cookie'), 'sesi=1');
        assert.equal(request.method, 'POST');
        return sari;
      },
    });
    const answer = await call('POST', '/api/beta-apps', {
      ...newBetaApp,
      headers: { Cookie: 'sesi=1' },
    });
    assert.equal(answer.status, 201);
  });

  it('that throws asks the client to try again, that gives no person is a 500; both are logged', async () => {
    const faults: [authenticate: HandlerOptions['authenticate'], status: number, code: string][] = [
      [
        () => {
          throw new Error('secret of the host');
        },
        503,
        'SERVER_BUSY',
      ],
      [() => Promise.reject(new Error('secret of the host')), 503, 'SERVER_BUSY'],
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- hosts do such things
      [() => Promise.reject('secret of the host'), 503, 'SERVER_BUSY'],
      [() => ({ name: 'Sari' }) as never, 500, 'INTERNAL'],
      [() => ({ name: '', nik: '1' }), 500, 'INTERNAL'],
      [() => true as never, 500, 'INTERNAL'],
    ];
    for (const [authenticate, status, code] of faults) {
      const { call, log } = handlerWith({ authenticate });
      const answer = await call('GET', '/api/branches', { headers: { 'X-Request-Id': 'r-1' } });
      assert.equal(answer.status, status);
      assert.equal(answer.error.code, code);
      assert.equal(answer.headers.get('retry-after'), status === 503 ? '1' : null);
      assert.doesNotMatch(answer.text, /secret|authenticate/u);
      const [line] = log.filter(({ level }) => level === 'error');
      assert.ok(line);
      assert.equal(line.facts['requestId'], 'r-1');
      assert.ok(line.facts['cause']);
    }
  });
});

/** A user as an application knows it: with more than a person has, some of it worked out when it is asked for. */
class Session {
  readonly role = 'analis';
  readonly #person: Person;
  constructor(person: Person) {
    this.#person = person;
  }
  get name() {
    return this.#person.name;
  }
  get nik() {
    return this.#person.nik;
  }
  toJSON() {
    return {};
  }
}

describe('a user of a host', () => {
  it('is told on as a name and a NIK, whatever else is known of it', async () => {
    for (const user of [{ ...budi, role: 'analis' }, new Session(budi)]) {
      const asked: unknown[] = [];
      const { call } = handlerWith({
        authenticate: () => user,
        authorize: (actor) => asked.push(actor) > 0,
      });
      assert.equal((await call('GET', '/api/branches')).status, 200);
      assert.deepEqual(asked, [budi]);
    }
  });
});

describe('authorization', () => {
  it('is asked with actor, action and beta app, and its no names the owner', async () => {
    const asked: unknown[][] = [];
    const { call } = handlerWith({
      authenticate: () => budi,
      authorize: (actor, action, betaApp) => {
        asked.push([actor.nik, action, betaApp?.id]);
        return betaApp === undefined || betaApp.owner.nik === actor.nik;
      },
    });
    const { id } = await api.create('Milik Sari');
    const answer = await call('PATCH', `/api/beta-apps/${id}/stores`, { raw: 'nonsense' });
    assert.equal(answer.status, 403);
    assert.equal(answer.error.code, 'FORBIDDEN');
    assert.deepEqual(answer.error.details, { owner: sari });
    assert.equal(
      answer.error.message,
      'Anda tidak berhak melakukan ini. Hubungi Sari Wulandari (NIK 2015014321).',
    );
    assert.equal((await call('GET', '/api/branches')).status, 200);
    assert.equal((await call('GET', '/api/beta-apps/999999')).error.code, 'BETA_APP_NOT_FOUND');
    assert.equal((await call('GET', '/api/beta-apps/none')).error.code, 'VALIDATION_FAILED');
    assert.deepEqual(asked, [
      [budi.nik, 'saveStores', id],
      [budi.nik, 'listBranches', undefined],
    ]);
  });

  it('is asked about the beta app that a query is about, too', async () => {
    const asked: unknown[][] = [];
    const { call } = handlerWith({
      authenticate: () => budi,
      authorize: (actor, action, betaApp) => {
        asked.push([action, betaApp?.id]);
        return betaApp === undefined || betaApp.owner.nik === actor.nik;
      },
    });
    const { id } = await api.create('Bukan milik Budi');
    for (const path of ['/api/branches', '/api/stores/TB01/history']) {
      const answer = await call('GET', `${path}?betaApp=${id}`);
      assert.deepEqual([answer.status, answer.error.details], [403, { owner: sari }]);
      assert.equal((await call('GET', `${path}?betaApp=999999`)).status, 404);
      for (const none of ['x', '0', '-1']) {
        const refused = await call('GET', `${path}?betaApp=${none}`);
        assert.equal(refused.status, 400);
        assert.deepEqual(
          refused.error.errors.map((error) => error.path),
          ['betaApp'],
        );
      }
    }
    assert.deepEqual(
      asked.filter(([, betaApp]) => betaApp !== undefined),
      [
        ['listBranches', id],
        ['listStoreHistory', id],
      ],
    );
  });

  it('lets stores move out of another’s beta app, and says so beforehand', async () => {
    const allowed = new Set<number>();
    const asked: unknown[][] = [];
    const { call } = handlerWith({
      authenticate: () => sari,
      authorize: (actor, action, betaApp) => {
        if (action !== 'moveStores') return true;
        asked.push([actor.nik, betaApp?.owner.nik]);
        return allowed.has(betaApp?.id ?? 0);
      },
    });
    const [theirs, mine] = [await trial('Milik Budi', budi, ['TB01']), await trial('Tujuan', sari)];
    const { directoryRevision } = await api.core.listBetaAppStores({ id: mine });
    const save = async (body: object, query = '') =>
      (await call('PATCH', `/api/beta-apps/${mine}/stores${query}`, {
        body: { baseRevision: 2, directoryRevision, ...body },
      })) as Answer<SavedStores>;
    const add = { changes: [{ registered: true, codes: ['TB01'] }] };
    const move = { changes: [{ registered: true, codes: ['TB01'], from: theirs }] };
    const movable = async () => {
      const refused = (await save(add)).error.details as { conflicts: StoreConflict[] };
      const { conflicts } = (await save(add, '?dryRun=true')).data;
      assert.deepEqual(refused, { conflicts });
      return conflicts?.map((conflict) => conflict.movable);
    };
    assert.deepEqual(await movable(), [false]);
    const denied = await save(move);
    assert.deepEqual([denied.status, denied.error.details], [403, { owner: budi }]);
    allowed.add(theirs);
    assert.deepEqual(await movable(), [true]);
    const { data } = await save(move);
    assert.deepEqual(
      data.moved.map(({ betaApp, stores }) => [betaApp.id, stores]),
      [[theirs, 1]],
    );
    assert.deepEqual([...new Set(asked.flat())].sort(), [budi.nik, sari.nik].sort());
    // Whatever a client sends there, it is refused as bad input.
    for (const from of [null, 'x', -1, 1.5, 2 ** 60, 999_999, [], {}]) {
      const answer = await save({ changes: [{ registered: true, codes: ['TB01'], from }] });
      assert.equal(answer.status, 400, JSON.stringify(from));
      const paths = new Set(answer.error.errors.map(({ path }) => path));
      assert.deepEqual([...paths], ['changes.0.from']);
      assert.match(answer.error.message, /Beta-App/u);
    }
    for (const changes of [null, 'x', [null], [7]]) {
      assert.equal((await save({ changes })).status, 400, JSON.stringify(changes));
    }
  });

  it('is asked for the stores, too, that a change of details withdraws', async () => {
    const { id } = await api.create('Tanpa toko');
    const { call } = handlerWith({
      authenticate: () => sari,
      authorize: (_, action) => action !== 'saveStores',
    });
    const change = (body: object) =>
      call('PATCH', `/api/beta-apps/${id}`, { body, headers: { 'If-Match': '"1"' } });
    const withdrawing = await change({ name: 'Tanpa satu toko', withdraw: [] });
    assert.deepEqual([withdrawing.status, withdrawing.error.code], [403, 'FORBIDDEN']);
    assert.deepEqual(withdrawing.error.details, { owner: sari });
    assert.equal((await change({ name: 'Tanpa satu toko' })).status, 200);
  });

  it('takes only a clear yes', async () => {
    for (const [authorize, status] of [
      [() => Promise.resolve(true), 200],
      [() => Promise.resolve(false), 403],
      [() => 'yes' as never, 403],
      [() => undefined as never, 403],
    ] as const) {
      const { call } = handlerWith({ authenticate: () => sari, authorize });
      assert.equal((await call('GET', '/api/branches')).status, status);
    }
  });

  it('that throws asks the client to try again, and is logged', async () => {
    const faults: HandlerOptions['authorize'][] = [
      () => {
        throw new Error('secret of the host');
      },
      () => Promise.reject(new Error('secret of the host')),
    ];
    for (const authorize of faults) {
      const { call, log } = handlerWith({ authenticate: () => sari, authorize });
      const answer = await call('GET', '/api/branches');
      assert.equal(answer.status, 503);
      assert.equal(answer.error.code, 'SERVER_BUSY');
      assert.equal(answer.headers.get('retry-after'), '1');
      assert.doesNotMatch(answer.text, /secret|authorize/u);
      const [line] = log.filter(({ level }) => level === 'error');
      assert.equal(line?.message, 'authorize failed');
      assert.ok(line.facts['cause']);
    }
  });
});

describe('a page of another origin', () => {
  /** What a page may send elsewhere without asking: the headers of a form, and whatever text as its body. */
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ];

  it('can send no write, as a form or a script', async () => {
    const { id } = await api.create('Incaran');
    const { total } = await api.core.listBetaApps({});
    const raw = JSON.stringify({ name: 'Palsu', startsOn: day(0), endsOn: day(9) });
    for (const { method, path } of Object.values(routes)) {
      if (method !== 'POST') continue;
      for (const type of types) {
        const headers = { 'Content-Type': type, Origin: 'http://lain.example' };
        const target = `/api${path.replace('{id}', String(id))}`;
        const answer = await api.call(method, target, { raw, headers });
        assert.ok([415, 428].includes(answer.status), `${target} as ${type}: ${answer.status}`);
      }
    }
    assert.equal((await api.core.listBetaApps({})).total, total);
    assert.equal((await api.core.getBetaApp({ id })).revision, 1);
  });

  it('is allowed nothing when its browser asks, and may not read answers', async () => {
    const allowed = (headers: Headers) =>
      [...headers.keys()].filter((name) => name.startsWith('access-control'));
    for (const { method, path } of Object.values(routes)) {
      const headers = { Origin: 'http://lain.example', 'Access-Control-Request-Method': method };
      const target = `/api${path.replaceAll(/\{\w+\}/gu, '1')}`;
      const asked = await api.call('OPTIONS', target, { headers });
      assert.equal(asked.status, 405);
      assert.deepEqual(allowed(asked.headers), []);
    }
    const read = await api.call('GET', '/api/beta-apps', {
      headers: { Origin: 'http://lain.example' },
    });
    assert.equal(read.status, 200);
    assert.deepEqual(allowed(read.headers), []);
  });
});
