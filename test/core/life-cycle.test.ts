import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Core } from '@beta-app/core';
import { type BetaApp } from '@beta-app/core/contract';
import { makeBetaApp } from './support/beta-apps.js';
import { faultsIn } from './support/end-state.js';
import { budi, openFixture, sari, type Fixture } from './support/fixture.js';

const actor = sari;

describe('the life cycle of beta apps', () => {
  let fixture: Fixture;
  let core: Core;
  before(async () => {
    fixture = await openFixture();
    ({ core } = fixture);
  });
  after(async () => {
    assert.deepEqual(await faultsIn(fixture.owner), []);
    await fixture.close();
  });

  const editOf = ({ id, detailsRevision }: BetaApp) => ({ id, detailsRevision });
  const productionOf = async (code: string) =>
    (await core.listApplications({ q: code })).items.find((item) => item.code === code)
      ?.productionVersion;
  const syncProduction = (code: string, productionVersion: string) =>
    core.syncDirectory(
      { applications: { mode: 'partial', rows: [{ code, name: code, productionVersion }] } },
      { actor },
    );

  it('writes one event for each step, with what it was before and after', async () => {
    const app = await makeBetaApp(core, { applications: ['POS'], stores: ['TB001'] });
    const paused = await core.pauseBetaApp({ ...editOf(app), stores: 'drop' }, { actor: budi });
    const kept = await core.pauseBetaApp(editOf(paused), { actor: budi });
    const resumed = await core.resumeBetaApp(editOf(kept), { actor: budi });
    await core.promoteBetaApp(editOf(resumed), { actor: budi });
    const events = await fixture.owner<{ action: string; before: object; after: object }[]>`
      select action, before, after from beta_app.event
      where beta_app_id = ${app.id} and actor_nik = ${budi.nik} order by revision`;
    assert.deepEqual(
      events.map(({ action, before, after }) => [action, before, after]),
      [
        ['pause', { pause: 'none' }, { pause: 'drop' }],
        ['pause', { pause: 'drop' }, { pause: 'keep' }],
        ['resume', { pause: 'keep' }, { pause: 'none' }],
        ['promote', { closed: 'none' }, { closed: 'promoted' }],
      ],
    );
  });

  it('promotes all applications in the moment in which the beta app ends', async () => {
    const app = await makeBetaApp(core, { applications: ['STK', 'ABS'], stores: ['TB010'] });
    await core.promoteBetaApp(editOf(app), { actor });
    const moments = await fixture.owner<{ since: Date; version: string }[]>`
      select production.since, production.version
      from beta_app.application_production as production
      join beta_app.beta_app_state as state on state.event_id = production.event_id
        and state.since = production.since and state.closed = 'promoted'
      where state.beta_app_id = ${app.id} and production.source = 'promotion'
      order by production.version`;
    assert.deepEqual(
      moments.map(({ version }) => version),
      [`ABS-beta-${String(app.id)}`, `STK-beta-${String(app.id)}`],
    );
    const { stores } = await core.lookUpVersions({ store: ['TB010', 'TP001'], application: 'STK' });
    assert.deepEqual(
      stores.map(({ versions: [version] }) => [version!.version, version!.channel]),
      Array(2).fill([`STK-beta-${String(app.id)}`, 'production']),
    );
  });

  it('leaves a version alone that is the production version already', async () => {
    const app = await makeBetaApp(core, { applications: ['POS'] });
    await syncProduction('POS', `POS-beta-${String(app.id)}`);
    await core.promoteBetaApp(editOf(app), { actor });
    const [row] = await fixture.owner<{ source: string }[]>`
      select source from beta_app.application_production as production
      join beta_app.application on application.id = application_id
      where code = 'POS' and until = 'infinity'`;
    assert.equal(row?.source, 'sync');
  });

  it('keeps the order of time where the clock was set back, before a promotion and after it', async () => {
    await fixture.owner`
      update beta_app.application_production set since = since + interval '2 hours'
      where until = 'infinity'`;
    const app = await makeBetaApp(core, { applications: ['STK'] });
    await core.promoteBetaApp(editOf(app), { actor });
    assert.equal(await productionOf('STK'), `STK-beta-${String(app.id)}`);
    await syncProduction('STK', '7.0.0');
    assert.equal(await productionOf('STK'), '7.0.0');
  });

  it('lets two promotions of one application follow each other', async () => {
    for (let round = 0; round < 20; round += 1) {
      const apps = await Promise.all([
        makeBetaApp(core, { applications: ['ABS', 'STK'], stores: ['TB020'] }).then(
          async (app) => await core.pauseBetaApp({ ...editOf(app), stores: 'drop' }, { actor }),
        ),
        makeBetaApp(core, { applications: ['STK', 'ABS'], stores: ['TB021'] }),
      ]);
      await Promise.all(apps.map((app) => core.promoteBetaApp(editOf(app), { actor })));
      const last = await productionOf('STK');
      assert.ok(
        apps.some(({ id }) => last === `STK-beta-${String(id)}`),
        last ?? '',
      );
      assert.equal(last?.replace('STK', 'ABS'), await productionOf('ABS'));
    }
  });
});
