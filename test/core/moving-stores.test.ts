import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Core, isBetaAppError, type SaveStoresOptions } from '@beta-app/core';
import { type BetaApp, type StoreChange } from '@beta-app/core/contract';
import { makeBetaApp, register, withdraw } from './support/beta-apps.js';
import { budi, type Fixture, openFixture, sari } from './support/fixture.js';

describe('moving stores over from another beta app', () => {
  let fixture: Fixture;
  let core: Core;
  before(async () => {
    fixture = await openFixture();
    ({ core } = fixture);
  });
  after(() => fixture.close());

  /** Saves changes of a beta app as it is now. */
  async function save(
    { id }: Pick<BetaApp, 'id'>,
    changes: StoreChange[],
    options: Partial<SaveStoresOptions & { dryRun: boolean }> = {},
  ) {
    const { dryRun = false, ...others } = options;
    const { revision: baseRevision, directoryRevision } = await core.listBetaAppStores({
      id,
      limit: 1,
    });
    const input = { id, baseRevision, directoryRevision, changes, dryRun };
    return core.saveStores(input, { actor: sari, ...others });
  }

  const move = (from: Pick<BetaApp, 'id'>, ...codes: string[]): StoreChange[] => [
    { registered: true, codes, from: from.id },
  ];

  const trial = (stores: string[], actor = sari, applications = ['POS']) =>
    makeBetaApp(core, { applications, stores, actor });

  async function registered({ id }: Pick<BetaApp, 'id'>): Promise<string[]> {
    const { items } = await core.listBetaAppStores({ id, registered: true });
    return items.map(({ code }) => code);
  }

  const cancel = async ({ id }: Pick<BetaApp, 'id'>) => {
    const { detailsRevision } = await core.getBetaApp({ id });
    await core.cancelBetaApp({ id, detailsRevision }, { actor: sari });
  };

  async function refusedAs(code: Parameters<typeof isBetaAppError>[1], call: Promise<unknown>) {
    const error: unknown = await call.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    assert.ok(isBetaAppError(error, code), String(error));
    return error;
  }

  it('registers here and withdraws there at one moment, and tells both histories', async () => {
    const from = await trial(['TB001', 'TB002', 'TJ001']);
    const to = await trial([]);
    const changes: StoreChange[] = [
      { registered: true, codes: ['TB009'] },
      ...move(from, 'TB001', 'TJ001'),
    ];
    const dry = await save(to, changes, { dryRun: true });
    assert.deepEqual([dry.conflicts, dry.added, await registered(to)], [[], 3, []]);
    const saved = await save(to, changes);
    const { id, name, startsOn, endsOn, owner } = from;
    const moved = [{ betaApp: { id, name, startsOn, endsOn, owner }, stores: 2, lost: [] }];
    assert.deepEqual([dry.moved, saved.moved, saved.added], [moved, moved, 3]);
    assert.deepEqual(await registered(from), ['TB002']);
    assert.deepEqual(await registered(to), ['TB001', 'TB009', 'TJ001']);
    const now = await core.getBetaApp({ id });
    assert.deepEqual([now.registeredStores, now.registeredBranches], [1, 1]);
    assert.equal(now.detailsRevision, from.detailsRevision);

    const [there] = (await core.listBetaAppHistory({ id })).items;
    const [here] = (await core.listBetaAppHistory({ id: to.id })).items;
    assert.equal(there?.at, here?.at);
    assert.deepEqual(there?.stores?.movedTo, { id: to.id, name: to.name });
    assert.deepEqual([there.stores.registered, there.stores.withdrawn], [0, 2]);
    assert.deepEqual(here?.stores?.movedFrom, [{ id, name, stores: 2 }]);
    assert.deepEqual([here.stores.movedTo, there.stores.movedFrom], [null, []]);
    const ofStore = (await core.listStoreHistory({ store: 'TB001' })).items.slice(0, 2);
    assert.deepEqual(ofStore.map(({ betaApp }) => betaApp?.id).sort(), [id, to.id].sort());
    assert.ok(ofStore.some(({ stores }) => stores?.movedTo?.name === to.name));

    const { stores: answers } = await core.lookUpVersions({
      store: ['TB001'],
      application: ['POS'],
    });
    assert.equal(answers[0]?.versions[0]?.betaApp?.id, to.id);
    await cancel(from);
    await cancel(to);
  });

  it('asks nothing of anybody between own beta apps, and leave of the host between others', async () => {
    const foreign = await trial(['TB010'], budi);
    const own = await trial([]);
    const before = await core.getBetaApp({ id: foreign.id });
    for (const dryRun of [true, false]) {
      const denied = await refusedAs('FORBIDDEN', save(own, move(foreign, 'TB010'), { dryRun }));
      assert.deepEqual(denied.details, { owner: budi });
    }
    // Nor may the owner of the other one put them into this one.
    const other = await refusedAs('FORBIDDEN', save(own, move(foreign, 'TB010'), { actor: budi }));
    assert.deepEqual(other.details, { owner: sari });
    assert.deepEqual(await core.getBetaApp({ id: foreign.id }), before);
    assert.deepEqual(await registered(own), []);

    await save(own, move(foreign, 'TB010'), { mayMoveFrom: [foreign.id] });
    assert.deepEqual([await registered(own), await registered(foreign)], [['TB010'], []]);
    await cancel(foreign);
    await cancel(own);
  });

  it('takes the named stores only: others stand in the way, and tell whether they could be moved', async () => {
    const mine = await trial(['TB011', 'TB012']);
    const theirs = await trial(['TB013'], budi);
    const to = await trial([]);
    const changes: StoreChange[] = [
      { registered: true, codes: ['TB012', 'TB013'] },
      ...move(mine, 'TB011'),
    ];
    const { conflicts } = await save(to, changes, { dryRun: true });
    const { details } = await refusedAs('STORES_OVERLAP', save(to, changes));
    assert.deepEqual(details, { conflicts });
    assert.deepEqual(
      conflicts?.map(({ betaApp, stores, movable }) => [betaApp.id, stores, movable]),
      [
        [mine.id, ['TB012'], true],
        [theirs.id, ['TB013'], false],
      ],
    );
    const allowed = await save(to, changes, { dryRun: true, mayMoveFrom: [theirs.id] });
    assert.deepEqual(
      allowed.conflicts?.map(({ movable }) => movable),
      [true, true],
    );
    assert.deepEqual(await registered(mine), ['TB011', 'TB012']);
    for (const each of [mine, theirs, to]) await cancel(each);
  });

  it('tells of which applications stores go back to production at once', async () => {
    const lost = async (
      target: { period?: [number, number]; applications: string[] },
      origin: { period?: [number, number]; paused?: 'keep' | 'drop' } = {},
    ) => {
      const { period = [0, 30], paused } = origin;
      const applications = ['POS', 'STK'];
      const from = await makeBetaApp(core, { period, applications, stores: ['TB015'] });
      const { id, detailsRevision } = from;
      if (paused) {
        await core.pauseBetaApp({ id, detailsRevision, stores: paused }, { actor: sari });
      }
      const to = await makeBetaApp(core, target);
      const [moved] = (await save(to, move(from, 'TB015'), { dryRun: true })).moved;
      await cancel(from);
      await cancel(to);
      return moved?.lost.map(({ code }) => code);
    };
    assert.deepEqual(await lost({ applications: ['POS', 'STK', 'ABS'] }), []);
    assert.deepEqual(await lost({ applications: ['POS'] }), ['STK']);
    // A beta app that begins later leaves them without.
    assert.deepEqual(await lost({ period: [5, 20], applications: ['POS'] }), ['POS', 'STK']);
    assert.deepEqual(await lost({ applications: ['POS'] }, { paused: 'keep' }), ['STK']);
    assert.deepEqual(await lost({ applications: ['POS'] }, { paused: 'drop' }), []);
    assert.deepEqual(await lost({ applications: ['POS'] }, { period: [3, 30] }), []);
  });

  it('takes a store out of two beta apps that hold it, and out of one that shares nothing', async () => {
    const pos = await trial(['TB020'], sari, ['POS']);
    const stock = await trial(['TB020', 'TB021'], sari, ['STK']);
    const both = await trial([], sari, ['POS', 'STK']);
    const absence = await trial(['TB021'], sari, ['ABS']);
    const saved = await save(both, [
      ...move(stock, 'TB020', 'TB021'),
      ...move(pos, 'TB020'),
      ...move(absence, 'TB021'),
    ]);
    assert.deepEqual(
      saved.moved.map(({ betaApp, stores }) => [betaApp.id, stores]),
      [
        [pos.id, 1],
        [stock.id, 2],
        [absence.id, 1],
      ],
    );
    assert.deepEqual(await registered(both), ['TB020', 'TB021']);
    for (const each of [pos, stock, absence]) assert.deepEqual(await registered(each), []);
    await cancel(both);
  });

  it('follows the later entries, and moves nothing that isn’t registered after all', async () => {
    const from = await trial(['TB030', 'TB031']);
    const to = await trial([]);
    const saved = await save(to, [
      ...move(from, 'TB030', 'TB031', 'TB032'),
      { registered: false, codes: ['TB031'] },
    ]);
    assert.deepEqual([saved.added, saved.moved[0]?.stores], [2, 1]);
    assert.deepEqual(
      [await registered(to), await registered(from)],
      [['TB030', 'TB032'], ['TB031']],
    );
    const again = await save(to, move(from, 'TB030'));
    assert.deepEqual([again.revision, again.moved], [saved.revision, []]);
    await cancel(from);
    await cancel(to);
  });

  it('leaves a beta app that is over as it was', async () => {
    const over = await trial(['TB040']);
    await cancel(over);
    const { revision } = await core.getBetaApp({ id: over.id });
    const to = await trial([]);
    const saved = await save(to, move(over, 'TB040'));
    assert.deepEqual([saved.added, saved.moved, await registered(to)], [1, [], ['TB040']]);
    assert.equal((await core.getBetaApp({ id: over.id })).revision, revision);
    await cancel(to);
  });

  it('refuses a beta app that isn’t there or is the same, and keeps what doesn’t move', async () => {
    const to = await trial(['TB041']);
    for (const id of [to.id, 999_999, Number.MAX_SAFE_INTEGER]) {
      const { errors } = await refusedAs('VALIDATION_FAILED', save(to, move({ id }, 'TB041')));
      assert.deepEqual(errors, [{ path: 'changes.0.from', code: 'unknown' }]);
    }
    const wrong = { registered: false, codes: ['TB041'], from: 1 } as unknown as StoreChange;
    const { errors } = await refusedAs('VALIDATION_FAILED', save(to, [wrong]));
    assert.deepEqual(errors, [{ path: 'changes.0.from', code: 'unknown_key' }]);
    await cancel(to);
  });

  it('has each store in one of two beta apps that take it from each other all the time', async () => {
    const codes = ['TM001', 'TM002', 'TM003', 'TM004'];
    const pair = [await trial(codes), await trial([])] as const;
    for (let round = 0; round < 25; round += 1) {
      await Promise.all(
        [0, 1, 0, 1].map(async (to) => {
          const [taker, giver] = to === 0 ? pair : [pair[1], pair[0]];
          await save(taker, move(giver, codes[round % 4]!, codes[(round + to) % 4]!)).catch(
            (error: unknown) => {
              // What lost a race is told so: nothing else may go wrong, and no lock be waited for in a circle.
              const expected = ['STORES_CHANGED', 'STORES_OVERLAP'] as const;
              assert.ok(
                expected.some((code) => isBetaAppError(error, code)),
                String(error),
              );
            },
          );
        }),
      );
      const lists = [await registered(pair[0]), await registered(pair[1])];
      assert.deepEqual(lists.flat().sort(), codes);
    }
    // At no moment was one in both or in none.
    const rows = await fixture.owner<{ gaps: number }[]>`
      with spans as (
        select store_id, since, until from beta_app.registration_past
        where beta_app_id in ${fixture.owner(pair.map(({ id }) => id))}
        union all
        select store_id, since, 'infinity' from beta_app.registration
        where beta_app_id in ${fixture.owner(pair.map(({ id }) => id))})
      select count(*)::integer as gaps from (
        select until, lead(since) over (partition by store_id order by since) as next from spans) as pairs
      where next is not null and next <> until`;
    assert.equal(rows[0]?.gaps, 0);
    for (const each of pair) {
      await withdraw(core, each.id, codes);
      await cancel(each);
    }
  });

  it('waits for a save there that takes a store out at the same time', async () => {
    const from = await trial(['TP001', 'TP002']);
    const to = await trial([]);
    const [moved] = await Promise.all([
      save(to, move(from, 'TP001', 'TP002')),
      withdraw(core, from.id, ['TP001']).catch((error: unknown) => {
        assert.ok(isBetaAppError(error, 'STORES_CHANGED'), String(error));
      }),
      register(core, from.id, ['TP003']),
    ]);
    assert.equal(moved.added, 2);
    assert.deepEqual(
      [await registered(to), await registered(from)],
      [['TP001', 'TP002'], ['TP003']],
    );
    await cancel(from);
    await cancel(to);
  });
});
