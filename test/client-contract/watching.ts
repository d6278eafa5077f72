import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { create, type GetHost, refused, sari, save } from './host.js';

export function watching(host: GetHost): void {
  describe('watching a beta app', () => {
    it('tells its revision at first and after each change, until it is given up', async () => {
      const client = host().clientOf(sari);
      const { id, revision, detailsRevision } = await create(client);
      const { id: other } = await create(client);
      const end = new AbortController();
      const told: number[] = [];
      const watch = async () => {
        for await (const each of client.watchBetaApp({ id }, end)) {
          told.push(each.revision);
          if (told.length === 1) {
            await save(client, other, [{ registered: true, codes: ['T01'] }]);
            await save(client, id, [{ registered: true, codes: ['T01'] }]);
          } else if (told.length === 2) {
            await client.updateBetaApp({ id, detailsRevision, name: `Lain ${String(id)}` });
          } else {
            end.abort(new Error('enough'));
          }
        }
      };
      await assert.rejects(watch(), /enough/u);
      assert.deepEqual(told, [revision, revision + 1, revision + 2]);
    });

    it('is refused for one that is not there', async () => {
      const client = host().clientOf(sari);
      const watch = async () => {
        for await (const each of client.watchBetaApp({ id: 999_999 }))
          assert.fail(`${each.revision}`);
      };
      await refused(watch(), 'BETA_APP_NOT_FOUND');
    });
  });
}
