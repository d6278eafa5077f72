import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Servers have the one core, and what sends requests to them the other. */
export const cores = { servers: '0', clients: '1' };

/** A server in a process of its own. */
export interface PinnedProcess {
  url: string;
  stop: () => Promise<void>;
}

/** Starts a file beside this one, which tells its port, and keeps it on the servers' core. */
export async function startPinnedProcess(
  file: string,
  args: readonly string[],
): Promise<PinnedProcess> {
  const child = fork(path.join(import.meta.dirname, file), args, {
    execArgv: ['--conditions=@beta-app/source', '--import=tsx'],
  });
  const exited = once(child, 'exit');
  const [port] = (await Promise.race([
    once(child, 'message'),
    exited.then(() => Promise.reject(new Error(`${file} has ended`))),
  ])) as [number];
  await pinToServers(child.pid);
  return {
    url: `http://127.0.0.1:${String(port)}`,
    stop: async () => {
      child.disconnect();
      await exited;
    },
  };
}

/** Keeps a process with all its threads on the servers' core. */
export async function pinToServers(pid: number | undefined): Promise<void> {
  await run('taskset', ['-a', '-c', '-p', cores.servers, String(pid)]).catch((cause: unknown) => {
    throw new Error('Processes are kept on a core by taskset: apt-get install util-linux', {
      cause,
    });
  });
}
