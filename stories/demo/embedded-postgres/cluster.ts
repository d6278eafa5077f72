import {
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type Account, run } from './account.js';
import type { Binaries } from './binaries.js';

export interface Cluster {
  dataDirectory: string;
  /** The superuser's. */
  password: string;
}

/**
 * Initialises the data directory, unless that was done before, and reads its password.
 *
 * A password rather than trust: on a shared machine every user reaches 127.0.0.1, and a superuser's
 * session can run programs as the server's user. The file is readable by that user alone.
 */
export async function prepareCluster(
  directory: string,
  account: Account,
  binaries: Binaries,
  makePassword: () => string,
): Promise<Cluster> {
  const dataDirectory = path.join(directory, 'data');
  const passwordFile = path.join(directory, 'password');
  removeHalfInitialised(directory, dataDirectory);
  if (existsSync(dataDirectory)) {
    assertSameMajorVersion(dataDirectory, binaries);
  } else {
    writeFileSync(passwordFile, makePassword(), { mode: 0o600 });
    if (account.ids) chownSync(passwordFile, account.ids.uid, account.ids.gid);
    const aside = `${dataDirectory}.new`;
    await initialise(binaries, account, aside, passwordFile);
    // The name "data" is only ever that of a whole cluster.
    renameSync(aside, dataDirectory);
  }
  return { dataDirectory, password: readFileSync(passwordFile, 'utf8') };
}

function removeHalfInitialised(directory: string, dataDirectory: string): void {
  for (const name of readdirSync(directory)) {
    if (name.startsWith('data.new')) rmSync(path.join(directory, name), { recursive: true });
  }
  const isWhole = ['PG_VERSION', 'global/pg_control'].every((file) =>
    existsSync(path.join(dataDirectory, file)),
  );
  if (!isWhole) rmSync(dataDirectory, { recursive: true, force: true });
}

function assertSameMajorVersion(dataDirectory: string, binaries: Binaries): void {
  const major = readFileSync(path.join(dataDirectory, 'PG_VERSION'), 'utf8').trim();
  if (binaries.version.startsWith(`${major}.`)) return;
  throw new Error(
    `${dataDirectory} was made by PostgreSQL ${major}, and ${binaries.version} can't read it. ` +
      'Remove it to start afresh.',
  );
}

async function initialise(
  binaries: Binaries,
  account: Account,
  dataDirectory: string,
  passwordFile: string,
): Promise<void> {
  await run(account, binaries.initdb, [
    `--pgdata=${dataDirectory}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    // PostgreSQL's own C.UTF-8, so that case and order don't depend on the machine's locales.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]);
}
