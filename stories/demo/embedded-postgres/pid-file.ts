import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const goodbyeMilliseconds = 3_000;

/** Another server works with the data. */
export class DataInUseError extends Error {
  constructor(
    /** Of that server. */
    readonly pid: number,
    dataDirectory: string,
  ) {
    super(
      `Process ${pid} already serves ${dataDirectory}. Stop it first, or use another directory.`,
    );
    this.name = 'DataInUseError';
  }
}

function pidFile(dataDirectory: string): string {
  return path.join(dataDirectory, 'postmaster.pid');
}

/** Tells whether the server with that process id has said in its file that it takes connections. */
export function isReady(dataDirectory: string, pid: number): boolean {
  const lines = readLines(dataDirectory);
  return lines[0]?.trim() === String(pid) && lines[7]?.trim() === 'ready';
}

function readLines(dataDirectory: string): string[] {
  try {
    return readFileSync(pidFile(dataDirectory), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/**
 * Waits for a server that is just going down, and removes the file that a crash left behind if its
 * process id belongs to another program by now, as it often does after the restart of a container:
 * PostgreSQL would take that one for its predecessor. Any other stale file is left to PostgreSQL, which
 * finds by it the last processes of a killed server. Throws `DataInUseError` if the server stays.
 */
export async function clearStalePidFile(dataDirectory: string): Promise<void> {
  const deadline = Date.now() + goodbyeMilliseconds;
  for (;;) {
    const pid = Number(readLines(dataDirectory)[0]);
    const command = pid > 0 ? commandLine(pid) : '';
    if (command === '') return;
    if (!isServerOf(command, dataDirectory)) {
      rmSync(pidFile(dataDirectory), { force: true });
      return;
    }
    if (Date.now() > deadline) throw new DataInUseError(pid, dataDirectory);
    await sleep(50);
  }
}

function isServerOf(command: string, dataDirectory: string): boolean {
  return command.includes('postgres') && command.includes(dataDirectory);
}

/** Gives the words that a process was started with, or nothing if it is gone. */
function commandLine(pid: number): string {
  if (existsSync('/proc/self/cmdline')) {
    try {
      return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8');
    } catch {
      return '';
    }
  }
  return spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).stdout;
}
