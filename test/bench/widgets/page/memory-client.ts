import type { BetaAppStorePage, ListBetaAppStores } from '@beta-app/core/contract';
import { FakeClient } from '../../../widgets/support/fake-client.js';
import { type BenchStore } from './bench-stores.js';

/** Answers with stores that it has in memory, page by page as the server does. */
export class MemoryClient extends FakeClient {
  readonly #stores: readonly BenchStore[];

  constructor(stores: readonly BenchStore[]) {
    super();
    this.#stores = stores;
  }

  override listBranches = () => Promise.resolve({ items: [] });

  override listBetaAppStores = (
    { cursor, limit = 100 }: ListBetaAppStores = { id: 0 },
  ): Promise<BetaAppStorePage> => {
    const start = Number(cursor ?? 0);
    const end = start + limit;
    return Promise.resolve({
      items: this.#stores.slice(start, end),
      nextCursor: end < this.#stores.length ? `${end}` : null,
      total: this.#stores.length,
      registeredTotal: this.#stores.filter(({ registered }) => registered).length,
      revision: 5,
      directoryRevision: 1,
    });
  };
}
