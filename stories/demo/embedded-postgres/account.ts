import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

/** The operating-system user that the server runs as. */
export interface Account {
  /** Present if another user than the one of this process. */
  ids?: { uid: number; gid: number };
  uid: number;
}

const serverUser = 'postgres';

/** Tells whom to run the server as: this process's user, or `postgres` if that is root. */
export function accountForServer(): Account {
  const uid = process.getuid?.();
  if (uid === undefined) {
    throw new Error(
      'The embedded PostgreSQL runs on Linux and macOS only. Set DATABASE_URL to use another server.',
    );
  }
  if (uid !== 0) return { uid };
  const ids = lookUp() ?? createUser();
  return { ids, uid: ids.uid };
}

function lookUp(): { uid: number; gid: number } | undefined {
  const uid = numberFrom('id', ['-u', serverUser]);
  const gid = numberFrom('id', ['-g', serverUser]);
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function numberFrom(command: string, args: string[]): number | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? Number.parseInt(stdout, 10) : undefined;
}

function createUser(): { uid: number; gid: number } {
  const { stderr, error } = spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', serverUser],
    { encoding: 'utf8' },
  );
  const ids = lookUp();
  if (ids) return ids;
  throw new Error(
    `PostgreSQL doesn't run as root, and the user "${serverUser}" could not be created: ` +
      `${error?.message ?? stderr.trim()}. Create it, or start as a plain user.`,
  );
}

/** How to spawn a program as that user: from a directory it can enter, with nothing inherited. */
export function spawnOptions(account: Account) {
  return {
    ...account.ids,
    cwd: '/',
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  };
}

/** Tells whether that user can enter a directory, as the kernel judges it. */
export function canEnter(account: Account, directory: string): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], {
    ...spawnOptions(account),
    stdio: 'ignore',
  });
  return status === 0;
}

/** Runs a program as that user to its end; fails with what it said on its error output. */
export async function run(account: Account, program: string, args: string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(program, args, spawnOptions(account));
    return stdout;
  } catch (cause) {
    const said = (cause as { stderr?: string }).stderr?.trim();
    throw new Error(said ? `${program} failed: ${said}` : `${program} could not be run`, { cause });
  }
}
