import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type StoresOfVersionPage } from '@beta-app/core/contract';
import { type Core } from '@beta-app/core';
import { createHandler } from '@beta-app/server-adapter';
import { openApi, readAnswer, requestOf, type TestApi } from './support/api.js';
import { sari } from './support/directory.js';
import { recordingLogger } from './support/log.js';

let api: TestApi;
before(async () => {
  api = await openApi();
  const names = ['=1+1', '+62', '-5', '@sum', 'Toko "A", Cibiru', 'a=b'];
  const codes = ['TB01', 'TB02', 'TB03', 'TM01', 'TM02', 'TX01'];
  const rows = codes.map((code, index) => ({
    code,
    name: names[index] ?? '',
    branchCode: code.startsWith('TM') ? 'MKS' : 'BDG',
  }));
  await api.core.syncDirectory({ stores: { mode: 'partial', rows } }, { actor: sari });
  const { id, detailsRevision } = await api.create('@Uji');
  await api.core.addApplication(
    { id, detailsRevision, applicationCode: 'STK', version: '2.1.7' },
    { actor: sari },
  );
  const { revision: baseRevision, directoryRevision } = await api.core.listBetaAppStores({ id });
  const changes = [{ registered: true, codes: ['TB01'] }];
  await api.core.saveStores({ id, baseRevision, directoryRevision, changes }, { actor: sari });
});
after(() => api.close());

const path = '/api/version-stores?application=STK&version=2.1.7';
const csv = { Accept: 'text/csv' };

describe('the stores that run a version, over HTTP', () => {
  it('come page by page, and refuse what nobody knows', async () => {
    const first = await api.call<StoresOfVersionPage>('GET', `${path}&limit=4`);
    assert.deepEqual(
      first.data.items.map(({ code, channel }) => [code, channel]),
      [
        ['TB01', 'beta'],
        ['TB02', 'production'],
        ['TB03', 'production'],
        ['TM01', 'production'],
      ],
    );
    const cursor = first.data.nextCursor ?? '';
    const second = await api.call<StoresOfVersionPage>('GET', `${path}&cursor=${cursor}`);
    assert.deepEqual(
      [second.data.items.length, second.data.total, second.data.at],
      [2, 6, first.data.at],
    );
    const none = await api.call<StoresOfVersionPage>('GET', `${path}x`);
    assert.deepEqual([none.status, none.data.total], [200, 0]);
    for (const headers of [{}, csv]) {
      const unknown = await api.call('GET', '/api/version-stores?application=NIX&version=1', {
        headers,
      });
      assert.deepEqual([unknown.status, unknown.error.code], [404, 'APPLICATION_NOT_FOUND']);
      const missing = await api.call('GET', '/api/version-stores', { headers });
      assert.deepEqual(
        missing.error.errors.map(({ path: field, code }) => [field, code]),
        [
          ['application', 'required'],
          ['version', 'required'],
        ],
      );
    }
  });

  it('are CSV for who asks for it, all of them, and nothing that a spreadsheet runs', async () => {
    const answer = await api.call('GET', `${path}&limit=1`, { headers: csv });
    assert.equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8; header=present');
    assert.equal(
      answer.headers.get('content-disposition'),
      'attachment; filename="stores-STK-2.1.7.csv"',
    );
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const { id } = (await api.core.listBetaApps()).items[0]!;
    // Reading text takes the mark away.
    const response = await api.handler(requestOf('GET', path, { headers: csv }));
    const bytes = Buffer.from(await response.arrayBuffer());
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    assert.deepEqual(bytes.subarray(3).toString().split('\r\n'), [
      'code,name,branchCode,branchName,channel,betaAppId,betaAppName',
      `TB01,'=1+1,BDG,Bandung,beta,${id},'@Uji`,
      "TB02,'+62,BDG,Bandung,production,,",
      "TB03,'-5,BDG,Bandung,production,,",
      "TM01,'@sum,MKS,Makassar,production,,",
      'TM02,"Toko ""A"", Cibiru",MKS,Makassar,production,,',
      'TX01,a=b,BDG,Bandung,production,,',
      '',
    ]);
    const bad = await api.call('GET', `${path}&cursor=zzz`, { headers: csv });
    assert.deepEqual([bad.status, bad.error.code], [400, 'CURSOR_INVALID']);
    const head = await api.call('HEAD', path, { headers: csv });
    assert.deepEqual([head.status, head.text], [200, '']);
    const odd = '/api/version-stores?application=stk&version=%22%201%2F2%22';
    const named = await api.call('GET', odd, { headers: csv });
    assert.equal(
      named.headers.get('content-disposition'),
      'attachment; filename="stores-STK--1-2-.csv"',
    );
    for (const Accept of ['*/*', 'text/csv;q=0', 'application/json, text/csv;q=0.5']) {
      const json = await api.call('GET', path, { headers: { Accept } });
      assert.equal(json.headers.get('content-type'), 'application/json', Accept);
    }
    assert.equal(
      (await api.call('GET', '/api/stores', { headers: csv })).headers.get('content-type'),
      'application/json',
    );
  });

  it('are read on while the client takes them in, and break off where that fails', async () => {
    const asked: (string | undefined)[] = [];
    const page = (number: number): StoresOfVersionPage => ({
      at: '',
      byBranch: [],
      total: 3,
      items: [
        {
          code: `T${number}`,
          name: 'Toko',
          branchCode: 'B',
          branchName: 'B',
          channel: 'production',
          betaApp: null,
        },
      ],
      nextCursor: number === 3 ? null : String(number + 1),
    });
    let failing = false;
    const core = {
      listStoresOfVersion: ({ cursor }) => {
        asked.push(cursor);
        if (failing && cursor !== undefined) return Promise.reject(new Error('away'));
        return Promise.resolve(page(Number(cursor ?? 1)));
      },
    } as Partial<Core> as Core;
    const { log, logger } = recordingLogger();
    const handler = createHandler({ core, logger, authenticate: () => sari });
    const request = () => requestOf('GET', path, { headers: csv });
    const response = await handler(request());
    assert.deepEqual(asked, [undefined]);
    const { text } = await readAnswer(response);
    assert.deepEqual(asked, [undefined, '2', '3']);
    assert.equal(text.match(/^T\d,/gmu)?.join(''), 'T1,T2,T3,');
    failing = true;
    const broken = await handler(request());
    assert.equal(broken.status, 200);
    await assert.rejects(broken.text(), (error: Error) => {
      assert.deepEqual([error.message, error.cause], ['The list broke off', undefined]);
      return true;
    });
    const [line] = log.filter(({ level }) => level === 'error');
    assert.ok(line);
    assert.equal(line.facts['requestId'], broken.headers.get('x-request-id'));
    assert.match(JSON.stringify(line.facts['cause']), /"message":"away"/u);
  });
});
