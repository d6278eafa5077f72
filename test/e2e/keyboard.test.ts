import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { seeFocus } from './support/focus.js';
import { betaAppField, confirmation, dialog, seeAlert, seeStatus } from './support/screen.js';
import { openStage, type Stage } from './support/stage.js';
import { openStores } from './support/store-page.js';

describe('Papan ketik', () => {
  let stage: Stage;
  let id: number;
  before(async () => {
    stage = await openStage();
    const betaApp = await stage.api.createBetaApp({ name: 'Uji Papan Ketik' });
    id = betaApp.id;
  });
  after(() => stage.close());
  afterEach(() => stage.closePages());

  for (const key of ['Enter', 'Space', 'ArrowDown']) {
    it(`opens the yellow field with ${key}; Esc closes it and gives the focus back`, async () => {
      const page = await stage.open('/beta-app');
      await betaAppField(page).press(key);
      const list = dialog(page, 'Pilih beta-app');
      await seeFocus(list.getByRole('searchbox'));
      await page.keyboard.press('Escape');
      await list.waitFor({ state: 'hidden' });
      await seeFocus(betaAppField(page));
    });
  }

  it('moves in a list with arrows, pages, Home and End, and goes back to the search by typing', async () => {
    const page = await stage.open('/beta-app');
    await betaAppField(page).press('Enter');
    const list = dialog(page, 'Pilih beta-app');
    const search = list.getByRole('searchbox');
    const names = list.locator('tbody').getByRole('button');
    await names.nth(8).waitFor();
    const count = await names.count();
    await seeFocus(search);
    const steps: [string, number][] = [
      ['ArrowDown', 0],
      ['ArrowDown', 1],
      ['ArrowUp', 0],
      ['PageDown', Math.min(10, count - 1)],
      ['PageUp', 0],
      ['End', count - 1],
      ['Home', 0],
    ];
    for (const [key, position] of steps) {
      await page.keyboard.press(key);
      await seeFocus(names.nth(position));
    }
    await page.keyboard.press('ArrowUp');
    await seeFocus(search);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('timbangan');
    await seeFocus(search);
    assert.equal(await search.inputValue(), 'timbangan');
    await page.keyboard.press('Enter');
    await seeStatus(page, 'Pengisian data beta-app “Uji Timbangan Digital” berhasil.');
    await seeFocus(page.getByRole('button', { name: 'Beta-App Uji Timbangan Digital' }));
  });

  it('opens the branches with ArrowDown, Alt+ArrowDown or a click, and chooses with Enter', async () => {
    const { page, branch } = await openStores(stage, id);
    const options = page.getByRole('listbox').getByRole('option');
    const active = page.locator('[role="option"].active');
    for (const open of [
      () => branch.press('ArrowDown'),
      () => branch.press('Alt+ArrowDown'),
      () => branch.click(),
    ]) {
      await open();
      await options.first().waitFor();
      assert.match(await active.innerText(), /^Bandung 1/u);
      await page.keyboard.press('Escape');
      await options.first().waitFor({ state: 'detached' });
    }
    await branch.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    assert.match(await active.innerText(), /^Bandung 2/u);
    await page.keyboard.press('ArrowUp');
    assert.match(await active.innerText(), /^Bandung 1/u);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    assert.equal(await branch.inputValue(), 'Bandung 2');
    await seeFocus(branch);
    await page.getByRole('grid', { name: 'Toko di Bandung 2' }).waitFor();
  });

  it('closes the branches with Esc, takes back what was typed with another, and leaves with Tab', async () => {
    const { page, branch } = await openStores(stage, id);
    await branch.focus();
    await page.keyboard.type('medan');
    await page.getByRole('option', { name: /^Medan 1/u }).waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await branch.inputValue(), 'medan');
    await page.keyboard.press('Escape');
    assert.equal(await branch.inputValue(), 'Bandung 1');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await seeFocus(page.getByLabel('Cari toko'));
    assert.equal(await branch.inputValue(), 'Bandung 1');
    assert.equal(await page.getByRole('listbox').count(), 0);
  });

  it('keeps the focus in a dialog, saves a form with Enter, and closes it with Esc', async () => {
    const page = await stage.open('/beta-app');
    const add = page.getByRole('button', { name: 'Tambah', exact: true });
    await add.press('Enter');
    const form = dialog(page, 'Tambah beta-app');
    await seeFocus(form.getByLabel('Nama beta-app'));
    for (let presses = 0; presses < 20; presses++) {
      await page.keyboard.press('Tab');
      const within = await form.evaluate((element) => element.matches(':focus-within'));
      const nowhere = await page.evaluate(() => document.activeElement === document.body);
      // Between its last and its first button stands the browser's own bar.
      assert.ok(within || nowhere);
    }
    await form.getByLabel('Nama beta-app').focus();
    await page.keyboard.press('Enter');
    await seeAlert(page, /Masih ada isian yang belum terisi/u);
    await seeFocus(form.getByLabel('Nama beta-app'));
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });
    await seeFocus(add);
  });

  it('answers a confirmation only with the button that has the focus', async () => {
    const { id: with1 } = await stage.api.createBetaApp({
      name: 'Uji Tanya',
      applications: [['POS', '4.19.0']],
    });
    const page = await stage.open(`/beta-app?beta-app=${with1}`);
    const remove = page.getByRole('button', { name: 'Hapus Kasir Toko' });
    await remove.press('Enter');
    const asked = confirmation(page, 'Hapus aplikasi “Kasir Toko”?');
    await seeFocus(asked.getByRole('button', { name: 'Batal' }));
    await page.keyboard.press('Enter');
    await asked.waitFor({ state: 'hidden' });
    await seeFocus(remove);
    await remove.press('Space');
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'hidden' });
    await seeFocus(remove);
    assert.equal((await stage.api.getBetaApp(with1)).applications.length, 1);
  });

  it('goes on to the next "Hapus" after a removal, then to "Tambah Aplikasi"', async () => {
    const betaApp = await stage.api.createBetaApp({
      name: 'Uji Hapus Semua',
      applications: [
        ['POS', '4.19.0'],
        ['STK', '2.2.0'],
      ],
    });
    const page = await stage.open(`/beta-app?beta-app=${betaApp.id}`);
    await page.getByRole('button', { name: 'Hapus Kasir Toko' }).focus();
    for (const next of ['Hapus Stok', 'Tambah Aplikasi']) {
      await page.keyboard.press('Enter');
      await page.getByRole('alertdialog').waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await seeFocus(page.getByRole('button', { name: next }));
    }
  });

  it('goes to a notification with F6 and back with F6 or Esc, which closes it', async () => {
    const { page, save } = await openStores(stage, id);
    await save.press('Enter');
    const said = page.getByRole('status').getByText('Anda belum melakukan perubahan');
    await said.waitFor();
    await page.keyboard.press('F6');
    await seeFocus(page.getByRole('button', { name: 'Tutup' }));
    await page.keyboard.press('F6');
    await seeFocus(save);
    await page.keyboard.press('F6');
    await page.keyboard.press('Escape');
    await said.waitFor({ state: 'detached' });
    await seeFocus(save);
  });

  it('goes to the notification in a dialog with F6, and Esc there leaves the dialog open', async () => {
    const page = await stage.open('/beta-app');
    await page.getByRole('button', { name: 'Tambah', exact: true }).press('Enter');
    const form = dialog(page, 'Tambah beta-app');
    await form.getByRole('button', { name: 'Simpan', exact: true }).press('Enter');
    const alert = form.getByRole('alert').getByText('Masih ada isian yang belum terisi');
    await alert.waitFor();
    await page.keyboard.press('F6');
    await seeFocus(form.locator('.notice').getByRole('button', { name: 'Tutup' }));
    await page.keyboard.press('Escape');
    await alert.waitFor({ state: 'detached' });
    await seeFocus(form.getByLabel('Nama beta-app'));
  });

  it('unfolds "Lainnya", moves in it, and gives the focus back', async () => {
    const page = await stage.open(`/beta-app?beta-app=${id}`);
    const more = page.getByRole('button', { name: 'Lainnya' });
    await more.press('ArrowDown');
    await seeFocus(page.getByRole('menuitem').first());
    await page.keyboard.press('Escape');
    await seeFocus(more);
    await page.keyboard.press('Enter');
    // From the first to the last one.
    await page.keyboard.press('ArrowUp');
    await seeFocus(page.getByRole('menuitem', { name: 'Batalkan beta-app' }));
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog').waitFor();
    await page.keyboard.press('Escape');
    await seeFocus(more);
  });
});
