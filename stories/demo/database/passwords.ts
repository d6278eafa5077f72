import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface RolePasswords {
  owner: string;
  service: string;
}

/** Reads the roles' passwords from a directory; the first time, makes them and keeps them there. */
export function keptPasswords(directory: string): RolePasswords {
  const file = path.join(directory, 'roles.json');
  if (existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Partial<RolePasswords>;
    if (kept.owner && kept.service) return { owner: kept.owner, service: kept.service };
  }
  const made = { owner: newPassword(), service: newPassword() };
  mkdirSync(directory, { recursive: true });
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}
