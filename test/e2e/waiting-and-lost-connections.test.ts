import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { type Locator, type Page } from 'playwright-core';
import { confirmation, dialog, seeAlert, seeStatus } from './support/screen.js';
import { openStage, type Stage } from './support/stage.js';
import { openStores } from './support/store-page.js';
import { openLine, type UnsteadyLine } from './support/unsteady-line.js';

const lost = 'Terjadi kesalahan! Server tidak dapat dihubungi. Isian Anda tidak hilang.';

describe('Menunggu, dan koneksi yang terputus', () => {
  let stage: Stage;
  let line: UnsteadyLine;
  before(async () => {
    stage = await openStage();
    line = await openLine({ host: '127.0.0.1', port: Number(new URL(stage.url).port) });
  });
  after(async () => {
    await line.close();
    await stage.close();
  });
  afterEach(() => stage.closePages());

  const retry = (page: Page): Locator => page.getByRole('button', { name: 'Coba lagi' }).first();
  const throughLine = () => ({ origin: `http://localhost:${line.port}` });

  async function fillForm(page: Page, name: string) {
    await page.getByRole('button', { name: 'Tambah', exact: true }).click();
    const form = dialog(page, 'Tambah beta-app');
    await form.getByLabel('Nama beta-app').fill(name);
    await form.getByLabel('Tanggal mulai').fill('2092-03-01');
    await form.getByLabel('Tanggal selesai').fill('2092-03-31');
    return { form, save: form.getByRole('button', { name: 'Simpan', exact: true }) };
  }

  it('loses nothing to a database that locks everybody out', async () => {
    const { id } = await stage.api.createBetaApp({ name: 'Uji Basis Data' });
    const { page, find, tick, saveAll } = await openStores(stage, id);
    page.setDefaultTimeout(20_000);
    await tick('TB0300');
    const holding = stage.sql.begin(async (sql) => {
      await sql`lock table beta_app.beta_app in access exclusive mode`;
      await saveAll();
      await page.getByRole('alert').getByText(/./u).first().waitFor();
    });
    await holding;
    assert.deepEqual(await stage.api.registered(id, 'BDG1'), []);
    await retry(page).click();
    await seeStatus(page, 'Daftar toko berhasil diperbarui: 1 ditambahkan, 0 dikeluarkan.');
    assert.ok(await (await find('TB0300')).isChecked());
    assert.deepEqual(await stage.api.registered(id, 'BDG1'), ['TB0300']);
  });

  it('survives database connections that are killed under the page', async () => {
    const { id } = await stage.api.createBetaApp({ name: 'Uji Koneksi Mati' });
    const { page, tick, saveAll } = await openStores(stage, id);
    await tick('TB0301');
    await stage.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'beta-app-server' and datname = current_database()`;
    await saveAll();
    const done = page.getByRole('status').getByText(/Daftar toko berhasil diperbarui/u);
    await done.or(retry(page)).first().waitFor();
    if (await retry(page).isVisible()) await retry(page).click();
    await done.waitFor();
    assert.deepEqual(await stage.api.registered(id, 'BDG1'), ['TB0301']);
  });

  for (const [name, answer] of [
    [
      'the server says that the session has ended',
      { status: 401, json: { code: 'AUTHENTICATION_REQUIRED', message: '' } },
    ],
    [
      'the host leads to its login page',
      { status: 302, headers: { location: '/login?next=/api' } },
    ],
  ] as const) {
    it(`keeps what was typed when ${name}, and goes on after signing in`, async () => {
      const page = await stage.open('/beta-app');
      const { form, save } = await fillForm(page, `Uji Sesi ${answer.status}`);
      await page.route('**/api/beta-apps', (route) => route.fulfill(answer));
      await save.click();
      await seeAlert(
        page,
        'Sesi Anda telah berakhir. Masuk lagi di tab lain, lalu tekan “Coba lagi”; isian Anda tetap ada.',
      );
      assert.equal(
        await form.getByLabel('Nama beta-app').inputValue(),
        `Uji Sesi ${answer.status}`,
      );
      await page.unroute('**/api/beta-apps');
      await retry(page).click();
      await seeStatus(page, `Pembuatan beta-app “Uji Sesi ${answer.status}” berhasil.`);
    });
  }

  it('says when a busy server wants to be asked again', async () => {
    const page = await stage.open('/beta-app');
    const { save } = await fillForm(page, 'Uji Sibuk');
    await page.route('**/api/beta-apps', (route) =>
      route.fulfill({
        status: 503,
        headers: { 'retry-after': '7' },
        json: { status_code: 503, status: 'Error', message: '', code: 'SERVER_BUSY' },
      }),
    );
    await save.click();
    await seeAlert(page, 'Layanan sedang sibuk. Coba lagi dalam 7 detik.');
    await page.unroute('**/api/beta-apps');
    await retry(page).click();
    await seeStatus(page, 'Pembuatan beta-app “Uji Sibuk” berhasil.');
  });

  it('removes an application once, although its confirmation met a cut line', async () => {
    const { id } = await stage.api.createBetaApp({
      name: 'Uji Hapus Putus',
      applications: [['POS', '4.19.0']],
    });
    const page = await stage.open(`/beta-app?beta-app=${id}`, throughLine());
    await page.getByRole('button', { name: 'Hapus Kasir Toko' }).click();
    const asked = confirmation(page, 'Hapus aplikasi “Kasir Toko”?');
    line.cut();
    await asked.getByRole('button', { name: 'Ya', exact: true }).click();
    await seeAlert(page, lost);
    line.mend();
    await retry(page).click();
    await seeStatus(page, 'Aplikasi “Kasir Toko” berhasil dihapus dari beta-app.');
    assert.deepEqual((await stage.api.getBetaApp(id)).applications, []);
  });
});
