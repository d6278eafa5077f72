import { migrate } from '@beta-app/core/migrations';
import postgres, { type Sql } from 'postgres';
import { createDatabaseFor, ensureRoles, ownerRole, serviceRole } from './roles.js';

const migratedName = 'beta_app_template';
/** Any number will do: only one process of a run makes the template. */
const lock = 20_251_111;

/** Data that many test files begin with. */
export interface SharedSeed {
  /** The template's name: a word that no other seed has. */
  name: string;
  /** Fills the migrated database as its owner. */
  seed: (sql: Sql) => Promise<unknown>;
}

interface TemplateOptions {
  migrated: boolean;
  sharedSeed?: SharedSeed | undefined;
}

/** Makes the roles and the templates on their first use, and gives what to clone. */
export async function ensureTemplate(
  admin: Sql,
  server: URL,
  { migrated, sharedSeed }: TemplateOptions,
): Promise<string> {
  await admin`select pg_advisory_lock(${lock})`;
  try {
    await ensureRoles(admin, decodeURIComponent(server.password));
    if (!migrated) return 'template1';
    await ensureFilled(admin, server, migratedName, 'template1', (sql) =>
      migrate({ sql, serviceRole }),
    );
    if (sharedSeed === undefined) return migratedName;
    const { name, seed } = sharedSeed;
    await ensureFilled(admin, server, `${migratedName}_${name}`, migratedName, seed);
    return `${migratedName}_${name}`;
  } finally {
    await admin`select pg_advisory_unlock(${lock})`;
  }
}

/** Clones a template and fills the clone, unless that was done before. */
async function ensureFilled(
  admin: Sql,
  server: URL,
  name: string,
  from: string,
  fill: (owner: Sql) => Promise<unknown>,
): Promise<void> {
  const known = await admin`select 1 from pg_database where datname = ${name}`;
  if (known.length > 0) return;
  const unfinished = `${name}_unfinished`;
  await admin`drop database if exists ${admin(unfinished)} with (force)`;
  await createDatabaseFor(admin, unfinished, from);
  const url = new URL(server);
  url.pathname = unfinished;
  url.username = ownerRole;
  const owner = postgres(url.href, { max: 1, onnotice: () => undefined });
  try {
    await fill(owner);
  } finally {
    await owner.end();
  }
  await admin`alter database ${admin(unfinished)} rename to ${admin(name)}`;
}
