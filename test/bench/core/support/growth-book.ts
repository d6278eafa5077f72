import { GrowthBookClient } from '@growthbook/growthbook';
import { type OpenFlagLibrary, versions } from './flag-library.js';

/** GrowthBook's client for servers: the stores of a trial are a saved group. */
export const openGrowthBook: OpenFlagLibrary = (trials) => {
  const features = trials.map(({ application }) => [
    application,
    {
      defaultValue: versions.production,
      rules: [{ condition: { id: { $inGroup: application } }, force: versions.beta }],
    },
  ]);
  const savedGroups = trials.map(({ application, stores }) => [application, stores]);
  const client = new GrowthBookClient().initSync({
    payload: {
      features: Object.fromEntries(features) as Record<string, object>,
      savedGroups: Object.fromEntries(savedGroups) as Record<string, string[]>,
    },
  });
  return {
    countBeta: (pairs) => {
      let count = 0;
      for (const [store, application] of pairs) {
        const version = client.getFeatureValue(application, '', { attributes: { id: store } });
        if (version === versions.beta) count += 1;
      }
      return count;
    },
    close: () => {
      client.destroy();
    },
  };
};
