import { routes, type StoreVersion } from '@beta-app/core/contract';
import { type BetaAppClient } from '@beta-app/widgets/client';
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
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

const store = (number: number, more: object = {}) => ({
  code: `V${number}`,
  name: `Veteran ${number}`,
  branchCode: 'VTR',
  ...more,
});
const application = (code: string, productionVersion: string | null) => ({
  code,
  name: `Program ${code}`,
  productionVersion,
  description: '',
});

export function versions(host: GetHost): void {
  describe('the version lookup', () => {
    before(() =>
      host().sync({
        branches: [{ code: 'VTR', name: 'Veteran', timeZone: 'Asia/Jayapura' }],
        stores: Array.from({ length: 9 }, (_, index) => store(index + 1)),
        applications: [application('VOS', '1.0.0'), application('VTK', null)],
      }),
    );

    it('answers for every store and application that was asked, in order', async () => {
      const client = host().clientOf(sari);
      const answer = await client.lookUpVersions({
        store: ['v2', 'V1', 'NONE', 'V2'],
        application: ['vtk', 'VOS', 'NIX'],
      });
      assert.deepEqual(routes.lookUpVersions.output.parse(answer), answer);
      const { at, stores } = answer;
      assert.deepEqual([at, stores.map(({ code }) => code)], [null, ['V2', 'V1', 'NONE']]);
      assert.deepEqual(stores[1]!.store, {
        name: 'Veteran 1',
        branchCode: 'VTR',
        branchName: 'Veteran',
        timeZone: 'Asia/Jayapura',
        open: true,
      });
      assert.equal(stores[2]!.store, null);
      const told = stores.map(({ versions: each }) => each.map(({ reason }) => reason.code));
      const known = ['application_unknown', 'no_beta', 'no_beta'];
      assert.deepEqual(told, [known, known, known.map(() => 'store_unknown')]);
      const [unknown, production] = stores[1]!.versions;
      assert.deepEqual(unknown, {
        application: { code: 'NIX', name: null },
        version: null,
        channel: null,
        reason: { code: 'application_unknown', at: null, actor: null },
        betaApp: null,
        since: null,
        previous: null,
      });
      const { since, ...rest } = production!;
      assert.match(since!, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/u);
      assert.deepEqual(rest, {
        application: { code: 'VOS', name: 'Program VOS' },
        version: '1.0.0',
        channel: 'production',
        reason: { code: 'no_beta', at: null, actor: null },
        betaApp: null,
        previous: null,
      });
      const all = await client.lookUpVersions({ store: 'V1' });
      const codes = all.stores[0]!.versions.map((each) => each.application.code);
      assert.deepEqual(codes, ['ABS', 'POS', 'STK', 'VOS', 'VTK']);
    });

    it('tells what a beta app gives, since when, and what there was just before', async () => {
      const client = host().clientOf(sari);
      const betaApp = await createWith(client, 'VOS', ['V1']);
      const now = await versionOf(client, 'V1');
      const { since, reason, ...rest } = now;
      assert.deepEqual(reason, { code: 'in_beta', at: since, actor: sari });
      const { id, name, startsOn, endsOn } = betaApp;
      assert.deepEqual(rest, {
        application: { code: 'VOS', name: 'Program VOS' },
        version: '9.9.9',
        channel: 'beta',
        betaApp: { id, name, startsOn, endsOn, owner: sari, version: '9.9.9', notes: '' },
        previous: { version: '1.0.0', channel: 'production' },
      });
      assert.deepEqual(await versionOf(client, 'V1', since!), now);
      const former = await versionOf(client, 'V1', justBefore(since!));
      assert.deepEqual(
        [former.version, former.channel, former.reason.code],
        ['1.0.0', 'production', 'no_beta'],
      );
    });

    it('answers of a moment for ever, wherever its clock stood', async () => {
      const client = host().clientOf(sari);
      const { id, detailsRevision } = await createWith(client, 'VOS', ['V2']);
      const { since } = await versionOf(client, 'V2');
      await client.changeApplication({ id, detailsRevision, code: 'VOS', version: '9.9.10' });
      const next = await versionOf(client, 'V2');
      assert.deepEqual(
        [next.version, next.previous, next.reason.at],
        ['9.9.10', { version: '9.9.9', channel: 'beta' }, since],
      );
      assert.equal((await versionOf(client, 'V2', justBefore(next.since!))).version, '9.9.9');
      const inJayapura = new Date(Date.parse(since!) + 9 * 3_600_000).toISOString().slice(0, 19);
      const at = `${inJayapura}.${since!.slice(20, 26)}+09:00`;
      const then = await client.lookUpVersions({ store: 'V2', application: 'VOS', at });
      assert.deepEqual([then.at, then.stores[0]!.versions[0]!.version], [since, '9.9.9']);
    });

    it('says who let go of a store, and when', async () => {
      const [mine, theirs] = [host().clientOf(sari), host().clientOf(budi)];
      const one = await createWith(mine, 'VOS', ['V3', 'V4']);
      await save(theirs, one.id, [{ registered: false, codes: ['V3'] }]);
      const withdrawn = await versionOf(mine, 'V3');
      assert.deepEqual(gist(withdrawn), ['1.0.0', 'withdrawn', one.id]);
      assert.deepEqual(withdrawn.reason.actor, budi);
      assert.equal(withdrawn.reason.at, withdrawn.since);
      assert.deepEqual(withdrawn.previous, { version: '9.9.9', channel: 'beta' });

      const { detailsRevision } = one;
      await mine.removeApplication({ id: one.id, detailsRevision, code: 'VOS' });
      const removed = await versionOf(mine, 'V4');
      assert.deepEqual(gist(removed), ['1.0.0', 'application_removed', one.id]);
      assert.deepEqual(removed.reason.actor, sari);

      const other = await createWith(theirs, 'VOS', ['V4']);
      await theirs.cancelBetaApp({ id: other.id, detailsRevision: other.detailsRevision });
      const cancelled = await versionOf(mine, 'V4');
      assert.deepEqual(gist(cancelled), ['1.0.0', 'cancelled', other.id]);
      assert.deepEqual(cancelled.reason.actor, budi);
    });

    it('counts the days of the store, and foretells them', async () => {
      const client = host().clientOf(sari);
      const { id, detailsRevision } = await create(client, [9, 12]);
      const added = { id, detailsRevision, applicationCode: 'VTK', version: '2.0.0' };
      await client.addApplication({ ...added, notes: 'Struk' });
      await save(client, id, [{ registered: true, codes: ['V5'] }]);
      const ask = (at?: string) => versionOf(client, 'V5', at, 'VTK');
      const coming = await ask();
      assert.deepEqual(gist(coming), [null, 'not_started', id]);
      // Midnight in Jayapura.
      const first = `${day(8)}T15:00:00.000000Z`;
      assert.deepEqual([coming.reason.at, coming.betaApp?.notes], [first, 'Struk']);
      const [eve, start] = [await ask(justBefore(first)), await ask(first)];
      assert.deepEqual([eve.reason.code, start.reason.code], ['not_started', 'in_beta']);
      assert.deepEqual([start.version, start.since, start.previous], ['2.0.0', first, null]);
      const over = `${day(12)}T15:00:00.000000Z`;
      assert.equal((await ask(justBefore(over))).reason.code, 'in_beta');
      assert.deepEqual((await ask(over)).reason, { code: 'ended', at: over, actor: null });
    });

    it('knows what the directory was', async () => {
      const client = host().clientOf(sari);
      await createWith(client, 'VOS', ['V6']);
      const { since: registered } = await versionOf(client, 'V6');
      await host().sync({
        stores: [store(6, { open: false }), store(7, { name: 'Veteran Baru' })],
        applications: [application('VOS', '1.1.0')],
      });
      const closed = await versionOf(client, 'V6');
      assert.deepEqual(gist(closed), ['1.1.0', 'store_closed', undefined]);
      assert.equal(closed.reason.at, closed.since);
      assert.deepEqual(closed.previous, { version: '9.9.9', channel: 'beta' });
      const [, renamed] = (await client.lookUpVersions({ store: ['V6', 'V7'] })).stores;
      assert.equal(renamed!.store!.name, 'Veteran Baru');
      const at = registered!;
      const then = await client.lookUpVersions({ store: ['V6', 'V7'], application: 'VOS', at });
      assert.deepEqual(
        then.stores.map((each) => [each.store!.open, each.store!.name, each.versions[0]!.version]),
        [
          [true, 'Veteran 6', '9.9.9'],
          [true, 'Veteran 7', '1.0.0'],
        ],
      );
      const long = { at: '2000-01-01T00:00:00Z', store: 'V6', application: 'VOS' };
      const [before2000] = (await client.lookUpVersions(long)).stores;
      assert.deepEqual([before2000!.store, gist(before2000!.versions[0]!)[1]], [null, 'no_record']);
    });

    it('is answered the other way round, too', async () => {
      const client = host().clientOf(sari);
      const { id, name } = await createWith(client, 'VTK', ['V8', 'V9']);
      const asked = { application: 'vtk', version: '9.9.9' };
      const page = await client.listStoresOfVersion({ ...asked, limit: 1 });
      assert.deepEqual(routes.listStoresOfVersion.output.parse(page), page);
      const { at, nextCursor, ...rest } = page;
      assert.match(at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/u);
      assert.deepEqual(rest, {
        items: [
          {
            code: 'V8',
            name: 'Veteran 8',
            branchCode: 'VTR',
            branchName: 'Veteran',
            channel: 'beta',
            betaApp: { id, name },
          },
        ],
        total: 2,
        byBranch: [{ code: 'VTR', name: 'Veteran', stores: 2, openStores: 8 }],
      });
      const next = await client.listStoresOfVersion({ ...asked, cursor: nextCursor! });
      assert.deepEqual([next.items.map(({ code }) => code), next.nextCursor], [['V9'], null]);
      const { since } = await versionOf(client, 'V9', undefined, 'VTK');
      const earlier = { ...asked, at: justBefore(since!) };
      assert.equal((await client.listStoresOfVersion(earlier)).total, 0);
      assert.equal((await client.listStoresOfVersion({ ...asked, at: since! })).total, 2);
      assert.equal((await client.listStoresOfVersion({ ...asked, branch: 'BDG' })).total, 0);
      await refused(
        client.listStoresOfVersion({ application: 'NIX', version: '1' }),
        'APPLICATION_NOT_FOUND',
      );
      const odd = await refused(
        client.listStoresOfVersion({ ...asked, branch: 'NIX' }),
        'VALIDATION_FAILED',
      );
      assert.deepEqual(fieldsOf(odd), [['branch', 'unknown']]);
    });

    it('takes many stores, and says what is wrong with others', async () => {
      const client = host().clientOf(sari);
      const many = (count: number) => Array.from({ length: count }, (_, index) => `M${index}`);
      const answer = await client.lookUpVersions({
        store: ['V1', ...many(999)],
        application: 'VOS',
      });
      assert.equal(answer.stores.length, 1_000);
      assert.equal(answer.stores[0]!.versions[0]!.channel, 'beta');
      for (const [input, fields] of [
        [{ store: many(1_001) }, [['store', 'too_many']]],
        [{ store: 'V1', application: many(201) }, [['application', 'too_many']]],
        [{ store: [] }, [['store', 'required']]],
        [{ store: ['V1', '?'] }, [['store.1', 'format']]],
        [{ store: 'V1', at: '2026-12-01 14:05' }, [['at', 'format']]],
      ] as const) {
        const error = await refused(client.lookUpVersions(input), 'VALIDATION_FAILED');
        assert.deepEqual(fieldsOf(error), fields);
      }
    });
  });
}

async function versionOf(
  client: BetaAppClient,
  code: string,
  at?: string,
  asked = 'VOS',
): Promise<StoreVersion> {
  const { stores } = await client.lookUpVersions({ store: code, application: asked, at });
  return stores[0]!.versions[0]!;
}

const gist = ({ version, reason, betaApp }: StoreVersion) => [version, reason.code, betaApp?.id];

/** The moment a microsecond before. */
function justBefore(moment: string): string {
  const micros =
    BigInt(Date.parse(`${moment.slice(0, 19)}Z`)) * 1_000n + BigInt(moment.slice(20, 26)) - 1n;
  const second = new Date(Number(micros / 1_000_000n) * 1_000).toISOString().slice(0, 19);
  return `${second}.${String(micros % 1_000_000n).padStart(6, '0')}Z`;
}
