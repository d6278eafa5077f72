import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Page } from 'playwright-core';
import { dialog, fact, seeStatus } from '../support/screen.js';
import { describeRows } from '../support/rows.js';

describeRows('Membuat beta-app', (rows) => {
  const { hand, words } = rows;

  async function openForm(page: Page) {
    await hand.press(page.getByRole('button', { name: words.add, exact: true }));
    const form = dialog(page, words.addBetaApp);
    return {
      form,
      name: form.getByLabel(words.name),
      startsOn: form.getByLabel(words.startsOn),
      endsOn: form.getByLabel(words.endsOn),
      save: form.getByRole('button', { name: words.save, exact: true }),
    };
  }

  it('Row 3: "Tambah" opens the form with name and period', async () => {
    const page = await rows.open('/beta-app');
    const { name, startsOn, endsOn } = await openForm(page);
    await name.waitFor();
    assert.deepEqual(
      [await name.inputValue(), await startsOn.inputValue(), await endsOn.inputValue()],
      ['', '', ''],
    );
    for (const field of [words.name, words.startsOn, words.endsOn]) {
      await page.getByLabel(`${field} ${words.required}`).waitFor();
    }
  });

  it('Row 4: the fields take input', async () => {
    const page = await rows.open('/beta-app');
    const { name, startsOn, endsOn } = await openForm(page);
    await hand.fill(name, 'Uji Ketik');
    await hand.fillDate(startsOn, '2090-03-01');
    await hand.fillDate(endsOn, '2090-03-31');
    assert.deepEqual(
      [await name.inputValue(), await startsOn.inputValue(), await endsOn.inputValue()],
      ['Uji Ketik', '2090-03-01', '2090-03-31'],
    );
    await page.getByText(words.march2090).waitFor();
  });

  it("Row 5: a press opens the browser's date pop-up, and the date is spelled out", async () => {
    const page = await rows.open('/beta-app');
    const { form, startsOn } = await openForm(page);
    await hand.openCalendar(startsOn);
    await page.keyboard.press('Escape');
    assert.ok(await form.isVisible(), 'the calendar has taken the key');
    await hand.fillDate(startsOn, '2026-11-24');
    await form.getByText(words.tuesday).waitFor();
  });

  it('Row 6: "Simpan" with something missing says what, marks it, and sends nothing', async () => {
    const page = await rows.open('/beta-app');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url());
    });
    const { form, name, startsOn, endsOn, save } = await openForm(page);
    await hand.fill(name, 'Uji Kurang');
    await hand.press(save);
    const said = words.incomplete(`${words.startsOn}, ${words.endsOn}`);
    await form.getByRole('alert').getByText(said).waitFor();
    assert.equal(await startsOn.getAttribute('aria-invalid'), 'true');
    assert.equal(await endsOn.getAttribute('aria-invalid'), 'true');
    assert.notEqual(await name.getAttribute('aria-invalid'), 'true');
    await form.getByText(words.missing(words.startsOn)).waitFor();
    assert.ok(await startsOn.evaluate((input) => input.matches(':focus')));
    await hand.fillDate(startsOn, '2090-01-05');
    await form.getByText(words.missing(words.startsOn)).waitFor({ state: 'detached' });
    assert.deepEqual(sent, []);
  });

  it('Row 7: "Simpan" with all filled in creates the beta-app and fills the page', async () => {
    const page = await rows.open('/beta-app');
    const { name, startsOn, endsOn, save } = await openForm(page);
    await hand.fill(name, '  Uji Kasir Desember  ');
    await hand.fillDate(startsOn, '2090-12-01');
    await hand.fillDate(endsOn, '2090-12-31');
    await hand.press(save);
    await seeStatus(page, words.created('Uji Kasir Desember'));
    await page.getByRole('button', { name: `${words.betaApp} Uji Kasir Desember` }).waitFor();
    assert.match(await fact(page, words.period).innerText(), words.december2090);
    assert.equal(await fact(page, words.user).innerText(), 'Sari Wulandari');
    const stored = await rows.stage.sql`
      select name, period::text from beta_app.beta_app_state where name = 'Uji Kasir Desember'`;
    assert.deepEqual(
      [...stored],
      [{ name: 'Uji Kasir Desember', period: '[2090-12-01,2091-01-01)' }],
    );
    await page.locator('#log').getByText(words.heardCreated('Uji Kasir Desember')).waitFor();
  });
});
