import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type BetaApp, type BetaAppStorePage, type SavedStores } from '@beta-app/core/contract';
import { createHandler } from '@beta-app/server-adapter';
import { openApi, type TestApi } from './support/api.js';
import { budi, day, sari } from './support/directory.js';

let api: TestApi;
before(async () => {
  api = await openApi();
});
after(() => api.close());

const tagOf = ({ detailsRevision }: BetaApp) => ({ 'If-Match': `"${detailsRevision}"` });

describe('the operations over HTTP', () => {
  it('create, read, change and list a beta app in the envelope', async () => {
    const body = { name: 'Uji Kasir', startsOn: day(0), endsOn: day(28) };
    const created = await api.call<BetaApp>('POST', '/api/beta-apps', { body });
    assert.equal(created.status, 201);
    assert.deepEqual(Object.keys(created.error), ['status_code', 'status', 'message', 'data']);
    assert.equal(created.headers.get('etag'), `"${created.data.detailsRevision}"`);
    assert.equal(created.headers.get('cache-control'), 'no-store');
    assert.equal(created.headers.get('vary'), 'Accept, Accept-Language');
    assert.equal(created.headers.get('x-content-type-options'), 'nosniff');
    assert.deepEqual(created.data.owner, sari);

    const { id } = created.data;
    const changed = await api.call<BetaApp>('PATCH', `/api/beta-apps/${id}`, {
      body: { name: 'Uji Kasir Baru', owner: budi },
      headers: tagOf(created.data),
    });
    assert.equal(changed.status, 200);
    assert.notEqual(changed.headers.get('etag'), created.headers.get('etag'));

    const read = await api.call<BetaApp>('GET', `/api/beta-apps/${id}`);
    assert.deepEqual(read.data, changed.data);
    assert.equal(read.headers.get('etag'), changed.headers.get('etag'));

    const page = await api.call<{ items: BetaApp[]; total: number }>(
      'GET',
      '/api/beta-apps?q=kasir%20baru&state=active,scheduled&limit=5',
    );
    assert.equal(page.data.total, 1);
    assert.equal(page.data.items[0]?.name, 'Uji Kasir Baru');
  });

  it('add, change and remove an application', async () => {
    const betaApp = await api.create('Aplikasi');
    const path = `/api/beta-apps/${betaApp.id}/applications`;
    const added = await api.call<BetaApp>('POST', path, {
      body: { applicationCode: 'pos', version: '4.19.0-beta.1' },
      headers: tagOf(betaApp),
    });
    assert.equal(added.status, 201);
    assert.equal(added.data.applications[0]?.code, 'POS');
    const changed = await api.call<BetaApp>('PATCH', `${path}/POS`, {
      body: { version: '4.19.0-beta.2', notes: 'Struk QRIS' },
      headers: tagOf(added.data),
    });
    assert.equal(changed.data.applications[0]?.version, '4.19.0-beta.2');
    const removed = await api.call<BetaApp>('DELETE', `${path}/POS`, {
      headers: tagOf(changed.data),
    });
    assert.equal(removed.status, 200);
    assert.deepEqual(removed.data.applications, []);
  });

  it('save stores, dry run and list them', async () => {
    const { id } = await api.create('Toko');
    const path = `/api/beta-apps/${id}/stores`;
    const page = await api.call<BetaAppStorePage>('GET', `${path}?branch=BDG`);
    assert.equal(page.data.total, 3);
    const { revision: baseRevision, directoryRevision } = page.data;
    const changes = [{ registered: true, select: { branch: 'BDG' } }];
    const body = { baseRevision, directoryRevision, changes };
    const dry = await api.call<SavedStores>('PATCH', `${path}?dryRun=true`, { body });
    assert.equal(dry.data.added, 3);
    const saved = await api.call<SavedStores>('PATCH', path, { body });
    assert.equal(saved.status, 200);
    assert.equal(saved.data.added, 3);
    const registered = await api.call<BetaAppStorePage>('GET', `${path}?registered=true&limit=2`);
    assert.equal(registered.data.items.length, 2);
    assert.ok(registered.data.nextCursor);
    const counted = await api.call<{ items: { registered: number }[] }>(
      'GET',
      `/api/branches?betaApp=${id}`,
    );
    assert.deepEqual(
      counted.data.items.map(({ registered: count }) => count),
      [3, 0],
    );
  });

  it('end without a body, and cancel', async () => {
    const one = await api.create('Akhir');
    const ended = await api.call<BetaApp>('POST', `/api/beta-apps/${one.id}/end`, {
      headers: tagOf(one),
    });
    assert.equal(ended.status, 200);
    assert.equal(ended.data.endsOn <= one.endsOn, true);
    const other = await api.create('Batal');
    const cancelled = await api.call<BetaApp>('POST', `/api/beta-apps/${other.id}/cancel`, {
      headers: tagOf(other),
    });
    assert.equal(cancelled.data.state, 'cancelled');
    const again = await api.call('POST', `/api/beta-apps/${other.id}/cancel`, {
      headers: tagOf(cancelled.data),
    });
    assert.equal(again.status, 409);
    assert.equal(again.error.code, 'BETA_APP_ENDED');
  });

  it('answer HEAD as GET without a body, and never 304', async () => {
    const { id } = await api.create('Kepala');
    const read = await api.call('GET', `/api/beta-apps/${id}`);
    const tag = read.headers.get('etag') ?? '';
    const head = await api.call('HEAD', `/api/beta-apps/${id}`, {
      headers: { 'If-None-Match': tag },
    });
    assert.equal(head.status, 200);
    assert.equal(head.text, '');
    assert.equal(head.headers.get('etag'), tag);
    const missing = await api.call('HEAD', '/api/beta-apps/999999');
    assert.equal(missing.status, 404);
    assert.equal(missing.text, '');
  });

  it('lie under any base path', async () => {
    const other = await openApi({ basePath: '/sih/beta/' });
    try {
      assert.equal((await other.call('GET', '/sih/beta/branches')).status, 200);
      assert.equal((await other.call('GET', '/api/branches')).status, 404);
      assert.equal((await other.call('GET', '/healthz')).status, 200);
      assert.throws(() => createHandler({ core: other.core, basePath: 'api:*' }), TypeError);
    } finally {
      await other.close();
    }
  });
});
