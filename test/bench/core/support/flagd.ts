import { FlagdCore } from '@openfeature/flagd-core';
import { type OpenFlagLibrary, versions } from './flag-library.js';

/** OpenFeature's flagd in process: the stores of a trial are listed in its rule. */
export const openFlagd: OpenFlagLibrary = (trials) => {
  const flagd = new FlagdCore();
  const flags = trials.map(({ application, stores }) => [
    application,
    {
      state: 'ENABLED',
      variants: versions,
      defaultVariant: 'production',
      targeting: { if: [{ in: [{ var: 'targetingKey' }, stores] }, 'beta', 'production'] },
    },
  ]);
  flagd.setConfigurations(JSON.stringify({ flags: Object.fromEntries(flags) as object }));
  return {
    countBeta: (pairs) => {
      let count = 0;
      for (const [targetingKey, application] of pairs) {
        const { value } = flagd.resolveStringEvaluation(application, '', { targetingKey });
        if (value === versions.beta) count += 1;
      }
      return count;
    },
    close: () => undefined,
  };
};
