import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { day, openFixture, sari, stores, type Fixture } from './support/fixture.js';

describe('the main job', () => {
  let fixture: Fixture;
  before(async () => {
    fixture = await openFixture();
  });
  after(() => fixture.close());

  it('creates a beta app, registers an application and stores, and answers the lookup', async () => {
    const { core } = fixture;
    const created = await core.createBetaApp(
      { name: ' Uji Kasir ', startsOn: day(0), endsOn: day(30) },
      { actor: sari },
    );
    assert.equal(created.name, 'Uji Kasir');
    assert.equal(created.state, 'active');
    assert.deepEqual(created.owner, sari);

    const withApplication = await core.addApplication(
      {
        id: created.id,
        detailsRevision: created.detailsRevision,
        applicationCode: 'pos',
        version: '4.19.0-beta.3',
        notes: 'Struk QRIS',
      },
      { actor: sari },
    );
    assert.deepEqual(withApplication.applications, [
      {
        code: 'POS',
        name: 'Kasir Toko',
        description: 'Penjualan di kasir',
        productionVersion: '4.18.2',
        version: '4.19.0-beta.3',
        notes: 'Struk QRIS',
      },
    ]);

    const page = await core.listBetaAppStores({ id: created.id, branch: 'BDG1' });
    assert.equal(page.total, 50);
    assert.equal(page.registeredTotal, 0);
    const saved = await core.saveStores(
      {
        id: created.id,
        baseRevision: page.revision,
        directoryRevision: page.directoryRevision,
        changes: [
          { registered: true, select: { branch: 'BDG1' }, except: ['TB050'] },
          { registered: true, codes: ['TJ001'] },
        ],
      },
      { actor: sari },
    );
    assert.equal(saved.added, 50);
    assert.deepEqual(saved.byBranch, [
      { code: 'BDG1', added: 49, removed: 0, after: 49 },
      { code: 'JKT1', added: 1, removed: 0, after: 1 },
    ]);

    const looked = await core.lookUpVersions({
      store: ['TB001', 'TB050'],
      application: 'POS',
    });
    const [tested, other] = looked.stores.map(({ versions }) => versions[0]);
    assert.equal(tested?.version, '4.19.0-beta.3');
    assert.equal(tested.channel, 'beta');
    assert.equal(tested.betaApp?.name, 'Uji Kasir');
    assert.equal(other?.version, '4.18.2');
    assert.equal(other.channel, 'production');

    const read = await core.getBetaApp({ id: created.id });
    assert.equal(read.registeredStores, 50);
    assert.equal(read.registeredBranches, 2);
    const all = await core.listStores({ q: 'toko bdg1', limit: 2 });
    assert.equal(all.total, stores.filter(({ branchCode }) => branchCode === 'BDG1').length);
    assert.equal(all.items.length, 2);
  });

  it('lists branches with counts, applications and beta apps', async () => {
    const { core } = fixture;
    const list = await core.listBetaApps({ q: 'kasir 2015', state: ['active'] }, { actor: sari });
    assert.equal(list.total, 1);
    const branches = await core.listBranches({ betaApp: list.items[0]?.id });
    assert.deepEqual(
      branches.items.map(({ code, stores: count, registered }) => [code, count, registered]),
      [
        ['BDG1', 50, 49],
        ['JKT1', 50, 1],
        ['JAP1', 50, 0],
        ['MKS1', 50, 0],
      ],
    );
    const applications = await core.listApplications({ q: 'toko' });
    assert.deepEqual(
      applications.items.map(({ code }) => code),
      ['POS', 'STK'],
    );
  });
});
