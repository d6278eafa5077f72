import { createFakeClient } from '@beta-app/stories/fake/fake-client';
import { FakeServer } from '@beta-app/stories/fake/fake-server';
import { sari as actor } from '@beta-app/stories/fake/sample';
import type { BetaAppClient } from '@beta-app/widgets';
import { type BenchStore } from './bench-stores.js';

/** Answers with one beta app, and with stores that it has in memory, page by page as the server does. */
export function createMemoryClient(stores: readonly BenchStore[]): BetaAppClient {
  const server = new FakeServer();
  const input = { name: 'Uji Kasir', startsOn: '2026-01-01', endsOn: '2099-12-31' };
  server.answer({ operation: 'createBetaApp', input, actor });
  return {
    ...createFakeClient(server, { actor }),
    listBranches: () => Promise.resolve({ items: [] }),
    listBetaAppStores: ({ cursor, limit = 100 }) => {
      const start = Number(cursor ?? 0);
      const end = start + limit;
      return Promise.resolve({
        items: stores.slice(start, end),
        nextCursor: end < stores.length ? `${end}` : null,
        total: stores.length,
        registeredTotal: stores.filter(({ registered }) => registered).length,
        revision: 1,
        directoryRevision: 1,
        holders: [],
      });
    },
  };
}
