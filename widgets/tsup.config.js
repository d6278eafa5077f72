import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { defineConfig } from 'tsup';
import { describeElements } from './build/elements-manifest.ts';
import { minifyTemplates } from './build/minify-templates.ts';

/** The oldest browsers in use: Chrome and Edge 109 are the last ones on Windows 7. */
const browsers = ['chrome109', 'edge109', 'firefox115', 'safari16.4'];

/** In place of a comment per file: the texts are in the package's THIRD-PARTY-NOTICES. */
const notice = `/*! @beta-app/widgets, MIT. Contains parts of lit (BSD-3-Clause, Copyright Google LLC), D3 (ISC,
Copyright Mike Bostock) and Bootstrap Icons (MIT, Copyright The Bootstrap Authors): see THIRD-PARTY-NOTICES in the package. */`;

export default defineConfig(({ outDir = 'dist' }) => [
  {
    entry: ['src/index.ts', 'src/define.ts', 'src/client.ts'],
    format: 'esm',
    platform: 'browser',
    target: browsers,
    esbuildPlugins: [minifyTemplates()],
    // The contract's types are written out in full, so that the package typechecks without core and zod.
    dts: {
      compilerOptions: {
        baseUrl: '.',
        stripInternal: true,
        paths: { '@beta-app/core/contract': ['../core/src/contract.ts'] },
      },
    },
    sourcemap: true,
    clean: ['dist/*', '!dist/beta-app-widgets.*'],
    onSuccess: () =>
      writeFile(
        path.join(outDir, 'custom-elements.json'),
        `${JSON.stringify(describeElements(), null, 2)}\n`,
      ),
  },
  {
    entry: { 'beta-app-widgets': 'src/define.ts' },
    format: 'esm',
    platform: 'browser',
    target: browsers,
    esbuildPlugins: [minifyTemplates()],
    noExternal: [/.*/],
    minify: true,
    banner: { js: notice },
    esbuildOptions: (options) => {
      options.legalComments = 'none';
    },
    sourcemap: true,
    // Says whose code is in the script, for THIRD-PARTY-NOTICES; it isn't published.
    metafile: true,
    clean: false,
  },
]);
