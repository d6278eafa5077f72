import { after, afterEach, before, describe, it } from 'node:test';
import {
  betaAppField,
  chooseBetaApp,
  dialog,
  eventually,
  fact,
  seeStatus,
} from './support/screen.js';
import { openStage, type Stage } from './support/stage.js';

describe('Melihat beta-app', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());
  afterEach(() => stage.closePages());

  it('takes the one match that is left with Enter, and gives the focus back', async () => {
    const page = await stage.open('/beta-app');
    await betaAppField(page).press('ArrowDown');
    await page.keyboard.type('timbangan');
    await page.keyboard.press('Enter');
    await seeStatus(page, 'Pengisian data beta-app “Uji Timbangan Digital” berhasil.');
    const field = page.getByRole('button', { name: 'Beta-App Uji Timbangan Digital' });
    await eventually(() => field.evaluate((button) => button.matches(':focus')), 'focus back');
  });

  it('shows the list for a double click, too, ready to be searched', async () => {
    const page = await stage.open('/beta-app');
    await betaAppField(page).dblclick();
    await page.keyboard.type('timbangan');
    await page.keyboard.press('Enter');
    await seeStatus(page, 'Pengisian data beta-app “Uji Timbangan Digital” berhasil.');
  });

  it('opens the beta-app that a link names', async () => {
    const { id } = await stage.api.createBetaApp({ name: 'Uji Tautan' });
    const page = await stage.open(`/beta-app?beta-app=${id}`);
    await page.getByRole('heading', { name: 'Uji Tautan' }).waitFor();
    const missing = await stage.open('/beta-app?beta-app=999999');
    await missing.getByText('Beta-app ini tidak ditemukan.').first().waitFor();
  });

  it('keeps the chosen beta-app on the way to the page of stores', async () => {
    const page = await stage.open('/beta-app');
    await chooseBetaApp(page, 'Uji Kasir QRIS');
    await fact(page, 'Toko').getByRole('link').click();
    await page.waitForURL(/beta-app-store\?.*beta-app=\d+/u);
    await page.getByRole('button', { name: 'Beta-App Uji Kasir QRIS' }).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Beta-App', exact: true }).click();
    await page.getByRole('heading', { name: 'Uji Kasir QRIS' }).waitFor();
  });

  it('speaks English where the page does', async () => {
    const page = await stage.open('/beta-app?lang=en');
    await page.getByRole('button', { name: /^Beta app /u }).click();
    const list = dialog(page, 'Choose a beta app');
    await list.getByRole('button', { name: 'Uji Kasir QRIS' }).click();
    await seeStatus(page, 'The page now shows beta app “Uji Kasir QRIS”.');
    await page.getByRole('button', { name: 'Add application' }).waitFor();
  });
});
