import { after, before, describe } from 'node:test';
import { details } from './details.js';
import { openFakeHost } from './fake-host.js';
import { history } from './history.js';
import { type ClientHost, directory } from './host.js';
import { lifeCycle } from './life-cycle.js';
import { lists } from './lists.js';
import { openRealHost } from './real-host.js';
import { repeating } from './repeating.js';
import { stores } from './stores.js';
import { timeline } from './timeline.js';
import { versions } from './versions.js';
import { watching } from './watching.js';

const hosts = { 'of the server': openRealHost, 'in memory': openFakeHost };

// One suite for both: what only one of them does is no contract.
for (const [name, open] of Object.entries(hosts)) {
  describe(`the client ${name}`, () => {
    let host: ClientHost;
    before(async () => {
      host = await open();
      await host.sync(directory);
    });
    after(() => host.close());

    const early = [lists, details, stores, repeating, versions];
    const parts = [...early, lifeCycle, history, watching, timeline];
    for (const part of parts) part(() => host);
  });
}
