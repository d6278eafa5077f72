import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { type Page } from 'playwright-core';
import { dialog, seeStatus } from './support/screen.js';
import { openStage, type Stage } from './support/stage.js';

describe('Menambah dan menghapus aplikasi', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());
  afterEach(() => stage.closePages());

  async function openForm(page: Page) {
    await page.getByRole('button', { name: 'Tambah Aplikasi' }).first().click();
    const form = dialog(page, 'Tambah aplikasi');
    await form.getByRole('button', { name: /^Aplikasi / }).waitFor();
    return form;
  }

  async function openList(page: Page) {
    await dialog(page, 'Tambah aplikasi')
      .getByRole('button', { name: /^Aplikasi / })
      .click();
    return dialog(page, 'Pilih aplikasi');
  }

  async function pageOf(name: string, applications: [string, string, string?][] = []) {
    const betaApp = await stage.api.createBetaApp({ name, applications });
    const page = await stage.open(`/beta-app?beta-app=${betaApp.id}`);
    await page.getByRole('heading', { name, exact: true }).waitFor();
    return { betaApp, page };
  }

  it('takes a new build during the trial with "Ubah"', async () => {
    const { page } = await pageOf('Uji Versi Baru', [['POS', '4.19.0-beta.1']]);
    await page.getByRole('button', { name: 'Ubah Kasir Toko' }).click();
    const form = dialog(page, 'Ubah aplikasi');
    await form.getByLabel('Versi beta').fill('4.19.0-beta.2');
    await page.keyboard.press('Enter');
    await seeStatus(page, 'Versi beta “Kasir Toko” berhasil diubah menjadi 4.19.0-beta.2.');
    await page.getByRole('row').filter({ hasText: '4.19.0-beta.2' }).waitFor();
  });

  it('names the stores that another beta-app holds when an application would clash', async () => {
    const { page, betaApp } = await pageOf('Uji Tumpang Tindih');
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    await stage.api.change(betaApp, { startsOn: today, endsOn: '2091-01-31' });
    await stage.api.saveStores(betaApp.id, [{ registered: true, codes: ['TB0002', 'TB0003'] }]);
    await page.reload();
    const form = await openForm(page);
    await (await openList(page)).getByRole('button', { name: 'Kasir Toko' }).click();
    await form.getByLabel('Versi beta').fill('4.21.0');
    await form.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.getByText('2 toko sedang menguji aplikasi yang sama').first().waitFor();
    await page
      .getByText(/Uji Kasir QRIS.*Sari Wulandari/u)
      .first()
      .waitFor();
    assert.deepEqual((await stage.api.getBetaApp(betaApp.id)).applications, []);
    await page.getByRole('button', { name: 'Simpan tanpa 2 toko ini' }).click();
    await seeStatus(
      page,
      /berhasil terdaftar di beta-app\. 2 toko dikeluarkan dari beta-app ini\./u,
    );
    assert.equal((await stage.api.getBetaApp(betaApp.id)).applications.length, 1);
    assert.deepEqual(await stage.api.registered(betaApp.id, 'BDG1'), []);
  });
});
