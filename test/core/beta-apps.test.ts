import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isBetaAppError, type Core } from '@beta-app/core';
import { makeBetaApp, register } from './support/beta-apps.js';
import { faultsIn } from './support/end-state.js';
import { budi, day, openFixture, sari, type Fixture } from './support/fixture.js';

const actor = sari;

describe('beta apps', () => {
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

  const actions = async (id: number) => {
    const rows = await fixture.owner<{ action: string }[]>`
      select action from beta_app.event where beta_app_id = ${id} order by revision`;
    return rows.map(({ action }) => action);
  };

  it('are owned by who created them, and know where they stand', async () => {
    for (const [period, state] of [
      [[1, 3], 'scheduled'],
      [[0, 0], 'active'],
      [[-9, 0], 'active'],
    ] as const) {
      const app = await makeBetaApp(core, { period: [...period], actor: budi });
      assert.equal(app.state, state);
      assert.deepEqual(app.owner, budi);
      assert.deepEqual(app.applications, []);
      assert.deepEqual(await core.getBetaApp({ id: app.id }), app);
    }
  });

  it('change by fields, and nothing happens without a difference', async () => {
    const app = await makeBetaApp(core, { name: 'Ubah aku' });
    const edit = { id: app.id, detailsRevision: app.detailsRevision };
    for (const same of [{}, { name: ' Ubah aku ' }, { startsOn: app.startsOn, owner: app.owner }]) {
      assert.deepEqual(await core.updateBetaApp({ ...edit, ...same }, { actor }), app);
    }
    const changed = await core.updateBetaApp({ ...edit, name: 'Sudah', owner: budi }, { actor });
    assert.deepEqual(changed, {
      ...app,
      name: 'Sudah',
      owner: budi,
      revision: app.revision + 1,
      detailsRevision: app.detailsRevision + 1,
    });
    assert.deepEqual(await actions(app.id), ['create', 'update']);
    const [event] = await fixture.owner<{ before: object; after: object }[]>`
      select before, after from beta_app.event
      where beta_app_id = ${app.id} and action = 'update'`;
    assert.deepEqual(event?.before, { name: 'Ubah aku', owner: app.owner });
    assert.deepEqual(event.after, { name: 'Sudah', owner: budi });
  });

  it('tell a stale edit who changed what since', async () => {
    const app = await makeBetaApp(core, { applications: ['POS'] });
    const { id } = app;
    let { detailsRevision } = app;
    const next = async (ask: () => Promise<{ detailsRevision: number }>) => {
      ({ detailsRevision } = await ask());
    };
    await next(() => core.updateBetaApp({ id, detailsRevision, endsOn: day(40) }, { actor: budi }));
    await next(() =>
      core.changeApplication({ id, detailsRevision, code: 'POS', notes: 'baru' }, { actor: budi }),
    );
    await register(core, id, ['TB001'], budi);
    await assert.rejects(
      core.endBetaApp({ id, detailsRevision: app.detailsRevision }, { actor }),
      (error) => {
        assert.ok(isBetaAppError(error, 'DETAILS_STALE'));
        const { changes, ...rest } = error.details;
        assert.deepEqual(rest, { detailsRevision: app.detailsRevision + 2 });
        assert.deepEqual(
          changes.map(({ at: _at, ...change }) => change),
          [
            { actor: budi, action: 'update', subjects: ['endsOn'] },
            { actor: budi, action: 'change_application', subjects: ['POS'] },
          ],
        );
        return true;
      },
    );
    await assert.rejects(core.cancelBetaApp({ id, detailsRevision: 999 }, { actor }), {
      code: 'DETAILS_STALE',
    });
    for (let count = 0; count < 25; count += 1) {
      await next(() =>
        core.updateBetaApp({ id, detailsRevision, endsOn: day(41 + count) }, { actor }),
      );
    }
    await assert.rejects(core.endBetaApp({ id, detailsRevision: 1 }, { actor }), (error) => {
      assert.ok(isBetaAppError(error, 'DETAILS_STALE'));
      assert.equal(error.details.changes.length, 20);
      return true;
    });
  });

  it('end today, and are cancelled instead while they are scheduled', async () => {
    const running = await makeBetaApp(core, { period: [-3, 9] });
    const ended = await core.endBetaApp(
      { id: running.id, detailsRevision: running.detailsRevision },
      { actor },
    );
    assert.equal(ended.endsOn, day(0));
    assert.equal(ended.state, 'active', 'until midnight');
    const again = { id: ended.id, detailsRevision: ended.detailsRevision };
    assert.deepEqual(await core.endBetaApp(again, { actor }), ended);
    assert.deepEqual(await actions(running.id), ['create', 'end']);

    const { id, detailsRevision } = await makeBetaApp(core, { period: [4, 9] });
    await assert.rejects(core.endBetaApp({ id, detailsRevision }, { actor }), (error) => {
      assert.ok(isBetaAppError(error, 'BETA_APP_NOT_STARTED'));
      assert.deepEqual(error.details, { startsOn: day(4) });
      return true;
    });
    const cancelled = await core.cancelBetaApp({ id, detailsRevision }, { actor });
    assert.equal(cancelled.state, 'cancelled');
    await assert.rejects(
      core.cancelBetaApp({ id, detailsRevision: cancelled.detailsRevision }, { actor }),
      { code: 'BETA_APP_ENDED' },
    );
  });

  it('need a period that makes sense', async () => {
    const bad: [object, string, string][] = [
      [{ startsOn: day(3), endsOn: day(2) }, 'endsOn', 'end_before_start'],
      [{ startsOn: day(-3), endsOn: day(-1) }, 'endsOn', 'end_in_past'],
      [{ startsOn: '2027-02-29', endsOn: day(9) }, 'startsOn', 'date'],
      [{ startsOn: '2026-13-01', endsOn: day(9) }, 'startsOn', 'date'],
      [{ startsOn: '01/02/2027', endsOn: day(9) }, 'startsOn', 'date'],
      [{ startsOn: '2027-1-1', endsOn: day(9) }, 'startsOn', 'date'],
      [{ startsOn: '0000-01-01', endsOn: day(9) }, 'startsOn', 'date'],
      [{ startsOn: day(0), endsOn: '10000-01-01' }, 'endsOn', 'date'],
      [{ startsOn: day(0), endsOn: 'infinity' }, 'endsOn', 'date'],
      [{ startsOn: day(0) }, 'endsOn', 'required'],
      [{ startsOn: 5, endsOn: day(0) }, 'startsOn', 'type'],
    ];
    for (const [period, path, code] of bad) {
      const asked = core.createBetaApp({ name: 'Periode', ...period } as never, { actor });
      await assert.rejects(asked, (error) => {
        const { errors } = error as { errors: object[] };
        assert.deepEqual(errors, [{ path, code }], JSON.stringify(period));
        return true;
      });
    }
    const app = await makeBetaApp(core, { period: [5, 9] });
    const edit = { id: app.id, detailsRevision: app.detailsRevision };
    for (const change of [{ startsOn: day(10) }, { endsOn: day(4) }]) {
      await assert.rejects(core.updateBetaApp({ ...edit, ...change }, { actor }), {
        code: 'VALIDATION_FAILED',
      });
    }
    await core.createBetaApp(
      { name: 'Selamanya', startsOn: '1900-01-01', endsOn: '9999-12-31' },
      { actor },
    );
  });

  it('are not found under ids that are none of theirs', async () => {
    for (const id of [999_999, 2 ** 31, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER]) {
      await assert.rejects(core.getBetaApp({ id }), { code: 'BETA_APP_NOT_FOUND' });
      for (const write of ['endBetaApp', 'cancelBetaApp', 'updateBetaApp'] as const) {
        await assert.rejects(core[write]({ id, detailsRevision: 1 }, { actor }), {
          code: 'BETA_APP_NOT_FOUND',
        });
      }
      await assert.rejects(core.listBetaAppStores({ id }), { code: 'BETA_APP_NOT_FOUND' });
      await assert.rejects(core.listBranches({ betaApp: id }), { code: 'BETA_APP_NOT_FOUND' });
    }
    for (const id of [0, -1, 1.5, NaN, 2 ** 53, '1', null, {}]) {
      await assert.rejects(core.getBetaApp({ id } as never), { code: 'VALIDATION_FAILED' });
    }
  });
});
