import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Core } from '@beta-app/core';
import { type BetaAppEdit, type StoreVersion, type VersionLookup } from '@beta-app/core/contract';
import { makeBetaApp, register, withdraw } from './support/beta-apps.js';
import { faultsIn } from './support/end-state.js';
import { budi, day, openFixture, sari, type Fixture } from './support/fixture.js';
import { assertOnlyContinued, readHistory } from './support/history.js';

const actor = sari;

const versionIn = ({ stores }: VersionLookup): StoreVersion => stores[0]!.versions[0]!;

describe('the version of a store, on one time axis', () => {
  let fixture: Fixture;
  let core: Core;
  let id: number;
  const known: { at: string; answer: VersionLookup }[] = [];
  before(async () => {
    fixture = await openFixture();
    ({ core } = fixture);
    const period = { startsOn: day(-1), endsOn: day(20) };
    ({ id } = await core.createBetaApp({ name: 'Uji waktu', ...period }, { actor }));
  });
  after(() => fixture.close());

  const edit = async () => ({
    id,
    detailsRevision: (await core.getBetaApp({ id })).detailsRevision,
  });
  const store = (change: object = {}) =>
    core.syncDirectory(
      {
        stores: {
          mode: 'partial',
          rows: [{ code: 'TB001', name: 'Toko BDG1 1', branchCode: 'BDG1', ...change }],
        },
      },
      { actor },
    );
  const ask = (at?: string) => core.lookUpVersions({ store: 'TB001', application: 'POS', at });
  const now = async () => {
    const [row] = await fixture.owner<{ at: string }[]>`
      select beta_app.moment_text(clock_timestamp()) as at`;
    return row!.at;
  };

  /** What is done, and what the store runs then. */
  const steps: [string, () => Promise<unknown>, string][] = [
    [
      'an application is added',
      async () =>
        core.addApplication(
          { ...(await edit()), applicationCode: 'POS', version: 'b1' },
          { actor },
        ),
      'production 4.18.2',
    ],
    ['the store is registered', () => register(core, id, ['TB001']), 'beta b1'],
    [
      'a new build comes',
      async () =>
        core.changeApplication({ ...(await edit()), code: 'POS', version: 'b2' }, { actor }),
      'beta b2',
    ],
    [
      'production changes',
      () =>
        core.syncDirectory(
          {
            applications: {
              mode: 'partial',
              rows: [{ code: 'POS', name: 'Kasir Toko', productionVersion: '4.18.3' }],
            },
          },
          { actor },
        ),
      'beta b2',
    ],
    ['the store moves', () => store({ branchCode: 'JKT1' }), 'beta b2'],
    [
      'the branch gets another zone',
      () =>
        core.syncDirectory(
          {
            branches: {
              mode: 'partial',
              rows: [{ code: 'JKT1', name: 'Jakarta 1', timeZone: 'Asia/Jayapura' }],
            },
          },
          { actor },
        ),
      'beta b2',
    ],
    ['the store closes', () => store({ branchCode: 'JKT1', open: false }), 'production 4.18.3'],
    ['it reopens', () => store({ branchCode: 'JKT1' }), 'beta b2'],
    [
      'the period moves away',
      async () => core.updateBetaApp({ ...(await edit()), startsOn: day(5) }, { actor }),
      'production 4.18.3',
    ],
    [
      'the period comes back',
      async () => core.updateBetaApp({ ...(await edit()), startsOn: day(-1) }, { actor }),
      'beta b2',
    ],
    ['the store is withdrawn', () => withdraw(core, id, ['TB001']), 'production 4.18.3'],
    ['it is registered again', () => register(core, id, ['TB001']), 'beta b2'],
    [
      'the application is removed',
      async () => core.removeApplication({ ...(await edit()), code: 'POS' }, { actor }),
      'production 4.18.3',
    ],
    [
      'it is added again',
      async () =>
        core.addApplication(
          { ...(await edit()), applicationCode: 'POS', version: 'b3' },
          { actor },
        ),
      'beta b3',
    ],
    [
      'the beta app gets another name and owner',
      async () => core.updateBetaApp({ ...(await edit()), name: 'Baru', owner: budi }, { actor }),
      'beta b3',
    ],
    [
      'it is cancelled',
      async () => core.cancelBetaApp(await edit(), { actor }),
      'production 4.18.3',
    ],
  ];

  it('follows every kind of change, overwrites nothing, and keeps what it said of any moment', async () => {
    let history = await readHistory(fixture.owner);
    const start = await now();
    known.push({ at: start, answer: await ask(start) });
    for (const [name, change, expected] of steps) {
      await change();
      const at = await now();
      const answer = await ask(at);
      const version = versionIn(answer);
      assert.equal(`${version.channel!} ${version.version!}`, expected, name);
      known.push({ at, answer });
      const next = await readHistory(fixture.owner);
      assertOnlyContinued(history, next);
      history = next;
    }
    for (const { at, answer } of known) assert.deepEqual(await ask(at), answer, at);
    const names = known.map(({ answer }) => versionIn(answer).betaApp?.name);
    assert.ok(names.includes('Uji waktu') && names.includes('Baru'));
    assert.deepEqual(await faultsIn(fixture.owner), []);
  });

  it('changes with the microsecond that a change was recorded in', async () => {
    const moments = await fixture.owner<{ at: string; just_before: string; action: string }[]>`
      select beta_app.moment_text(at) as at, action,
        beta_app.moment_text(at - interval '1 microsecond') as just_before
      from beta_app.event where id > (select min(id) from beta_app.event) order by id`;
    const [, ...changes] = moments;
    assert.equal(changes.length, steps.length);
    for (const [index, { at, just_before: justBefore, action }] of changes.entries()) {
      const before = await ask(justBefore);
      const then = await ask(at);
      assert.deepEqual({ ...before, at: '' }, { ...known[index]!.answer, at: '' }, action);
      assert.deepEqual({ ...then, at: '' }, { ...known[index + 1]!.answer, at: '' }, action);
    }
  });

  it('knows no store before the master data named it', async () => {
    const answer = await ask('2020-01-01T00:00:00Z');
    assert.equal(answer.stores[0]?.store, null);
    const { version, channel, reason } = versionIn(answer);
    assert.deepEqual([version, channel, reason.code], [null, null, 'no_record']);
    assert.equal(versionIn(await ask(reason.at!)).reason.code, 'no_beta');
  });

  it('cannot be turned back by a clock that was set back', async () => {
    const { id: other } = await core.createBetaApp(
      { name: 'Jam mundur', startsOn: day(0), endsOn: day(9) },
      { actor },
    );
    await fixture.owner`
      update beta_app.beta_app set changed_at = clock_timestamp() + interval '1 hour'
      where id = ${other}`;
    await fixture.owner`
      update beta_app.directory set changed_at = clock_timestamp() + interval '1 hour'`;
    await register(core, other, ['TP001']);
    await withdraw(core, other, ['TP001']);
    await store({ name: 'Satu' });
    await store({ name: 'Dua' });
    const { detailsRevision } = await core.getBetaApp({ id: other });
    await core.endBetaApp({ id: other, detailsRevision }, { actor });
    assert.deepEqual(await faultsIn(fixture.owner), []);
  });

  it('gives a store on no earlier than it was let go, even if the clock was set back between', async () => {
    const later = async (hours: number) => {
      const [row] = await fixture.owner<{ at: string }[]>`
        select beta_app.moment_text(clock_timestamp() + ${hours} * interval '1 hour') as at`;
      return row!.at;
    };
    const releases: ((app: BetaAppEdit, code: string) => Promise<unknown>)[] = [
      (app, code) => withdraw(core, app.id, [code]),
      (app) => core.cancelBetaApp(app, { actor }),
      (app) => core.pauseBetaApp({ ...app, stores: 'drop' }, { actor }),
      (app) => core.promoteBetaApp(app, { actor }),
      (app) => core.removeApplication({ ...app, code: 'STK' }, { actor }),
    ];
    const takings: ((code: string) => Promise<unknown>)[] = [
      (code) => makeBetaApp(core, { applications: ['STK'], stores: [code] }),
      async (code) => {
        const { id, detailsRevision } = await makeBetaApp(core, { stores: [code] });
        const edit = { id, detailsRevision, applicationCode: 'STK', version: 'b9' };
        return core.addApplication(edit, { actor });
      },
      async (code) => {
        const { id, detailsRevision } = await makeBetaApp(core, {
          period: [500, 501],
          applications: ['STK'],
          stores: [code],
        });
        return core.updateBetaApp({ id, detailsRevision, startsOn: day(0) }, { actor });
      },
    ];
    // Each time the clock is an hour further ahead than the time before.
    let ahead = 0;
    for (const letGo of releases) {
      for (const take of takings) {
        ahead += 1;
        const code = `TM0${String(10 + ahead)}`;
        const { id, detailsRevision } = await makeBetaApp(core, {
          applications: ['STK'],
          stores: [code],
        });
        await fixture.owner`
          update beta_app.beta_app set changed_at = ${await later(ahead)}::text::timestamptz
          where id = ${id}`;
        await letGo({ id, detailsRevision }, code);
        await take(code);
        const versionsAt = async (at: string) =>
          (await core.lookUpVersions({ store: code, application: 'STK', at })).stores[0]!.versions;
        const between = await versionsAt(await later(ahead - 0.5));
        assert.deepEqual(
          between.map(({ betaApp }) => betaApp?.id),
          [id],
        );
        const after = await versionsAt(await later(ahead + 0.5));
        assert.equal(after.length, 1);
        assert.ok(after[0]!.betaApp!.id > id);
      }
    }
    assert.deepEqual(await faultsIn(fixture.owner), []);
  });
});
