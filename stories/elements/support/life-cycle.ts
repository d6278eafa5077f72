import type { BetaApp, OperationId, PausedStores } from '@beta-app/core/contract';
import { budi, type Sample, sari } from '../../fake/sample.js';
import { storeCode } from '../../fake/sample-directory.js';

type Edit = Extract<OperationId, 'pauseBetaApp' | 'cancelBetaApp' | 'promoteBetaApp'>;

/** Does something to the active beta app, before the element shows it. */
function edit({ server, ids }: Sample, operation: Edit, more: object = {}): void {
  const actor = sari;
  const shown = { operation: 'getBetaApp', input: { id: ids.active }, actor } as const;
  const { id, detailsRevision } = server.answer(shown) as BetaApp;
  server.answer({ operation, input: { id, detailsRevision, ...more }, actor });
}

/** Pauses the active beta app. */
export const paused =
  (stores: PausedStores) =>
  (sample: Sample): void =>
    edit(sample, 'pauseBetaApp', { stores });

/** Promotes the active beta app. */
export const promoted = (sample: Sample): void => edit(sample, 'promoteBetaApp');

/** Cancels the active beta app. */
export const cancelled = (sample: Sample): void => edit(sample, 'cancelBetaApp');

/** Pauses the active beta app, and has another one take two of its stores meanwhile. */
export function pausedAndTaken(sample: Sample): void {
  paused('drop')(sample);
  const { server, ids } = sample;
  const shown = { operation: 'getBetaApp', input: { id: ids.overlapping }, actor: budi } as const;
  const { id, revision } = server.answer(shown) as BetaApp;
  const changes = [{ registered: true, codes: [storeCode(0, 0), storeCode(1, 0)] }];
  const input = {
    id,
    baseRevision: revision,
    directoryRevision: server.directory.revision,
    changes,
  };
  server.answer({ operation: 'saveStores', input, actor: budi });
}
