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

const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
const cache = path.resolve(import.meta.dirname, '../../node_modules/.cache');

/** Unpacks the Chromium that lies compressed inside an npm package (Linux on x64), once per version. */
export async function unpackChromium(into = cache): Promise<UnpackedChromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser found. Install Chrome or Chromium, or name one in CHROME_PATH.');
  }
  const root = path.join(into, `chromium-${packageVersion()}`);
  if (!existsSync(root)) await unpack(root);
  const executablePath = path.join(root, 'chromium');
  writeFileSync(path.join(root, 'fonts.conf'), fontsConfiguration(root));
  const environment: Record<string, string> = { FONTCONFIG_FILE: path.join(root, 'fonts.conf') };
  if (lacksLibraries(executablePath)) {
    environment['LD_LIBRARY_PATH'] = path.join(root, 'al2023', 'lib');
  }
  return { executablePath, environment };
}

function packageVersion(): string {
  const manifest = path.resolve(path.dirname(entry), '../../package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

/**
 * The package always unpacks to fixed names in the temporary folder and takes whatever is there for
 * its own, so it runs in a process that sees another temporary folder. It adds the libraries that a
 * bare system lacks only where it believes to be on such a system.
 */
async function unpack(root: string): Promise<void> {
  mkdirSync(path.dirname(root), { recursive: true });
  const aside = mkdtempSync(`${root}.`);
  const script = `await (await import(${JSON.stringify(entry)})).default.executablePath();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
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
