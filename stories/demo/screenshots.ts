import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Locator, type Page } from 'playwright-core';
import { browserLaunchOptions } from '../../test/support/browser.js';
import { startDemo } from './demo.js';

/** Takes the README's pictures from a fresh demo. */
const folder = path.join(import.meta.dirname, '../../docs/screenshots');
const dataDirectory = mkdtempSync(path.join(tmpdir(), 'beta-app-screenshots-'));

// Root's server runs as another user, who has to get in.
chmodSync(dataDirectory, 0o755);
mkdirSync(folder, { recursive: true });
const demo = await startDemo({ port: 0, dataDirectory });
const browser = await chromium.launch(await browserLaunchOptions());
try {
  const wide = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  await takeBetaAppPage(wide);
  await takeStorePage(wide);
  await takeVersionsPage(wide);
  const narrow = await browser.newPage({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
  });
  await takeNarrow(narrow);
} finally {
  await browser.close();
  await demo.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
}

async function takeBetaAppPage(page: Page): Promise<void> {
  await page.goto(`${demo.url}/beta-app`);
  await button(page, /^Beta-App /u).click();
  await button(page, 'Uji Kasir QRIS').waitFor();
  await take(page, 'choose-beta-app');
  await button(page, 'Uji Kasir QRIS').click();
  await heading(page, 'Uji Kasir QRIS').waitFor();
  await dismissNotifications(page);
  await take(page, 'beta-app');

  await button(page, 'Tambah Aplikasi').click();
  const form = page.getByRole('dialog', { name: 'Tambah aplikasi' });
  await form.getByRole('button', { name: /^Aplikasi /u }).click();
  const list = page.getByRole('dialog', { name: 'Pilih aplikasi' });
  await list.getByRole('searchbox').fill('promo');
  await list.getByRole('button', { name: 'Mesin Promo' }).click();
  await form.getByLabel('Versi beta').fill('4.0.0-beta.4');
  await form.getByLabel('Catatan').fill('Potongan kedua dan ketiga dihitung di kasir.');
  await take(page, 'add-application');
}

async function takeStorePage(page: Page): Promise<void> {
  await page.goto(`${demo.url}/beta-app-store?beta-app=${await idOf('Uji Struk Ringkas')}`);
  await openBranch(page, 'Bandung 1');
  const box = page.getByRole('checkbox', { name: /^Daftarkan toko/u });
  await box.nth(3).click();
  await box.nth(5).click();
  await page.mouse.move(0, 0);
  await take(page, 'beta-app-store');
  await button(page, 'Simpan Perubahan').click();
  await button(page, /^Simpan tanpa/u).waitFor();
  await take(page, 'conflict');
  await button(page, 'Kembali').click();
  await button(page, /^Lepaskan/u).click();
  const search = page.getByLabel('Cari toko');
  await search.fill('TB0600');
  await page.getByRole('checkbox', { name: /^Daftarkan toko TB0600/u }).click();
  await search.fill('');
  await button(page, 'Simpan Perubahan').click();
  await button(page, 'Ya').waitFor();
  await take(page, 'save-stores');
}

async function takeVersionsPage(page: Page): Promise<void> {
  await page.goto(`${demo.url}/versi-toko?toko=TB0123`);
  await page.getByRole('button', { name: 'Salin untuk tiket' }).waitFor();
  await take(page, 'store-versions');
}

async function takeNarrow(page: Page): Promise<void> {
  const id = await idOf('Uji Kasir QRIS');
  await page.goto(`${demo.url}/beta-app?beta-app=${id}`);
  await heading(page, 'Uji Kasir QRIS').waitFor();
  await take(page, 'beta-app-390');
  await page.goto(`${demo.url}/beta-app-store?beta-app=${id}&cabang=BDG1`);
  await page
    .getByRole('checkbox', { name: /^Daftarkan toko/u })
    .first()
    .waitFor();
  await take(page, 'beta-app-store-390');
}

async function openBranch(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Cabang' }).click();
  await page.getByRole('option', { name: new RegExp(`^${name}`, 'u') }).click();
  await page
    .getByRole('checkbox', { name: /^Daftarkan toko/u })
    .first()
    .waitFor();
}

async function idOf(name: string): Promise<number> {
  const answer = await fetch(`${demo.url}/api/beta-apps?q=${encodeURIComponent(name)}`);
  const { data } = (await answer.json()) as { data: { items: { id: number }[] } };
  const [found] = data.items;
  if (found === undefined) throw new Error(`The demo has no beta app “${name}”`);
  return found.id;
}

async function take(page: Page, name: string): Promise<void> {
  // Dialogs and rows fade for a moment.
  await page.waitForTimeout(400);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  console.log(`docs/screenshots/${name}.png`);
}

async function dismissNotifications(page: Page): Promise<void> {
  await page.getByRole('status').getByRole('button', { name: 'Tutup' }).first().click();
}

function button(page: Page, name: string | RegExp): Locator {
  return page.getByRole('button', { name, exact: true }).first();
}

function heading(page: Page, name: string): Locator {
  return page.getByRole('heading', { name, exact: true });
}
