import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type BetaAppClient } from '@beta-app/widgets/client';
import {
  budi,
  create,
  createWith,
  day,
  fieldsOf,
  type GetHost,
  refused,
  sari,
  save,
} from './host.js';

const versionIn = async (client: BetaAppClient, store: string, application: string) => {
  const answer = await client.lookUpVersions({ store: [store], application: [application] });
  return answer.stores[0]!.versions[0]!;
};

/** Creates one that is still to come, with an application and with stores. */
async function createLater(
  client: BetaAppClient,
  period: [number, number],
  applicationCode: string,
  codes: string[],
) {
  const { id, detailsRevision } = await create(client, period);
  await client.addApplication({ id, detailsRevision, applicationCode, version: '9.9.9' });
  await save(client, id, [{ registered: true, codes }]);
  return await client.getBetaApp({ id });
}

export function lifeCycle(host: GetHost): void {
  describe('the life of a beta app', () => {
    // No other suite's beta app has it.
    const own = { code: 'LIF', name: 'Hidup', productionVersion: '1.0', description: '' };
    before(() => host().sync({ applications: [own] }));

    it('end today, which stays a day of the period', async () => {
      const client = host().clientOf(sari);
      const { id, detailsRevision } = await create(client, [-1, 9]);
      const ended = await client.endBetaApp({ id, detailsRevision });
      assert.deepEqual([ended.endsOn, ended.state, ended.detailsRevision], [day(0), 'active', 2]);
      const again = await client.endBetaApp({ id, detailsRevision: 2 });
      assert.equal(again.detailsRevision, 2);
    });

    it('are cancelled at once', async () => {
      const client = host().clientOf(sari);
      const { id, detailsRevision, startsOn } = await create(client, [3, 9]);
      const early = await refused(
        client.endBetaApp({ id, detailsRevision }),
        'BETA_APP_NOT_STARTED',
      );
      assert.deepEqual(early.details, { startsOn });
      const cancelled = await client.cancelBetaApp({ id, detailsRevision });
      assert.equal(cancelled.state, 'cancelled');
      const late = await refused(
        client.cancelBetaApp({ id, detailsRevision: 1 }),
        'BETA_APP_ENDED',
      );
      assert.deepEqual(late.details, { state: 'cancelled' });
      await refused(save(client, id, []), 'BETA_APP_ENDED');
    });

    it('is paused with the stores keeping the beta version, or dropping it, and resumed', async () => {
      const client = host().clientOf(sari);
      const app = await createWith(client, 'STK', ['T01']);
      const { id } = app;
      const kept = await client.pauseBetaApp({ id, detailsRevision: app.detailsRevision });
      assert.deepEqual(kept, {
        ...app,
        state: 'paused',
        pause: 'keep',
        revision: app.revision + 1,
        detailsRevision: app.detailsRevision + 1,
      });
      const keeping = await versionIn(client, 'T01', 'STK');
      assert.deepEqual([keeping.version, keeping.reason.code], ['9.9.9', 'paused_keep']);

      const { detailsRevision } = kept;
      const dropped = await client.pauseBetaApp({ id, detailsRevision, stores: 'drop' });
      assert.deepEqual([dropped.state, dropped.pause], ['paused', 'drop']);
      const dropping = await versionIn(client, 'T01', 'STK');
      assert.deepEqual([dropping.version, dropping.reason.code], ['2.1.7', 'paused_drop']);
      assert.deepEqual(dropping.reason.actor, sari);

      const edit = { id, detailsRevision: dropped.detailsRevision };
      const again = await client.pauseBetaApp({ ...edit, stores: 'drop' });
      assert.deepEqual(again, dropped);
      const resumed = await client.resumeBetaApp(edit);
      assert.deepEqual([resumed.state, resumed.pause], ['active', 'none']);
      assert.equal((await versionIn(client, 'T01', 'STK')).version, '9.9.9');
      await refused(
        client.resumeBetaApp({ id, detailsRevision: resumed.detailsRevision }),
        'BETA_APP_NOT_PAUSED',
      );
      const bad = await refused(
        client.pauseBetaApp({ ...edit, stores: 'none' as never }),
        'VALIDATION_FAILED',
      );
      assert.deepEqual(fieldsOf(bad), [['stores', 'unknown']]);
      await client.cancelBetaApp({ id, detailsRevision: resumed.detailsRevision });
    });

    it('does not take back stores that another beta app has by now', async () => {
      const client = host().clientOf(sari);
      const first = await createWith(client, 'LIF', ['T02', 'T03']);
      const edit = { id: first.id, detailsRevision: first.detailsRevision };
      const paused = await client.pauseBetaApp({ ...edit, stores: 'drop' });
      const second = await createWith(host().clientOf(budi), 'LIF', ['T03']);
      const now = { id: first.id, detailsRevision: paused.detailsRevision };
      for (const take of [
        () => client.resumeBetaApp(now),
        () => client.pauseBetaApp({ ...now, stores: 'keep' }),
      ]) {
        const overlap = await refused(take(), 'STORES_OVERLAP');
        const { conflicts } = overlap.detailsOf('STORES_OVERLAP')!;
        assert.deepEqual(
          conflicts.map(({ betaApp, stores }) => [betaApp.id, betaApp.owner, stores]),
          [[second.id, budi, ['T03']]],
        );
      }
      assert.equal((await client.getBetaApp({ id: first.id })).pause, 'drop');
      await client.cancelBetaApp({ id: second.id, detailsRevision: second.detailsRevision });
      assert.equal((await client.resumeBetaApp(now)).state, 'active');
      await client.cancelBetaApp({ id: first.id, detailsRevision: now.detailsRevision + 1 });
    });

    it('lets go of stores that another beta app has, in the same step', async () => {
      const [client, theirs] = [host().clientOf(sari), host().clientOf(budi)];
      const own = await createLater(client, [600, 620], 'ABS', ['T01', 'T02', 'T03', 'T04']);
      const { id } = own;
      await createLater(theirs, [610, 630], 'LIF', ['T01']);
      await createLater(theirs, [625, 640], 'ABS', ['T02']);
      const edit = async () => {
        const { detailsRevision } = await client.getBetaApp({ id });
        return { id, detailsRevision };
      };
      const taking = { applicationCode: 'LIF', version: '3.0' };
      const overlapOf = async (call: Promise<unknown>) =>
        (await refused(call, 'STORES_OVERLAP'))
          .detailsOf('STORES_OVERLAP')!
          .conflicts.map(({ stores }) => stores);
      const before = await client.listBetaAppHistory({ id });

      const unknown = await refused(
        client.addApplication({ ...(await edit()), ...taking, withdraw: ['T01', 'X9'] }),
        'STORES_UNKNOWN',
      );
      assert.deepEqual(unknown.details, { stores: ['X9'] });
      const others = client.addApplication({ ...(await edit()), ...taking, withdraw: ['T04'] });
      assert.deepEqual(await overlapOf(others), [['T01']]);
      assert.deepEqual(await client.listBetaAppHistory({ id }), before, 'nothing was withdrawn');

      // T05 isn't registered.
      const added = await client.addApplication({
        ...(await edit()),
        ...taking,
        withdraw: ['t01', 'T05', 'T01'],
      });
      assert.deepEqual(
        [added.registeredStores, added.withdrawn, added.revision, added.detailsRevision],
        [3, 1, own.revision + 2, own.detailsRevision + 1],
      );
      const longer = { startsOn: day(600), endsOn: day(626) };
      assert.deepEqual(
        await overlapOf(client.updateBetaApp({ ...(await edit()), ...longer, withdraw: [] })),
        [['T02']],
      );
      // T03 is in no other beta app: it stays.
      const extended = await client.updateBetaApp({
        ...(await edit()),
        ...longer,
        withdraw: ['T02', 'T03'],
      });
      assert.deepEqual(
        [extended.endsOn, extended.registeredStores, extended.withdrawn],
        [day(626), 2, 1],
      );
      const none = await client.updateBetaApp({
        ...(await edit()),
        endsOn: day(625),
        withdraw: ['T03'],
      });
      assert.deepEqual([none.registeredStores, none.withdrawn], [2, 0]);
      await client.updateBetaApp({ ...(await edit()), endsOn: day(626) });
      const { items } = await client.listBetaAppHistory({ id });
      assert.deepEqual(
        items
          .slice(2, 6)
          .map(({ action, actor, stores }) => [
            action,
            actor,
            stores && [stores.registered, stores.withdrawn, stores.some.map(({ code }) => code)],
          ]),
        [
          ['update', sari, null],
          ['save_stores', sari, [0, 1, ['T02']]],
          ['add_application', sari, null],
          ['save_stores', sari, [0, 1, ['T01']]],
        ],
      );
      const stores = await client.listBetaAppStores({ id, registered: true });
      assert.deepEqual(
        stores.items.map(({ code }) => code),
        ['T03', 'T04'],
      );
    });

    it('is resumed, or paused with keeping again, without stores that another beta app has', async () => {
      const [client, theirs] = [host().clientOf(sari), host().clientOf(budi)];
      const { id, detailsRevision } = await createWith(client, 'LIF', ['T05', 'T06', 'T07']);
      await client.pauseBetaApp({ id, detailsRevision, stores: 'drop' });
      const second = await createWith(theirs, 'LIF', ['T05']);
      const kept = await client.pauseBetaApp({
        id,
        detailsRevision: detailsRevision + 1,
        stores: 'keep',
        withdraw: ['T05'],
      });
      assert.deepEqual([kept.pause, kept.registeredStores], ['keep', 2]);
      await client.pauseBetaApp({ id, detailsRevision: detailsRevision + 2, stores: 'drop' });
      await save(theirs, second.id, [{ registered: true, codes: ['T06'] }]);
      const resumed = await client.resumeBetaApp({
        id,
        detailsRevision: detailsRevision + 3,
        withdraw: ['T06'],
      });
      assert.deepEqual([resumed.pause, resumed.registeredStores], ['none', 1]);
      for (const [store, version] of [
        ['T05', second.id],
        ['T06', second.id],
        ['T07', id],
      ] as const) {
        assert.equal((await versionIn(client, store, 'LIF')).betaApp?.id, version);
      }
      await client.cancelBetaApp({ id, detailsRevision: resumed.detailsRevision });
      await theirs.cancelBetaApp({ id: second.id, detailsRevision: second.detailsRevision });
    });

    it('ends with its versions as production versions, which a sync takes back only for others', async () => {
      const client = host().clientOf(sari);
      const application = { code: 'PRO', name: 'Promo', productionVersion: '1.0', description: '' };
      const sync = (productionVersion: string, name = 'Promo') =>
        host().sync({ applications: [{ ...application, name, productionVersion }] });
      await sync('1.0');
      const app = await createWith(client, 'PRO', ['T04']);
      const edit = { id: app.id, detailsRevision: app.detailsRevision };
      const promoted = await client.promoteBetaApp(edit);
      assert.equal(promoted.state, 'promoted');
      assert.equal(promoted.applications[0]?.productionVersion, '9.9.9');
      const late = await refused(
        client.resumeBetaApp({ id: app.id, detailsRevision: promoted.detailsRevision }),
        'BETA_APP_ENDED',
      );
      assert.deepEqual(late.details, { state: 'promoted' });

      const inside = await versionIn(client, 'T04', 'PRO');
      assert.deepEqual(
        [inside.version, inside.channel, inside.reason.code],
        ['9.9.9', 'production', 'promoted'],
      );
      const outside = await versionIn(client, 'T05', 'PRO');
      assert.deepEqual(
        [outside.version, outside.previous?.version, outside.reason.code],
        ['9.9.9', '1.0', 'no_beta'],
      );

      const production = async () => (await versionIn(client, 'T05', 'PRO')).version;
      await sync('1.0', 'Promosi');
      assert.equal(await production(), '9.9.9', 'the master data say nothing new');
      await sync('9.9.9', 'Promosi');
      assert.equal(await production(), '9.9.9');
      await sync('1.0', 'Promosi');
      assert.equal(await production(), '1.0', 'the master data went back');
    });

    it('is copied with its applications and open stores, all or nothing', async () => {
      const client = host().clientOf(sari);
      const source = await createWith(client, 'LIF', ['T01', 'T02', 'T03', 'T09']);
      const { id, name } = source;
      const period = { startsOn: day(30), endsOn: day(35) };
      const input = { id, name: `${name} 2`, ...period, except: ['T03'] };
      const copy = await host().clientOf(budi).copyBetaApp(input);
      assert.deepEqual(
        [copy.name, copy.owner, copy.startsOn, copy.state, copy.registeredStores],
        [`${name} 2`, budi, day(30), 'scheduled', 3],
      );
      const gist = (each: typeof copy) =>
        each.applications.map(({ code, version }) => [code, version]);
      assert.deepEqual(gist(copy), gist(source));
      const { items } = await client.listBetaAppStores({ id: copy.id, registered: true });
      assert.deepEqual(
        items.map(({ code }) => code),
        ['T01', 'T02', 'T09'],
      );
      const history = await client.listBetaAppHistory({ id: copy.id });
      assert.deepEqual(
        history.items.map(({ action }) => action),
        ['save_stores', 'add_application', 'create'],
      );
      assert.equal(history.items[0]!.revision, copy.revision);

      const count = async () => (await client.listBetaApps({ limit: 1 })).total;
      const before = await count();
      const again = { ...input, name: `${name} 3` };
      const overlap = await refused(client.copyBetaApp(again), 'STORES_OVERLAP');
      const conflicts = overlap.detailsOf('STORES_OVERLAP')!.conflicts;
      assert.deepEqual(
        conflicts.map(({ betaApp, stores }) => [betaApp.id, stores]),
        [[copy.id, ['T01', 'T02', 'T09']]],
      );
      await refused(client.copyBetaApp(input), 'NAME_TAKEN');
      const unknown = await refused(
        client.copyBetaApp({ ...again, except: ['X9', 'T01'] }),
        'STORES_UNKNOWN',
      );
      assert.deepEqual(unknown.details, { stores: ['X9'] });
      await refused(client.copyBetaApp({ ...again, id: 999_999 }), 'BETA_APP_NOT_FOUND');
      assert.equal(await count(), before);
      const bare = await client.copyBetaApp({ ...again, applications: false });
      assert.deepEqual([bare.applications, bare.registeredStores], [[], 3]);
      const empty = await client.copyBetaApp({ ...again, name: `${name} 4`, stores: false });
      assert.deepEqual([gist(empty), empty.registeredStores], [gist(source), 0]);
    });

    it('is neither paused nor promoted before it has begun, nor promoted without applications', async () => {
      const client = host().clientOf(sari);
      const { id, detailsRevision, startsOn } = await create(client, [3, 9]);
      for (const call of [
        () => client.pauseBetaApp({ id, detailsRevision }),
        () => client.promoteBetaApp({ id, detailsRevision }),
      ]) {
        assert.deepEqual((await refused(call(), 'BETA_APP_NOT_STARTED')).details, { startsOn });
      }
      await refused(client.resumeBetaApp({ id, detailsRevision }), 'BETA_APP_NOT_PAUSED');
      const empty = await create(client);
      await refused(client.promoteBetaApp({ id: empty.id, detailsRevision: 1 }), 'BETA_APP_EMPTY');
    });
  });
}
