import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type BetaApp, type ErrorCode, errorStatuses } from '@beta-app/core/contract';
import { type Call, openApi, type TestApi } from './support/api.js';
import { day } from './support/directory.js';

let api: TestApi;
let betaApp: BetaApp;
before(async () => {
  api = await openApi();
  betaApp = await api.create('Sudah ada');
});
after(() => api.close());

/** Sends it, and expects that error with its own status and these field errors. */
async function refused(
  code: ErrorCode,
  fields: string[] | undefined,
  method: string,
  path: string,
  call: Call = {},
) {
  const answer = await api.call(method, path, call);
  const told = answer.error.errors.map((field) => `${field.path} ${field.code}`);
  assert.equal(answer.error.code, code, answer.text.slice(0, 500));
  assert.equal(answer.status, errorStatuses[code]);
  assert.equal(answer.error.status_code, answer.status);
  assert.equal(answer.error.status, 'Error');
  assert.ok(answer.error.message.length > 0);
  if (fields) assert.deepEqual(told, fields);
  return answer;
}

const create = (change: object) => ({
  body: { name: 'Baru', startsOn: day(0), endsOn: day(9), ...change },
});

describe('bad texts and dates', () => {
  const names: [what: string, name: unknown, fault: string][] = [
    ['missing', undefined, 'required'],
    ['null', null, 'required'],
    ['a number', 7, 'type'],
    ['blank', '   ', 'required'],
    ['over-long', 'x'.repeat(201), 'too_long'],
    ['with a control character', 'a\u0007b', 'characters'],
    ['with a zero-width character', 'a\u200bb', 'characters'],
    ['with a bidirectional mark', 'a\u202eb', 'characters'],
    ['with NUL', 'a\u0000b', 'characters'],
    ['with half a surrogate pair', 'a\ud800b', 'characters'],
  ];
  for (const [what, name, fault] of names) {
    it(`refuse a name that is ${what}`, async () => {
      await refused(
        'VALIDATION_FAILED',
        [`name ${fault}`],
        'POST',
        '/api/beta-apps',
        create({ name }),
      );
    });
  }

  const dates: [what: string, change: object, field: string][] = [
    [
      'that does not exist',
      { endsOn: `${String(new Date().getFullYear() + 1)}-02-30` },
      'endsOn date',
    ],
    ['that is no date', { startsOn: 'besok' }, 'startsOn date'],
    ['before the start', { startsOn: day(5), endsOn: day(4) }, 'endsOn end_before_start'],
    ['in the past', { startsOn: day(-9), endsOn: day(-5) }, 'endsOn end_in_past'],
  ];
  for (const [what, change, field] of dates) {
    it(`refuse a date ${what}`, async () => {
      await refused('VALIDATION_FAILED', [field], 'POST', '/api/beta-apps', create(change));
    });
  }

  it('refuse a name that is taken in the period, and say by whom', async () => {
    const answer = await refused(
      'NAME_TAKEN',
      undefined,
      'POST',
      '/api/beta-apps',
      create({ name: 'SUDAH ada' }),
    );
    assert.equal(
      answer.error.message,
      'Nama ini sudah dipakai beta-app lain dalam periode itu (Sari Wulandari, NIK 2015014321).',
    );
  });
});

