import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { type Page } from 'playwright-core';
import { confirmation, dialog, fact, seeStatus } from './support/screen.js';
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

  it('Row 8: "Tambah Aplikasi" opens the form', async () => {
    const { page } = await pageOf('Uji Delapan');
    const form = await openForm(page);
    await form.getByRole('button', { name: 'Aplikasi belum dipilih' }).waitFor();
    await form.getByLabel('Versi beta (wajib)').waitFor();
    await form.getByLabel('Catatan').waitFor();
  });

  it('Row 9: the yellow field "Aplikasi" opens the list on top of the form', async () => {
    const { page } = await pageOf('Uji Sembilan', [['STK', '2.2.0']]);
    await openForm(page);
    const list = await openList(page);
    for (const heading of ['Kode', 'Aplikasi', 'Versi produksi', 'Keterangan']) {
      await list.getByRole('columnheader', { name: heading, exact: true }).waitFor();
    }
    await list.getByLabel('Cari kode atau nama aplikasi').fill('kasir tok');
    const row = list.getByRole('row').filter({ hasText: 'Kasir Toko' });
    await row.getByText('4.18.2').waitFor();
    await row.getByText('POS', { exact: true }).waitFor();
    await list.getByText('Absensi Karyawan').waitFor({ state: 'detached' });
    assert.equal(await list.getByRole('row').count(), 2);
    await list.getByLabel('Cari kode atau nama aplikasi').fill('stk');
    await list.getByText('Sudah terdaftar').waitFor();
  });

  it("Row 10: choosing an application fills the form with the application's data", async () => {
    const { page } = await pageOf('Uji Sepuluh');
    const form = await openForm(page);
    const list = await openList(page);
    await list.getByRole('button', { name: 'Kasir Toko' }).click();
    await form.getByRole('button', { name: 'Aplikasi Kasir Toko' }).waitFor();
    assert.equal(await fact(form, 'Kode').innerText(), 'POS');
    assert.equal(await fact(form, 'Nama').innerText(), 'Kasir Toko');
    assert.equal(await fact(form, 'Versi produksi').innerText(), '4.18.2');
    assert.match(await fact(form, 'Keterangan').innerText(), /Penjualan di kasir/u);
  });

  it('Row 11: the other fields take input', async () => {
    const { page } = await pageOf('Uji Sebelas');
    const form = await openForm(page);
    await form.getByLabel('Versi beta').pressSequentially('4.19.0-beta.3');
    await form.getByLabel('Catatan').pressSequentially('Struk QRIS');
    assert.equal(await form.getByLabel('Versi beta').inputValue(), '4.19.0-beta.3');
    assert.equal(await form.getByLabel('Catatan').inputValue(), 'Struk QRIS');
  });

  it('Row 12: "Simpan" with all filled in registers the application', async () => {
    const { page, betaApp } = await pageOf('Uji Dua Belas');
    const form = await openForm(page);
    await (await openList(page)).getByRole('button', { name: 'Kasir Toko' }).click();
    await form.getByLabel('Versi beta').fill('4.19.0-beta.3');
    await form.getByLabel('Catatan').fill('Struk QRIS');
    await form.getByRole('button', { name: 'Simpan', exact: true }).click();
    await seeStatus(page, 'Aplikasi “Kasir Toko” berhasil terdaftar di beta-app.');
    const row = page.getByRole('row').filter({ hasText: 'Kasir Toko' });
    for (const text of ['POS', '4.18.2', '4.19.0-beta.3', 'Struk QRIS']) {
      await row.getByText(text, { exact: true }).waitFor();
    }
    await page.getByRole('heading', { name: 'Aplikasi (1)' }).waitFor();
    const { applications } = await stage.api.getBetaApp(betaApp.id);
    assert.deepEqual(
      applications.map(({ code, version, notes }) => [code, version, notes]),
      [['POS', '4.19.0-beta.3', 'Struk QRIS']],
    );
  });

  it('Row 13: "Simpan" with something missing says which fields', async () => {
    const { page } = await pageOf('Uji Tiga Belas');
    const form = await openForm(page);
    await form.getByRole('button', { name: 'Simpan', exact: true }).click();
    await form
      .getByRole('alert')
      .getByText('Masih ada isian yang belum terisi: Aplikasi, Versi beta.')
      .waitFor();
    await form.getByText('Versi beta belum diisi.').waitFor();
    await form.getByText('Aplikasi belum diisi.').waitFor();
  });

  it('Row 14: "Hapus" asks whether to remove it', async () => {
    const { page } = await pageOf('Uji Empat Belas', [['POS', '4.19.0']]);
    await page.getByRole('columnheader', { name: 'Aksi' }).waitFor();
    await page.getByRole('button', { name: 'Hapus Kasir Toko' }).click();
    const asked = confirmation(page, 'Hapus aplikasi “Kasir Toko”?');
    await asked
      .getByText('Apakah Anda yakin ingin menghapus “Kasir Toko” dari beta-app “Uji Empat Belas”?')
      .waitFor();
    const cancel = asked.getByRole('button', { name: 'Batal' });
    assert.ok(await cancel.evaluate((button) => button.matches(':focus')));
  });

  it('Row 15: "Batal" closes the confirmation and changes nothing', async () => {
    const { page, betaApp } = await pageOf('Uji Lima Belas', [['POS', '4.19.0']]);
    const remove = page.getByRole('button', { name: 'Hapus Kasir Toko' });
    await remove.click();
    const asked = confirmation(page, 'Hapus aplikasi “Kasir Toko”?');
    await asked.getByRole('button', { name: 'Batal' }).click();
    await asked.waitFor({ state: 'detached' });
    await remove.waitFor();
    assert.ok(await remove.evaluate((button) => button.matches(':focus')));
    assert.equal((await stage.api.getBetaApp(betaApp.id)).revision, 2);
  });

  it('Row 16: "Ya" removes it from the table', async () => {
    const { page, betaApp } = await pageOf('Uji Enam Belas', [
      ['POS', '4.19.0'],
      ['STK', '2.2.0'],
    ]);
    await page.getByRole('button', { name: 'Hapus Kasir Toko' }).click();
    const asked = confirmation(page, 'Hapus aplikasi “Kasir Toko”?');
    await asked.getByRole('button', { name: 'Ya', exact: true }).click();
    await seeStatus(page, 'Aplikasi “Kasir Toko” berhasil dihapus dari beta-app.');
    const next = page.getByRole('button', { name: 'Hapus Stok' });
    await page.getByRole('button', { name: 'Hapus Kasir Toko' }).waitFor({ state: 'detached' });
    assert.ok(await next.evaluate((button) => button.matches(':focus')));
    const { applications } = await stage.api.getBetaApp(betaApp.id);
    assert.deepEqual(
      applications.map(({ code }) => code),
      ['STK'],
    );
  });

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
  });
});
