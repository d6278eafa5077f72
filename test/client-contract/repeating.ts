import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { budi, create, day, type GetHost, refused, sari, save } from './host.js';

export function repeating(host: GetHost): void {
  describe('a write that is sent again', () => {
    it('has the effect and the answer of sending it once', async () => {
      const client = host().clientOf(sari);
      const input = { name: 'Uji Kunci', startsOn: day(0), endsOn: day(5) };
      const idempotencyKey = 'contract-1';
      const first = await client.createBetaApp(input, { idempotencyKey });
      await client.updateBetaApp({ id: first.id, detailsRevision: 1, name: 'Uji Kunci Lain' });
      assert.deepEqual(await client.createBetaApp(input, { idempotencyKey }), first);
      const { total } = await client.listBetaApps({ q: 'uji kunci' });
      assert.equal(total, 1);
    });

    it('is refused under a key that was used for something else', async () => {
      const client = host().clientOf(sari);
      const { id } = await create(client);
      const idempotencyKey = 'contract-2';
      const edit = { id, detailsRevision: 1 };
      await client.updateBetaApp({ ...edit, endsOn: day(9) }, { idempotencyKey });
      await refused(
        client.updateBetaApp({ ...edit, endsOn: day(10) }, { idempotencyKey }),
        'IDEMPOTENCY_KEY_REUSED',
      );
      await refused(client.cancelBetaApp(edit, { idempotencyKey }), 'IDEMPOTENCY_KEY_REUSED');
      // Somebody else may have made the same key.
      const other = host().clientOf(budi);
      await refused(other.cancelBetaApp(edit, { idempotencyKey }), 'DETAILS_STALE');
    });

    it('is judged anew after an error and after a dry run', async () => {
      const client = host().clientOf(sari);
      const { id } = await create(client);
      const { directoryRevision } = await client.listBetaAppStores({ id });
      const idempotencyKey = 'contract-3';
      const changes = [{ registered: true, codes: ['N9'] }];
      const input = { id, baseRevision: 1, directoryRevision, changes };
      await client.saveStores({ ...input, dryRun: true }, { idempotencyKey });
      await refused(client.saveStores(input, { idempotencyKey }), 'STORES_UNKNOWN');
      await host().sync({ stores: [{ code: 'N9', name: 'Nagreg', branchCode: 'BDG' }] });
      const saved = await client.saveStores(input, { idempotencyKey });
      await save(client, id, [{ registered: false, codes: ['N9'] }]);
      assert.deepEqual(await client.saveStores(input, { idempotencyKey }), saved);
      assert.equal((await client.listBetaAppStores({ id })).registeredTotal, 0);
    });
  });
}
