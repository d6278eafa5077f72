import assert from 'node:assert/strict';
import { it } from 'node:test';
import { betaAppField, chooseBetaApp, dialog, fact } from '../support/screen.js';
import { describeRows } from '../support/rows.js';

describeRows('Melihat beta-app', (rows) => {
  const { hand, words } = rows;

  it('Row 1: the yellow field opens the list of beta-apps, which can be searched', async () => {
    const page = await rows.open('/beta-app');
    await hand.press(betaAppField(page));
    const list = dialog(page, words.betaAppList);
    const row = list.getByRole('row').filter({ hasText: 'Uji Kasir QRIS' });
    await row.waitFor();
    for (const name of words.betaAppColumns) {
      await list.getByRole('columnheader', { name, exact: true }).waitFor();
    }
    const text = (await row.innerText()).replaceAll(/\s+/gu, ' ');
    assert.match(text, /Uji Kasir QRIS .*20\d\d.* Sari Wulandari 2015014321 /u);
    assert.ok(text.endsWith(words.active));

    await hand.fill(list.getByLabel(words.searchBetaApps), 'budi struk');
    await row.waitFor({ state: 'detached' });
    await list.getByRole('button', { name: 'Uji Struk Ringkas' }).waitFor();
    assert.equal(await list.getByRole('row').count(), 2);
  });

  it('Row 2: choosing a beta-app fills the page and says so', async () => {
    const page = await rows.open('/beta-app');
    await chooseBetaApp(page, 'Uji Kasir QRIS', rows);
    await page.getByRole('button', { name: `${words.betaApp} Uji Kasir QRIS` }).waitFor();
    await page.getByRole('heading', { name: 'Uji Kasir QRIS' }).waitFor();
    assert.equal(await fact(page, words.user).innerText(), 'Sari Wulandari');
    assert.equal(await fact(page, words.nik).innerText(), '2015014321');
    assert.match(await fact(page, words.period).innerText(), /\d{4}/u);
    for (const [name, version] of [
      ['Kasir Toko', '4.19.0-beta.3'],
      ['Pembayaran QRIS', '3.3.0-beta.1'],
      ['Stok', '2.2.0-rc1'],
    ] as const) {
      const row = page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });
      await row.getByText(version, { exact: true }).waitFor();
    }
    assert.match(page.url(), /[?&]beta-app=\d+/u);
    // The page's own jQuery has heard of it.
    await page.locator('#log').getByText(words.heardPicked('Uji Kasir QRIS')).waitFor();
  });
});
