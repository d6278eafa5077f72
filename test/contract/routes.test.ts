import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  type BetaApp,
  type BetaAppStorePage,
  type HistoryPage,
  jsonSchemaOf,
  type OperationId,
  type Route,
  routes,
} from '@beta-app/core/contract';
import { type Call, openApi, type TestApi } from '../server-adapter/support/api.js';
import { day } from '../server-adapter/support/directory.js';

const operations = Object.keys(routes) as OperationId[];

let api: TestApi;
before(async () => {
  api = await openApi();
});
after(() => api.close());

interface Example {
  path: string;
  call?: Call;
}

/** A request for each operation that succeeds, on a beta app of its own. */
const examples: Record<OperationId, (betaApp: BetaApp) => Example | Promise<Example>> = {
  listBetaApps: () => ({ path: '/beta-apps?state=active&limit=1' }),
  getTimeline: () => ({ path: '/timeline?application=POS' }),
  createBetaApp: ({ name }) => ({
    path: '/beta-apps',
    call: { body: { name: `${name} lagi`, startsOn: day(0), endsOn: day(3) } },
  }),
  copyBetaApp: ({ id, name }) => ({
    path: `/beta-apps/${id}/copy`,
    call: { body: { name: `${name} lagi`, startsOn: day(0), endsOn: day(3), stores: false } },
  }),
  getBetaApp: ({ id }) => ({ path: `/beta-apps/${id}` }),
  updateBetaApp: (betaApp) => ({
    path: `/beta-apps/${betaApp.id}`,
    call: { ...tagOf(betaApp), body: { endsOn: day(30) } },
  }),
  pauseBetaApp: (betaApp) => ({
    path: `/beta-apps/${betaApp.id}/pause`,
    call: { ...tagOf(betaApp), body: { stores: 'drop' } },
  }),
  resumeBetaApp: async (betaApp) => ({
    path: `/beta-apps/${betaApp.id}/resume`,
    call: tagOf(await paused(betaApp)),
  }),
  endBetaApp: (betaApp) => ({ path: `/beta-apps/${betaApp.id}/end`, call: tagOf(betaApp) }),
  cancelBetaApp: (betaApp) => ({ path: `/beta-apps/${betaApp.id}/cancel`, call: tagOf(betaApp) }),
  promoteBetaApp: async (betaApp) => ({
    path: `/beta-apps/${betaApp.id}/promote`,
    call: tagOf(await withApplication(betaApp)),
  }),
  addApplication: (betaApp) => ({
    path: `/beta-apps/${betaApp.id}/applications`,
    call: { ...tagOf(betaApp), body: { applicationCode: 'STK', version: '2.2.0', notes: 'a\nb' } },
  }),
  changeApplication: async (betaApp) => ({
    path: `/beta-apps/${betaApp.id}/applications/STK`,
    call: { ...tagOf(await withApplication(betaApp)), body: { version: '2.2.1' } },
  }),
  removeApplication: async (betaApp) => ({
    path: `/beta-apps/${betaApp.id}/applications/STK`,
    call: tagOf(await withApplication(betaApp)),
  }),
  listBetaAppStores: ({ id }) => ({ path: `/beta-apps/${id}/stores?registered=false&limit=2` }),
  saveStores: async ({ id }) => {
    const path = `/beta-apps/${id}/stores`;
    const page = await api.call<BetaAppStorePage>('GET', `/api${path}`);
    const { revision: baseRevision, directoryRevision } = page.data;
    const changes = [{ registered: true, codes: ['TB01', 'TM01'] }];
    return {
      path: `${path}?dryRun=true`,
      call: { body: { baseRevision, directoryRevision, changes } },
    };
  },
  listBranches: ({ id }) => ({ path: `/branches?betaApp=${id}` }),
  listApplications: () => ({ path: '/applications?q=toko' }),
  listStores: () => ({ path: '/stores?limit=1' }),
  lookUpVersions: () => ({ path: '/versions?store=TB01,TB99&application=POS,STK' }),
  listStoresOfVersion: () => ({
    path: '/version-stores?application=POS&version=4.18.2&branch=BDG&limit=2',
  }),
  listBetaAppHistory: async (betaApp) => {
    await withApplication(betaApp);
    return { path: `/beta-apps/${betaApp.id}/history?action=create,add_application&limit=1` };
  },
  listHistoryStores: async (betaApp) => {
    const { id } = betaApp;
    await saved(betaApp);
    const history = await api.call<HistoryPage>('GET', `/api/beta-apps/${id}/history?limit=1`);
    return { path: `/beta-apps/${id}/history/${history.data.items[0]!.id}/stores` };
  },
  listStoreHistory: async (betaApp) => {
    await saved(betaApp);
    return { path: '/stores/tb01/history?actor=sari' };
  },
  lookUpManyVersions: () => ({
    path: '/versions',
    call: { body: { store: ['TB01', 'TM01'], at: new Date().toISOString() } },
  }),
};

