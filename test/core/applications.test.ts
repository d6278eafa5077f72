import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isBetaAppError, type Core } from '@beta-app/core';
import { makeBetaApp } from './support/beta-apps.js';
import { faultsIn } from './support/end-state.js';
import { budi, openFixture, sari, type Fixture } from './support/fixture.js';

const actor = sari;

describe('applications of a beta app', () => {
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

  const history = (id: number) => fixture.owner<Record<string, unknown>[]>`
    select code, version, notes, until = 'infinity' as current,
      since = (select at from beta_app.event where event.id = event_id) as begins_with_event,
      coalesce(until = (select at from beta_app.event where event.id = end_event_id),
        end_event_id is null) as ends_with_event,
      coalesce(lead(since) over (partition by application_id order by since) >= until, true) as in_order
    from beta_app.beta_app_application join beta_app.application on application.id = application_id
    where beta_app_id = ${id} order by since`;

  it('are added, changed, removed and added again, and every version stays on record', async () => {
    let app = await makeBetaApp(core);
    const edit = () => ({ id: app.id, detailsRevision: app.detailsRevision });
    app = await core.addApplication({ ...edit(), applicationCode: 'pos', version: '1' }, { actor });
    app = await core.addApplication(
      { ...edit(), applicationCode: 'ABS', version: '7', notes: 'catatan' },
      { actor },
    );
    assert.deepEqual(
      app.applications.map(({ code, notes }) => [code, notes]),
      [
        ['ABS', 'catatan'],
        ['POS', ''],
      ],
    );
    app = await core.changeApplication({ ...edit(), code: 'pos', version: '2' }, { actor });
    app = await core.changeApplication({ ...edit(), code: 'ABS', notes: '' }, { actor });
    app = await core.removeApplication({ ...edit(), code: 'POS' }, { actor: budi });
    app = await core.addApplication({ ...edit(), applicationCode: 'POS', version: '3' }, { actor });
    const rows = await history(app.id);
    assert.deepEqual(
      rows.map(({ code, version, notes, current }) => [code, version, notes, current]),
      [
        ['POS', '1', '', false],
        ['ABS', '7', 'catatan', false],
        ['POS', '2', '', false],
        ['ABS', '7', '', true],
        ['POS', '3', '', true],
      ],
    );
    for (const row of rows) {
      assert.ok(row['begins_with_event'] === true && row['ends_with_event'] === true);
      assert.equal(row['in_order'], true);
    }
    const events = await fixture.owner<Record<string, unknown>[]>`
      select action, actor_nik as nik, before, after from beta_app.event
      where beta_app_id = ${app.id} order by revision offset 1`;
    assert.deepEqual(events.map((event) => ({ ...event })).slice(2, 5), [
      {
        action: 'change_application',
        nik: sari.nik,
        before: { code: 'POS', version: '1', notes: '' },
        after: { code: 'POS', version: '2', notes: '' },
      },
      {
        action: 'change_application',
        nik: sari.nik,
        before: { code: 'ABS', version: '7', notes: 'catatan' },
        after: { code: 'ABS', version: '7', notes: '' },
      },
      {
        action: 'remove_application',
        nik: budi.nik,
        before: { code: 'POS', version: '2', notes: '' },
        after: null,
      },
    ]);
  });

  it('change nothing where nothing differs', async () => {
    const app = await makeBetaApp(core, { applications: ['STK'] });
    const { id, detailsRevision } = app;
    const { version } = app.applications[0]!;
    for (const same of [{}, { version }, { version: ` ${version} `, notes: ' ' }]) {
      const answer = await core.changeApplication(
        { id, detailsRevision, code: 'STK', ...same },
        { actor },
      );
      assert.deepEqual(answer, app);
    }
    assert.equal((await history(id)).length, 1);
  });

  it('are taken once, must exist, and are only changed where they are', async () => {
    const app = await makeBetaApp(core, { applications: ['STK'] });
    const edit = { id: app.id, detailsRevision: app.detailsRevision };
    const add = (applicationCode: string) =>
      core.addApplication({ ...edit, applicationCode, version: '1' }, { actor });
    await assert.rejects(add('stk'), (error) => {
      assert.ok(isBetaAppError(error, 'APPLICATION_TWICE'));
      assert.deepEqual(error.errors, [{ path: 'applicationCode', code: 'application_twice' }]);
      return true;
    });
    await assert.rejects(add('TIADA'), (error) => {
      assert.ok(isBetaAppError(error, 'VALIDATION_FAILED'));
      assert.deepEqual(error.errors, [{ path: 'applicationCode', code: 'unknown' }]);
      return true;
    });
    for (const code of ['POS', 'TIADA']) {
      await assert.rejects(core.changeApplication({ ...edit, code, version: '1' }, { actor }), {
        code: 'APPLICATION_NOT_FOUND',
      });
      await assert.rejects(core.removeApplication({ ...edit, code }, { actor }), {
        code: 'APPLICATION_NOT_FOUND',
      });
    }
    assert.deepEqual(await core.getBetaApp({ id: app.id }), app);
  });

  it('are added once by twenty at once', async () => {
    const { id, detailsRevision } = await makeBetaApp(core);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        core.addApplication(
          { id, detailsRevision, applicationCode: 'POS', version: String(index) },
          { actor },
        ),
      ),
    );
    const codes = outcomes.map((outcome) =>
      outcome.status === 'fulfilled' ? 'ok' : (outcome.reason as { code: string }).code,
    );
    assert.deepEqual(codes.sort(), [...Array<string>(19).fill('DETAILS_STALE'), 'ok']);
  });

  it('tell in a conflict who holds the stores, with which version, all codes and a hundred names', async () => {
    const codes = Array.from({ length: 50 }, (_, index) => String(index + 1).padStart(3, '0'));
    const held = ['TB', 'TJ', 'TM'].flatMap((letters) => codes.map((code) => letters + code));
    const holder = await makeBetaApp(core, {
      applications: ['POS', 'ABS'],
      stores: held,
      actor: budi,
    });
    const app = await makeBetaApp(core, { stores: held });
    const { id, detailsRevision } = app;
    const ask = core.addApplication(
      { id, detailsRevision, applicationCode: 'POS', version: '1' },
      { actor },
    );
    await assert.rejects(ask, (error) => {
      assert.ok(isBetaAppError(error, 'STORES_OVERLAP'));
      const [conflict, ...more] = error.details.conflicts;
      assert.equal(more.length, 0);
      const { name, startsOn, endsOn, owner } = holder;
      assert.deepEqual(conflict?.betaApp, { id: holder.id, name, startsOn, endsOn, owner });
      assert.deepEqual(conflict.application, { code: 'POS', name: 'Kasir Toko' });
      assert.equal(conflict.version, `POS-beta-${String(holder.id)}`);
      assert.deepEqual(conflict.stores, held);
      assert.equal(conflict.names.length, 100);
      assert.deepEqual(conflict.names[0], { code: 'TB001', name: 'Toko BDG1 1' });
      return true;
    });
  });
});
