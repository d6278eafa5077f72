import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Locator, type Page } from 'playwright-core';
import { betaAppField, dialog, seeStatus } from './support/screen.js';
import { openStage, type Stage } from './support/stage.js';
import { openStores } from './support/store-page.js';

/** What `Canvas` and the likes are on this page. */
const systemColour = (page: Page, name: string): Promise<string> =>
  page.evaluate((colour) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = colour;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, name);

const background = (target: Locator, pseudo?: string): Promise<string> =>
  target.evaluate(
    (element, part) => getComputedStyle(element, part).backgroundColor,
    pseudo ?? null,
  );

/** How many movements are running. */
const movements = (page: Page): Promise<number> =>
  page
    .locator('*')
    .evaluateAll((elements) => elements.flatMap((element) => element.getAnimations()).length);

describe('Cara layar menampilkan', () => {
  let stage: Stage;
  let id: number;
  before(async () => {
    stage = await openStage();
    const betaApp = await stage.api.createBetaApp({
      name: 'Uji Cara Tampil dengan Nama Panjang di Layar Sempit',
      applications: [['POS', '4.19.0-beta.3', 'Struk QRIS']],
      stores: ['TB0002'],
    });
    id = betaApp.id;
  });
  after(() => stage.close());
  afterEach(() => stage.closePages());

  /** Makes the answer about the beta app wait until it is let through. */
  async function holdBack(page: Page): Promise<() => void> {
    let letThrough: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    await page.route(`**/api/beta-apps/${id}`, async (route) => {
      await held;
      await route.continue();
    });
    return letThrough;
  }

  describe('forced colours', () => {
    const forced = { forcedColors: 'active' } as const;

    it('show which rows are changed and which filter is chosen', async () => {
      const { page, tick, search } = await openStores(stage, id);
      await page.emulateMedia(forced);
      await tick('TB0010');
      await search.fill('');
      const highlight = await systemColour(page, 'Highlight');
      const changed = page.locator('.store.changed');
      await search.fill('TB0010');
      assert.equal(await background(changed, '::before'), highlight);
      const choice = (text: string) => page.locator('.choice').filter({ hasText: text });
      assert.equal(await background(choice('Semua').locator('span')), highlight);
      assert.notEqual(await background(choice('Diubah').locator('span')), highlight);
    });

    it('show that something is loading', async () => {
      const page = await stage.open('/beta-app');
      await page.emulateMedia({ ...forced, reducedMotion: 'reduce' });
      const letThrough = await holdBack(page);
      await page.goto(`${stage.url}/beta-app?beta-app=${id}`);
      const line = page.locator('beta-app-editor .part > .waiting-line');
      await line.waitFor();
      assert.equal(await background(line), await systemColour(page, 'Highlight'));
      letThrough();
      await line.waitFor({ state: 'hidden' });
    });

    it('show where the focus is', async () => {
      const page = await stage.open(`/beta-app?beta-app=${id}`);
      await page.emulateMedia(forced);
      await page.getByRole('button', { name: 'Ubah Kasir Toko' }).waitFor();
      await betaAppField(page).press('ArrowDown');
      await dialog(page, 'Pilih beta-app').getByRole('row').nth(1).waitFor();
      await page.keyboard.press('ArrowDown');
      const row = dialog(page, 'Pilih beta-app').locator('tr:focus-within');
      assert.equal(
        await row.evaluate((element) => getComputedStyle(element).outlineStyle),
        'solid',
      );
    });
  });

  for (const [reducedMotion, isMoving] of [
    ['no-preference', true],
    ['reduce', false],
  ] as const) {
    it(`${isMoving ? 'moves' : 'keeps still'} where the user prefers ${reducedMotion}`, async () => {
      const page = await stage.open('/beta-app');
      await page.emulateMedia({ reducedMotion });
      const letThrough = await holdBack(page);
      await page.goto(`${stage.url}/beta-app?beta-app=${id}`);
      await page.locator('beta-app-editor .part > .waiting-line').waitFor();
      assert.equal((await movements(page)) > 0, isMoving);
      letThrough();
      await page.getByRole('button', { name: 'Hapus Kasir Toko' }).waitFor();
      let seen = 0;
      await page.getByRole('button', { name: 'Hapus Kasir Toko' }).click();
      for (let looks = 0; looks < 5; looks++) {
        seen += await movements(page);
        await sleep(10);
      }
      if (!isMoving) assert.equal(seen, 0);
    });
  }

  const sidewaysOverflow = (page: Page) =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });

  /** Controls of the elements that are smaller than a finger, or cut off at a side of the window. */
  const misfits = (page: Page) =>
    page
      .locator('button, select, textarea, input:not([type="checkbox"], [type="radio"])')
      .evaluateAll((controls) =>
        controls
          // In lists the whole row is pressed.
          .filter((control) => control.getRootNode() !== document && !control.matches('.choose'))
          .map((control) => ({ control, box: control.getBoundingClientRect() }))
          .filter(({ box: { width, height, left, right } }) => {
            const fits = Math.round(height) >= 44 && left >= 0 && right <= window.innerWidth;
            return width > 0 && !fits;
          })
          .map(({ control, box }) => `${control.outerHTML} ${box.width}×${box.height}`),
      );

  for (const [name, options] of [
    ['at 360 px', { width: 360, height: 740 }],
    // What is left of 1280 × 900 px.
    ['at 200 % zoom', { width: 640, height: 450 }],
  ] as const) {
    it(`fits, with controls that a finger hits, ${name}`, async () => {
      const page = await stage.open(`/beta-app?beta-app=${id}`, options);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const remove = page.getByRole('button', { name: 'Hapus Kasir Toko' });
      await remove.waitFor();
      const fits = async (there: Page) => {
        assert.equal(await sidewaysOverflow(there), 0);
        assert.deepEqual(await misfits(there), []);
      };
      await fits(page);
      await betaAppField(page).click();
      await dialog(page, 'Pilih beta-app').getByRole('row').first().waitFor();
      await fits(page);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Tambah', exact: true }).click();
      await page.getByRole('button', { name: 'Simpan', exact: true }).click();
      await page.getByText('Tanggal mulai belum diisi.').waitFor();
      await fits(page);
      await page.keyboard.press('Escape');
      await remove.click();
      await page.getByRole('alertdialog').waitFor();
      await fits(page);

      const stores = await openStores(stage, id, 'BDG1', options);
      await stores.page.emulateMedia({ reducedMotion: 'reduce' });
      await stores.tick(name === 'at 360 px' ? 'TB0010' : 'TB0011');
      await fits(stores.page);
      const row = stores.page.locator('.store.changed');
      const code = row.locator('.code');
      assert.ok(
        await code.evaluate((cell) => cell.scrollWidth <= cell.clientWidth),
        'the code is shown in full',
      );
      await stores.branch.click();
      await stores.page.keyboard.press('ArrowDown');
      const active = stores.page.locator('[role="option"].active');
      const box = await active.boundingBox();
      assert.ok(box && box.y >= 0 && box.y + box.height <= options.height, 'the option is in view');
      await stores.page.keyboard.press('Escape');
      await stores.save.click();
      await stores.asked.waitFor();
      await fits(stores.page);
      const yes = await stores.asked.getByRole('button', { name: 'Ya', exact: true }).boundingBox();
      assert.ok(yes && yes.y + yes.height <= options.height, '“Ya” is in view');
      await stores.asked.getByRole('button', { name: 'Ya', exact: true }).click();
      await seeStatus(stores.page, /Daftar toko berhasil diperbarui/u);
      await fits(stores.page);
    });
  }
});
