import type { Application, BetaApp, Person } from '@beta-app/core/contract';
import { createFakeClient, type FakeClient } from '@beta-app/stories/fake/fake-client';
import { FakeServer } from '@beta-app/stories/fake/fake-server';
import { budi, sari } from '@beta-app/stories/fake/sample';

const applications: readonly Application[] = [
  {
    code: 'POS',
    name: 'Kasir Toko',
    productionVersion: '4.18.2',
    description: 'Penjualan di kasir',
  },
  { code: 'STK', name: 'Stok Toko', productionVersion: '2.1.7', description: 'Stok dan rak' },
];

/** What a test begins with: a server in memory, and two people who use it. */
export interface Scene {
  server: FakeServer;
  /** Sari's, whose beta app is the first one: what the elements call. */
  client: FakeClient;
  /** Budi's, whose beta app is the second one: who gets in the way. */
  other: FakeClient;
  /** Sets the server's clock, which begins at noon on 2 December 2026 in Jakarta. */
  goTo: (moment: string) => void;
}

/**
 * Sets the scene: the stores of two branches, and two beta apps of December. “Uji Kasir Desember” has POS and the
 * first three stores of each branch; “Uji Struk” has nothing yet.
 */
export function setScene({ perBranch = 30 } = {}): Scene {
  let now = new Date('2026-12-02T05:00:00Z');
  const server = new FakeServer(() => now);
  server.directory.sync({
    branches: [
      { code: 'B1', name: 'Bandung 1', timeZone: 'Asia/Jakarta' },
      { code: 'B2', name: 'Medan', timeZone: 'Asia/Jakarta' },
    ],
    stores: [...storesOf('B1', 'TA', perBranch), ...storesOf('B2', 'TB', perBranch)],
    applications,
  });
  const december = { startsOn: '2026-12-01', endsOn: '2026-12-31' };
  const create = (actor: Person, name: string) =>
    server.answer({ operation: 'createBetaApp', input: { name, ...december }, actor }) as BetaApp;
  const { id, detailsRevision } = create(sari, 'Uji Kasir Desember');
  const application = { applicationCode: 'POS', version: '4.19.0-beta.3', notes: 'Struk QRIS' };
  const input = { id, detailsRevision, ...application };
  const { revision } = server.answer({
    operation: 'addApplication',
    input,
    actor: sari,
  }) as BetaApp;
  const codes = ['TA', 'TB'].flatMap((prefix) => [1, 2, 3].map((number) => codeOf(prefix, number)));
  server.answer({
    operation: 'saveStores',
    input: {
      id,
      baseRevision: revision,
      directoryRevision: 1,
      changes: [{ registered: true, codes }],
    },
    actor: sari,
  });
  create(budi, 'Uji Struk');
  return {
    server,
    client: createFakeClient(server, { actor: sari }),
    other: createFakeClient(server, { actor: budi }),
    goTo: (moment) => (now = new Date(moment)),
  };
}

/** Somebody saves stores from what is registered by now. */
export async function saveStoresOf(
  client: FakeClient,
  id: number,
  codes: string[],
  registered = true,
): Promise<void> {
  const { revision, directoryRevision } = await client.listBetaAppStores({ id });
  const changes = [{ registered, codes }];
  await client.saveStores({ id, baseRevision: revision, directoryRevision, changes });
}

/** Closes stores, as a sync of the directory does. */
export function closeStores({ directory }: FakeServer, ...codes: string[]): void {
  const stores = codes.flatMap((code) => directory.store(code) ?? []);
  directory.sync({ stores: stores.map((store) => ({ ...store, open: false })) });
}

const codeOf = (prefix: string, number: number) => `${prefix}${String(number).padStart(6, '0')}`;

const storesOf = (branchCode: string, prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    code: codeOf(prefix, index + 1),
    name: index % 10 === 0 ? `Cibiru ${index + 1}` : `Toko ${index + 1}`,
    branchCode,
  }));