describe('unknown things', () => {
  it('are not found', async () => {
    await refused('BETA_APP_NOT_FOUND', [], 'GET', '/api/beta-apps/999999');
    await refused('BETA_APP_NOT_FOUND', [], 'GET', '/api/beta-apps/999999999999999');
    await refused('ROUTE_NOT_FOUND', [], 'GET', '/api/nothing');
    await refused('ROUTE_NOT_FOUND', [], 'GET', '/api/beta-apps/1/stores/2/3');
    await refused('ROUTE_NOT_FOUND', [], 'GET', '/');
  });

  it('include ids that are none', async () => {
    for (const id of [
      'none',
      '1.5',
      '-1',
      '9'.repeat(16),
      '0x10',
      '1e3',
      '%00',
      '%F0%9F',
      '__proto__',
    ]) {
      await refused('VALIDATION_FAILED', ['id type'], 'GET', `/api/beta-apps/${id}`);
    }
    await refused('VALIDATION_FAILED', ['id range'], 'GET', '/api/beta-apps/0');
  });

  it('include stores and applications', async () => {
    const { id } = betaApp;
    const stores = (codes: string[]) => ({
      body: { baseRevision: 1, directoryRevision: 1, changes: [{ registered: true, codes }] },
    });
    const path = `/api/beta-apps/${id}/stores`;
    await refused('STORES_UNKNOWN', undefined, 'PATCH', path, stores(['XX99']));
    await refused('STORES_CLOSED', undefined, 'PATCH', path, stores(['TM03']));
    await refused('VALIDATION_FAILED', undefined, 'PATCH', path, stores(['TB 01']));
    const tag = { 'If-Match': `"${betaApp.detailsRevision}"` };
    const add = (applicationCode: string, headers: Record<string, string> = tag) => ({
      body: { applicationCode, version: '1' },
      headers,
    });
    const applications = `/api/beta-apps/${id}/applications`;
    await refused(
      'VALIDATION_FAILED',
      ['applicationCode unknown'],
      'POST',
      applications,
      add('NONE'),
    );
    const added = await api.call<BetaApp>('POST', applications, add('POS'));
    const next = { 'If-Match': added.headers.get('etag') ?? '' };
    await refused('APPLICATION_TWICE', undefined, 'POST', applications, add('POS', next));
    await refused('APPLICATION_NOT_FOUND', undefined, 'DELETE', `${applications}/STK`, {
      headers: next,
    });
    betaApp = added.data;
  });

  it('include methods, which say what there is instead', async () => {
    const answer = await refused('METHOD_NOT_ALLOWED', [], 'PUT', '/api/beta-apps/1');
    assert.equal(answer.headers.get('allow'), 'GET, HEAD, PATCH');
    await refused('METHOD_NOT_ALLOWED', [], 'OPTIONS', '/api/beta-apps');
    await refused('METHOD_NOT_ALLOWED', [], 'POST', '/healthz');
    await refused('METHOD_NOT_ALLOWED', [], 'PROPFIND', '/api/openapi.json');
  });
});

describe('queries', () => {
  const queries: [query: string, fields: string[]][] = [
    ['limit=0', ['limit range']],
    ['limit=1000000000', ['limit range']],
    ['limit=1e9', ['limit type']],
    ['limit=', ['limit type']],
    ['nonsense=1', ['nonsense unknown_key']],
    ['__proto__=1', ['__proto__ unknown_key']],
    ['constructor=1&toString=2', ['constructor unknown_key', 'toString unknown_key']],
    ['q=a&q=b', ['q too_many']],
    ['q=%00', ['q characters']],
    ['q=%ff', ['q characters']],
    [`q=${'x'.repeat(201)}`, ['q too_long']],
  ];
  for (const [query, fields] of queries) {
    it(`refuse ${query.slice(0, 40)}`, async () => {
      await refused('VALIDATION_FAILED', fields, 'GET', `/api/beta-apps?${query}`);
    });
  }

  it('refuse a state that is none, a boolean that is none, and a cursor that is none', async () => {
    await refused('VALIDATION_FAILED', undefined, 'GET', '/api/beta-apps?state=active,lost');
    const stores = `/api/beta-apps/${betaApp.id}/stores`;
    await refused('VALIDATION_FAILED', ['registered type'], 'GET', `${stores}?registered=yes`);
    await refused('CURSOR_INVALID', undefined, 'GET', `${stores}?cursor=nonsense`);
    assert.equal((await api.call('GET', '/api/beta-apps?state=')).status, 200);
  });

  it("refuse another filter's cursor", async () => {
    const path = `/api/beta-apps/${betaApp.id}/stores`;
    const page = await api.call<{ nextCursor: string }>('GET', `${path}?limit=1`);
    const cursor = encodeURIComponent(page.data.nextCursor);
    assert.equal((await api.call('GET', `${path}?limit=1&cursor=${cursor}`)).status, 200);
    await refused('CURSOR_INVALID', undefined, 'GET', `${path}?branch=BDG&cursor=${cursor}`);
    await refused('CURSOR_INVALID', undefined, 'GET', `/api/stores?cursor=${cursor}`);
  });
});

