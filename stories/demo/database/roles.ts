import { type Sql } from 'postgres';
import { type RolePasswords } from './passwords.js';

const databaseName = 'beta_app_demo';
const roleNames = { owner: 'beta_app_owner', service: 'beta_app_service' } as const;

export interface RoleUrls {
  /** Of the role that owns the schema. */
  ownerUrl: string;
  /** Of the role that serves. */
  serviceUrl: string;
  serviceRole: string;
}

/** Makes sure of the demo's database and its two roles, as the superuser whose address is given. */
export async function ensureRoles(
  admin: Sql,
  superuserUrl: string,
  passwords: RolePasswords,
): Promise<RoleUrls> {
  for (const kind of ['owner', 'service'] as const) {
    const name = roleNames[kind];
    const known = await admin`select from pg_roles where rolname = ${name}`;
    const verb = known.length > 0 ? 'alter' : 'create';
    // Utility statements take no parameters; a generated password holds no quote. Set each time, in case
    // the file with the passwords was lost.
    await admin.unsafe(`${verb} role ${name} login password '${passwords[kind]}'`);
  }
  const known = await admin`select from pg_database where datname = ${databaseName}`;
  if (known.length === 0) await admin`create database ${admin(databaseName)}`;
  await admin`grant connect, create on database ${admin(databaseName)} to ${admin(roleNames.owner)}`;

  const urlOf = (kind: 'owner' | 'service') => {
    const url = new URL(superuserUrl);
    url.username = roleNames[kind];
    url.password = passwords[kind];
    url.pathname = databaseName;
    return url.href;
  };
  return {
    ownerUrl: urlOf('owner'),
    serviceUrl: urlOf('service'),
    serviceRole: roleNames.service,
  };
}
