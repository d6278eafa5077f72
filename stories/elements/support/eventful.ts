import type { BetaApp, OperationId, StoreChange } from '@beta-app/core/contract';
import { budi, type Sample, sari } from '../../fake/sample.js';
import { storeCode } from '../../fake/sample-directory.js';

const dayMs = 86_400_000;

/** Lets much happen to the active beta app: changes of all kinds, many stores, and a sync that closes one. */
export function eventful({ server, ids }: Sample): void {
  const id = ids.active;
  const shown = () =>
    server.answer({ operation: 'getBetaApp', input: { id }, actor: sari }) as BetaApp;
  const edit = (operation: OperationId, more: object, actor = sari) => {
    const { detailsRevision } = shown();
    server.answer({ operation, input: { id, detailsRevision, ...more }, actor });
  };
  const save = (changes: StoreChange[], actor = sari) => {
    const { revision: baseRevision } = shown();
    const directoryRevision = server.directory.revision;
    const input = { id, baseRevision, directoryRevision, changes };
    server.answer({ operation: 'saveStores', input, actor });
  };
  const later = new Date(Date.parse(shown().endsOn) + 14 * dayMs).toISOString().slice(0, 10);
  const notes = 'Struk QRIS dan retur tanpa struk. Minta toko mencoba retur sekali sehari.';
  edit('changeApplication', { code: 'POS', version: '4.19.0-beta.4', notes });
  save([{ registered: true, select: { branch: 'C04' } }]);
  edit('pauseBetaApp', { stores: 'drop' }, budi);
  edit('resumeBetaApp', {}, budi);
  edit('removeApplication', { code: 'STK' });
  edit('updateBetaApp', { endsOn: later, owner: budi }, sari);
  const closed = server.directory.store(storeCode(0, 2));
  if (closed !== undefined) server.directory.sync({ stores: [{ ...closed, open: false }] });
  save([
    { registered: true, codes: [storeCode(0, 7), storeCode(1, 7)] },
    { registered: false, codes: [storeCode(0, 0)] },
  ]);
}

/** Lets a day's work of one person fill more than a page of the history. */
export function busy({ server, ids }: Sample): void {
  for (let change = 0; change < 60; change++) {
    const { id, revision: baseRevision } = server.answer({
      operation: 'getBetaApp',
      input: { id: ids.active },
      actor: sari,
    }) as BetaApp;
    const changes = [{ registered: change % 2 === 0, codes: [storeCode(4, 1)] }];
    const directoryRevision = server.directory.revision;
    const input = { id, baseRevision, directoryRevision, changes };
    server.answer({ operation: 'saveStores', input, actor: sari });
  }
}
