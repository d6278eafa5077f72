import { createCore, type Core } from '@beta-app/core';
import { type Person } from '@beta-app/core/contract';
import postgres, { type Sql } from 'postgres';
import { cloneDatabase, type TestDatabase } from '../../support/clone-database.js';
import { startTestServer } from '../../support/test-server.js';

export const actor: Person = { name: 'Sari Wulandari', nik: '2015014321' };
const branchCount = 32;
const storeCount = 15_204;
const applicationCount = 60;
/** The first branch is one of the largest. */
const bigBranchSize = 1_500;

/** A whole company in a database that survives a power cut, as one in production does. */
export interface Company {
  core: Core;
  /** Connected as the role that serves. */
  sql: Sql;
  /** Connected as the owner, for what is compared with. */
  owner: Sql;
  /** The codes of all stores; the first 1,500 are those of branch `B00`. */
  stores: readonly string[];
  /** The stores of a branch, whose code is `B00` to `B31`. */
  storesOf: (branch: string) => readonly string[];
  database: TestDatabase;
  /** Gathers the planner's statistics at once, as autovacuum does within a minute. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export async function openCompany({ connections = 1 } = {}): Promise<Company> {
  const server = await startTestServer({
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    shared_buffers: '512MB',
    max_wal_size: '4GB',
  });
  const database = await cloneDatabase(new URL(server.url()));
  const options = { onnotice: () => undefined, fetch_types: false, max_pipeline: 0 };
  const sql = postgres(database.serviceUrl, { max: connections, ...options });
  const owner = postgres(database.ownerUrl, { max: 1, ...options });
  const core = createCore({ sql });
  await syncCompany(core);
  const stores = Array.from({ length: storeCount }, (_, index) => storeCode(index));
  return {
    core,
    sql,
    owner,
    stores,
    storesOf: (branch) => stores.filter((_, index) => branchOf(index) === branch),
    database,
    settle: async () => {
      await owner`vacuum analyze`;
    },
    close: async () => {
      await Promise.all([sql.end({ timeout: 1 }), owner.end({ timeout: 1 })]);
      await server.dispose();
    },
  };
}

async function syncCompany(core: Core): Promise<void> {
  const branches = Array.from({ length: branchCount }, (_, index) => ({
    code: branchCode(index),
    name: `Cabang ${String(index)}`,
    timeZone: 'Asia/Jakarta' as const,
  }));
  const stores = Array.from({ length: storeCount }, (_, index) => ({
    code: storeCode(index),
    name: `Toko ${String(index)}`,
    branchCode: branchOf(index),
  }));
  const applications = Array.from({ length: applicationCount }, (_, index) => ({
    code: `APP${String(index)}`,
    name: `Aplikasi ${String(index)}`,
    productionVersion: '1.0.0',
    description: '',
  }));
  await core.syncDirectory(
    {
      branches: { mode: 'full', rows: branches },
      stores: { mode: 'full', rows: stores },
      applications: { mode: 'full', rows: applications },
    },
    { actor },
  );
}

const storeCode = (index: number): string => `T${String(index).padStart(5, '0')}`;
const branchCode = (index: number): string => `B${String(index).padStart(2, '0')}`;
const branchOf = (store: number): string =>
  branchCode(store < bigBranchSize ? 0 : 1 + (store % (branchCount - 1)));
