import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type PackedPackage } from './packed-packages.js';

const run = promisify(execFile);
const sources = path.join(import.meta.dirname, '../consumers');
const root = path.join(import.meta.dirname, '../../..');
const compiler = path.join(root, 'node_modules/typescript/bin/tsc');

/** How a project may look for the types of a package. */
export type Resolution = 'node16' | 'bundler';

/** A project that knows the packages from its own node_modules only. */
export interface Consumer {
  directory: string;
  /** Checks the types, those inside the packages too, and gives the files that were read for that. */
  typecheck(resolution: Resolution): Promise<string[]>;
  /** Compiles as Node.js wants it, and gives the path of a script. */
  compile(script: string): Promise<string>;
}

export interface ConsumerOptions {
  place: string;
  /** The folder with the project's sources. */
  name: 'application' | 'page';
  packages: readonly PackedPackage[];
  /** What it has from the registry; the versions are those of the repository. */
  others: readonly string[];
  lib: readonly string[];
  types: readonly string[];
}

/** Sets up a project outside the workspaces, with the packages installed from their tarballs. */
export async function installConsumer(options: ConsumerOptions): Promise<Consumer> {
  const directory = path.join(options.place, `${options.name}-consumer`);
  await mkdir(directory);
  await cp(path.join(sources, options.name), directory, { recursive: true });
  const manifest = { name: options.name, private: true, type: 'module' };
  await writeFile(path.join(directory, 'package.json'), JSON.stringify(manifest));
  const wanted = [
    ...options.packages.map(({ tarball }) => tarball),
    ...(await Promise.all(options.others.map(pinned))),
  ];
  const quiet = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  await run('npm', ['install', ...quiet, ...wanted], { cwd: directory });
  const base = { strict: true, target: 'es2022', lib: options.lib, types: options.types };
  await writeFile(
    path.join(directory, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...base, skipLibCheck: false } }),
  );
  return {
    directory,
    typecheck: async (resolution) => {
      const module = resolution === 'bundler' ? 'esnext' : resolution;
      const how = ['--module', module, '--moduleResolution', resolution];
      return (await compile(directory, [...how, '--noEmit', '--listFiles'])).split('\n');
    },
    compile: async (script) => {
      await compile(directory, ['--module', 'nodenext', '--outDir', 'compiled']);
      return path.join(directory, 'compiled', script);
    },
  };
}

async function pinned(name: string): Promise<string> {
  const file = path.join(root, 'node_modules', name, 'package.json');
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  return `${name}@${version}`;
}

async function compile(directory: string, options: string[]): Promise<string> {
  try {
    const command = [compiler, '--project', '.', ...options];
    return (await run(process.execPath, command, { cwd: directory })).stdout;
  } catch (error) {
    const { stdout = '' } = error as { stdout?: string };
    throw new Error(`The consumer doesn't compile:\n${stdout}`, { cause: error });
  }
}
