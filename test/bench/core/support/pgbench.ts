import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a script of pgbench over one connection for two seconds, and tells how many milliseconds it takes each time. */
export async function pgbench(databaseUrl: string, script: string): Promise<number> {
  const directory = mkdtempSync(path.join(tmpdir(), 'beta-app-pgbench-'));
  try {
    const file = path.join(directory, 'script.sql');
    writeFileSync(file, script);
    const options = ['-n', '-c1', '-T2', '-M', 'prepared', '-f', file, databaseUrl];
    const { stdout } = await run('pgbench', options).catch((cause: unknown) => {
      throw new Error('Statements are run by pgbench: apt-get install postgresql', { cause });
    });
    const found = /latency average = ([\d.]+) ms/u.exec(stdout)?.[1];
    if (found === undefined) throw new Error(`pgbench told no latency: ${stdout}`);
    return Number(found);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
