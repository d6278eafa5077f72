import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { browserLaunchOptions, installedBrowser } from './browser.js';
import { installedFirefox } from './launch-browser.js';
import { canUnpackChromium, unpackChromium } from './unpack-chromium.js';

const isPacked = canUnpackChromium();
const place = mkdtempSync(path.join(tmpdir(), 'beta-app-browser-'));

after(() => {
  rmSync(place, { recursive: true, force: true });
});

describe('the browser for tests', () => {
  it('is the one that CHROME_PATH names', () => {
    assert.equal(installedBrowser({ CHROME_PATH: process.execPath, PATH: '' }), process.execPath);
    assert.throws(() => installedBrowser({ CHROME_PATH: '/nowhere/chrome' }), /CHROME_PATH/);
  });

  it('is the Firefox that FIREFOX_PATH names, or none', () => {
    assert.equal(installedFirefox({ FIREFOX_PATH: process.execPath }), process.execPath);
    assert.throws(() => installedFirefox({ FIREFOX_PATH: '/nowhere/firefox' }), /FIREFOX_PATH/);
    assert.equal(installedFirefox({ PATH: place }), undefined);
  });

  it('runs pages', async () => {
    assert.equal(await twoPlusTwo(await browserLaunchOptions()), 4);
  });

  it('comes out of a package where none is installed', { skip: !isPacked }, async () => {
    const [first, second] = await Promise.all([
      unpackChromium('@sparticuz/chromium', place),
      unpackChromium('@sparticuz/chromium', place),
    ]);
    assert.equal(first.executablePath, second.executablePath);
    assert.equal(readdirSync(place).length, 1);
    const { executablePath, environment } = first;
    const env = { ...(process.env as Record<string, string>), ...environment };
    assert.equal(await twoPlusTwo({ executablePath, args: ['--no-sandbox'], env }), 4);
  });

  it('brings the libraries that a bare system lacks', { skip: !isPacked }, async () => {
    const { executablePath, environment } = await unpackChromium('@sparticuz/chromium', place);
    const libraries = path.join(path.dirname(executablePath), 'al2023', 'lib');
    const env = {
      ...(process.env as Record<string, string>),
      ...environment,
      LD_LIBRARY_PATH: libraries,
    };
    assert.equal(await twoPlusTwo({ executablePath, args: ['--no-sandbox'], env }), 4);
  });
});

async function twoPlusTwo(options: Parameters<typeof chromium.launch>[0]): Promise<number> {
  const browser = await chromium.launch(options);
  try {
    const page = await browser.newPage();
    return await page.evaluate(() => 2 + 2);
  } finally {
    await browser.close();
  }
}
