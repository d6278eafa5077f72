import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** Debian's own, which has Debian's packages. */
const python = '/usr/bin/python3';
const script = path.join(import.meta.dirname, 'flask_peer.py');

export interface FlaskPeer {
  url: string;
  pid: number | undefined;
  stop(): void;
}

/** Starts what the module was before: Flask and psycopg2, over the same database. Throws if they are absent. */
export async function startFlaskPeer(databaseUrl: string): Promise<FlaskPeer> {
  if (!existsSync(python)) throw new Error(absent);
  const child = spawn(python, [script], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error(absent))),
  ])) as [string];
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid,
    stop: () => void child.kill(),
  };
}

const absent =
  'The peer needs Flask and psycopg2: apt-get install python3 python3-flask python3-psycopg2';
