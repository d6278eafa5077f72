import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { fileURLToPath } from 'node:url';
import { describeElements } from '../widgets/build/elements-manifest.ts';
import { browserLaunchOptions } from './support/browser.ts';
import { hostPage } from './web-test-runner.page.js';

const manifestModule = '/elements-manifest.js';

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  rootDir: fileURLToPath(new URL('..', import.meta.url)),
  files: 'test/widgets/**/*.test.ts',
  // One browser with two pages: the machines that run this have two cores.
  concurrency: 2,
  nodeResolve: { exportConditions: ['@beta-app/source', 'browser'] },
  plugins: [
    {
      name: 'elements-manifest',
      resolveImport: ({ source }) =>
        source === 'virtual:elements-manifest' ? manifestModule : undefined,
      serve: ({ path }) =>
        path === manifestModule
          ? { body: `export default ${JSON.stringify(describeElements())};`, type: 'js' }
          : undefined,
    },
    esbuildPlugin({
      ts: true,
      // The oldest supported browser's language, not "auto", which looks at the user agent.
      target: 'chrome109',
      // Holds how decorators and class fields are compiled.
      tsconfig: fileURLToPath(new URL('../widgets/tsconfig.json', import.meta.url)),
    }),
  ],
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: await browserLaunchOptions(),
      // Indonesian is the widgets' default; the time zone is the one that decides about days.
      createBrowserContext: ({ browser }) =>
        browser.newContext({
          locale: 'id-ID',
          timezoneId: 'Asia/Jakarta',
          viewport: { width: 1280, height: 800 },
        }),
    }),
  ],
  testRunnerHtml: hostPage,
  testFramework: { config: { timeout: 10_000 } },
  testsFinishTimeout: 120_000,
};
