import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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

  it('are all listed by one press, each with its branch, with counts per branch and as CSV', async () => {
    const { id } = await rows.stage.api.createBetaApp({
      name: `Uji Semua Cabang ${words.lang}`,
      stores: ['TB0123', 'TB0124', 'TJ0005'],
    });
    const page = await rows.open(`/beta-app?beta-app=${id}`);
    await hand.press(page.getByRole('link', { name: words.storesIn(3, 2) }));
    await page.waitForURL(/\/beta-app-store\?/u);
    const picker = page.locator('beta-store-picker');
    await picker.getByRole('rowheader', { name: 'Bandung 1' }).waitFor();
    assert.equal(await picker.getByRole('rowheader').count(), 2);
    await picker.getByText(words.storesOf(2, 612)).first().waitFor();
    const list = picker.getByRole('grid');
    await list.getByText('TJ0005').waitFor();
    assert.equal(await list.getByText('Bandung 1', { exact: true }).count(), 2);

    const saving = page.waitForEvent('download');
    await hand.press(picker.getByRole('button', { name: words.exportList }));
    const lines = readFileSync(await (await saving).path(), 'utf8')
      .trim()
      .split('\r\n');
    assert.equal(lines.length, 4);
    assert.match(lines[1] ?? '', /^TB0123,.+,Bandung 1$/u);

    await hand.press(picker.getByRole('button', { name: 'Bandung 1', exact: true }));
    await list.getByText('TJ0005').waitFor({ state: 'detached' });
    await list.getByText('TB0124').waitFor();
  });
});
