import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** A process of its own with a resolver in it, as another server would have. */
export interface OtherProcess {
  /** What it took to load everything. */
  loaded: { ms: number; megabytes: number };
  /** Settles when an answer has changed there, with the time in milliseconds since 1970. */
  changed: () => Promise<number>;
  stop: () => Promise<void>;
}

export async function startOtherProcess(databaseUrl: string): Promise<OtherProcess> {
  const child = fork(path.join(import.meta.dirname, 'resolver-process.ts'), [databaseUrl], {
    execArgv: ['--expose-gc', '--conditions=@beta-app/source', '--import=tsx'],
  });
  const loaded = await messageOf<OtherProcess['loaded']>(child);
  return {
    loaded,
    changed: () => messageOf<number>(child),
    stop: async () => {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}

async function messageOf<Message>(child: ChildProcess): Promise<Message> {
  const over = new AbortController();
  const { signal } = over;
  const ended = once(child, 'exit', { signal }).then(() =>
    Promise.reject(new Error('The other process has ended')),
  );
  ended.catch(() => undefined);
  const [message] = (await Promise.race([once(child, 'message', { signal }), ended])) as [Message];
  over.abort();
  return message;
}