function tagOf({ detailsRevision }: BetaApp): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${detailsRevision}"` } };
}

/** Saves two stores. */
async function saved({ id }: BetaApp): Promise<void> {
  const path = `/api/beta-apps/${id}/stores`;
  const page = await api.call<BetaAppStorePage>('GET', path);
  const { revision: baseRevision, directoryRevision } = page.data;
  const changes = [{ registered: true, codes: ['TB01', 'TM01'] }];
  await api.call('PATCH', path, { body: { baseRevision, directoryRevision, changes } });
}

async function paused(betaApp: BetaApp): Promise<BetaApp> {
  const path = `/api/beta-apps/${betaApp.id}/pause`;
  return (await api.call<BetaApp>('POST', path, { ...tagOf(betaApp), body: {} })).data;
}

async function withApplication(betaApp: BetaApp): Promise<BetaApp> {
  const body = { applicationCode: 'STK', version: '2.2.0' };
  const path = `/api/beta-apps/${betaApp.id}/applications`;
  return (await api.call<BetaApp>('POST', path, { ...tagOf(betaApp), body })).data;
}

describe('the routes', () => {
  it('take every parameter from one place, which the input knows', () => {
    for (const id of operations) {
      const route: Route = routes[id];
      const { properties = {} } = jsonSchemaOf(route.input, 'input') as { properties?: object };
      const inPath = (route.path.match(/\{\w+\}/gu) ?? []).map((text) => text.slice(1, -1));
      assert.deepEqual(Object.keys(route.params), inPath, id);
      const taken = [...Object.keys(route.params), ...Object.keys(route.query)];
      assert.equal(new Set(taken).size, taken.length, id);
      for (const name of taken) assert.ok(Object.hasOwn(properties, name), `${id} ${name}`);
      assert.equal(route.ifMatch, Object.hasOwn(properties, 'detailsRevision'), id);
    }
  });

  it('have an address and a method of their own', () => {
    const places = operations.map((id) => `${routes[id].method} ${routes[id].path}`);
    assert.equal(new Set(places).size, places.length);
  });

  it('are named as the operations of core that they call', () => {
    const core = api.core as unknown as Record<string, unknown>;
    for (const id of operations) {
      // Many come in a body; core takes them all alike.
      const name = id === 'lookUpManyVersions' ? 'lookUpVersions' : id;
      assert.equal(typeof core[name], 'function', id);
    }
  });

  for (const id of operations) {
    it(`answer as they promise: ${id}`, async () => {
      const { method, status, output, keeps } = routes[id] as Route;
      const { path, call } = await examples[id](await api.create(`Contoh ${id}`));
      const answer = await api.call(method, `/api${path}`, call);
      assert.equal(answer.status, status, answer.text);
      // Parsing leaves out what the schema doesn't know: then the answers would differ.
      assert.deepEqual(output.parse(answer.data), answer.data);
      const isBetaApp = output === routes.getBetaApp.output;
      assert.equal(answer.headers.has('etag'), isBetaApp || keeps === true);
      const kept = keeps === true ? 'private, no-cache' : 'no-store';
      assert.equal(answer.headers.get('cache-control'), kept);
    });
  }
});
