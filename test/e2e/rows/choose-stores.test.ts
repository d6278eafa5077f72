import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Page } from 'playwright-core';
import { betaAppField, chooseBetaApp, dialog, eventually, seeStatus } from '../support/screen.js';
import { describeRows } from '../support/rows.js';
import { openStores, storePage } from '../support/store-page.js';

describeRows('Memilih cabang dan toko', (rows) => {
  const { hand, words } = rows;

  const betaAppWith = async (name: string, stores: string[] = []) =>
    (await rows.stage.api.createBetaApp({ name, stores })).id;

  const storesOf = (id: number) => openStores(rows.stage, id, 'BDG1', {}, rows);

  async function openWithBetaApp() {
    const page = await rows.open('/beta-app-store');
    await chooseBetaApp(page, 'Uji Kasir QRIS', rows);
    return storePage(page, rows);
  }

  const optionNames = async (page: Page) => {
    const names = await page.getByRole('listbox').getByRole('option').allInnerTexts();
    return names.map((name) => name.split('\n')[0]);
  };

  it('Row 17: the yellow field opens the list of beta-apps', async () => {
    const page = await rows.open('/beta-app-store');
    await hand.press(betaAppField(page));
    const list = dialog(page, words.betaAppList);
    await list.getByRole('button', { name: 'Uji Kasir QRIS' }).waitFor();
  });

  it('Row 18: choosing a beta-app fills in name, period, user, NIK and applications', async () => {
    const { page } = await openWithBetaApp();
    await page.getByRole('button', { name: `${words.betaApp} Uji Kasir QRIS` }).waitFor();
    const summary = page.locator('beta-store-picker');
    for (const text of [
      'Sari Wulandari',
      '2015014321',
      '4.19.0-beta.3',
      '2.2.0-rc1',
      words.active,
      /\d{1,2}.* 20\d\d/u,
    ]) {
      await summary.getByText(text).first().waitFor();
    }
  });

  it('Row 19: the field "Cabang" lists the branches', async () => {
    const { page, branch } = await openWithBetaApp();
    await hand.openOptions(branch);
    const bandung = page.getByRole('option', { name: /^Bandung 1/u });
    await bandung.waitFor();
    const names = await optionNames(page);
    assert.equal(names.length, 33);
    assert.equal(names[0], words.allBranches);
    assert.match(
      await bandung.innerText(),
      new RegExp(`^Bandung 1\\s+${words.storesOf(411, 612)}`),
    );
  });

  it("Row 20: typing part of a branch's name narrows the list", async () => {
    const { page, branch } = await openWithBetaApp();
    await hand.openOptions(branch);
    await page.keyboard.type('andu');
    await page.getByRole('option', { name: /^Medan/u }).waitFor({ state: 'detached' });
    assert.deepEqual(await optionNames(page), ['Bandung 1', 'Bandung 2']);
  });

  it('Row 21: choosing a branch lists its stores, the registered ones ticked', async () => {
    const { page, branch, find } = await openWithBetaApp();
    await hand.chooseOption(branch, 'Bandung 1');
    await page.getByText(words.registeredOf(411, 612)).first().waitFor();
    assert.ok((await page.getByRole('grid').getByRole('row').count()) > 8);
    assert.ok(await (await find('TB0002')).isChecked());
    assert.ok(!(await (await find('TB0600')).isChecked()));
    await page.getByRole('row').filter({ hasText: 'Bandung 1' }).first().waitFor();
    assert.match(page.url(), /cabang=BDG1/u);
  });

  it("Row 22: a store's checkbox, in the last column, ticks it", async () => {
    const { find, page } = await storesOf(await betaAppWith('Uji 22'));
    const box = await find('TB0123');
    assert.ok(!(await box.isChecked()));
    await hand.tick(box);
    assert.ok(await box.isChecked());
    await page.getByText(words.willBeAdded).first().waitFor();
    const row = page.getByRole('row').filter({ hasText: 'TB0123' });
    const last = row.getByRole('gridcell').last();
    assert.equal(await last.getByRole('checkbox').count(), 1);
  });

  it('Row 23: a registered store that is unticked and saved is withdrawn', async () => {
    const id = await betaAppWith('Uji 23', ['TB0100', 'TB0101']);
    const { find, page, saveAll, asked } = await storesOf(id);
    const box = await find('TB0100');
    assert.ok(await box.isChecked());
    await hand.tick(box);
    await page.getByText(words.willBeWithdrawn).first().waitFor();
    await saveAll();
    await seeStatus(page, words.storesSaved(0, 1));
    await asked.waitFor({ state: 'detached' });
    await page.reload();
    assert.ok(!(await (await find('TB0100')).isChecked()));
    assert.ok(await (await find('TB0101')).isChecked());
    assert.deepEqual(await rows.stage.api.registered(id, 'BDG1'), ['TB0101']);
    const past = await rows.stage.sql`
      select from beta_app.registration_past where beta_app_id = ${id}`;
    assert.equal(past.length, 1);
  });

  it("Row 24: the header's checkbox ticks and unticks all stores shown", async () => {
    const { all, page, search } = await storesOf(await betaAppWith('Uji 24'));
    const everything = page.getByRole('checkbox', { name: words.selectAll(612, 'Bandung 1') });
    await everything.waitFor();
    await hand.tick(everything);
    assert.ok(await all.isChecked());
    await page.getByText(/\+612/u).first().waitFor();
    for (const box of await page.getByRole('grid').getByRole('checkbox').all()) {
      assert.ok(await box.isChecked());
    }
    await hand.tick(all);
    await page.getByText(/\+612/u).waitFor({ state: 'detached' });
    assert.ok(!(await all.isChecked()));
    await hand.fill(search, 'ujung berung');
    const matching = page.getByRole('checkbox', { name: words.selectMatching('ujung berung') });
    await matching.waitFor();
    await hand.tick(matching);
    assert.ok(await matching.isChecked());
    await hand.fill(search, '');
    await everything.waitFor();
    assert.ok(await all.evaluate((box: HTMLInputElement) => box.indeterminate));
  });

  it('Row 25: "Simpan Perubahan" after a change asks whether to save', async () => {
    const { asked, page, save, tick } = await storesOf(await betaAppWith('Uji 25', ['TB0100']));
    await tick('TB0123');
    await tick('TB0100');
    await hand.press(save);
    await asked.getByText(words.saveQuestion('Uji 25')).waitFor();
    await asked.getByText(words.oneWithdrawn).waitFor();
    const row = asked.getByRole('row').filter({ hasText: 'Bandung 1' });
    assert.match((await row.innerText()).replaceAll(/\s+/gu, ' '), /Bandung 1 \+?1 [−-]?1 1/u);
    assert.equal(await page.getByRole('alertdialog').count(), 1);
  });

  it('Row 26: "Batal" saves nothing and leaves the ticks', async () => {
    const id = await betaAppWith('Uji 26');
    const { asked, find, save, tick } = await storesOf(id);
    await tick('TB0123');
    await hand.press(save);
    await hand.press(asked.getByRole('button', { name: words.cancel }));
    await asked.waitFor({ state: 'detached' });
    assert.ok(await (await find('TB0123')).isChecked());
    assert.deepEqual(await rows.stage.api.registered(id, 'BDG1'), []);
  });

  it('Row 27: "Ya" saves, and a reload shows the same ticks', async () => {
    const id = await betaAppWith('Uji 27');
    const { find, page, save, saveAll, tick } = await storesOf(id);
    await tick('TB0123');
    await tick('TB0124');
    await saveAll();
    await seeStatus(page, words.storesSaved(2, 0));
    await eventually(() => save.evaluate((button) => button.matches(':focus')), 'focus on save');
    await page.locator('#log').getByText('+2 −0').waitFor();
    await page.reload();
    assert.ok(await (await find('TB0123')).isChecked());
    assert.ok(await (await find('TB0124')).isChecked());
    assert.ok(!(await (await find('TB0125')).isChecked()));
    assert.deepEqual(await rows.stage.api.registered(id, 'BDG1'), ['TB0123', 'TB0124']);
  });

  it('Row 28: "Simpan Perubahan" without a change says that nothing has been changed', async () => {
    const { asked, page, save } = await storesOf(await betaAppWith('Uji 28'));
    await hand.press(save);
    await seeStatus(page, words.noChanges);
    assert.equal(await asked.count(), 0);
  });
});
