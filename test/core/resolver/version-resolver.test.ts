import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Core, createVersionResolver, type VersionResolver } from '@beta-app/core';
import { makeBetaApp, register, withdraw } from '../support/beta-apps.js';
import { day, openFixture, sari, type Fixture } from '../support/fixture.js';
import { eventually } from './support/eventually.js';

const actor = sari;

describe('A version resolver', () => {
  let fixture: Fixture;
  let core: Core;
  let resolver: VersionResolver;
  before(async () => {
    fixture = await openFixture();
    ({ core } = fixture);
    resolver = createVersionResolver({ sql: fixture.sql, pollMs: 60_000 });
    await resolver.ready();
  });
  after(async () => {
    await resolver.close();
    await fixture.close();
  });

  /** Everything that is known, from memory and from the database. */
  async function assertAgrees(message: string) {
    const codes = [...storeCodes, 'TIADA'];
    const applications = ['POS', 'STK', 'ABS', 'NONE'];
    const input = { store: codes, application: applications };
    const expected = await core.lookUpVersions(input);
    const { revision } = resolver;
    const answer = resolver.lookUp(input);
    await eventually(() => assert.deepEqual(resolver.lookUp(input), expected, message));
    if (resolver.revision === revision) assert.deepEqual(answer, expected, message);
  }
  const storeCodes = ['TB001', 'TB002', 'TB003', 'TJ001', 'TM001', 'TP001', 'TP050'];

  it('answers the same as the database, whatever is changed', async () => {
    await assertAgrees('at first');
    const { id } = await makeBetaApp(core, { applications: ['POS'], stores: ['TB001', 'TP001'] });
    const edit = async () => ({
      id,
      detailsRevision: (await core.getBetaApp({ id })).detailsRevision,
    });
    await assertAgrees('a beta app');
    await register(core, id, ['TB002']);
    await assertAgrees('a registration');
    await withdraw(core, id, ['TB001']);
    await assertAgrees('a withdrawal');
    await register(core, id, ['TB001']);
    await assertAgrees('a registration again');
    await core.addApplication(
      { ...(await edit()), applicationCode: 'STK', version: 'b1' },
      { actor },
    );
    await core.changeApplication({ ...(await edit()), code: 'STK', version: 'b2' }, { actor });
    await assertAgrees('an application');
    const stores = {
      mode: 'partial' as const,
      rows: [
        { code: 'TB001', name: 'Pindah', branchCode: 'JAP1' },
        { code: 'TB002', name: 'Tutup', branchCode: 'BDG1', open: false },
      ],
    };
    await core.syncDirectory({ stores }, { actor });
    await assertAgrees('stores');
    const second = await makeBetaApp(core, {
      period: [40, 50],
      applications: ['POS'],
      stores: ['TB001', 'TB003'],
    });
    await assertAgrees('a second beta app');
    await core.pauseBetaApp({ ...(await edit()), stores: 'drop' }, { actor });
    await assertAgrees('a pause');
    await core.resumeBetaApp(await edit(), { actor });
    await assertAgrees('a resumption');
    const third = await makeBetaApp(core, { applications: ['STK'], stores: ['TB004'] });
    await core.promoteBetaApp({ id: third.id, detailsRevision: third.detailsRevision }, { actor });
    await assertAgrees('a promotion');
    await core.updateBetaApp({ ...(await edit()), name: 'Lain', endsOn: day(3) }, { actor });
    await core.removeApplication({ ...(await edit()), code: 'POS' }, { actor });
    await assertAgrees('an application less');
    await core.cancelBetaApp({ id: second.id, detailsRevision: second.detailsRevision }, { actor });
    await assertAgrees('a cancellation');
    await core.endBetaApp(await edit(), { actor });
    await assertAgrees('an end');
    const applications = {
      mode: 'partial' as const,
      rows: [{ code: 'POS', name: 'Kasir', productionVersion: '4.19.0' }],
    };
    await core.syncDirectory({ applications }, { actor });
    await assertAgrees('production');
  });

  it('takes ages and pauses without an end', async () => {
    const warnings: string[] = [];
    const note = ({ name }: Error) => void warnings.push(name);
    process.on('warning', note);
    const limits = { maxAgeMs: Infinity, pollMs: Infinity };
    const patient = createVersionResolver({ sql: fixture.sql, ...limits });
    await patient.ready();
    await register(core, (await makeBetaApp(core, { applications: ['ABS'] })).id, ['TP050']);
    await eventually(() => assert.equal(patient.resolve('TP050', 'ABS').channel, 'beta'));
    assert.equal(patient.freshness().stale, false);
    await patient.close();
    process.off('warning', note);
    assert.ok(!warnings.includes('TimeoutOverflowWarning'));
  });
});