describe('bodies', () => {
  const post = (raw: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => ({
    raw,
    headers,
  });
  const path = '/api/beta-apps';

  it('refuse what is no JSON', async () => {
    for (const raw of ['{', '{"name":}', 'name=a', '{"a":1}x', "{'a':1}", '\u0000']) {
      await refused('BODY_MALFORMED', [], 'POST', path, post(raw));
    }
    await refused('BODY_MALFORMED', [], 'POST', path, post(new Uint8Array([0x7b, 0xff, 0x7d])));
  });

  it('refuse 200,000 levels at once', async () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const start = performance.now();
      const raw = `${open.repeat(200_000)}1${close.repeat(200_000)}`;
      const code = raw.length > 1_048_576 ? 'BODY_TOO_LARGE' : 'BODY_MALFORMED';
      await refused(code, [], 'POST', path, post(raw));
      await refused('BODY_MALFORMED', [], 'POST', path, post(open.repeat(150_000)));
      assert.ok(performance.now() - start < 1_000);
    }
  });

  it('take brackets in texts for what they are', async () => {
    const name = `${'[{"'.repeat(30)}\\`;
    const answer = await api.call('POST', path, create({ name }));
    assert.equal(answer.status, 201);
  });

  it('refuse what is no object', async () => {
    for (const raw of ['[]', '"a"', '1', 'null', 'true']) {
      await refused('VALIDATION_FAILED', ['body type'], 'POST', path, post(raw));
    }
  });

  it('refuse keys that are unknown, belong elsewhere, or are dangerous', async () => {
    await refused('VALIDATION_FAILED', ['color unknown_key'], 'POST', path, create({ color: 1 }));
    const { id } = betaApp;
    const headers = { 'If-Match': `"${betaApp.detailsRevision}"` };
    const patch = (body: object) => ({ body, headers });
    const one = `/api/beta-apps/${id}`;
    await refused('VALIDATION_FAILED', ['id unknown_key'], 'PATCH', one, patch({ id: 2 }));
    const revision = patch({ detailsRevision: 1 });
    await refused('VALIDATION_FAILED', ['detailsRevision unknown_key'], 'PATCH', one, revision);
    await refused('VALIDATION_FAILED', ['dryRun unknown_key'], 'PATCH', `${one}/stores`, {
      body: { dryRun: true, baseRevision: 1, directoryRevision: 1, changes: [] },
    });
    for (const [raw, field] of [
      ['{"__proto__":{"polluted":1}}', '__proto__'],
      ['{"name":"a","\\u005f_proto__":1}', '__proto__'],
      ['{"owner":{"__proto__":{"polluted":1}}}', 'owner.__proto__'],
      ['{"changes":[{"select":{"__proto__":{}}}]}', 'changes.0.select.__proto__'],
    ] as const) {
      await refused('VALIDATION_FAILED', [`${field} unknown_key`], 'POST', path, post(raw));
    }
    const keys = post('{"constructor":{"prototype":{"polluted":1}}}');
    await refused('VALIDATION_FAILED', undefined, 'POST', path, keys);
    assert.equal('polluted' in {}, false);
  });

  it('refuse very many faults at once', async () => {
    const many = (length: number, value: unknown) => Array.from({ length }, () => value);
    const save = (changes: unknown) => ({
      body: { baseRevision: 1, directoryRevision: 1, changes },
    });
    const stores = `/api/beta-apps/${betaApp.id}/stores`;
    for (const changes of [
      [{ registered: true, codes: many(240_000, '!') }],
      [{ registered: true, codes: many(400_000, 1) }],
      [{ registered: true, select: {}, except: many(240_000, '!') }],
      many(400_000, 1),
      many(90_000, { a: 1 }),
    ]) {
      const answer = await refused('VALIDATION_FAILED', undefined, 'PATCH', stores, save(changes));
      assert.ok(answer.text.length < 100_000);
    }
    const keys = Object.fromEntries(many(60_000, 0).map((_, index) => [`k${index}`, 1]));
    await refused('VALIDATION_FAILED', undefined, 'POST', path, { body: keys });
    await refused('VALIDATION_FAILED', undefined, 'POST', path, create({ owner: keys }));
  });

  it('refuse other media types', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json5',
      '',
    ]) {
      const call = post('{}', { 'Content-Type': type });
      await refused('MEDIA_TYPE_UNSUPPORTED', [], 'POST', path, call);
    }
    const latin = post('{}', { 'Content-Type': 'application/json; charset=iso-8859-1' });
    await refused('MEDIA_TYPE_UNSUPPORTED', [], 'POST', path, latin);
    const utf8 = post('{}', { 'Content-Type': 'Application/JSON; charset=UTF-8' });
    await refused('VALIDATION_FAILED', undefined, 'POST', path, utf8);
  });

  it('name every field that a missing body leaves out', async () => {
    const fields = ['name required', 'startsOn required', 'endsOn required'];
    const answer = await refused('VALIDATION_FAILED', fields, 'POST', path);
    assert.equal(
      answer.error.message,
      'Masih ada isian yang belum terisi: Nama beta-app, Tanggal mulai, Tanggal selesai.',
    );
    assert.equal(answer.error.errors[1]?.message, 'Tanggal mulai belum diisi.');
  });
});
