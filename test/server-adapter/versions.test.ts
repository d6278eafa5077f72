import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type BetaApp, type BetaAppStorePage, type VersionLookup } from '@beta-app/core/contract';
import { openApi, type TestApi } from './support/api.js';
import { budi } from './support/directory.js';

const asked: string[] = [];
let api: TestApi;
let betaApp: BetaApp;
before(async () => {
  api = await openApi({
    authorize: (_actor, action) => {
      asked.push(action);
      return true;
    },
  });
  betaApp = await api.create('Uji Versi');
  const path = `/api/beta-apps/${betaApp.id}`;
  await api.call('POST', `${path}/applications`, {
    headers: { 'If-Match': `"${betaApp.detailsRevision}"` },
    body: { applicationCode: 'POS', version: '4.19.0-beta.3' },
  });
  const page = await api.call<BetaAppStorePage>('GET', `${path}/stores`);
  const { revision: baseRevision, directoryRevision } = page.data;
  const changes = [{ registered: true, codes: ['TB01', 'TM01'] }];
  await api.call('PATCH', `${path}/stores`, { body: { baseRevision, directoryRevision, changes } });
});
after(() => api.close());

const codes = (count: number) => Array.from({ length: count }, (_, index) => `X${index}`);

describe('the version lookup over HTTP', () => {
  it('answers in the address and in a body the same', async () => {
    const path = '/api/versions?store=tb01,TB02&application=pos';
    const inAddress = await api.call<VersionLookup>('GET', path);
    const body = { store: ['tb01', 'TB02'], application: 'pos' };
    const inBody = await api.call<VersionLookup>('POST', '/api/versions', { body });
    assert.equal(inAddress.status, 200);
    assert.deepEqual(
      inAddress.data.stores.map(({ code, versions: [version] }) => [
        code,
        version?.version,
        version?.reason.code,
        version?.betaApp?.id,
      ]),
      [
        ['TB01', '4.19.0-beta.3', 'in_beta', betaApp.id],
        ['TB02', '4.18.2', 'no_beta', undefined],
      ],
    );
    assert.deepEqual(inBody.data, inAddress.data);
    const { stores } = await api.core.lookUpVersions(body);
    assert.deepEqual(stores, inAddress.data.stores);
  });

  it('takes a moment with its offset, which an address writes with %2B', async () => {
    const at = encodeURIComponent('2026-01-01T07:00:00+07:00');
    const then = await api.call<VersionLookup>('GET', `/api/versions?store=TB01&at=${at}`);
    assert.equal(then.data.at, '2026-01-01T00:00:00.000000Z');
    assert.equal(then.data.stores[0]?.store, null);
    const bare = await api.call('GET', '/api/versions?store=TB01&at=2026-01-01T07:00:00+07:00');
    assert.equal(bare.status, 400);
    assert.deepEqual(
      bare.error.errors.map(({ path, code }) => [path, code]),
      [['at', 'format']],
    );
  });

  it('takes as many codes as an address has room for, and more in a body', async () => {
    for (const [method, path, body, fields] of [
      ['GET', `/api/versions?store=${codes(100).join()}`, undefined, []],
      ['GET', `/api/versions?store=${codes(101).join()}`, undefined, [['store', 100]]],
      [
        'GET',
        `/api/versions?store=TB01&application=${codes(101).join()}`,
        undefined,
        [['application', 100]],
      ],
      ['POST', '/api/versions', { store: codes(1_000), application: 'POS' }, []],
      ['POST', '/api/versions', { store: codes(1_001) }, [['store', 1_000]]],
    ] as const) {
      const answer = await api.call(method, path, body === undefined ? {} : { body });
      assert.equal(answer.status, fields.length === 0 ? 200 : 400);
      assert.deepEqual(
        (fields.length === 0 ? [] : answer.error.errors).map(({ path: field, code, max }) => {
          assert.equal(code, 'too_many');
          return [field, max];
        }),
        fields,
      );
    }
  });

  it('refuses what is no lookup, in words', async () => {
    const missing = await api.call('POST', '/api/versions');
    assert.equal(missing.error.message, 'Masih ada isian yang belum terisi: Toko.');
    const odd = await api.call('GET', '/api/versions?store=TB01,%3F&at=x');
    assert.equal(odd.error.message, 'Masih ada isian yang perlu diperbaiki: Toko, Waktu.');
    assert.equal((await api.call('GET', '/api/versions?store=TB01&q=x')).status, 400);
    assert.equal((await api.call('POST', '/api/versions?store=TB01', { body: {} })).status, 400);
    assert.equal(
      (await api.call('DELETE', '/api/versions')).headers.get('allow'),
      'GET, HEAD, POST',
    );
  });

  it('writes nothing: a key has no meaning, and an asker of another question under it is answered', async () => {
    const headers = { 'Idempotency-Key': 'sama' };
    for (const store of ['TB01', 'TM01']) {
      const answer = await api.call<VersionLookup>('POST', '/api/versions', {
        headers,
        body: { store },
      });
      assert.equal(answer.data.stores[0]?.code, store);
    }
  });

  it('is sent again only if it has changed', async () => {
    const path = '/api/versions?store=TB03&application=POS';
    const first = await api.call('GET', path);
    const tag = first.headers.get('etag') ?? '';
    assert.match(tag, /^"[\w-]{27}"$/u);
    for (const known of [tag, `W/${tag}`, `"other", W/"W/", ${tag}`, '*', ' * ']) {
      for (const method of ['GET', 'HEAD']) {
        const headers = { 'If-None-Match': known };
        const again = await api.call(method, path, { headers });
        assert.equal(again.status, 304, known);
        assert.equal(again.text, '');
        assert.equal(again.headers.get('content-type'), null);
        for (const name of ['etag', 'cache-control', 'vary', 'x-content-type-options']) {
          assert.equal(again.headers.get(name), first.headers.get(name), name);
        }
        assert.ok(again.headers.has('x-request-id'));
      }
    }
    const head = await api.call('HEAD', path);
    assert.deepEqual([head.status, head.text, head.headers.get('etag')], [200, '', tag]);
    const other = await api.call('GET', '/api/versions?store=TB02&application=POS');
    assert.notEqual(other.headers.get('etag'), tag);
    // Neither the language nor who asks plays a part in it.
    const english = { 'Accept-Language': 'en', 'If-None-Match': tag };
    assert.equal((await api.call('GET', path, { headers: english, actor: budi })).status, 304);

    const page = await api.call<BetaAppStorePage>('GET', `/api/beta-apps/${betaApp.id}/stores`);
    const { revision: baseRevision, directoryRevision } = page.data;
    const changes = [{ registered: true, codes: ['TB03'] }];
    const body = { baseRevision, directoryRevision, changes };
    await api.call('PATCH', `/api/beta-apps/${betaApp.id}/stores`, { body });
    const changed = await api.call<VersionLookup>('GET', path, {
      headers: { 'If-None-Match': `"x", ${tag}` },
    });
    assert.equal(changed.status, 200);
    assert.equal(changed.data.stores[0]?.versions[0]?.channel, 'beta');
    const refused = await api.call('GET', '/api/versions', { headers: { 'If-None-Match': '*' } });
    assert.equal(refused.status, 400);
    assert.equal(refused.headers.get('cache-control'), 'no-store');
    const nobody = await api.call('GET', path, { headers: { 'If-None-Match': '*' }, actor: null });
    assert.equal(nobody.status, 401);
  });

  it('is allowed by its names', async () => {
    asked.length = 0;
    await api.call('GET', '/api/versions?store=TB01');
    await api.call('POST', '/api/versions', { body: { store: 'TB01' } });
    assert.deepEqual(asked, ['lookUpVersions', 'lookUpManyVersions']);
  });
});
