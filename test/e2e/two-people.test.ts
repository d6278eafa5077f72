import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { seeFocus } from './support/focus.js';
import { seeStatus } from './support/screen.js';
import { openStage, type Stage } from './support/stage.js';
import { openStores } from './support/store-page.js';
import { ways } from './support/ways.js';

const budi = '2012007788';

describe('Dua orang pada satu beta-app', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());
  afterEach(() => stage.closePages());

  it('merges what they changed in different stores, and tells the second', async () => {
    const { id } = await stage.api.createBetaApp({ name: 'Uji Gabung' });
    const sari = await openStores(stage, id);
    const other = await openStores(stage, id, 'BDG1', { nik: budi });
    await sari.tick('TB0010');
    await other.tick('TB0011');
    await other.tick('TB0012');
    await other.saveAll();
    await seeStatus(other.page, 'Daftar toko berhasil diperbarui: 2 ditambahkan, 0 dikeluarkan.');
    await sari.saveAll();
    await seeStatus(sari.page, 'Daftar toko berhasil diperbarui: 1 ditambahkan, 0 dikeluarkan.');
    await sari.page
      .getByText('Budi Santoso juga mengubah 2 toko. Perubahan Anda tetap tersimpan.')
      .first()
      .waitFor();
    assert.deepEqual(await stage.api.registered(id, 'BDG1'), ['TB0010', 'TB0011', 'TB0012']);
  });

  for (const way of ways) {
    const { lang, reload, storesChanged } = way.words;

    it(`tells in an open list what somebody saves elsewhere, ${way.title}`, async () => {
      const { id } = await stage.api.createBetaApp({ name: `Uji Kabar ${lang}` });
      const sari = await openStores(stage, id, 'BDG1', {}, way);
      const other = await openStores(stage, id, 'BDG1', { nik: budi });
      await sari.tick('TB0050');
      await other.tick('TB0051');
      await other.tick('TB0052');
      await other.saveAll();
      const note = sari.page.getByText(storesChanged).first();
      await note.waitFor();
      assert.equal(await (await sari.find('TB0051')).isChecked(), false);
      await way.hand.press(sari.page.getByRole('button', { name: reload, exact: true }));
      await note.waitFor({ state: 'detached' });
      await seeFocus(sari.page.locator('beta-store-grid :focus'));
      assert.equal(await (await sari.find('TB0051')).isChecked(), true);
      assert.equal(await (await sari.find('TB0050')).isChecked(), true);
    });
  }

  it('tells who set the same stores the other way, and offers to save without them', async () => {
    const stores = ['TB0022', 'TB0021'];
    const { id } = await stage.api.createBetaApp({ name: 'Uji Bentrok', stores });
    const sari = await openStores(stage, id);
    // Sari's page shows both as registered; Budi withdraws one and registers it again.
    await stage.api.saveStores(id, [{ registered: false, codes: ['TB0022'] }], budi);
    await stage.api.saveStores(id, [{ registered: true, codes: ['TB0022'] }], budi);
    await sari.tick('TB0022');
    await sari.tick('TB0030');
    await sari.save.click();
    await sari.page
      .getByText(/Budi Santoso \(NIK 2012007788\) mengubah 1 toko yang sama pada .*TB0022/u)
      .first()
      .waitFor();
    await sari.page.getByRole('button', { name: 'Simpan tanpa 1 toko ini' }).click();
    await seeStatus(sari.page, 'Daftar toko berhasil diperbarui: 1 ditambahkan, 0 dikeluarkan.');
    assert.deepEqual(await stage.api.registered(id, 'BDG1'), ['TB0021', 'TB0022', 'TB0030']);
  });

  it('lists the stores that another trial of the application holds, and saves without them', async () => {
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const { id } = await stage.api.createBetaApp({
      name: 'Uji Rebut',
      startsOn: today,
      applications: [['POS', '4.22.0-beta.1']],
    });
    const { page, tick, save, find } = await openStores(stage, id);
    await tick('TB0002');
    await tick('TB0003');
    await tick('TB0430');
    await save.click();
    await page.getByText('2 toko sedang menguji aplikasi yang sama').first().waitFor();
    await page
      .getByText(
        /Kasir Toko 4\.19\.0-beta\.3 di beta-app “Uji Kasir QRIS”, .*, Sari Wulandari \(NIK 2015014321\)/u,
      )
      .first()
      .waitFor();
    await page
      .getByText(/TB0002/u)
      .first()
      .waitFor();
    assert.deepEqual(await stage.api.registered(id, 'BDG1'), []);
    await page.getByRole('button', { name: 'Simpan tanpa 2 toko ini' }).click();
    await seeStatus(page, 'Daftar toko berhasil diperbarui: 1 ditambahkan, 0 dikeluarkan.');
    assert.ok(!(await (await find('TB0002')).isChecked()));
    assert.deepEqual(await stage.api.registered(id, 'BDG1'), ['TB0430']);
  });

  it('goes back from the conflict with every tick in place', async () => {
    const create = (name: string, version: string, stores: string[] = []) =>
      stage.api.createBetaApp({ name, applications: [['POS', version]], stores });
    const { id } = await create('Uji Kembali', '4.23.0-beta.1');
    const { page, tick, save, find } = await openStores(stage, id);
    await tick('TB0431');
    // Only after the list was read, so that nothing marks it.
    await create('Uji Duluan', '4.24.0-beta.1', ['TB0431']);
    await save.click();
    await page.getByText('1 toko sedang menguji aplikasi yang sama').first().waitFor();
    await page.getByRole('button', { name: 'Kembali', exact: true }).click();
    assert.ok(await (await find('TB0431')).isChecked());
  });

  it('tells by name which ticked store has closed meanwhile, and saves without it', async () => {
    const { id } = await stage.api.createBetaApp({ name: 'Uji Tutup' });
    const { page, tick, saveAll } = await openStores(stage, id);
    await tick('TB0040');
    await tick('TB0041');
    await stage.sql`
      update beta_app.store_state set open = false
      where until = 'infinity' and store_id = (select id from beta_app.store where code = 'TB0040')`;
    await saveAll();
    await page
      .getByText(/TB0040/u)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /^Simpan tanpa/u }).click();
    await seeStatus(page, 'Daftar toko berhasil diperbarui: 1 ditambahkan, 0 dikeluarkan.');
    assert.deepEqual(await stage.api.registered(id, 'BDG1'), ['TB0041']);
  });
});
