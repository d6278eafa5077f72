import { execFile, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface UnpackedChromium {
  executablePath: string;
  /** What the browser needs on top of the usual environment. */
  environment: Record<string, string>;
}

/** The packages that carry a browser: the newest, and the oldest that the elements support. */
export type ChromiumPackage = '@sparticuz/chromium' | 'chromium-109';

const cache = path.resolve(import.meta.dirname, '../../node_modules/.cache');

/** Whether the browsers inside npm packages run on this machine. */
export function canUnpackChromium(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Unpacks the Chromium that lies compressed inside an npm package (Linux on x64), once per version. */
export async function unpackChromium(
  from: ChromiumPackage = '@sparticuz/chromium',
  into = cache,
): Promise<UnpackedChromium> {
  if (!canUnpackChromium()) {
    throw new Error('No browser found. Install Chrome or Chromium, or name one in CHROME_PATH.');
  }
  const entry = fileURLToPath(import.meta.resolve(from));
  const root = path.join(into, `chromium-${packageVersion(entry)}`);
  if (!existsSync(root)) await unpack(from, entry, root);
  const executablePath = path.join(root, 'chromium');
  writeFileSync(path.join(root, 'fonts.conf'), fontsConfiguration(root));
  const environment: Record<string, string> = { FONTCONFIG_FILE: path.join(root, 'fonts.conf') };
  if (lacksLibraries(executablePath)) {
    environment['LD_LIBRARY_PATH'] = ['al2023', 'aws']
      .map((folder) => path.join(root, folder, 'lib'))
      .join(path.delimiter);
  }
  return { executablePath, environment };
}

function packageVersion(entry: string): string {
  const folder = path.dirname(entry);
  const manifest = path.join(folder, 'package.json');
  const { version } = existsSync(manifest)
    ? (JSON.parse(readFileSync(manifest, 'utf8')) as { version?: string })
    : {};
  return version ?? packageVersion(folder);
}

/**
 * The packages always unpack to fixed names in the temporary folder and take whatever is there for
 * their own, so they run in a process that sees another temporary folder. They add the libraries that
 * a bare system lacks only where they believe to be on such a system; the old one looks for itself in
 * /tmp whatever the temporary folder is, so its archives are unpacked one by one.
 */
async function unpack(from: ChromiumPackage, entry: string, root: string): Promise<void> {
  mkdirSync(path.dirname(root), { recursive: true });
  const aside = mkdtempSync(`${root}.`);
  const script =
    from === 'chromium-109'
      ? `const { default: archive } = await import('${from}/build/lambdafs.js');
         for (const name of ['chromium.br', 'swiftshader.tar.br', 'aws.tar.br']) {
           await archive.inflate(${JSON.stringify(path.join(path.dirname(entry), '../bin/'))} + name);
         }`
      : `await (await import(${JSON.stringify(entry)})).default.executablePath();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: aside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  });
  try {
    renameSync(aside, root);
  } catch (error) {
    rmSync(aside, { recursive: true });
    // Another process unpacked it at the same time.
    if (!existsSync(root)) throw error;
  }
}

function lacksLibraries(program: string): boolean {
  const { stdout, error } = spawnSync('ldd', [program], { encoding: 'utf8' });
  return error !== undefined || stdout.includes('not found');
}

/** The system's fonts and the package's own: without any font Chromium shows no text at all. */
function fontsConfiguration(root: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${path.join(root, 'fonts')}</dir>
  <cachedir>${path.join(root, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
