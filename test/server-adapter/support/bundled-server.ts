import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The server and the module that makes everybody Sari, as JavaScript, which starts in a fraction of the time. */
export interface BundledServer {
  bin: string;
  auth: string;
  remove(): void;
}

/** Bundles them without their dependencies, in a folder from which those are found. */
export async function bundleServer(): Promise<BundledServer> {
  const cache = path.join(root, 'server-adapter/node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const outdir = mkdtempSync(path.join(cache, 'beta-app-server-'));
  await build({
    entryPoints: {
      bin: path.join(root, 'server-adapter/src/bin.ts'),
      auth: path.join(import.meta.dirname, 'auth-everybody.ts'),
    },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: {
      '@beta-app/core': path.join(root, 'core/src/index.ts'),
      '@beta-app/core/contract': path.join(root, 'core/src/contract.ts'),
      '@beta-app/core/migrations': path.join(root, 'core/src/migrations.ts'),
    },
  });
  return {
    bin: path.join(outdir, 'bin.mjs'),
    auth: path.join(outdir, 'auth.mjs'),
    remove: () => rmSync(outdir, { recursive: true, force: true }),
  };
}
