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
  register(sample, sample.ids.overlapping, [storeCode(0, 0), storeCode(1, 0)]);
}

/** Has another beta app take a store of the active one, from the day after its last. */
export function takenLater(sample: Sample): void {
  const { server, ids } = sample;
  const active = { operation: 'getBetaApp', input: { id: ids.active }, actor: budi } as const;
  const { endsOn } = server.answer(active) as BetaApp;
  const day = (after: number) =>
    new Date(Date.parse(endsOn) + after * 86_400_000).toISOString().slice(0, 10);
  const wanted = { name: 'Uji Sesudah', startsOn: day(1), endsOn: day(60) };
  const create = { operation: 'createBetaApp', input: wanted, actor: budi } as const;
  const { id, detailsRevision } = server.answer(create) as BetaApp;
  const input = { id, detailsRevision, applicationCode: 'POS', version: '4.21.0-rc1' };
  server.answer({ operation: 'addApplication', input, actor: budi });
  register(sample, id, [storeCode(0, 0)]);
}

function register({ server }: Sample, betaAppId: number, codes: string[]): void {
  const shown = { operation: 'getBetaApp', input: { id: betaAppId }, actor: budi } as const;
  const { id, revision } = server.answer(shown) as BetaApp;
  const changes = [{ registered: true, codes }];
  const input = {
    id,
    baseRevision: revision,
    directoryRevision: server.directory.revision,
    changes,
  };
  server.answer({ operation: 'saveStores', input, actor: budi });
}
