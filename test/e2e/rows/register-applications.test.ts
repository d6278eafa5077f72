import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Page } from 'playwright-core';
import { confirmation, dialog, fact, seeStatus } from '../support/screen.js';
import { describeRows } from '../support/rows.js';

describeRows('Menambah dan menghapus aplikasi', (rows) => {
  const { hand, words } = rows;

  async function openForm(page: Page) {
    await hand.press(page.getByRole('button', { name: words.addApplication }).first());
    const form = dialog(page, words.addApplicationForm);
    await applicationField(page).waitFor();
    return {
      form,
      version: form.getByLabel(words.betaVersion),
      notes: form.getByLabel(words.notes),
      save: form.getByRole('button', { name: words.save, exact: true }),
    };
  }

  const applicationField = (page: Page) =>
    dialog(page, words.addApplicationForm).getByRole('button', {
      name: new RegExp(`^${words.application} `, 'u'),
    });

  async function openList(page: Page) {
    await hand.press(applicationField(page));
    return dialog(page, words.applicationList);
  }

  async function pageOf(name: string, applications: [string, string, string?][] = []) {
    const betaApp = await rows.stage.api.createBetaApp({ name, applications });
    const page = await rows.open(`/beta-app?beta-app=${betaApp.id}`);
    await page.getByRole('heading', { name, exact: true }).waitFor();
    return { betaApp, page };
  }

  it('Row 8: "Tambah Aplikasi" opens the form', async () => {
    const { page } = await pageOf('Uji Delapan');
    const { form, notes } = await openForm(page);
    await form.getByRole('button', { name: `${words.application} ${words.notChosen}` }).waitFor();
    await form.getByLabel(`${words.betaVersion} ${words.required}`).waitFor();
    await notes.waitFor();
  });

  it('Row 9: the yellow field "Aplikasi" opens the list on top of the form', async () => {
    const { page } = await pageOf('Uji Sembilan', [['STK', '2.2.0']]);
    await openForm(page);
    const list = await openList(page);
    for (const name of words.applicationColumns) {
      await list.getByRole('columnheader', { name, exact: true }).waitFor();
    }
    await hand.fill(list.getByLabel(words.searchApplications), 'kasir tok');
    const row = list.getByRole('row').filter({ hasText: 'Kasir Toko' });
    await row.getByText('4.18.2').waitFor();
    await row.getByText('POS', { exact: true }).waitFor();
    await list.getByText('Absensi Karyawan').waitFor({ state: 'detached' });
    assert.equal(await list.getByRole('row').count(), 2);
    await hand.fill(list.getByLabel(words.searchApplications), 'stk');
    await list.getByText(words.taken).waitFor();
  });

  it("Row 10: choosing an application fills the form with the application's data", async () => {
    const { page } = await pageOf('Uji Sepuluh');
    const { form } = await openForm(page);
    await hand.chooseFrom(await openList(page), 'Kasir Toko');
    await form.getByRole('button', { name: `${words.application} Kasir Toko` }).waitFor();
    const { code, name, production, about } = words.applicationFacts;
    assert.equal(await fact(form, code).innerText(), 'POS');
    assert.equal(await fact(form, name).innerText(), 'Kasir Toko');
    assert.equal(await fact(form, production).innerText(), '4.18.2');
    assert.match(await fact(form, about).innerText(), /Penjualan di kasir/u);
  });

  it('Row 11: the other fields take input', async () => {
    const { page } = await pageOf('Uji Sebelas');
    const { version, notes } = await openForm(page);
    await hand.fill(version, '4.19.0-beta.3');
    await hand.fill(notes, 'Struk QRIS');
    assert.equal(await version.inputValue(), '4.19.0-beta.3');
    assert.equal(await notes.inputValue(), 'Struk QRIS');
  });

  it('Row 12: "Simpan" with all filled in registers the application', async () => {
    const { page, betaApp } = await pageOf('Uji Dua Belas');
    const { version, notes, save } = await openForm(page);
    await hand.chooseFrom(await openList(page), 'Kasir Toko');
    await hand.fill(version, '4.19.0-beta.3');
    await hand.fill(notes, 'Struk QRIS');
    await hand.press(save);
    await seeStatus(page, words.applicationAdded('Kasir Toko'));
    const row = page.getByRole('row').filter({ hasText: 'Kasir Toko' });
    for (const text of ['POS', '4.18.2', '4.19.0-beta.3', 'Struk QRIS']) {
      await row.getByText(text, { exact: true }).waitFor();
    }
    await page.getByRole('heading', { name: words.applications(1) }).waitFor();
    const { applications } = await rows.stage.api.getBetaApp(betaApp.id);
    assert.deepEqual(
      applications.map(({ code, version, notes }) => [code, version, notes]),
      [['POS', '4.19.0-beta.3', 'Struk QRIS']],
    );
  });

  it('Row 13: "Simpan" with something missing says which fields', async () => {
    const { page } = await pageOf('Uji Tiga Belas');
    const { form, save } = await openForm(page);
    await hand.press(save);
    const said = words.incomplete(`${words.application}, ${words.betaVersion}`);
    await form.getByRole('alert').getByText(said).waitFor();
    await form.getByText(words.missing(words.betaVersion)).waitFor();
    await form.getByText(words.missing(words.application)).waitFor();
  });

  it('Row 14: "Hapus" asks whether to remove it', async () => {
    const { page } = await pageOf('Uji Empat Belas', [['POS', '4.19.0']]);
    await page.getByRole('columnheader', { name: words.actions }).waitFor();
    await hand.press(page.getByRole('button', { name: words.remove('Kasir Toko') }));
    const asked = confirmation(page, words.removeTitle('Kasir Toko'));
    await asked.getByText(words.removeQuestion('Kasir Toko', 'Uji Empat Belas')).waitFor();
    const cancel = asked.getByRole('button', { name: words.cancel });
    assert.ok(await cancel.evaluate((button) => button.matches(':focus')));
  });

  it('Row 15: "Batal" closes the confirmation and changes nothing', async () => {
    const { page, betaApp } = await pageOf('Uji Lima Belas', [['POS', '4.19.0']]);
    const remove = page.getByRole('button', { name: words.remove('Kasir Toko') });
    await hand.press(remove);
    const asked = confirmation(page, words.removeTitle('Kasir Toko'));
    await hand.press(asked.getByRole('button', { name: words.cancel }));
    await asked.waitFor({ state: 'detached' });
    await remove.waitFor();
    assert.ok(await remove.evaluate((button) => button.matches(':focus')));
    assert.equal((await rows.stage.api.getBetaApp(betaApp.id)).revision, 2);
  });

  it('Row 16: "Ya" removes it from the table', async () => {
    const { page, betaApp } = await pageOf('Uji Enam Belas', [
      ['POS', '4.19.0'],
      ['STK', '2.2.0'],
    ]);
    const remove = page.getByRole('button', { name: words.remove('Kasir Toko') });
    await hand.press(remove);
    const asked = confirmation(page, words.removeTitle('Kasir Toko'));
    await hand.press(asked.getByRole('button', { name: words.yes, exact: true }));
    await seeStatus(page, words.removed('Kasir Toko'));
    await remove.waitFor({ state: 'detached' });
    const { applications } = await rows.stage.api.getBetaApp(betaApp.id);
    assert.deepEqual(
      applications.map(({ code }) => code),
      ['STK'],
    );
  });
});
