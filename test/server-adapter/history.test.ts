import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  type BetaApp,
  type BetaAppStorePage,
  type HistoryPage,
  type HistoryStorePage,
} from '@beta-app/core/contract';
import { openApi, type TestApi } from './support/api.js';
import { budi, sari } from './support/directory.js';

const csv = { Accept: 'text/csv' };

describe('histories over HTTP', () => {
  let api: TestApi;
  let betaApp: BetaApp;
  let path: string;
  before(async () => {
    api = await openApi();
    betaApp = await api.create('=Uji, "Riwayat"');
    path = `/api/beta-apps/${betaApp.id}/history`;
    await save(true, 'TB01', 'TB02');
    await api.core.syncDirectory(
      {
        stores: {
          mode: 'partial',
          rows: [{ code: 'TB01', name: '+Cibiru', branchCode: 'MKS', open: false }],
        },
        expectedClosures: 1,
      },
      { actor: budi },
    );
    await save(false, 'TB02');
  });
  after(() => api.close());

  async function save(registered: boolean, ...codes: string[]): Promise<void> {
    const stores = `/api/beta-apps/${betaApp.id}/stores`;
    const page = await api.call<BetaAppStorePage>('GET', stores);
    const { revision: baseRevision, directoryRevision } = page.data;
    const body = { baseRevision, directoryRevision, changes: [{ registered, codes }] };
    await api.call('PATCH', stores, { body });
  }

  const rows = (text: string) => text.replace('\ufeff', '').trimEnd().split('\r\n');

  it('are narrowed and paged in the address', async () => {
    const ask = async (query: string) => {
      const { data } = await api.call<HistoryPage>('GET', `${path}?${query}`);
      return data.items.map(({ action }) => action);
    };
    assert.deepEqual(await ask('action=create,sync_directory'), ['sync_directory', 'create']);
    assert.deepEqual(await ask(`actor=${budi.nik}`), ['sync_directory']);
    assert.deepEqual(await ask('store=tb02'), ['save_stores', 'save_stores']);
    assert.deepEqual(await ask('to=2020-01-01'), []);
    const first = await api.call<HistoryPage>('GET', `${path}?limit=3`);
    const next = await api.call<HistoryPage>(
      'GET',
      `${path}?cursor=${first.data.nextCursor ?? ''}`,
    );
    assert.deepEqual(
      next.data.items.map(({ action }) => action),
      ['create'],
    );
    const ofStore = await api.call<HistoryPage>('GET', '/api/stores/tb02/history?betaApp=1');
    assert.deepEqual([ofStore.status, ofStore.data.items.length], [200, 2]);
  });

  it('are CSV for who asks for it, with nothing that a spreadsheet runs', async () => {
    const answer = await api.call('GET', `${path}?limit=1`, { headers: csv });
    assert.equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8; header=present');
    assert.equal(
      answer.headers.get('content-disposition'),
      `attachment; filename="history-${betaApp.id}.csv"`,
    );
    const { data } = await api.call<HistoryPage>('GET', path);
    const [withdrawn, synced, registered, created] = data.items.map(({ id, at }) => `${id},${at}`);
    const [who, by] = [`${sari.name},${sari.nik}`, `${budi.name},${budi.nik}`];
    const own = `${betaApp.id},"'=Uji, ""Riwayat"""`;
    const { startsOn, endsOn } = betaApp;
    const values = `name: =Uji, ""Riwayat""; startsOn: ${startsOn}; endsOn: ${endsOn}; owner: ${sari.name} (${sari.nik})`;
    const lines = rows(answer.text);
    // Keys of jsonb come in an order of its own.
    const sorted = (text: string) => text.split(/; |,/u).sort().join();
    assert.deepEqual(lines.slice(0, 4), [
      'event,at,actorName,actorNik,action,betaAppId,betaAppName,before,after,stores,registered,withdrawn,movedFrom,movedTo,someStores',
      `${withdrawn},${who},save_stores,${own},,,1,0,1,,,TB02 withdrawn`,
      `${synced},${by},sync_directory,,,,,1,0,0,,,"TB01 renamed, moved from BDG to MKS, closed"`,
      `${registered},${who},save_stores,${own},,,2,2,0,,,TB01 registered; TB02 registered`,
    ]);
    assert.equal(sorted(lines[4]!), sorted(`${created},${who},create,${own},,"${values}",,,,,,`));
    assert.equal(lines.length, 5);
  });

  it('have the stores of an event as CSV, too', async () => {
    const { data } = await api.call<HistoryPage>('GET', `${path}?action=sync_directory`);
    const stores = `${path}/${data.items[0]!.id}/stores`;
    const page = await api.call<HistoryStorePage>('GET', stores);
    assert.deepEqual(page.data.items, data.items[0]!.stores!.some);
    const answer = await api.call('GET', stores, { headers: csv });
    assert.deepEqual(rows(answer.text), [
      'code,name,changes,nameBefore,branchBefore,openBefore,branchAfter,openAfter',
      "TB01,'+Cibiru,renamed moved closed,Toko TB01,BDG,true,MKS,false",
    ]);
    const ofStore = await api.call('GET', '/api/stores/tb01/history', { headers: csv });
    assert.equal(
      ofStore.headers.get('content-disposition'),
      'attachment; filename="history-TB01.csv"',
    );
    assert.equal(rows(ofStore.text).length, 4);
  });

  it('are refused of what nobody knows, in words', async () => {
    const refused = async (wanted: string) => {
      const { status, error } = await api.call('GET', wanted);
      return [
        status,
        error.code,
        ...error.errors.map(({ path: field, code }) => `${field} ${code}`),
      ];
    };
    for (const headers of [{}, csv]) {
      const answer = await api.call('GET', '/api/stores/NIX/history', { headers });
      assert.deepEqual([answer.status, answer.error.code], [404, 'STORE_NOT_FOUND']);
      assert.equal(answer.error.message, 'Toko ini tidak ditemukan.');
    }
    assert.deepEqual(await refused(`${path}/999/stores`), [404, 'EVENT_NOT_FOUND']);
    assert.deepEqual(await refused(`${path}/x/stores`), [400, 'VALIDATION_FAILED', 'event type']);
    assert.deepEqual(await refused('/api/beta-apps/999/history'), [404, 'BETA_APP_NOT_FOUND']);
    assert.deepEqual(await refused(`${path}?from=2026-02-30&to=x&action=x&actor=%00`), [
      400,
      'VALIDATION_FAILED',
      'actor characters',
      'action.0 unknown',
      'from date',
      'to date',
    ]);
    assert.deepEqual(await refused(`${path}?cursor=x`), [400, 'CURSOR_INVALID']);
    assert.deepEqual(await refused(`${path}?when=now`), [
      400,
      'VALIDATION_FAILED',
      'when unknown_key',
    ]);
    assert.deepEqual(await refused('/api/stores/%20/history'), [
      400,
      'VALIDATION_FAILED',
      'store required',
    ]);
  });
});
