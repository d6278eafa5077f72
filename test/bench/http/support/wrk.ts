import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { cores } from './pinned-process.js';

const run = promisify(execFile);
const script = path.join(import.meta.dirname, 'requests.lua');
const options = ['-t1', '-c32', '-d2s', '--timeout', '10s', '-s', script];

/** A GET, or a POST where there is a body. */
export interface WrkRequest {
  path: string;
  body?: string;
}

export interface Wrk {
  /** Sends requests over 32 kept connections for two seconds, and tells how many milliseconds went by for each answer. */
  timePerAnswer: (url: string) => Promise<number>;
  dispose: () => void;
}

/** Gets ready to send any of the requests, in random order. Throws if wrk is absent. */
export async function openWrk(requests: readonly WrkRequest[]): Promise<Wrk> {
  await run('which', ['wrk']).catch(() => {
    throw new Error('Requests are sent by wrk: apt-get install wrk');
  });
  const directory = mkdtempSync(path.join(tmpdir(), 'beta-app-wrk-'));
  const file = path.join(directory, 'requests');
  writeFileSync(file, requests.map(({ path, body = '' }) => `${path}\t${body}\n`).join(''));
  return {
    timePerAnswer: async (url) => {
      const command = ['-c', cores.clients, 'wrk', ...options, url, '--', file];
      const { stdout } = await run('taskset', command);
      const { answers, milliseconds, failed } = JSON.parse(
        stdout.trim().split('\n').at(-1) ?? '',
      ) as Summary;
      if (answers === 0 || failed > 0) throw new Error(`Not all requests were answered: ${stdout}`);
      return milliseconds / answers;
    },
    dispose: () => {
      rmSync(directory, { recursive: true });
    },
  };
}

/** What the script writes in the end. */
interface Summary {
  answers: number;
  milliseconds: number;
  failed: number;
}
