import { existsSync } from 'node:fs';
import path from 'node:path';
import type { LaunchOptions } from 'playwright-core';
import { unpackChromium } from './unpack-chromium.js';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const flags = [
  // Root has no sandbox to give, as in most containers.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Finds the path of an installed browser: `CHROME_PATH`, else a Chrome or Chromium. */
export function installedBrowser(environment = process.env): string | undefined {
  const named = environment['CHROME_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names no file: ${named}`);
    return named;
  }
  const folders = (environment['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const candidates = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...candidates, ...macApplications].find((candidate) => existsSync(candidate));
}

/**
 * How Playwright starts a browser here: an installed one, else the one inside an npm package, or the
 * oldest that the elements support, which TEST_BROWSER=chromium-109 asks for.
 */
export async function browserLaunchOptions(environment = process.env): Promise<LaunchOptions> {
  const isOldest = environment['TEST_BROWSER'] === 'chromium-109';
  const executablePath = isOldest ? undefined : installedBrowser(environment);
  if (executablePath !== undefined) return { executablePath, args: flags };
  const unpacked = await unpackChromium(isOldest ? 'chromium-109' : '@sparticuz/chromium');
  return {
    executablePath: unpacked.executablePath,
    args: flags,
    env: { ...(environment as Record<string, string>), ...unpacked.environment },
  };
}
