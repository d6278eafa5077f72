import { createCore, type Core } from '@beta-app/core';
import { type BranchRow, type StoreRow } from '@beta-app/core/contract';
import postgres, { type Sql } from 'postgres';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { sari } from './people.js';

export { day } from './days.js';
export { budi, sari } from './people.js';

/** Two branches of WIB, one each of WITA and WIT. */
export const branches: BranchRow[] = [
  { code: 'BDG1', name: 'Bandung 1', timeZone: 'Asia/Jakarta' },
  { code: 'JKT1', name: 'Jakarta 1', timeZone: 'Asia/Jakarta' },
  { code: 'MKS1', name: 'Makassar 1', timeZone: 'Asia/Makassar' },
  { code: 'JAP1', name: 'Jayapura 1', timeZone: 'Asia/Jayapura' },
];

/** Fifty stores of each branch: TB001 to TB050, TJ001, TM001, TP001 and so on. */
export const stores: StoreRow[] = [
  ['BDG1', 'TB'],
  ['JKT1', 'TJ'],
  ['MKS1', 'TM'],
  ['JAP1', 'TP'],
].flatMap(([branchCode = '', letters = '']) =>
  Array.from({ length: 50 }, (_, index) => ({
    code: `${letters}${String(index + 1).padStart(3, '0')}`,
    name: `Toko ${branchCode} ${String(index + 1)}`,
    branchCode,
  })),
);

export const applications = [
  {
    code: 'POS',
    name: 'Kasir Toko',
    productionVersion: '4.18.2',
    description: 'Penjualan di kasir',
  },
  { code: 'STK', name: 'Stok Toko', productionVersion: '2.1.7', description: 'Persediaan' },
  { code: 'ABS', name: 'Absensi', productionVersion: '1.0.0', description: '' },
];

export interface Fixture {
  database: TestDatabase;
  /** Connected as the role that serves. */
  sql: Sql;
  /** Connected as the schema's owner. */
  owner: Sql;
  core: Core;
  close(): Promise<void>;
}

/** A database with a small directory, and core on it as it runs in production. */
export async function openFixture(
  options: { empty?: boolean; max?: number } = {},
): Promise<Fixture> {
  const database = await createTestDatabase();
  const sql = postgres(database.serviceUrl, { max: options.max ?? 10, onnotice: () => undefined });
  const owner = postgres(database.ownerUrl, { max: 2, onnotice: () => undefined });
  const core = createCore({ sql });
  if (options.empty !== true) {
    await core.syncDirectory(
      {
        branches: { mode: 'full', rows: branches },
        stores: { mode: 'full', rows: stores },
        applications: { mode: 'full', rows: applications },
      },
      { actor: sari },
    );
  }
  return {
    database,
    sql,
    owner,
    core,
    close: async () => {
      await sql.end({ timeout: 1 });
      await owner.end({ timeout: 1 });
      await database.drop();
    },
  };
}
