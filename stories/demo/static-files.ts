import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const ownFolder = path.join(import.meta.dirname, 'assets');

const packageFile = (name: string, file: string) =>
  path.join(path.dirname(require.resolve(`${name}/package.json`)), file);

/** Every file that may be asked for; no other path is looked up on the disk. */
const files: Readonly<Partial<Record<string, string>>> = {
  '/assets/bootstrap.min.css': packageFile('bootstrap', 'dist/css/bootstrap.min.css'),
  '/assets/bootstrap.bundle.min.js': packageFile('bootstrap', 'dist/js/bootstrap.bundle.min.js'),
  '/assets/bootstrap-icons.min.css': packageFile('bootstrap-icons', 'font/bootstrap-icons.min.css'),
  '/assets/fonts/bootstrap-icons.woff2': packageFile(
    'bootstrap-icons',
    'font/fonts/bootstrap-icons.woff2',
  ),
  // jQuery's exports leave out its package.json and the file for script tags beside its entry.
  '/assets/jquery.min.js': path.join(path.dirname(require.resolve('jquery')), 'jquery.min.js'),
  '/assets/host.css': path.join(ownFolder, 'host.css'),
  '/assets/host.js': path.join(ownFolder, 'host.js'),
  '/assets/icon.svg': path.join(ownFolder, 'icon.svg'),
};

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Answers with one of the demo's static files, or with nothing if the path names none. */
export async function staticFile(pathname: string): Promise<Response | undefined> {
  const file = files[pathname];
  if (file === undefined) return undefined;
  return new Response(await readFile(file), {
    headers: {
      'content-type': types[path.extname(file)] ?? 'application/octet-stream',
      'cache-control': 'max-age=300',
    },
  });
}
