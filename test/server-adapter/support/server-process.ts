import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(import.meta.resolve('@beta-app/server-adapter/package.json')).replace(
  'package.json',
  'src/bin.ts',
);

/** The stand-alone server, started as its own process. */
export interface ServerProcess {
  child: ChildProcessWithoutNullStreams;
  url: string;
  /** Its log so far, line by line. */
  lines: string[];
  /** Settles with the exit code. */
  exited: Promise<number | null>;
}

export function spawnCommand(
  args: string[],
  environment: Record<string, string> = {},
  bin = ['--conditions=@beta-app/source', '--import=tsx', source],
) {
  return spawn(process.execPath, [...bin, ...args], {
    env: { ...process.env, DATABASE_URL: '', ...environment },
  });
}

/** Starts the server, from its sources by default, on a free port and waits until it listens. */
export async function startServerProcess(
  databaseUrl: string,
  args: string[] = [],
  bin?: string[],
): Promise<ServerProcess> {
  const words = ['serve', '--port', '0', ...args];
  const child = spawnCommand(words, { DATABASE_URL: databaseUrl }, bin);
  child.stderr.pipe(process.stderr);
  const lines: string[] = [];
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const port = await new Promise<number>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      const said = JSON.parse(line) as { msg?: string; port?: number };
      if (said.msg === 'listening') resolve(said.port ?? 0);
    });
    void exited.then((code) => reject(new Error(`The server ended with ${String(code)}`)));
  });
  return { child, url: `http://127.0.0.1:${port}`, lines, exited };
}
