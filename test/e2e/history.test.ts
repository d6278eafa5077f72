import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { type Locator, type Page } from 'playwright-core';
import { seeFocus } from './support/focus.js';
import { describeRows } from './support/rows.js';
import { confirmation, dialog, eventually, seeStatus } from './support/screen.js';

const words = {
  id: {
    more: 'Lainnya',
    open: 'Riwayat',
    title: (name: string) => `Riwayat “${name}”`,
    created:
      /^\d\d\.\d\d WIB\s+Sari Wulandari \(2015014321\) membuat beta-app “.+” untuk 1–31 Jan 2091$/u,
    added: /menambahkan aplikasi POS dengan versi beta 4\.41\.0-beta\.1/u,
    extended: /Budi Santoso \(\d+\) mengubah tanggal selesai dari 31 Jan 2091 menjadi 14 Feb 2091/u,
    stores: /menambahkan 3 toko/u,
    show: 'Tampilkan 3 toko',
    restore: 'Pulihkan daftar toko ini',
    nothingToRestore: 'Daftar toko sudah sama seperti saat itu.',
    action: 'Tindakan',
    store: 'Kode toko',
    ownStore: /TB0454 .+: ditambahkan$/mu,
    actor: 'User atau NIK',
    none: 'Tidak ada entri yang cocok dengan saringan.',
    clear: 'Hapus saringan',
    file: 'Unduh CSV',
    ofStore: 'Riwayat toko',
    storeTitle: /^Riwayat toko TB0451 /u,
    storeAdded:
      /Sari Wulandari \(2015014321\)\s+menambahkan toko ini bersama 2 toko lain ke beta-app/u,
  },
  en: {
    more: 'More',
    open: 'History',
    title: (name: string) => `History of “${name}”`,
    created:
      /^\d\d:\d\d WIB\s+Sari Wulandari \(2015014321\) created beta app “.+” for 1–31 Jan 2091$/u,
    added: /added application POS with beta version 4\.41\.0-beta\.1/u,
    extended: /Budi Santoso \(\d+\) changed the end date from 31 Jan 2091 to 14 Feb 2091/u,
    stores: /added 3 stores/u,
    show: 'Show 3 stores',
    restore: 'Restore this list of stores',
    nothingToRestore: 'The list of stores is already as it was then.',
    action: 'Action',
    store: 'Store code',
    ownStore: /TB0454 .+: added$/mu,
    actor: 'User or NIK',
    none: 'No entry matches the filters.',
    clear: 'Clear filters',
    file: 'Download CSV',
    ofStore: 'History of the store',
    storeTitle: /^History of store TB0451 /u,
    storeAdded: /Sari Wulandari \(2015014321\)\s+added this store and 2 others to beta app/u,
  },
};

const budi = '2012007788';

describeRows('A history', (rows) => {
  const { hand } = rows;
  const text = words[rows.words.lang as keyof typeof words];
  const name = 'Uji Riwayat';

  const press = (scope: Page | Locator, button: string): Promise<void> =>
    hand.press(scope.getByRole('button', { name: button, exact: true }));

  const entriesOf = (history: Locator): Locator => history.locator('.entry');

  const seeCount = (history: Locator, count: number): Promise<void> =>
    eventually(async () => (await entriesOf(history).count()) === count, `${count} entries`);

  it('of a beta app and of a store tells who did what, narrowed and as a file', async () => {
    const { api } = rows.stage;
    const betaApp = await api.createBetaApp({
      name,
      applications: [['POS', '4.41.0-beta.1']],
      stores: ['TB0451', 'TB0454', 'TB0457'],
    });
    await api.change(await api.getBetaApp(betaApp.id), { endsOn: '2091-02-14' }, budi);
    const page = await rows.open(`/beta-app?beta-app=${betaApp.id}`);
    const more = page.getByRole('button', { name: text.more, exact: true });
    await hand.chooseFromMenu(more, text.open);
    const history = dialog(page, text.title(name));
    await seeCount(history, 4);
    await seeFocus(history.getByLabel(text.action));
    const [extended = '', stores = '', added = '', created = ''] =
      await entriesOf(history).allInnerTexts();
    assert.match(extended, text.extended);
    assert.match(stores, text.stores);
    assert.match(added, text.added);
    assert.match(created.replace(/\s+/gu, ' ').trim(), text.created);

    await press(history, text.show);
    for (const code of ['TB0451', 'TB0454', 'TB0457']) await history.getByText(code).waitFor();

    const storeField = history.getByLabel(text.store);
    await hand.fill(storeField, 'tb0454');
    await storeField.press('Enter');
    await seeCount(history, 1);
    assert.match(await entriesOf(history).innerText(), text.ownStore);
    await hand.fill(storeField, '');
    await storeField.press('Enter');
    await seeCount(history, 4);

    await hand.fill(history.getByLabel(text.actor), budi);
    await seeCount(history, 1);
    const saved = page.waitForEvent('download');
    await press(history, text.file);
    const file = await readFile(await (await saved).path(), 'utf8');
    assert.equal(file.trimEnd().split('\r\n').length, 2);
    await hand.fill(history.getByLabel(text.actor), 'nobody');
    await history.getByText(text.none).waitFor();
    await hand.press(history.getByRole('button', { name: text.clear }).first());
    await seeCount(history, 4);
    await page.keyboard.press('Escape');
    await history.waitFor({ state: 'hidden' });
    await seeFocus(more);

    const lookup = await rows.open('/versi-toko?toko=TB0451');
    await press(lookup, text.ofStore);
    const ofStore = dialog(lookup, text.storeTitle);
    await ofStore.getByText(text.storeAdded).waitFor();
    await hand.press(ofStore.getByRole('link', { name, exact: true }));
    await lookup.waitForURL(new RegExp(`/beta-app\\?.*beta-app=${betaApp.id}`, 'u'));
  });

  it('restores the stores of an earlier save, after showing the difference', async () => {
    const { api } = rows.stage;
    const name = 'Uji Pulih';
    const { id } = await api.createBetaApp({ name, stores: ['TB0451', 'TB0454', 'TB0457'] });
    await api.saveStores(id, [{ registered: false, codes: ['TB0451', 'TB0454'] }]);
    await api.saveStores(id, [{ registered: true, codes: ['TB0460'] }], budi);
    const page = await rows.open(`/beta-app?beta-app=${id}`);
    await hand.chooseFromMenu(
      page.getByRole('button', { name: text.more, exact: true }),
      text.open,
    );
    const history = dialog(page, text.title(name));
    await seeCount(history, 4);
    const entry = entriesOf(history).filter({ hasText: text.stores });
    await press(entry, text.restore);
    const asked = confirmation(page, rows.words.saveTitle);
    const difference = asked.getByRole('row').filter({ hasText: 'Bandung 1' });
    assert.match((await difference.innerText()).replace(/\s+/gu, ' '), /Bandung 1 \+2 −1 3/u);
    await press(asked, rows.words.cancel);
    await asked.waitFor({ state: 'hidden' });
    assert.deepEqual(await api.registered(id, 'BDG1'), ['TB0457', 'TB0460']);
    await press(entry, text.restore);
    await press(asked, rows.words.yes);
    await seeStatus(page, rows.words.storesSaved(2, 1));
    assert.deepEqual(await api.registered(id, 'BDG1'), ['TB0451', 'TB0454', 'TB0457']);
    await seeCount(history, 5);
    await press(entry, text.restore);
    await seeStatus(page, text.nothingToRestore);
  });
});
