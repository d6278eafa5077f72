import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { type Page, type Response } from 'playwright-core';
import { dialog, seeAlert } from './support/screen.js';
import { openStage, type Stage } from './support/stage.js';

/** Takes the form's own checks out of the page, as somebody with the browser's tools can. */
async function removeChecks(page: Page): Promise<void> {
  await page.locator('input, textarea').evaluateAll((controls) => {
    for (const control of controls) {
      for (const name of ['required', 'min', 'max', 'maxlength', 'pattern']) {
        control.removeAttribute(name);
      }
    }
  });
}

interface ErrorBody {
  status_code: number;
  code: string;
  message: string;
  errors: { path: string; code: string }[];
}

describe('Peringatan dari server', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());
  afterEach(() => stage.closePages());

  async function answerTo(page: Page, press: () => Promise<void>) {
    const isWrite = (response: Response) => response.request().method() !== 'GET';
    const [response] = await Promise.all([page.waitForResponse(isWrite), press()]);
    const body = (await response.json()) as ErrorBody;
    return {
      status: response.status(),
      body,
      faults: body.errors.map(({ path, code }) => [path, code]),
    };
  }

  it("Row 29: without the form's own checks the server's answer is shown field by field", async () => {
    const page = await stage.open('/beta-app');
    await page.getByRole('button', { name: 'Tambah', exact: true }).click();
    const form = dialog(page, 'Tambah beta-app');
    await form.getByLabel('Nama beta-app').fill(`Uji ${'x'.repeat(160)}`);
    await removeChecks(page);
    await form.getByLabel('Nama beta-app').fill('x'.repeat(201));
    const { status, body, faults } = await answerTo(page, () =>
      form.getByRole('button', { name: 'Simpan', exact: true }).click(),
    );
    assert.equal(status, 400);
    assert.equal(body.status_code, 400);
    assert.equal(body.code, 'VALIDATION_FAILED');
    assert.deepEqual(faults, [
      ['name', 'too_long'],
      ['startsOn', 'required'],
      ['endsOn', 'required'],
    ]);
    await form
      .getByRole('alert')
      .getByText(/Tanggal mulai/u)
      .first()
      .waitFor();
    await form.getByText('Nama beta-app paling banyak 200 karakter.').first().waitFor();
    await form.getByText('Tanggal mulai belum diisi.').first().waitFor();
    for (const label of ['Nama beta-app', 'Tanggal mulai', 'Tanggal selesai']) {
      assert.equal(await form.getByLabel(label).getAttribute('aria-invalid'), 'true');
    }
    assert.equal((await form.getByLabel('Nama beta-app').inputValue()).length, 201);
    const stored = await stage.sql`select from beta_app.beta_app_state where name like 'xxx%'`;
    assert.equal(stored.length, 0);
  });

  it('Row 29: the same for an end before the start, and for the form of an application', async () => {
    const page = await stage.open('/beta-app');
    await page.getByRole('button', { name: 'Tambah', exact: true }).click();
    const form = dialog(page, 'Tambah beta-app');
    await form.getByLabel('Nama beta-app').fill('Uji Terbalik');
    await form.getByLabel('Tanggal mulai').fill('2090-05-10');
    await removeChecks(page);
    await form.getByLabel('Tanggal selesai').fill('2090-05-09');
    await removeChecks(page);
    const first = await answerTo(page, () =>
      form.getByRole('button', { name: 'Simpan', exact: true }).click(),
    );
    assert.deepEqual(first.faults, [['endsOn', 'end_before_start']]);
    await form
      .getByText('Tanggal selesai harus sama dengan atau setelah tanggal mulai.')
      .first()
      .waitFor();
    const stored = await stage.sql`select from beta_app.beta_app_state where name = 'Uji Terbalik'`;
    assert.equal(stored.length, 0);

    const betaApp = await stage.api.createBetaApp({ name: 'Uji Aplikasi Kosong' });
    const other = await stage.open(`/beta-app?beta-app=${betaApp.id}`);
    await other.getByRole('button', { name: 'Tambah Aplikasi' }).first().click();
    const applicationForm = dialog(other, 'Tambah aplikasi');
    await applicationForm.getByLabel('Versi beta').waitFor();
    await removeChecks(other);
    const second = await answerTo(other, () =>
      applicationForm.getByRole('button', { name: 'Simpan', exact: true }).click(),
    );
    assert.equal(second.status, 400);
    assert.deepEqual(second.faults, [
      ['applicationCode', 'required'],
      ['version', 'required'],
    ]);
    await seeAlert(other, /Versi beta/u);
    assert.deepEqual((await stage.api.getBetaApp(betaApp.id)).applications, []);
  });
});
