import assert from 'node:assert/strict';
import { it } from 'node:test';
import { describeRows } from './support/rows.js';
import { storePage } from './support/store-page.js';

describeRows('The stores of a beta app by branch', (rows) => {
  const { hand, words } = rows;

  it('are counted on its page, follow what is saved, and lead to the page of stores', async () => {
    const { id } = await rows.stage.api.createBetaApp({
      name: `Uji Cabang ${words.lang}`,
      stores: ['TB0123', 'TB0124'],
    });
    const page = await rows.open(`/beta-app-lengkap?beta-app=${id}&cabang=BDG1`);
    const shares = page.getByRole('table').filter({ hasText: 'Bandung 1' });
    await shares.getByText(words.storesOf(2, 612)).waitFor();
    assert.equal(await shares.getByRole('rowheader').count(), 1);
    const stores = storePage(page, rows);
    await stores.tick('TB0125');
    await stores.saveAll();
    await shares.getByText(words.storesOf(3, 612)).waitFor();

    const single = await rows.open(`/beta-app?beta-app=${id}`);
    await hand.press(single.getByRole('link', { name: 'Bandung 1', exact: true }));
    await single.waitForURL(/\/beta-app-store\?/u);
    const opened = new URL(single.url()).searchParams;
    assert.deepEqual([opened.get('beta-app'), opened.get('cabang')], [`${id}`, 'BDG1']);
    await single
      .getByRole('grid', { name: /Bandung 1$/u })
      .getByRole('checkbox')
      .nth(1)
      .waitFor();
  });
});
