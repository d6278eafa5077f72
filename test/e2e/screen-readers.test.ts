import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { type Locator } from 'playwright-core';
import { heard } from './support/heard.js';
import { betaAppField, confirmation, dialog, eventually, seeStatus } from './support/screen.js';
import { openStage, type Stage } from './support/stage.js';
import { openStores } from './support/store-page.js';

/** The patterns of WAI-ARIA (grid, combobox, dialog, alert dialog), as Chromium tells screen readers. */
describe('Yang didengar pembaca layar', () => {
  let stage: Stage;
  let id: number;
  before(async () => {
    stage = await openStage();
    const betaApp = await stage.api.createBetaApp({
      name: 'Uji Pembaca Layar',
      applications: [['POS', '4.19.0']],
      stores: ['TB0002'],
    });
    id = betaApp.id;
  });
  after(() => stage.close());
  afterEach(() => stage.closePages());

  const rowIndexes = (grid: Locator) =>
    grid
      .locator('[role="row"]')
      .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex'))));

  it('tells how large the table is and where each row stands in it', async () => {
    const { page } = await openStores(stage, id);
    const grid = page.getByRole('grid');
    await grid.locator('[data-position="3"]').waitFor();
    assert.equal((await heard(page, grid)).name, 'Toko di Bandung 1');
    assert.equal(await grid.getAttribute('aria-rowcount'), '613');
    assert.deepEqual((await rowIndexes(grid)).slice(0, 4), [1, 2, 3, 4]);
    await grid.locator('.scroller').evaluate((element) => (element.scrollTop = 1_000_000));
    await grid.locator('[data-position="611"]').waitFor();
    assert.equal((await rowIndexes(grid)).at(-1), 613);
    const columns = Number(await grid.getAttribute('aria-colcount'));
    assert.equal(await grid.getByRole('columnheader').count(), columns);
    for (const row of await grid.locator('.store').all()) {
      assert.equal(await row.getByRole('gridcell').count(), columns);
    }
  });

  it('tells which store a checkbox registers, and that the header’s stands for some', async () => {
    const { page, all, find } = await openStores(stage, id);
    await page.getByRole('grid').locator('[data-position="3"]').waitFor();
    const header = await heard(page, all);
    assert.deepEqual(
      [header.role, header.name, header.states['checked']],
      ['checkbox', 'Pilih semua 612 toko di Bandung 1', 'mixed'],
    );
    const box = await heard(page, await find('TB0002'));
    assert.match(box.name, /^Daftarkan toko TB0002 \S/u);
    assert.equal(box.states['checked'], 'true');
  });

  it('tells of the branches as of an editable list, and which of them is active and chosen', async () => {
    const { page, branch } = await openStores(stage, id);
    const closed = await heard(page, branch);
    assert.deepEqual(
      [closed.role, closed.name, closed.states['expanded'], closed.states['autocomplete']],
      ['combobox', 'Cabang', false, 'list'],
    );
    await branch.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    assert.equal((await heard(page, branch)).states['expanded'], true);
    // Both references hold only inside one shadow root.
    const [list, active] = await branch.evaluate((input) => {
      const root = input.getRootNode() as ShadowRoot;
      const [listed, now] = ['aria-controls', 'aria-activedescendant'].map((name) =>
        root.getElementById(input.getAttribute(name) ?? ''),
      );
      return [listed?.getAttribute('role'), now?.textContent];
    });
    assert.equal(list, 'listbox');
    assert.match(String(active), /Bandung 2/u);
    const chosen = await heard(page, page.getByRole('option', { name: /^Bandung 1/u }));
    assert.equal(chosen.states['selected'], true);
    await page.keyboard.type('andu');
    const count = page.locator('[aria-live="polite"]').getByText('2 cabang', { exact: true });
    await count.waitFor({ state: 'attached' });
  });

  it('tells the name of each dialog, that it is modal, and what a confirmation asks', async () => {
    const page = await stage.open(`/beta-app?beta-app=${id}`);
    await page.getByRole('button', { name: 'Hapus Kasir Toko' }).waitFor();
    const field = await heard(page, betaAppField(page));
    assert.deepEqual(
      [field.role, field.name, field.states['hasPopup']],
      ['button', 'Beta-App Uji Pembaca Layar', 'dialog'],
    );
    await betaAppField(page).click();
    const list = await heard(page, dialog(page, 'Pilih beta-app'));
    assert.deepEqual([list.role, list.states['modal']], ['dialog', true]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Hapus Kasir Toko' }).click();
    const asked = await heard(page, confirmation(page, 'Hapus aplikasi “Kasir Toko”?'));
    assert.deepEqual([asked.role, asked.states['modal']], ['alertdialog', true]);
    assert.match(asked.description, /^Apakah Anda yakin ingin menghapus “Kasir Toko”/u);
    await page.keyboard.press('Escape');

    const { page: storePage, tick, save, asked: question } = await openStores(stage, id);
    await tick('TB0010');
    await save.click();
    const saving = await heard(storePage, question);
    assert.deepEqual([saving.role, saving.states['modal']], ['alertdialog', true]);
    assert.match(saving.description, /^Apakah Anda yakin ingin menyimpan/u);
  });

  it('ties each field to its label, its hint and its error', async () => {
    const page = await stage.open('/beta-app');
    await page.getByRole('button', { name: 'Tambah', exact: true }).click();
    const form = dialog(page, 'Tambah beta-app');
    await form.getByRole('button', { name: 'Simpan', exact: true }).click();
    const name = form.getByLabel('Nama beta-app');
    await form.getByText('Nama beta-app belum diisi.').waitFor();
    const field = await heard(page, name);
    assert.equal(field.name, 'Nama beta-app (wajib)');
    assert.match(field.description, /Nama beta-app belum diisi\./u);
    assert.deepEqual([field.states['invalid'], field.states['required']], ['true', true]);
  });

  it('has the places for messages in the page, empty, before there is a message', async () => {
    const { page, save } = await openStores(stage, id);
    const places = page.locator('beta-notifications:not([in-dialog])');
    for (const role of ['status', 'alert'] as const) {
      assert.equal(await places.getByRole(role, { includeHidden: true }).first().innerText(), '');
    }
    const status = await heard(page, places.locator('[role="status"]').first());
    assert.equal(status.states['live'], 'polite');
    const alert = await heard(page, places.locator('[role="alert"]').first());
    assert.equal(alert.states['live'], 'assertive');
    await save.click();
    await seeStatus(page, 'Anda belum melakukan perubahan pada daftar toko.');
  });

  it('reads out what ticks come to, at most once a second', async () => {
    const { page } = await openStores(stage, id);
    const box = page.locator('[data-position="3"]').getByRole('checkbox');
    await box.focus();
    const spoken = page.locator('section.list > [aria-live="polite"]').last();
    await spoken.evaluate((element) => {
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => said.push(element.textContent.trim())).observe(element, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    for (let ticks = 0; ticks < 8; ticks++) {
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
    }
    const said = () => page.evaluate(() => (window as { said?: string[] }).said ?? []);
    await eventually(async () => (await said()).at(-1) === '+8 −0', 'the last count');
    assert.ok((await said()).length < 8);
  });
});
