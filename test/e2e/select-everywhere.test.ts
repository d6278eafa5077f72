import { createCore } from '@beta-app/core';
import { people } from '@beta-app/stories/demo/people';
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { seeFocus } from './support/focus.js';
import { describeRows } from './support/rows.js';
import { seeStatus } from './support/screen.js';
import { openStores } from './support/store-page.js';

const words = {
  id: {
    matching: /^Pilih [\d.]+ toko yang cocok dengan “selatan” di semua cabang$/u,
    selected: / toko dipilih di Semua cabang/u,
    skipped: /1 toko baru yang cocok belum ikut didaftarkan\./u,
    show: 'Tampilkan yang belum terdaftar',
    everywhere: /^Pilih semua 15\.20\d toko di semua cabang$/u,
  },
  en: {
    matching: /^Select the [\d,]+ stores that match “selatan” in all branches$/u,
    selected: / stores selected in All branches/u,
    skipped: /1 new store that matches was not registered\./u,
    show: 'Show those not registered',
    everywhere: /^Select all 15,20\d stores in all branches$/u,
  },
};

describeRows('Selecting stores in all branches', (rows) => {
  const { hand } = rows;
  const text = words[rows.words.lang as keyof typeof words];

  it('takes what matches a search over from a branch, and tells what has joined since', async () => {
    const { api, sql } = rows.stage;
    const { id } = await api.createBetaApp({ name: 'Uji Selatan' });
    const { page, search, all, save, saveAll } = await openStores(rows.stage, id, 'BDG1', {}, rows);
    await hand.fill(search, 'selatan');
    await page.getByRole('checkbox', { name: /selatan/u }).waitFor();
    await hand.tick(all);
    await hand.press(page.getByRole('button', { name: text.matching }));
    await page.getByText(text.selected).first().waitFor();
    await seeFocus(save);
    const matching = (await api.listStores(id, '&q=selatan')).total;
    await createCore({ sql }).syncDirectory(
      {
        stores: {
          mode: 'partial',
          rows: [{ code: 'TB9999', name: 'Selatan Baru', branchCode: 'BDG1' }],
        },
      },
      { actor: people[0] },
    );
    const sent = page.waitForRequest((request) => request.method() === 'PATCH');
    await saveAll();
    const { changes } = (await sent).postDataJSON() as { changes: unknown };
    assert.deepEqual(changes, [{ registered: true, select: { q: 'selatan' } }]);
    await seeStatus(page, text.skipped);
    await hand.press(page.getByRole('button', { name: text.show }));
    const row = page.getByRole('row').filter({ hasText: 'TB9999' });
    await row.waitFor();
    assert.ok(!(await row.getByRole('checkbox').isChecked()));
    const { total, registeredTotal } = await api.listStores(id, '&q=selatan');
    assert.deepEqual([total, registeredTotal], [matching + 1, matching]);
  });

  it('goes over to all stores from all of a branch', async () => {
    const { id } = await rows.stage.api.createBetaApp({ name: 'Uji Semua' });
    const { page, all } = await openStores(rows.stage, id, 'BDG1', {}, rows);
    await hand.tick(all);
    await hand.press(page.getByRole('button', { name: text.everywhere }));
    await page.getByText(text.selected).first().waitFor();
    await page
      .locator('.pending')
      .getByText(/^\+15.20\d −0/u)
      .waitFor();
    assert.ok(await all.isChecked());
  });
});
