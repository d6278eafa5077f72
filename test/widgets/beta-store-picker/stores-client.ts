import type {
  BetaAppStore,
  BetaAppStorePage,
  Branch,
  ListBetaAppStores,
  SavedStores,
  SaveStores,
} from '@beta-app/core/contract';
import type { BetaAppClient, CallOptions, WriteCallOptions } from '@beta-app/widgets';
import { aBetaApp, FakeClient } from '../support/fake-client.js';

/** Answers with stores from memory: two branches, as many stores as a test wants, and what was saved. */
export class StoresClient extends FakeClient {
  readonly saves: { input: SaveStores; idempotencyKey: string | undefined }[] = [];
  /** Thrown by the next saves, one each. */
  readonly refusals: Error[] = [];
  /** Thrown by the next reading of the list. */
  listFailure: Error | undefined;
  /** What the next save answers besides its own counts. */
  others: SavedStores['others'] = [];
  /** Resolved before a list is answered. */
  listGate: Promise<void> = Promise.resolve();
  revision = 5;
  stores: BetaAppStore[];

  constructor(perBranch = 30) {
    super([aBetaApp(), aBetaApp({ id: 2, name: 'Uji Struk' })]);
    this.stores = [...storesOf('B1', 'TA', perBranch), ...storesOf('B2', 'TB', perBranch)];
  }

  override getBetaApp: BetaAppClient['getBetaApp'] = ({ id }) => {
    const betaApp = this.betaApps.find((each) => each.id === id)!;
    return Promise.resolve({ ...betaApp, revision: this.revision });
  };

  override listBranches = () => {
    const branch = (code: string, name: string): Branch => {
      const open = this.stores.filter((each) => each.branchCode === code && !each.closedSince);
      const registered = open.filter((each) => each.registered).length;
      return { code, name, timeZone: 'Asia/Jakarta', stores: open.length, registered };
    };
    return Promise.resolve({ items: [branch('B1', 'Bandung 1'), branch('B2', 'Medan')] });
  };

  override listBetaAppStores = async (
    { branch, cursor, limit = 100 }: ListBetaAppStores = { id: 0 },
    { signal }: CallOptions = {},
  ): Promise<BetaAppStorePage> => {
    await this.listGate;
    signal?.throwIfAborted();
    const failure = this.listFailure;
    this.listFailure = undefined;
    if (failure) throw failure;
    const all = this.stores.filter((each) => branch === undefined || each.branchCode === branch);
    const open = all.filter((each) => !each.closedSince);
    const start = Number(cursor ?? 0);
    const end = start + limit;
    return {
      items: all.slice(start, end).map((store) => ({ ...store })),
      nextCursor: end < all.length ? `${end}` : null,
      total: open.length,
      registeredTotal: open.filter((each) => each.registered).length,
      revision: this.revision,
      directoryRevision: 1,
    };
  };

  override saveStores = (
    input: SaveStores = { id: 0, baseRevision: 0, directoryRevision: 0, changes: [] },
    { idempotencyKey }: WriteCallOptions = {},
  ): Promise<SavedStores> => {
    this.saves.push({ input, idempotencyKey });
    const refusal = this.refusals.shift();
    if (refusal) return Promise.reject(refusal);
    this.revision += 1;
    const count = { added: 0, removed: 0 };
    for (const change of input.changes) {
      for (const code of 'codes' in change ? change.codes : []) {
        const store = this.stores.find((each) => each.code === code)!;
        if (store.registered !== change.registered)
          count[change.registered ? 'added' : 'removed']++;
        store.registered = change.registered;
      }
    }
    const { revision, others } = this;
    return Promise.resolve({ ...count, revision, byBranch: [], skipped: [], others });
  };
}

function storesOf(branchCode: string, prefix: string, count: number): BetaAppStore[] {
  return Array.from({ length: count }, (_, number) => ({
    code: `${prefix}${String(number + 1).padStart(6, '0')}`,
    name: number % 10 === 0 ? `Cibiru ${number + 1}` : `Toko ${number + 1}`,
    branchCode,
    registered: number < 3,
    ...(number < 3 && { registeredSince: '2026-12-02T05:00:00Z' }),
  }));
}
