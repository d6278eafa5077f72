import type { Sql } from 'postgres';

/** Migrates: it may create in the database, but neither owns it nor is a superuser. */
export const ownerRole = 'beta_app_owner';
/** Serves: what it may do is what the migrations grant it. */
export const serviceRole = 'beta_app_service';

/** Creates both roles with the given password, unless they exist. */
export async function ensureRoles(admin: Sql, password: string): Promise<void> {
  for (const role of [ownerRole, serviceRole]) {
    const known = await admin`select 1 from pg_roles where rolname = ${role}`;
    if (known.length > 0) continue;
    // Utility statements take no parameters; a generated password holds no quote.
    await admin.unsafe(`create role ${role} login password '${password.replaceAll("'", "''")}'`);
  }
}

/** Creates a database, empty or cloned, in which the owner role may create schemas. */
export async function createDatabaseFor(admin: Sql, name: string, template: string): Promise<void> {
  await admin`create database ${admin(name)} template ${admin(template)}`;
  // Rights on the database itself are not cloned with it.
  await admin`grant connect, create on database ${admin(name)} to ${admin(ownerRole)}`;
}
