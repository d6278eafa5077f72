import { spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import { type Account, spawnOptions } from './account.js';

/**
 * Reads a pipe that nobody writes to. It ends when the process at its other end is gone, for whatever
 * reason; then the server gets a fast shutdown, if it is still the one that the file names.
 */
const script = `
cat >/dev/null
read -r pid <"$2/postmaster.pid" && [ "$pid" = "$1" ] && kill -INT "$1"
`;

/** Makes a server end when this process does, even if that is killed and can't clean up. */
export function stopWithThisProcess(
  pid: number,
  dataDirectory: string,
  account: Account,
): { release(): void } {
  const watcher = spawn('/bin/sh', ['-c', script, 'sh', String(pid), dataDirectory], {
    ...spawnOptions(account),
    // Out of the terminal's process group, so that Ctrl+C doesn't end it first.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  (watcher.stdin as Writable & { unref(): void }).unref();
  return { release: () => killGroup(watcher.pid) };
}

function killGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    // The shell and the program that it waits for.
    process.kill(-leader, 'SIGKILL');
  } catch {
    // Already gone.
  }
}
