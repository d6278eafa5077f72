import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { type Page } from 'playwright-core';
import { betaAppField, dialog, fact, seeAlert, seeStatus } from './support/screen.js';
import { openStage, type Stage } from './support/stage.js';

describe('Membuat beta-app', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());
  afterEach(() => stage.closePages());

  async function openForm(page: Page) {
    await page.getByRole('button', { name: 'Tambah', exact: true }).click();
    const form = dialog(page, 'Tambah beta-app');
    return {
      form,
      name: form.getByLabel('Nama beta-app'),
      startsOn: form.getByLabel('Tanggal mulai'),
      endsOn: form.getByLabel('Tanggal selesai'),
      save: form.getByRole('button', { name: 'Simpan', exact: true }),
    };
  }

  it('belongs to whoever is signed in', async () => {
    const page = await stage.open('/beta-app');
    await page.getByLabel('Masuk sebagai').selectOption({ label: 'Budi Santoso · 2012007788' });
    await page.waitForLoadState();
    const { name, startsOn, endsOn, save } = await openForm(page);
    await name.fill('Uji Milik Budi');
    await startsOn.fill('2090-12-01');
    await endsOn.fill('2090-12-31');
    await save.click();
    await seeStatus(page, 'Pembuatan beta-app “Uji Milik Budi” berhasil.');
    assert.equal(await fact(page, 'User').innerText(), 'Budi Santoso');
    assert.equal(await fact(page, 'NIK').innerText(), '2012007788');
  });

  it('tells whose beta-app has the name already, and keeps what was typed', async () => {
    await stage.api.createBetaApp({ name: 'Uji Nama', nik: '2012007788' });
    const page = await stage.open('/beta-app');
    const { form, name, startsOn, endsOn, save } = await openForm(page);
    await name.fill('uji nama');
    await startsOn.fill('2091-01-10');
    await endsOn.fill('2091-01-12');
    await save.click();
    await form
      .getByText(
        'Nama ini sudah dipakai beta-app lain dalam periode itu (Budi Santoso, NIK 2012007788).',
      )
      .first()
      .waitFor();
    assert.equal(await name.inputValue(), 'uji nama');
    assert.equal(await name.getAttribute('aria-invalid'), 'true');
  });

  it('refuses an end before the start', async () => {
    const page = await stage.open('/beta-app');
    const { form, name, startsOn, endsOn, save } = await openForm(page);
    await name.fill('Uji Terbalik');
    await startsOn.fill('2090-05-10');
    await endsOn.fill('2090-05-09');
    await save.click();
    await form
      .getByText('Tanggal selesai harus sama dengan atau setelah tanggal mulai.')
      .first()
      .waitFor();
  });

  it('keeps what was typed when the form is closed', async () => {
    const page = await stage.open('/beta-app');
    const first = await openForm(page);
    await first.name.fill('Uji Lupa');
    await page.keyboard.press('Escape');
    await first.form.waitFor({ state: 'detached' });
    const again = await openForm(page);
    assert.equal(await again.name.inputValue(), 'Uji Lupa');
  });

  it('changes name and period with "Ubah"', async () => {
    const { id } = await stage.api.createBetaApp({ name: 'Uji Lama' });
    const page = await stage.open(`/beta-app?beta-app=${id}`);
    await page.getByRole('button', { name: 'Ubah', exact: true }).first().click();
    const form = dialog(page, 'Ubah beta-app');
    await form.getByLabel('Nama beta-app').fill('Uji Baru');
    await form.getByRole('button', { name: 'Simpan', exact: true }).click();
    await seeStatus(page, 'Perubahan beta-app “Uji Baru” berhasil disimpan.');
    await betaAppField(page)
      .and(page.getByRole('button', { name: 'Beta-App Uji Baru' }))
      .waitFor();
  });

  it('shows who changed what before, and keeps the typed values, when the edit is stale', async () => {
    const betaApp = await stage.api.createBetaApp({ name: 'Uji Basi' });
    const page = await stage.open(`/beta-app?beta-app=${betaApp.id}`);
    await page.getByRole('button', { name: 'Ubah', exact: true }).first().click();
    const form = dialog(page, 'Ubah beta-app');
    await form.getByLabel('Nama beta-app').fill('Uji Basi Versi Saya');
    await stage.api.change(betaApp, { endsOn: '2091-02-15' }, '2012007788');
    await form.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.getByText('Beta-app ini sudah berubah').first().waitFor();
    await page
      .getByText(/Budi Santoso \(NIK 2012007788\) mengubah/u)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Pakai data terbaru' }).click();
    assert.equal(await form.getByLabel('Nama beta-app').inputValue(), 'Uji Basi Versi Saya');
    await form
      .getByText(/15 Februari 2091/u)
      .first()
      .waitFor();
    await form.getByRole('button', { name: 'Simpan', exact: true }).click();
    await seeStatus(page, 'Perubahan beta-app “Uji Basi Versi Saya” berhasil disimpan.');
  });

  it('ends an active beta-app and cancels a scheduled one from "Lainnya"', async () => {
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const active = await stage.api.createBetaApp({ name: 'Uji Akhiri', startsOn: today });
    const page = await stage.open(`/beta-app?beta-app=${active.id}`);
    await page.getByRole('button', { name: 'Lainnya' }).click();
    await page.getByRole('menuitem', { name: 'Akhiri beta-app' }).click();
    await page
      .getByRole('alertdialog', { name: 'Akhiri beta-app “Uji Akhiri” hari ini?' })
      .waitFor();
    await page.getByRole('button', { name: 'Ya', exact: true }).click();
    await seeStatus(page, /Uji Akhiri/u);
    assert.equal((await stage.api.getBetaApp(active.id)).endsOn, today);

    const scheduled = await stage.api.createBetaApp({ name: 'Uji Batalkan' });
    const other = await stage.open(`/beta-app?beta-app=${scheduled.id}`);
    await other.getByRole('button', { name: 'Lainnya' }).click();
    await other.getByRole('menuitem', { name: 'Batalkan beta-app' }).click();
    await other.getByRole('button', { name: 'Ya', exact: true }).click();
    await other
      .getByText('Beta-app ini sudah dibatalkan dan hanya dapat dilihat.')
      .first()
      .waitFor();
    assert.equal((await stage.api.getBetaApp(scheduled.id)).state, 'cancelled');
    assert.equal(await other.getByRole('button', { name: 'Ubah', exact: true }).count(), 0);
  });

  it('never shows markup that somebody put into a name', async () => {
    const name = '<img src=x onerror="window.hacked=1"> Uji';
    const { id } = await stage.api.createBetaApp({ name });
    const page = await stage.open(`/beta-app?beta-app=${id}`);
    await page.getByRole('heading', { name }).waitFor();
    await betaAppField(page).click();
    await dialog(page, 'Pilih beta-app').getByRole('button', { name }).first().click();
    await page.locator('#log').getByText(name).first().waitFor();
    assert.equal(await page.evaluate(() => 'hacked' in window), false);
  });

  it('takes bad dates back field by field from the server', async () => {
    const page = await stage.open('/beta-app');
    const { form, name, startsOn, endsOn, save } = await openForm(page);
    await name.fill('Uji Lampau');
    await startsOn.fill('2020-01-01');
    await endsOn.fill('2020-01-31');
    await save.click();
    await seeAlert(page, /./u);
    assert.equal(await endsOn.getAttribute('aria-invalid'), 'true');
    await form.getByLabel('Nama beta-app').waitFor();
    assert.deepEqual(
      [...(await stage.sql`select from beta_app.beta_app_state where name = 'Uji Lampau'`)],
      [],
    );
  });
});
