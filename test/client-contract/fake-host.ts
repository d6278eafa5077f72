import { createFakeClient } from '@beta-app/stories/fake/fake-client';
import { FakeServer } from '@beta-app/stories/fake/fake-server';
import { type ClientHost, sari } from './host.js';

/** The client that answers from memory. */
export function openFakeHost(): ClientHost {
  const server = new FakeServer();
  return {
    clientOf: (actor, lang = 'id') => createFakeClient(server, { actor, lang }),
    sync: (rows) => {
      server.directory.sync(rows, sari);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
}
