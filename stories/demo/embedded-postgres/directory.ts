import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync, realpathSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { type Account, canEnter } from './account.js';

/** Fails unless the path is a directory of that user which nobody else can write to. */
export function assertOwnDirectory(directory: string, uid: number): void {
  const stat = lstatSync(directory);
  if (!stat.isDirectory() || stat.uid !== uid || (stat.mode & 0o022) !== 0) {
    throw new Error(
      `${directory} is not a directory that belongs to user ${String(uid)} alone. ` +
        'Remove it, or start as the user that made it.',
    );
  }
}

/**
 * Makes the directory for data, or one below /var/tmp in its place if the server's user can't enter
 * the wanted one, and gives the path of the one that was made.
 */
export function placeDirectory(
  wanted: string,
  account: Account,
  log: (message: string) => void,
): string {
  mkdirSync(wanted, { recursive: true });
  const directory = realpathSync(wanted);
  if (!account.ids) return handOver(directory, account);
  if (canEnter(account, path.dirname(directory))) return handOver(directory, account);
  removeIfEmpty(directory);
  const hash = createHash('sha256').update(directory).digest('hex').slice(0, 12);
  const elsewhere = path.join('/var/tmp', `beta-app-${hash}`);
  mkdirSync(elsewhere, { recursive: true, mode: 0o700 });
  log(`PostgreSQL's data is kept in ${elsewhere}, since its user can't enter ${directory}`);
  return handOver(elsewhere, account);
}

function handOver(directory: string, account: Account): string {
  const { ids, uid } = account;
  if (ids && lstatSync(directory).uid === 0) chownSync(directory, ids.uid, ids.gid);
  // Many systems' usual umask lets a group write, which is no reason to refuse one's own directory.
  if (lstatSync(directory).uid === uid) chmodSync(directory, 0o700);
  assertOwnDirectory(directory, uid);
  return directory;
}

function removeIfEmpty(directory: string): void {
  try {
    rmdirSync(directory);
  } catch {
    // Whatever is in there isn't ours to remove.
  }
}
