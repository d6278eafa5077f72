import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type BetaApp } from '@beta-app/core/contract';
import { openApi, type TestApi } from './support/api.js';
import { day } from './support/directory.js';
import { type Refused, refusedBy } from './support/refused.js';

let api: TestApi;
let betaApp: BetaApp;
let refused: Refused;
before(async () => {
  api = await openApi();
  refused = refusedBy(api);
  betaApp = await api.create('Sudah ada');
});
after(() => api.close());

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
    const stores = (...lists: string[][]) => ({
      body: {
        baseRevision: 1,
        directoryRevision: 1,
        changes: lists.map((codes) => ({ registered: true, codes })),
      },
    });
    const path = `/api/beta-apps/${id}/stores`;
    const twice = stores(['XX99', 'XX98'], ['XX99']);
    const unknown = await refused('STORES_UNKNOWN', undefined, 'PATCH', path, twice);
    assert.deepEqual(unknown.error.details, { stores: ['XX98', 'XX99'] });
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
