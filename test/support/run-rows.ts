import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { installedFirefox, launchBrowser } from './launch-browser.js';
import { canUnpackChromium } from './unpack-chromium.js';

/**
 * Runs the end-to-end tests named `Row N` in the oldest Chromium that the elements support and in
 * Firefox: those in the files named, else all. Other words are options for node's test runner.
 */
const words = process.argv.slice(2);
const options = words.filter((word) => word.startsWith('-'));
const named = words.filter((word) => !options.includes(word));
const folder = path.resolve(import.meta.dirname, '../e2e');
const all = readdirSync(folder)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => path.join(folder, name));
const files = (named.length > 0 ? named : all).filter((file) =>
  /['"]Row \d+: /u.test(readFileSync(file, 'utf8')),
);

const browsers = [
  { name: 'chromium-109', isHere: canUnpackChromium(), need: 'it needs Linux on x64' },
  {
    name: 'firefox',
    isHere: installedFirefox() !== undefined,
    need: 'install firefox-esr, or name a Firefox in FIREFOX_PATH',
  },
];
const failed: string[] = [];

for (const { name, isHere, need } of browsers) {
  if (!isHere) {
    console.error(`\n!!! NOT TESTED in ${name}, which isn't here: ${need}.`);
    if (process.env['CI']) failed.push(`${name} (absent)`);
  } else if (!(await passIn(name))) {
    failed.push(name);
  }
}
if (files.length === 0) failed.push('no rows found');
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function passIn(name: string): Promise<boolean> {
  const env = { ...process.env, TEST_BROWSER: name };
  const browser = await launchBrowser(env);
  console.log(`\n─── ${name}, which is version ${browser.version()}`);
  await browser.close();
  const runner = path.join(import.meta.dirname, 'run-node-tests.ts');
  const rows = ['--test-name-pattern=^Row ', ...options, ...files];
  const child = spawn(process.execPath, [...process.execArgv, runner, ...rows], {
    stdio: 'inherit',
    env,
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0;
}
