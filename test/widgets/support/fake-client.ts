import type {
  Application,
  BetaApp,
  BetaAppStorePage,
  BranchList,
  OperationId,
  SavedStores,
  StorePage,
} from '@beta-app/core/contract';
import type { BetaAppClient, CallOptions, WriteCallOptions } from '@beta-app/widgets';

/** One call that an element made. */
export interface Call {
  operation: OperationId;
  input: unknown;
  idempotencyKey: string | undefined;
}

const sari = { name: 'Sari Wulandari', nik: '2015014321' };
export const budi = { name: 'Budi Santoso', nik: '2012007788' };

/** A beta app with one application and some stores. */
export function aBetaApp(values: Partial<BetaApp> = {}): BetaApp {
  return {
    id: 1,
    name: 'Uji Kasir Desember',
    startsOn: '2026-12-01',
    endsOn: '2026-12-31',
    owner: sari,
    state: 'active',
    revision: 5,
    detailsRevision: 3,
    applications: [
      {
        code: 'POS',
        name: 'Kasir Toko',
        description: 'Penjualan di kasir',
        productionVersion: '4.18.2',
        version: '4.19.0-beta.3',
        notes: 'Struk QRIS',
      },
    ],
    registeredStores: 1240,
    registeredBranches: 6,
    ...values,
  };
}

export const applications: readonly Application[] = [
  {
    code: 'POS',
    name: 'Kasir Toko',
    productionVersion: '4.18.2',
    description: 'Penjualan di kasir',
  },
  { code: 'STK', name: 'Stok Toko', productionVersion: '2.1.7', description: 'Stok dan rak' },
];

/**
 * Answers an element from memory, remembers what it was asked, and fails or waits where a test says so.
 * It judges nothing: what the real server refuses is thrown by the test.
 */
export class FakeClient implements BetaAppClient {
  readonly calls: Call[] = [];
  readonly #failures = new Map<OperationId, Error[]>();
  readonly #holds = new Map<OperationId, Promise<void>>();

  constructor(public betaApps: BetaApp[] = [aBetaApp()]) {}

  /** The next call of this operation fails. */
  failNext(operation: OperationId, error: Error): void {
    this.#failures.set(operation, [...(this.#failures.get(operation) ?? []), error]);
  }

  /** Calls of this operation wait until what is returned is called. */
  hold(operation: OperationId): () => void {
    let release: () => void = () => undefined;
    this.#holds.set(operation, new Promise((resolve) => (release = resolve)));
    return () => {
      this.#holds.delete(operation);
      release();
    };
  }

  callsOf(operation: OperationId): Call[] {
    return this.calls.filter((call) => call.operation === operation);
  }

  listBetaApps: BetaAppClient['listBetaApps'] = (input = {}, options = {}) =>
    this.#answer('listBetaApps', input, options, () => {
      const words = (input.q ?? '').toLowerCase().split(/\s+/u);
      const items = this.betaApps.filter(
        ({ name, owner, state }) =>
          (input.state?.includes(state) ?? true) &&
          words.every((word) => `${name} ${owner.name} ${owner.nik}`.toLowerCase().includes(word)),
      );
      const start = Number(input.cursor ?? 0);
      const end = start + (input.limit ?? 100);
      const nextCursor = end < items.length ? `${end}` : null;
      return { items: items.slice(start, end), nextCursor, total: items.length };
    });

  getBetaApp: BetaAppClient['getBetaApp'] = (input, options = {}) =>
    this.#answer('getBetaApp', input, options, () => this.#find(input.id));

  createBetaApp: BetaAppClient['createBetaApp'] = (input, options = {}) =>
    this.#answer('createBetaApp', input, options, () => {
      const id = this.betaApps.length + 1;
      const made = aBetaApp({ ...input, id, applications: [], registeredStores: 0 });
      this.betaApps.push(made);
      return made;
    });

  updateBetaApp: BetaAppClient['updateBetaApp'] = (input, options = {}) =>
    this.#answer('updateBetaApp', input, options, () => {
      const { name, startsOn, endsOn } = { ...this.#find(input.id), ...input };
      return this.#change(input.id, { name, startsOn, endsOn } as Partial<BetaApp>);
    });

  endBetaApp: BetaAppClient['endBetaApp'] = (input, options = {}) =>
    this.#answer('endBetaApp', input, options, () => this.#find(input.id));

  cancelBetaApp: BetaAppClient['cancelBetaApp'] = (input, options = {}) =>
    this.#answer('cancelBetaApp', input, options, () =>
      this.#change(input.id, { state: 'cancelled' }),
    );

  addApplication: BetaAppClient['addApplication'] = (input, options = {}) =>
    this.#answer('addApplication', input, options, () => {
      const found = applications.find(({ code }) => code === input.applicationCode)!;
      const added = { ...found, version: input.version, notes: input.notes ?? '' };
      return this.#change(input.id, {
        applications: [...this.#find(input.id).applications, added],
      });
    });

  changeApplication: BetaAppClient['changeApplication'] = (input, options = {}) =>
    this.#answer('changeApplication', input, options, () =>
      this.#change(input.id, {
        applications: this.#find(input.id).applications.map((application) =>
          application.code === input.code
            ? {
                ...application,
                version: input.version ?? application.version,
                notes: input.notes ?? application.notes,
              }
            : application,
        ),
      }),
    );

  removeApplication: BetaAppClient['removeApplication'] = (input, options = {}) =>
    this.#answer('removeApplication', input, options, () =>
      this.#change(input.id, {
        applications: this.#find(input.id).applications.filter(({ code }) => code !== input.code),
      }),
    );

  listApplications: BetaAppClient['listApplications'] = (input = {}, options = {}) =>
    this.#answer('listApplications', input, options, () => {
      const q = (input.q ?? '').toLowerCase();
      const items = applications.filter(({ code, name }) =>
        `${code} ${name}`.toLowerCase().includes(q),
      );
      return { items, nextCursor: null, total: items.length };
    });

  listBetaAppStores = (): Promise<BetaAppStorePage> => Promise.reject(new Error('No stores here.'));
  saveStores = (): Promise<SavedStores> => Promise.reject(new Error('No stores here.'));
  listBranches = (): Promise<BranchList> => Promise.reject(new Error('No branches here.'));
  listStores = (): Promise<StorePage> => Promise.reject(new Error('No stores here.'));

  async #answer<Data>(
    operation: OperationId,
    input: unknown,
    { signal, idempotencyKey }: CallOptions & WriteCallOptions,
    answer: () => Data,
  ): Promise<Data> {
    this.calls.push({ operation, input, idempotencyKey });
    await this.#holds.get(operation);
    signal?.throwIfAborted();
    const failure = this.#failures.get(operation)?.shift();
    if (failure) throw failure;
    return answer();
  }

  #find(id: number): BetaApp {
    return this.betaApps.find((betaApp) => betaApp.id === id)!;
  }

  #change(id: number, values: Partial<BetaApp>): BetaApp {
    const before = this.#find(id);
    const after = { ...before, ...values, detailsRevision: before.detailsRevision + 1 };
    this.betaApps = this.betaApps.map((betaApp) => (betaApp.id === id ? after : betaApp));
    return after;
  }
}
