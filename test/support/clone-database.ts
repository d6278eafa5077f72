import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { createDatabaseFor, ownerRole, serviceRole } from './roles.js';
import { ensureTemplate, type SharedSeed } from './template.js';

export interface TestDatabaseOptions {
  /** False gives an empty database, for tests of the migrations themselves. */
  migrated?: boolean;
  /** Fills the database as its owner, before the test gets it. */
  seed?: (sql: postgres.Sql) => Promise<unknown>;
  /** The same for data that many files begin with: done once in a run, and cloned. */
  sharedSeed?: SharedSeed;
}

export interface TestDatabase {
  name: string;
  /** As the plain role that migrates; it may create schemas, and is no superuser. */
  ownerUrl: string;
  /** As the role that serves, which can read and call functions only. */
  serviceUrl: string;
  /** As the superuser, to look behind the curtain and to break things. */
  superuserUrl: string;
  drop(): Promise<void>;
}

/** Clones the migrated template on a server into a database of its own. */
export async function cloneDatabase(
  server: URL,
  options: TestDatabaseOptions = {},
): Promise<TestDatabase> {
  const { migrated = true, seed, sharedSeed } = options;
  const admin = postgres(server.href, { max: 1, onnotice: () => undefined });
  try {
    const template = await ensureTemplate(admin, server, { migrated, sharedSeed });
    const name = `test_${randomBytes(6).toString('hex')}`;
    await createDatabaseFor(admin, name, template);
    const database: TestDatabase = {
      name,
      ownerUrl: urlOf(server, name, ownerRole),
      serviceUrl: urlOf(server, name, serviceRole),
      superuserUrl: urlOf(server, name),
      drop: () => drop(server, name),
    };
    if (seed) await run(database.ownerUrl, seed);
    return database;
  } finally {
    await admin.end();
  }
}

function urlOf(server: URL, database: string, role?: string): string {
  const url = new URL(server);
  url.pathname = database;
  if (role) url.username = role;
  return url.href;
}

async function run(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 4, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}

async function drop(server: URL, name: string): Promise<void> {
  await run(server.href, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
}
