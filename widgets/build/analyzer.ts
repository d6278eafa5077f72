import * as analyzer from '@custom-elements-manifest/analyzer';
// @ts-expect-error The package has no types of this file.
import { litPlugin as lit } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import type { Package } from 'custom-elements-manifest/schema.d.ts';
import type typescript from 'typescript';

/** What the analyzer can do, which its types don't say. */
export const { create, ts } = analyzer as unknown as {
  create: (input: {
    modules: readonly typescript.SourceFile[];
    plugins: readonly analyzer.Plugin[];
  }) => Package;
  ts: typeof typescript;
};

/** Knows Lit's decorators, and leaves out what every Lit element has. */
export const litPlugin = lit as () => analyzer.Plugin[];
