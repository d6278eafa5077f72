import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { type Locator, type Page } from 'playwright-core';
import { seeFocus } from './support/focus.js';
import { openStage, type Stage } from './support/stage.js';
import { openStores } from './support/store-page.js';

describe('Papan ketik di tabel toko', () => {
  let stage: Stage;
  let id: number;
  before(async () => {
    stage = await openStage();
    id = (await stage.api.createBetaApp({ name: 'Uji Tabel' })).id;
  });
  after(() => stage.close());
  afterEach(() => stage.closePages());

  const boxAt = (page: Page, position: number): Locator =>
    page.locator(`[data-position="${position}"]`).getByRole('checkbox');

  /** Opens 612 stores, and goes into the table with the tab key. */
  async function enterTable() {
    const stores = await openStores(stage, id);
    const { page } = stores;
    await boxAt(page, 0).waitFor();
    await page.getByRole('button', { name: 'Unduh CSV' }).focus();
    await page.keyboard.press('Tab');
    await seeFocus(stores.save);
    await page.keyboard.press('Tab');
    await seeFocus(boxAt(page, 0));
    return stores;
  }

  it('is one tab stop, between what is before it and what follows', async () => {
    const { page, save } = await enterTable();
    const stops = page.getByRole('grid').locator('[tabindex="0"]');
    assert.equal(await stops.count(), 1);
    await page.keyboard.press('Tab');
    assert.ok(!(await page.getByRole('grid').evaluate((grid) => grid.matches(':focus-within'))));
    await page.keyboard.press('Shift+Tab');
    await seeFocus(boxAt(page, 0));
    await page.keyboard.press('Shift+Tab');
    await seeFocus(save);
  });

  it('moves with arrows, pages, Home and End, up to the checkbox in the header', async () => {
    const { page, all } = await enterTable();
    for (const [key, position] of [
      ['ArrowDown', 1],
      ['ArrowDown', 2],
      ['ArrowUp', 1],
      ['End', 611],
      ['ArrowDown', 611],
      ['Home', 0],
    ] as const) {
      await page.keyboard.press(key);
      await seeFocus(boxAt(page, position));
      const row = await boxAt(page, position).boundingBox();
      const table = await page.getByRole('grid').locator('.scroller').boundingBox();
      assert.ok(row && table && row.y >= table.y && row.y + row.height <= table.y + table.height);
    }
    await page.keyboard.press('PageDown');
    const focused = page.locator('.store:focus-within');
    const page1 = Number(await focused.getAttribute('data-position'));
    assert.ok(page1 > 5 && page1 < 30);
    await page.keyboard.press('PageUp');
    await seeFocus(boxAt(page, 0));
    await page.keyboard.press('ArrowUp');
    await seeFocus(all);
    await page.keyboard.press('ArrowUp');
    await seeFocus(all);
    await page.keyboard.press('ArrowDown');
    await seeFocus(boxAt(page, 0));
  });

  it('ticks with Space, and from the last ticked one to here with Shift+Space or Shift+click', async () => {
    const { page } = await enterTable();
    const pending = (text: string) => page.locator('.pending').getByText(text).waitFor();
    await page.keyboard.press('Space');
    await pending('+1 −0');
    for (let rows = 0; rows < 3; rows++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+Space');
    await pending('+4 −0');
    await boxAt(page, 5).click();
    await boxAt(page, 8).click({ modifiers: ['Shift'] });
    await pending('+8 −0');
    assert.ok(!(await boxAt(page, 4).isChecked()));
    await boxAt(page, 5).press('Space');
    await boxAt(page, 8).press('Shift+Space');
    await pending('+4 −0');
  });

  it('ticks all that is shown with Ctrl+A, as the header does, and unticks it', async () => {
    const { page, all } = await enterTable();
    await page.keyboard.press('Control+a');
    await page.locator('.pending').getByText('+612 −0').waitFor();
    assert.ok(await all.isChecked());
    await seeFocus(boxAt(page, 0));
    await page.keyboard.press('Control+a');
    await page.locator('.pending').waitFor({ state: 'detached' });
    assert.ok(!(await all.isChecked()));
  });

  it('goes to the search with "/", which isn’t typed', async () => {
    const { page, search } = await enterTable();
    await page.keyboard.press('/');
    await seeFocus(search);
    assert.equal(await search.inputValue(), '');
  });

  it('keeps the focus in a row that is scrolled out of sight', async () => {
    const { page } = await enterTable();
    await page.keyboard.press('ArrowDown');
    const scroller = page.getByRole('grid').locator('.scroller');
    await scroller.evaluate((element) => (element.scrollTop = 15_000));
    await boxAt(page, 380).waitFor();
    await seeFocus(boxAt(page, 1));
    assert.equal(await boxAt(page, 0).count(), 0);
    await page.keyboard.press('ArrowDown');
    await seeFocus(boxAt(page, 2));
  });

  it('gives the focus back to "Simpan Perubahan" after saving and after taking back', async () => {
    const { page, save, asked } = await enterTable();
    await page.keyboard.press('Space');
    const discard = page.getByRole('button', { name: 'Batalkan perubahan' });
    await discard.press('Enter');
    await discard.waitFor({ state: 'detached' });
    await seeFocus(save);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await save.press('Enter');
    await seeFocus(asked.getByRole('button', { name: 'Batal' }));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await asked.waitFor({ state: 'detached' });
    await seeFocus(save);
  });
});
