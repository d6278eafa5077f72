import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { firefox } from 'playwright-core-bidi';
import { browserLaunchOptions } from './browser.js';

/** Finds an installed Firefox: `FIREFOX_PATH`, else Debian's long-lived release, else any. */
export function installedFirefox(environment = process.env): string | undefined {
  const named = environment['FIREFOX_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`FIREFOX_PATH names no file: ${named}`);
    return named;
  }
  const folders = (environment['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return ['firefox-esr', 'firefox']
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((candidate) => existsSync(candidate));
}

/** Starts the browser that TEST_BROWSER names, else the newest Chromium. */
export async function launchBrowser(environment = process.env): Promise<Browser> {
  if (environment['TEST_BROWSER'] !== 'firefox') {
    return chromium.launch(await browserLaunchOptions(environment));
  }
  const executablePath = installedFirefox(environment);
  if (executablePath === undefined) throw new Error('No Firefox found: name it in FIREFOX_PATH.');
  // An unchanged Firefox speaks WebDriver BiDi; Playwright's own protocol is for its own build.
  const browser: unknown = await firefox.launch({
    channel: 'moz-firefox',
    executablePath,
    timeout: 120_000,
  });
  // Two releases of one library: what tests use is the same in both.
  return browser as Browser;
}
