import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { betaAppField, chooseBetaApp, dialog, eventually, seeStatus } from './support/screen.js';
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

  it('Row 17: the yellow field opens the list of beta-apps', async () => {
    const page = await stage.open('/beta-app-store');
    await betaAppField(page).click();
    const list = dialog(page, 'Pilih beta-app');
    await list.getByRole('button', { name: 'Uji Kasir QRIS' }).waitFor();
  });

  it('Row 18: choosing a beta-app fills in name, period, user, NIK and applications', async () => {
    const page = await stage.open('/beta-app-store');
    await chooseBetaApp(page, 'Uji Kasir QRIS');
    await page.getByRole('button', { name: 'Beta-App Uji Kasir QRIS' }).waitFor();
    const summary = page.locator('beta-store-picker');
    for (const text of ['Sari Wulandari', '2015014321', '4.19.0-beta.3', '2.2.0-rc1', 'Aktif']) {
      await summary.getByText(text).first().waitFor();
    }
    await summary
      .getByText(/\d{1,2}.* 20\d\d/u)
      .first()
      .waitFor();
  });

  it('Row 19: the field "Cabang" lists the branches', async () => {
    const page = await stage.open('/beta-app-store');
    await chooseBetaApp(page, 'Uji Kasir QRIS');
    const { branch } = storePage(page);
    await branch.click();
    const bandung = page.getByRole('option', { name: /^Bandung 1/u });
    await bandung.waitFor();
    const options = page.getByRole('listbox').getByRole('option');
    assert.equal(await options.count(), 33);
    assert.match(await options.first().innerText(), /^Semua cabang/u);
    assert.match(await bandung.innerText(), /Bandung 1\s+411 dari 612 toko/u);
  });

  it("Row 20: typing part of a branch's name narrows the list", async () => {
    const page = await stage.open('/beta-app-store');
    await chooseBetaApp(page, 'Uji Kasir QRIS');
    const { branch } = storePage(page);
    await branch.click();
    await branch.pressSequentially('andu');
    await page.getByRole('option', { name: /^Medan/u }).waitFor({ state: 'detached' });
    const names = await page.getByRole('listbox').getByRole('option').allInnerTexts();
    assert.deepEqual(
      names.map((name) => /^\S+ \d/u.exec(name)?.[0]),
      ['Bandung 1', 'Bandung 2'],
    );
  });

  it('Row 21: choosing a branch lists its stores, the registered ones ticked', async () => {
    const page = await stage.open('/beta-app-store');
    await chooseBetaApp(page, 'Uji Kasir QRIS');
    const { branch, find } = storePage(page);
    await branch.click();
    await page.getByRole('option', { name: /^Bandung 1/u }).click();
    await page.getByText('411 dari 612 toko terdaftar').first().waitFor();
    assert.ok((await page.getByRole('grid').getByRole('row').count()) > 8);
    assert.ok(await (await find('TB0002')).isChecked());
    assert.ok(!(await (await find('TB0600')).isChecked()));
    await page.getByRole('row').filter({ hasText: 'Bandung 1' }).first().waitFor();
    assert.match(page.url(), /cabang=BDG1/u);
  });

  it("Row 22: a store's checkbox, in the last column, ticks it", async () => {
    const { find, page } = await openStores(stage, await betaAppWith('Uji 22'));
    const box = await find('TB0123');
    assert.ok(!(await box.isChecked()));
    await box.click();
    assert.ok(await box.isChecked());
    await page.getByText('akan ditambahkan').first().waitFor();
    const row = page.getByRole('row').filter({ hasText: 'TB0123' });
    const last = row.getByRole('gridcell').last();
    assert.equal(await last.getByRole('checkbox').count(), 1);
  });

  it('Row 23: a registered store that is unticked and saved is withdrawn', async () => {
    const id = await betaAppWith('Uji 23', ['TB0100', 'TB0101']);
    const { find, page, saveAll, asked } = await openStores(stage, id);
    const box = await find('TB0100');
    assert.ok(await box.isChecked());
    await box.click();
    await page.getByText('akan dikeluarkan').first().waitFor();
    await saveAll();
    await seeStatus(page, 'Daftar toko berhasil diperbarui: 0 ditambahkan, 1 dikeluarkan.');
    await asked.waitFor({ state: 'detached' });
    await page.reload();
    assert.ok(!(await (await find('TB0100')).isChecked()));
    assert.ok(await (await find('TB0101')).isChecked());
    assert.deepEqual(await stage.api.registered(id, 'BDG1'), ['TB0101']);
    const past = await stage.sql`
      select from beta_app.registration_past where beta_app_id = ${id}`;
    assert.equal(past.length, 1);
  });

  it("Row 24: the header's checkbox ticks and unticks all stores shown", async () => {
    const { all, page, search } = await openStores(stage, await betaAppWith('Uji 24'));
    await page.getByRole('checkbox', { name: 'Pilih semua 612 toko di Bandung 1' }).click();
    assert.ok(await all.isChecked());
    await page.getByText(/\+612/u).first().waitFor();
    for (const box of await page.getByRole('grid').getByRole('checkbox').all()) {
      assert.ok(await box.isChecked());
    }
    await all.click();
    await page.getByText(/\+612/u).waitFor({ state: 'detached' });
    assert.ok(!(await all.isChecked()));
    await search.fill('ujung berung');
    const matching = page.getByRole('checkbox', { name: /toko yang cocok dengan “ujung berung”/u });
    await matching.click();
    assert.ok(await matching.isChecked());
    await search.fill('');
    assert.equal(await all.getAttribute('aria-checked').then((state) => state ?? 'mixed'), 'mixed');
  });

  it('Row 25: "Simpan Perubahan" after a change asks whether to save', async () => {
    const { asked, save, tick } = await openStores(stage, await betaAppWith('Uji 25', ['TB0100']));
    await tick('TB0123');
    await tick('TB0100');
    await save.click();
    await asked
      .getByText('Apakah Anda yakin ingin menyimpan perubahan daftar toko pada beta-app “Uji 25”?')
      .waitFor();
    await asked.getByText('1 toko dikeluarkan dan kembali ke versi produksi.').waitFor();
    const row = asked.getByRole('row').filter({ hasText: 'Bandung 1' });
    assert.match((await row.innerText()).replaceAll(/\s+/gu, ' '), /Bandung 1 \+?1 [−-]?1 1/u);
  });

  it('Row 26: "Batal" saves nothing and leaves the ticks', async () => {
    const id = await betaAppWith('Uji 26');
    const { asked, find, save, tick } = await openStores(stage, id);
    await tick('TB0123');
    await save.click();
    await asked.getByRole('button', { name: 'Batal' }).click();
    await asked.waitFor({ state: 'detached' });
    assert.ok(await (await find('TB0123')).isChecked());
    assert.deepEqual(await stage.api.registered(id, 'BDG1'), []);
  });

  it('Row 27: "Ya" saves, and a reload shows the same ticks', async () => {
    const id = await betaAppWith('Uji 27');
    const { find, page, save, saveAll, tick } = await openStores(stage, id);
    await tick('TB0123');
    await tick('TB0124');
    await saveAll();
    await seeStatus(page, 'Daftar toko berhasil diperbarui: 2 ditambahkan, 0 dikeluarkan.');
    await eventually(() => save.evaluate((button) => button.matches(':focus')), 'focus on save');
    await page.locator('#log').getByText('Daftar toko disimpan: +2 −0').waitFor();
    await page.reload();
    assert.ok(await (await find('TB0123')).isChecked());
    assert.ok(await (await find('TB0124')).isChecked());
    assert.ok(!(await (await find('TB0125')).isChecked()));
    assert.deepEqual(await stage.api.registered(id, 'BDG1'), ['TB0123', 'TB0124']);
  });

  it('Row 28: "Simpan Perubahan" without a change says that nothing has been changed', async () => {
    const { asked, page, save } = await openStores(stage, await betaAppWith('Uji 28'));
    await save.click();
    await seeStatus(page, 'Anda belum melakukan perubahan pada daftar toko.');
    assert.equal(await asked.count(), 0);
  });

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
