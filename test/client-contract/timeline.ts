import { routes, type Timeline } from '@beta-app/core/contract';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { create, day, type GetHost, refused, sari, save } from './host.js';

export function timeline(host: GetHost): void {
  describe('the timeline', () => {
    it('tells who has an application when, who meets, and what is free', async () => {
      const client = host().clientOf(sari);
      const application = 'LIN';
      await host().sync({
        applications: [
          { code: application, name: 'Linimasa', productionVersion: null, description: '' },
        ],
        stores: ['L1', 'L2', 'L3'].map((code) => ({
          code,
          name: `Toko ${code}`,
          branchCode: 'BDG',
          open: true,
        })),
      });
      const make = async (period: [number, number], codes: string[]) => {
        const { id, detailsRevision } = await create(client, period);
        await client.addApplication({
          id,
          detailsRevision,
          applicationCode: application,
          version: `v${id}`,
        });
        if (codes.length > 0) await save(client, id, [{ registered: true, codes }]);
        return id;
      };
      const one = await make([0, 9], ['L1']);
      const other = await make([5, 12], ['L2', 'L3']);
      const empty = await make([2, 10], []);
      const asked = { application, from: day(-3), to: day(20) };
      const answer = await client.getTimeline(asked);
      assert.deepEqual(routes.getTimeline.output.parse(answer), answer);
      assert.deepEqual([answer.from, answer.to, answer.today], [day(-3), day(20), day(0)]);
      assert.deepEqual(
        answer.items.map(({ id, registeredStores, applications }) => [
          id,
          registeredStores,
          applications,
        ]),
        [
          [one, 1, [{ code: application, name: 'Linimasa', version: `v${one}` }]],
          [empty, 0, [{ code: application, name: 'Linimasa', version: `v${empty}` }]],
          [other, 2, [{ code: application, name: 'Linimasa', version: `v${other}` }]],
        ],
      );
      assert.deepEqual(answer.applications, [
        {
          code: application,
          name: 'Linimasa',
          meetings: [
            { betaApps: [one, empty], startsOn: day(2), endsOn: day(9) },
            { betaApps: [one, other], startsOn: day(5), endsOn: day(9) },
            { betaApps: [other, empty], startsOn: day(5), endsOn: day(10) },
          ],
          free: [{ startsOn: day(13), endsOn: day(20) }],
        },
      ]);

      const { detailsRevision } = await client.getBetaApp({ id: other });
      await client.pauseBetaApp({ id: one, ...(await details(one)), stores: 'drop' });
      await client.cancelBetaApp({ id: other, detailsRevision });
      const later = await client.getTimeline(asked);
      assert.deepEqual(statesOf(later), [
        [one, 'paused', 'drop'],
        [empty, 'scheduled', 'none'],
        [other, 'cancelled', 'none'],
      ]);
      assert.deepEqual(later.applications[0]!.meetings, []);
      assert.deepEqual(later.applications[0]!.free, [
        { startsOn: day(0), endsOn: day(1) },
        { startsOn: day(11), endsOn: day(20) },
      ]);

      async function details(id: number) {
        const { detailsRevision } = await client.getBetaApp({ id });
        return { detailsRevision };
      }
    });

    it('looks at nine months, of which three are past', async () => {
      const client = host().clientOf(sari);
      const { from, to } = await client.getTimeline();
      assert.ok(from < day(-88) && from > day(-94), from);
      assert.equal((await client.getTimeline({ from })).to, to);
      const until = await client.getTimeline({ to: '2031-05-31' });
      assert.deepEqual([until.from, until.to], ['2030-08-31', '2031-05-31']);
      // Each end is one that it takes itself.
      const [first, last] = ['1900-01-01', '9999-12-31'];
      const begin = await client.getTimeline({ to: first });
      assert.deepEqual([begin.from, begin.to], [first, first]);
      const end = await client.getTimeline({ from: last });
      assert.deepEqual([end.from, end.to], [last, last]);
      await refused(client.getTimeline({ application: 'NIX' }), 'APPLICATION_NOT_FOUND');
      await refused(client.getTimeline({ from: day(1), to: day(0) }), 'VALIDATION_FAILED');
    });
  });
}

const statesOf = ({ items }: Timeline) => items.map(({ id, state, pause }) => [id, state, pause]);
