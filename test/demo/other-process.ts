import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** Put before a command, runs it as a user without any rights. */
export const asNobody: [string, ...string[]] = [
  'setpriv',
  '--reuid=65534',
  '--regid=65534',
  '--clear-groups',
];

const program = fileURLToPath(new URL('start-and-wait.ts', import.meta.url));

export interface Elsewhere {
  child: ChildProcessByStdio<Writable, Readable, null>;
  /** Of the database server. */
  pid: number;
}

/** Starts a server from a process of its own, which ends when its input does. */
export async function startElsewhere(directory: string, prefix: string[]): Promise<Elsewhere> {
  const words = [
    ...prefix,
    process.execPath,
    '--conditions=@beta-app/source',
    '--import=tsx',
    program,
    directory,
  ];
  const [command = process.execPath, ...args] = words;
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  for await (const line of createInterface(child.stdout)) {
    if (/^\d+$/.test(line)) return { child, pid: Number(line) };
  }
  throw new Error('The process ended before its server was started');
}

/** Tells whether a user without rights reaches the checkout. */
export function nobodyCanEnter(): boolean {
  const [command, ...args] = asNobody;
  return spawnSync(command, [...args, 'test', '-r', program]).status === 0;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Waits up to five seconds for a process to be gone. */
export async function isGone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 100 && isAlive(pid); tries++) await sleep(50);
  return !isAlive(pid);
}

/** Starts a process that has nothing to do with any server. */
export async function startBystander(ids?: { uid: number; gid: number }) {
  const child = spawn('sleep', ['60'], { ...ids, stdio: 'ignore' });
  await once(child, 'spawn');
  return child;
}
