import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { type Page } from 'playwright-core';
import { betaAppField, chooseBetaApp, dialog, fact, seeStatus } from './support/screen.js';
import { openStage, type Stage } from './support/stage.js';
import { openStores, storePage } from './support/store-page.js';

describe('Pekerjaan seutuhnya', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());
  afterEach(() => stage.closePages());

  async function widthOverflow(page: Page): Promise<number> {
    return page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
  }

  it('creates, registers and chooses stores with the keyboard alone', async () => {
    const page = await stage.open('/beta-app');
    await page.getByRole('button', { name: 'Tambah', exact: true }).focus();
    await page.keyboard.press('Enter');
    await dialog(page, 'Tambah beta-app').getByLabel('Nama beta-app').waitFor();
    await page.keyboard.type('Uji Papan Ketik');
    await page.keyboard.press('Tab');
    await page.keyboard.type('01011990'.replace('1990', '2093'));
    await dialog(page, 'Tambah beta-app').getByLabel('Tanggal selesai').focus();
    await page.keyboard.type('01312093');
    await page.keyboard.press('Enter');
    await seeStatus(page, 'Pembuatan beta-app “Uji Papan Ketik” berhasil.');

    await page.getByRole('button', { name: 'Tambah Aplikasi' }).first().focus();
    await page.keyboard.press('Enter');
    const form = dialog(page, 'Tambah aplikasi');
    await form.getByRole('button', { name: /^Aplikasi / }).focus();
    await page.keyboard.press('ArrowDown');
    await dialog(page, 'Pilih aplikasi').getByLabel('Cari kode atau nama aplikasi').waitFor();
    await page.keyboard.type('STK');
    await page.keyboard.press('Enter');
    await form.getByRole('button', { name: 'Aplikasi Stok' }).waitFor();
    await form.getByLabel('Versi beta').focus();
    await page.keyboard.type('2.2.0-rc1');
    await page.keyboard.press('Enter');
    await seeStatus(page, 'Aplikasi “Stok” berhasil terdaftar di beta-app.');

    await fact(page, 'Toko').getByRole('link').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/beta-app-store/u);
    const { branch, save, asked } = storePage(page);
    await branch.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('jayapura');
    await page.getByRole('option', { name: /^Jayapura 1/u }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const grid = page.getByRole('grid');
    await grid.getByRole('row').nth(3).waitFor();
    await page.getByLabel('Cari toko').focus();
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab');
      if (await grid.evaluate((element) => element.matches(':focus-within'))) break;
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+Space');
    await page.getByText(/\+3/u).first().waitFor();
    await save.focus();
    await page.keyboard.press('Enter');
    await asked.getByRole('button', { name: 'Batal' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await seeStatus(page, 'Daftar toko berhasil diperbarui: 3 ditambahkan, 0 dikeluarkan.');
  });

  it('saves all 15,204 stores at once, and shows them after a reload', async () => {
    const { id } = await stage.api.createBetaApp({ name: 'Uji Semua Toko' });
    const page = await stage.open(`/beta-app-store?beta-app=${id}`);
    page.setDefaultTimeout(30_000);
    const { branch, all, save, asked } = storePage(page);
    await branch.click();
    await page.getByRole('option', { name: /^Semua cabang/u }).click();
    await page.getByText('0 dari 15.204 toko terdaftar').first().waitFor();
    const header = page.getByRole('checkbox', { name: /^Pilih semua 15\.204 toko/u });
    await header.click();
    await page
      .getByText(/\+15\.204/u)
      .first()
      .waitFor();
    await save.click();
    await asked.getByText('dan 27 cabang lain').waitFor();
    await asked.getByLabel('Ketik 15.204 untuk melanjutkan').fill('15.204');
    const start = performance.now();
    await asked.getByRole('button', { name: 'Ya', exact: true }).click();
    await seeStatus(page, 'Daftar toko berhasil diperbarui: 15.204 ditambahkan, 0 dikeluarkan.');
    assert.ok(performance.now() - start < 5_000);
    await page.reload();
    await page.getByText('15.204 dari 15.204 toko terdaftar').first().waitFor();
    assert.ok(await all.isChecked());
    const [row] = await stage.sql`
      select count(*)::int as stores from beta_app.registration where beta_app_id = ${id}`;
    assert.equal(row?.['stores'], 15_204);
  });

  it('lets both elements follow each other on one page', async () => {
    const { id } = await stage.api.createBetaApp({ name: 'Uji Berdua' });
    const page = await stage.open('/beta-app-lengkap');
    await chooseBetaApp(page, 'Uji Berdua');
    const picker = page.locator('beta-store-picker');
    const editor = page.locator('beta-app-editor');
    await picker.getByRole('button', { name: 'Beta-App Uji Berdua' }).waitFor();
    const { branch, tick, saveAll } = storePage(page);
    await branch.click();
    await page.getByRole('option', { name: /^Bandung 1/u }).click();
    await tick('TB0123');
    await saveAll();
    await seeStatus(page, 'Daftar toko berhasil diperbarui: 1 ditambahkan, 0 dikeluarkan.');
    await editor.getByText('1 di 1 cabang').waitFor();
    await editor.getByRole('button', { name: 'Ubah', exact: true }).first().click();
    const form = dialog(page, 'Ubah beta-app');
    await form.getByLabel('Nama beta-app').fill('Uji Berdua Lagi');
    await form.getByRole('button', { name: 'Simpan', exact: true }).click();
    await picker.getByRole('button', { name: 'Beta-App Uji Berdua Lagi' }).waitFor();
    assert.equal((await stage.api.getBetaApp(id)).name, 'Uji Berdua Lagi');
  });

  for (const width of [360, 390]) {
    it(`needs no sideways scrolling at ${width} px`, async () => {
      const { id } = await stage.api.createBetaApp({
        name: `Uji Ponsel ${width}`,
        applications: [['POS', '4.19.0-beta.3', 'Struk QRIS']],
      });
      const options = { width, height: 780 };
      const editor = await stage.open(`/beta-app?beta-app=${id}`, options);
      await editor.getByRole('heading', { name: `Uji Ponsel ${width}` }).waitFor();
      assert.equal(await widthOverflow(editor), 0);
      await betaAppField(editor).click();
      const list = dialog(editor, 'Pilih beta-app');
      await list.getByRole('button', { name: 'Uji Kasir QRIS' }).click();
      await editor.getByRole('heading', { name: 'Uji Kasir QRIS' }).waitFor();
      await editor.getByText('4.19.0-beta.3').first().waitFor();
      assert.equal(await widthOverflow(editor), 0);

      const { page, all, tick, saveAll } = await openStores(stage, id, 'BDG1', options);
      assert.equal(await widthOverflow(page), 0);
      await all.waitFor();
      await tick(width === 360 ? 'TB0425' : 'TB0426');
      await saveAll();
      await seeStatus(page, 'Daftar toko berhasil diperbarui: 1 ditambahkan, 0 dikeluarkan.');
      assert.equal(await widthOverflow(page), 0);
    });
  }

  it('speaks English on the page of stores', async () => {
    const { id } = await stage.api.createBetaApp({ name: 'English trial' });
    const page = await stage.open(`/beta-app-store?lang=en&beta-app=${id}&cabang=BDG1`);
    await page.getByText('0 of 612 stores registered').first().waitFor();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await seeStatus(page, "You haven't changed the list of stores yet.");
  });
});
