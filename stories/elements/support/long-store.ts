import type { BetaApp } from '@beta-app/core/contract';
import { longStore } from '../../fake/long-words.js';
import { type Sample, sari } from '../../fake/sample.js';

/** Registers the store with the long name in the beta app with the long name. */
export function registerLongStore({ server, ids }: Sample): void {
  const { revision } = server.answer({
    operation: 'getBetaApp',
    input: { id: ids.long },
    actor: sari,
  }) as BetaApp;
  server.answer({
    operation: 'saveStores',
    input: {
      id: ids.long,
      baseRevision: revision,
      directoryRevision: server.directory.revision,
      changes: [{ registered: true, codes: [longStore] }],
    },
    actor: sari,
  });
}
