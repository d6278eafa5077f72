import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { type VersionResolverEvent } from '@beta-app/core';
import { type VersionLookup } from '@beta-app/core/contract';

/** The codes of the stores that are asked about. */
export type Question = string[];

export type ResolverReport = { event: VersionResolverEvent['type'] } | { answer: VersionLookup };

/** A resolver in another process, which can be stopped in the middle of what it does. */
export interface OtherResolver {
  events: VersionResolverEvent['type'][];
  lookUp: (store: Question) => Promise<VersionLookup>;
  freeze: () => void;
  thaw: () => void;
  close: () => Promise<void>;
}

export function startOtherResolver(databaseUrl: string, maxAgeMs: number): OtherResolver {
  const child = fork(
    path.join(import.meta.dirname, 'resolver-process.ts'),
    [databaseUrl, String(maxAgeMs)],
    { execArgv: ['--conditions=@beta-app/source', '--import=tsx'] },
  );
  const events: VersionResolverEvent['type'][] = [];
  const waiting: ((answer: VersionLookup) => void)[] = [];
  child.on('message', (report: ResolverReport) => {
    if ('event' in report) events.push(report.event);
    else waiting.shift()?.(report.answer);
  });
  return {
    events,
    lookUp: (store) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        child.send(store);
      }),
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
    close: () => closed(child),
  };
}

async function closed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  // What is stopped would wait for ever.
  child.kill('SIGCONT');
  child.disconnect();
  await exited;
}
