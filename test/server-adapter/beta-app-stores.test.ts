import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type BetaApp, type BetaAppStorePage } from '@beta-app/core/contract';
import { openApi, type TestApi } from './support/api.js';
import { budi, day } from './support/directory.js';

describe('the stores of a beta app over HTTP', () => {
  let api: TestApi;
  before(async () => {
    api = await openApi();
  });
  after(() => api.close());

  async function createWith(name: string, version: string, codes: string[], actor = budi) {
    const body = { name, startsOn: day(0), endsOn: day(28) };
    const { id } = (await api.call<BetaApp>('POST', '/api/beta-apps', { body, actor })).data;
    const added = await api.core.addApplication(
      { id, detailsRevision: 1, applicationCode: 'POS', version },
      { actor },
    );
    const { directoryRevision } = await api.core.listBetaAppStores({ id });
    const changes = [{ registered: true, codes }];
    const input = { id, baseRevision: added.revision, directoryRevision, changes };
    await api.core.saveStores(input, { actor });
    return id;
  }

  it('tell who holds them, as JSON and as CSV', async () => {
    const { items } = await api.core.listStores({});
    const [one, two, three] = items.filter(({ open }) => open).map(({ code }) => code);
    const held = await createWith('=Uji Struk', '4.20.0-rc1', [two!]);
    const id = await createWith('Uji Kasir', '4.21.0', [three!]);
    const path = `/api/beta-apps/${id}/stores`;
    const { data } = await api.call<BetaAppStorePage>('GET', path);
    const marked = data.items.filter(({ heldBy }) => heldBy !== undefined);
    assert.deepEqual(
      marked.map(({ code, heldBy }) => [code, heldBy]),
      [[two, [0]]],
    );
    assert.deepEqual(
      data.holders.map(({ betaApp, version }) => [betaApp.id, betaApp.owner, version]),
      [[held, budi, '4.20.0-rc1']],
    );

    const answer = await api.call('GET', path, { headers: { Accept: 'text/csv' } });
    assert.equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8; header=present');
    const disposition = answer.headers.get('content-disposition');
    assert.equal(disposition, `attachment; filename="stores-${id}.csv"`);
    const [head, ...rows] = answer.text.trimEnd().split('\r\n');
    assert.equal(head, 'code,name,branchCode,registered,registeredSince,closedSince,heldBy');
    assert.equal(rows.length, data.items.length);
    const rowOf = (code: string) => rows.find((row) => row.startsWith(`${code},`))!;
    assert.match(rowOf(one!), /,false,,,$/u);
    const holder = `POS 4.20.0-rc1 in ${held} =Uji Struk, ${day(0)} to ${day(28)}, ${budi.name} (${budi.nik})`;
    assert.ok(rowOf(two!).endsWith(`,false,,,"${holder}"`), rowOf(two!));
    assert.match(rowOf(three!), /,true,\d{4}-[^,]+Z,,$/u);
  });
});
