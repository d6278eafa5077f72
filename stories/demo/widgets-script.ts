import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles the widgets from their sources into the one script that pages load. */
export async function bundleWidgets(): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(import.meta.resolve('@beta-app/widgets/define'))],
    conditions: ['@beta-app/source'],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome109', 'edge109', 'firefox115', 'safari16.4'],
    logLevel: 'silent',
  });
  const [script] = result.outputFiles;
  if (script === undefined) throw new Error('The widgets were bundled into nothing');
  return script.text;
}
