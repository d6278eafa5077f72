import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = path.join(import.meta.dirname, '../../..');

/** The workspaces that are published, each as one package. */
export const published = ['core', 'server-adapter', 'widgets'] as const;
export type Published = (typeof published)[number];

/** One package as its users get it. */
export interface PackedPackage {
  name: Published;
  /** What `npm install` takes. */
  tarball: string;
  /** Where the tarball was unpacked. */
  directory: string;
  /** The paths inside, with forward slashes. */
  files: readonly string[];
}

export interface PackedPackages {
  /** A folder outside the repository, where consumers can be set up too. */
  place: string;
  packages: Readonly<Record<Published, PackedPackage>>;
  dispose(): Promise<void>;
}

/**
 * Packs what `npm run build` has built, or takes the tarballs that `PACKED_PACKAGES` names, and unpacks them
 * where no workspace and no node_modules of the repository is in reach.
 */
export async function packPackages(): Promise<PackedPackages> {
  const place = await mkdtemp(path.join(tmpdir(), 'beta-app-packages-'));
  const tarballs = process.env['PACKED_PACKAGES'] ?? (await packInto(place));
  const entries = published.map(async (name) => [name, await unpack(name, tarballs, place)]);
  return {
    place,
    packages: Object.fromEntries(await Promise.all(entries)) as PackedPackages['packages'],
    dispose: () => rm(place, { recursive: true, force: true }),
  };
}

async function packInto(place: string): Promise<string> {
  const workspaces = published.flatMap((name) => ['--workspace', name]);
  const options = ['--ignore-scripts', '--silent', '--pack-destination', place];
  await run('npm', ['pack', ...workspaces, ...options], { cwd: root });
  return place;
}

async function unpack(name: Published, tarballs: string, place: string): Promise<PackedPackage> {
  const found = (await readdir(tarballs)).filter((file) => file.startsWith(`beta-app-${name}-`));
  const [file] = found;
  if (file === undefined || found.length > 1) throw new Error(`Not one tarball of ${name}`);
  const tarball = path.resolve(tarballs, file);
  const directory = path.join(place, name);
  await mkdir(directory);
  await run('tar', ['-xzf', tarball, '-C', directory, '--strip-components=1']);
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)))
    .map((relative) => relative.split(path.sep).join('/'));
  return { name, tarball, directory, files: files.sort() };
}
