import { once } from 'node:events';
import { InMemStorageProvider, Unleash } from 'unleash-client';
import { Operator } from 'unleash-client/lib/strategy/strategy.js';
import { type OpenFlagLibrary } from './flag-library.js';

/** Unleash's SDK, fed at its start and never again: the stores of a trial are a segment. */
export const openUnleash: OpenFlagLibrary = async (trials) => {
  const unleash = new Unleash({
    appName: 'beta-app',
    url: 'http://127.0.0.1:1/',
    refreshInterval: 0,
    disableMetrics: true,
    storageProvider: new InMemStorageProvider(),
    bootstrap: {
      data: trials.map(({ application }, index) => ({
        name: application,
        enabled: true,
        strategies: [{ name: 'default', parameters: {}, constraints: [], segments: [index] }],
      })),
      segments: trials.map(({ stores }, index) => ({
        id: index,
        constraints: [
          { contextName: 'userId', operator: Operator.IN, inverted: false, values: stores },
        ],
      })),
    },
  });
  // There is no service to fetch from.
  unleash.on('error', () => undefined);
  await once(unleash, 'ready');
  return {
    countBeta: (pairs) => {
      let count = 0;
      for (const [userId, application] of pairs) {
        if (unleash.isEnabled(application, { userId })) count += 1;
      }
      return count;
    },
    close: () => {
      unleash.destroy();
    },
  };
};
