import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(import.meta.resolve('@beta-app/server-adapter/package.json')).replace(
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

export function spawnCommand(args: string[], environment: Record<string, string> = {}) {
  return spawn(process.execPath, ['--conditions=@beta-app/source', '--import=tsx', bin, ...args], {
    env: { ...process.env, DATABASE_URL: '', ...environment },
  });
}

/** Starts the server on a free port and waits until it listens. */
export async function startServerProcess(
  databaseUrl: string,
  args: string[] = [],
): Promise<ServerProcess> {
  const child = spawnCommand(['serve', '--port', '0', ...args], { DATABASE_URL: databaseUrl });
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
