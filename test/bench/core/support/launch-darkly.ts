import { init } from '@launchdarkly/node-server-sdk';
import { TestData } from '@launchdarkly/node-server-sdk/integrations';
import { type OpenFlagLibrary, versions } from './flag-library.js';

/** LaunchDarkly's SDK, with its data as they come from its service: the stores of a trial are a segment. */
export const openLaunchDarkly: OpenFlagLibrary = async (trials) => {
  const data = new TestData();
  for (const { application, stores } of trials) {
    const segment = `${application}-stores`;
    await data.usePreconfiguredSegment({
      key: segment,
      version: 1,
      included: stores,
      excluded: [],
      rules: [],
      salt: '',
    });
    await data.usePreconfiguredFlag({
      key: application,
      version: 1,
      on: true,
      variations: [versions.production, versions.beta],
      offVariation: 0,
      fallthrough: { variation: 0 },
      targets: [],
      prerequisites: [],
      salt: '',
      rules: [
        {
          id: 'tries-it',
          variation: 1,
          clauses: [{ attribute: '', op: 'segmentMatch', values: [segment] }],
        },
      ],
    });
  }
  const client = init('no-service', {
    updateProcessor: data.getFactory(),
    sendEvents: false,
    diagnosticOptOut: true,
  });
  await client.waitForInitialization({ timeout: 10 });
  return {
    countBeta: async (pairs) => {
      let count = 0;
      for (const [store, application] of pairs) {
        const detail = await client.variationDetail(application, { kind: 'user', key: store }, '');
        if (detail.value === versions.beta) count += 1;
      }
      return count;
    },
    close: () => {
      client.close();
    },
  };
};
