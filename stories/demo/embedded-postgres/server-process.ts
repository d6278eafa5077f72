import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, spawnOptions } from './account.js';
import type { Binaries } from './binaries.js';
import { clearStalePidFile, isReady } from './pid-file.js';
import { stopWithThisProcess } from './watcher.js';

export interface ServerOptions {
  binaries: Binaries;
  account: Account;
  directory: string;
  dataDirectory: string;
  choosePort: () => Promise<number>;
  settings: Record<string, string>;
}

export interface ServerProcess {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

const startMilliseconds = 60_000;
const attempts = 20;
/** Both pass by themselves: another port is chosen, the killed server's last processes end. */
const passing = /Address already in use|pre-existing shared memory block/;

/** Starts the server and waits until it takes connections. */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  await clearStalePidFile(options.dataDirectory);
  for (let attempt = 1; ; attempt++) {
    const port = await options.choosePort();
    const child = launch(options, port);
    if (await becomesReady(child, options.dataDirectory)) return handle(child, port, options);
    const said = readFileSync(logFile(options), 'utf8').trim();
    if (attempt === attempts || !passing.test(said)) {
      throw new Error(`PostgreSQL did not start on port ${String(port)}:\n${said}`);
    }
    await sleep(150);
  }
}

function logFile({ directory }: ServerOptions): string {
  return path.join(directory, 'postgres.log');
}

function launch(options: ServerOptions, port: number): ChildProcess {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    ...options.settings,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // A file and not a pipe: a pipe would keep this process's event loop alive for the server's sake.
  const log = openSync(logFile(options), 'w', 0o600);
  const child = spawn(options.binaries.postgres, ['-D', options.dataDirectory, ...args], {
    ...spawnOptions(options.account),
    // In a session of its own, or Ctrl+C would end the server before its clients.
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  return child;
}

async function becomesReady(child: ChildProcess, dataDirectory: string): Promise<boolean> {
  const failed = new Promise<never>((_resolve, reject) => child.once('error', reject));
  const deadline = Date.now() + startMilliseconds;
  while (child.exitCode === null && child.signalCode === null) {
    if (child.pid !== undefined && isReady(dataDirectory, child.pid)) return true;
    if (Date.now() > deadline) {
      child.kill('SIGQUIT');
      throw new Error(`PostgreSQL is not ready after ${String(startMilliseconds / 1000)} s`);
    }
    await Promise.race([sleep(15), failed]);
  }
  return false;
}

function handle(child: ChildProcess, port: number, options: ServerOptions): ServerProcess {
  const pid = child.pid ?? 0;
  const watcher = stopWithThisProcess(pid, options.dataDirectory, options.account);
  const exited = once(child, 'exit').finally(() => watcher.release());
  child.unref();
  const end = async (signal: NodeJS.Signals) => {
    child.ref();
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
  };
  // SIGINT asks PostgreSQL for its fast shutdown; SIGTERM would wait for the clients to go.
  return { port, pid, stop: () => end('SIGINT'), kill: () => end('SIGKILL') };
}
