import type { StorybookConfig } from '@storybook/web-components-vite';
import { describeElements } from '../../widgets/build/elements-manifest.js';

const manifestModule = 'virtual:elements-manifest';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../elements/*.stories.ts', '../theme/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  features: { sidebarOnboardingChecklist: false },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({
    ...vite,
    plugins: [
      ...(vite.plugins ?? []),
      {
        name: 'elements-manifest',
        resolveId: (id) => (id === manifestModule ? `\0${manifestModule}` : undefined),
        load: (id) =>
          id === `\0${manifestModule}`
            ? `export default ${JSON.stringify(describeElements())}`
            : undefined,
      },
    ],
    resolve: {
      ...vite.resolve,
      // The packages as they are written, not as they were built last.
      conditions: ['@beta-app/source', 'module', 'browser', 'development|production'],
    },
  }),
};

export default config;
