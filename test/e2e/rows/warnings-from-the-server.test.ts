import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Page, type Response } from 'playwright-core';
import { dialog, seeAlert } from '../support/screen.js';
import { describeRows } from '../support/rows.js';

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

describeRows('Peringatan dari server', (rows) => {
  const { hand, words } = rows;

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
    const page = await rows.open('/beta-app');
    await hand.press(page.getByRole('button', { name: words.add, exact: true }));
    const form = dialog(page, words.addBetaApp);
    await hand.fill(form.getByLabel(words.name), `Uji ${'x'.repeat(160)}`);
    await removeChecks(page);
    await hand.fill(form.getByLabel(words.name), 'x'.repeat(201));
    const { status, body, faults } = await answerTo(page, () =>
      hand.press(form.getByRole('button', { name: words.save, exact: true })),
    );
    assert.equal(status, 400);
    assert.equal(body.status_code, 400);
    assert.equal(body.code, 'VALIDATION_FAILED');
    assert.deepEqual(faults, [
      ['name', 'too_long'],
      ['startsOn', 'required'],
      ['endsOn', 'required'],
    ]);
    await form.getByRole('alert').getByText(words.startsOn).first().waitFor();
    await form.getByText(words.tooLong(words.name, 200)).first().waitFor();
    await form.getByText(words.missing(words.startsOn)).first().waitFor();
    for (const label of [words.name, words.startsOn, words.endsOn]) {
      assert.equal(await form.getByLabel(label).getAttribute('aria-invalid'), 'true');
    }
    assert.equal((await form.getByLabel(words.name).inputValue()).length, 201);
    const stored = await rows.stage.sql`select from beta_app.beta_app_state where name like 'xxx%'`;
    assert.equal(stored.length, 0);
  });

  it('Row 29: the same for an end before the start, and for the form of an application', async () => {
    const page = await rows.open('/beta-app');
    await hand.press(page.getByRole('button', { name: words.add, exact: true }));
    const form = dialog(page, words.addBetaApp);
    await hand.fill(form.getByLabel(words.name), 'Uji Terbalik');
    await hand.fillDate(form.getByLabel(words.startsOn), '2090-05-10');
    await removeChecks(page);
    await hand.fillDate(form.getByLabel(words.endsOn), '2090-05-09');
    await removeChecks(page);
    const first = await answerTo(page, () =>
      hand.press(form.getByRole('button', { name: words.save, exact: true })),
    );
    assert.deepEqual(first.faults, [['endsOn', 'end_before_start']]);
    await form.getByText(words.endBeforeStart).first().waitFor();
    const stored = await rows.stage
      .sql`select from beta_app.beta_app_state where name = 'Uji Terbalik'`;
    assert.equal(stored.length, 0);

    const betaApp = await rows.stage.api.createBetaApp({ name: 'Uji Aplikasi Kosong' });
    const other = await rows.open(`/beta-app?beta-app=${betaApp.id}`);
    await hand.press(other.getByRole('button', { name: words.addApplication }).first());
    const applicationForm = dialog(other, words.addApplicationForm);
    await applicationForm.getByLabel(words.betaVersion).waitFor();
    await removeChecks(other);
    const second = await answerTo(other, () =>
      hand.press(applicationForm.getByRole('button', { name: words.save, exact: true })),
    );
    assert.equal(second.status, 400);
    assert.deepEqual(second.faults, [
      ['applicationCode', 'required'],
      ['version', 'required'],
    ]);
    await seeAlert(other, words.betaVersion);
    assert.deepEqual((await rows.stage.api.getBetaApp(betaApp.id)).applications, []);
  });
});
