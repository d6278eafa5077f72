import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '@beta-app/stories/demo/embedded-postgres';

export interface TestServer extends EmbeddedPostgres {
  /** Stops the server and removes its data. */
  dispose(): Promise<void>;
}

/** What makes a server fast that needn't survive a crash. */
const carefree = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
};

/**
 * Starts a server with nothing in it. It forgets on a crash unless told otherwise: tests of durability
 * pass `{ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }`.
 */
export async function startTestServer(settings: Record<string, string> = {}): Promise<TestServer> {
  const directory = mkdtempSync(path.join(tmpdir(), 'beta-app-test-'));
  const server = await startEmbeddedPostgres({
    directory,
    settings: { ...carefree, ...settings },
    log: () => undefined,
  });
  const dispose = async () => {
    await server.stop();
    for (const used of new Set([directory, server.directory])) {
      rmSync(used, { recursive: true, force: true });
    }
  };
  return Object.assign(Object.create(server) as EmbeddedPostgres, { dispose });
}
