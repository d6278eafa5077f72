import { migrate } from '@beta-app/core/migrations';
import postgres, { type Sql } from 'postgres';
import { createDatabaseFor, ensureRoles, ownerRole, serviceRole } from './roles.js';

const migratedName = 'beta_app_template';
/** Any number will do: only one process of a run makes the template. */
const lock = 20_251_111;

/** Makes the roles and the migrated template on their first use, and gives what to clone. */
export async function ensureTemplate(admin: Sql, server: URL, migrated: boolean): Promise<string> {
  await admin`select pg_advisory_lock(${lock})`;
  try {
    await ensureRoles(admin, decodeURIComponent(server.password));
    if (!migrated) return 'template1';
    const known = await admin`select 1 from pg_database where datname = ${migratedName}`;
    if (known.length === 0) await makeTemplate(admin, server);
    return migratedName;
  } finally {
    await admin`select pg_advisory_unlock(${lock})`;
  }
}

async function makeTemplate(admin: Sql, server: URL): Promise<void> {
  const unfinished = `${migratedName}_unfinished`;
  await admin`drop database if exists ${admin(unfinished)} with (force)`;
  await createDatabaseFor(admin, unfinished, 'template1');
  const url = new URL(server);
  url.pathname = unfinished;
  url.username = ownerRole;
  const owner = postgres(url.href, { max: 1, onnotice: () => undefined });
  try {
    await migrate({ sql: owner, serviceRole });
  } finally {
    await owner.end();
  }
  await admin`alter database ${admin(unfinished)} rename to ${admin(migratedName)}`;
}
