import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { betaAppField, chooseBetaApp, dialog } from './support/screen.js';
import { openStage, type Stage } from './support/stage.js';
import { openStores, storePage } from './support/store-page.js';

describe('Memilih cabang dan toko', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());
  afterEach(() => stage.closePages());

  const betaAppWith = async (name: string, stores: string[] = []) =>
    (await stage.api.createBetaApp({ name, stores })).id;

  it('keeps ticks through search, filter and branch, and discards them on request', async () => {
    const { branch, find, page, tick } = await openStores(stage, await betaAppWith('Uji Centang'));
    await tick('TB0123');
    await branch.click();
    await branch.pressSequentially('medan');
    await page.getByRole('option', { name: /^Medan 1/u }).click();
    await tick('TM0010');
    await page
      .getByText(/di 2 cabang/u)
      .first()
      .waitFor();
    await page.getByRole('radio', { name: /^Diubah/u }).check({ force: true });
    await branch.click();
    await branch.fill('BDG1');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    assert.ok(await (await find('TB0123')).isChecked());
    await page.getByRole('button', { name: 'Batalkan perubahan' }).click();
    await page.getByText(/di 2 cabang/u).waitFor({ state: 'detached' });
    await page.getByRole('radio', { name: 'Semua', exact: true }).check({ force: true });
    assert.ok(!(await (await find('TB0123')).isChecked()));
  });

  it('asks before another beta-app takes the place of unsaved ticks', async () => {
    const { page, tick, find } = await openStores(stage, await betaAppWith('Uji Pindah'));
    await tick('TB0123');
    await betaAppField(page).click();
    await dialog(page, 'Pilih beta-app').getByRole('button', { name: 'Uji Struk Ringkas' }).click();
    await page.getByText('Ada 1 perubahan yang belum disimpan. Ganti beta-app?').first().waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Batal' }).click();
    assert.ok(await (await find('TB0123')).isChecked());
    await page.getByRole('button', { name: 'Beta-App Uji Pindah' }).waitFor();
  });

  it('has the browser ask before the page is left with unsaved ticks', async () => {
    const { page, tick } = await openStores(stage, await betaAppWith('Uji Tinggalkan'));
    await tick('TB0123');
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    assert.equal((await asked).type(), 'beforeunload');
    await (await asked).accept();
  });

  it('shows the ticks of an ended beta-app, and lets nobody change them', async () => {
    const page = await stage.open('/beta-app-store');
    await betaAppField(page).click();
    const list = dialog(page, 'Pilih beta-app');
    await list.getByLabel('Status').selectOption('all');
    await list.getByRole('button', { name: 'Uji Faktur Pajak Baru' }).click();
    const { branch, save } = storePage(page);
    await branch.click();
    await page.getByRole('option', { name: /^Bekasi 1/u }).click();
    await page.getByText('Beta-app ini sudah berakhir dan hanya dapat dilihat.').first().waitFor();
    await page.getByRole('grid').waitFor();
    assert.equal(await save.count(), 0);
  });

  it('shows a closed store among the registered ones, without a checkbox', async () => {
    const page = await stage.open('/beta-app-store');
    await chooseBetaApp(page, 'Uji Kasir QRIS');
    const { branch } = storePage(page);
    await branch.click();
    await page.getByRole('option', { name: /^Bandung 1/u }).click();
    await page.getByRole('radio', { name: /^Terdaftar/u }).check({ force: true });
    await storePage(page).search.fill('TB0001');
    const row = page.getByRole('row').filter({ hasText: /Tutup sejak/u });
    await row.waitFor();
    assert.equal(await row.getByRole('checkbox').count(), 0);
  });
});
