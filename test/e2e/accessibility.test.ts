import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, afterEach, before, describe, it } from 'node:test';
import { type AxeResults } from 'axe-core';
import { type Page } from 'playwright-core';
import { betaAppField, dialog } from './support/screen.js';
import { openStage, type Stage } from './support/stage.js';
import { openStores } from './support/store-page.js';

const axeScript = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

async function faults(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axeScript });
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${JSON.stringify(target)}`),
  );
}

describe('The pages of the demo, widgets and host together', () => {
  let stage: Stage;
  let id: number;
  before(async () => {
    stage = await openStage();
    const betaApp = await stage.api.createBetaApp({
      name: 'Uji Aksesibilitas',
      applications: [['POS', '4.19.0', 'Struk QRIS']],
    });
    id = betaApp.id;
  });
  after(() => stage.close());
  afterEach(() => stage.closePages());

  for (const width of [1280, 390]) {
    it(`pass the audit at ${width} px`, async () => {
      const page = await stage.open(`/beta-app?beta-app=${id}`, { width });
      // A dialog that is still fading in has half its contrast.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.getByRole('heading', { name: 'Uji Aksesibilitas' }).waitFor();
      assert.deepEqual(await faults(page), []);
      await betaAppField(page).click();
      await dialog(page, 'Pilih beta-app')
        .getByRole('button', { name: 'Uji Kasir QRIS' })
        .waitFor();
      assert.deepEqual(await faults(page), []);
    });

    it(`pass the audit with histories at ${width} px`, async () => {
      const page = await stage.open(`/beta-app?beta-app=${id}`, { width });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.getByRole('button', { name: 'Lainnya' }).click();
      await page.getByRole('menuitem', { name: 'Riwayat' }).click();
      await dialog(page, 'Riwayat “Uji Aksesibilitas”').getByText('menambahkan aplikasi').waitFor();
      assert.deepEqual(await faults(page), []);
      await page.goto(`${stage.url}/versi-toko?toko=TB0123`);
      await page.getByRole('button', { name: 'Riwayat toko' }).click();
      await dialog(page, /^Riwayat toko TB0123 /u)
        .getByText('toko baru')
        .waitFor();
      assert.deepEqual(await faults(page), []);
    });

    it(`pass the audit with rows of stores at ${width} px`, async () => {
      const { page, tick, search } = await openStores(stage, id, 'BDG1', { width });
      await tick('TB0450');
      await search.fill('');
      assert.ok((await page.getByRole('grid').getByRole('checkbox').count()) > 8);
      assert.deepEqual(await faults(page), []);
    });

    it(`pass the audit with all beta apps in time at ${width} px`, async () => {
      const page = await stage.open('/linimasa', { width });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const timeline = page.locator('beta-timeline');
      await timeline
        .getByRole('link', { name: /^Uji Kasir QRIS/u })
        .first()
        .focus();
      assert.deepEqual(await faults(page), []);
      await timeline.getByRole('radio', { name: 'Tabel' }).click();
      await timeline.getByRole('link', { name: 'Uji Kasir QRIS', exact: true }).waitFor();
      assert.deepEqual(await faults(page), []);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.equal(beyond, 0);
    });

    it(`pass the audit with an answer in each tab at ${width} px`, async () => {
      const page = await stage.open('/versi-toko?toko=TB0123', { width });
      await page.getByRole('heading', { name: /^TB0123/u }).waitFor();
      assert.deepEqual(await faults(page), []);
      await page.getByRole('tab', { name: 'Banyak toko' }).click();
      await page.getByLabel('Kode toko', { exact: true }).fill('TB0123, TB0124, bukan kode');
      await page.getByRole('button', { name: 'Periksa' }).click();
      await page
        .getByRole('row', { name: /TB0124/u })
        .first()
        .waitFor();
      assert.deepEqual(await faults(page), []);
      await page.goto(`${stage.url}/versi-toko?aplikasi=POS&versi=4.19.0-beta.3`);
      await page.getByRole('button', { name: 'Bandung 1' }).click();
      await page
        .getByRole('row', { name: /^\S+ .+ Bandung 1 /u })
        .first()
        .waitFor();
      assert.deepEqual(await faults(page), []);
    });
  }
});
