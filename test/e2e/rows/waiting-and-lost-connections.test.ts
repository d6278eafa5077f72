import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Locator, type Page } from 'playwright-core';
import { dialog, eventually, seeAlert, seeStatus } from '../support/screen.js';
import { describeRows } from '../support/rows.js';
import { openStores } from '../support/store-page.js';
import { openLine, type UnsteadyLine } from '../support/unsteady-line.js';

describeRows('Menunggu, dan koneksi yang terputus', (rows) => {
  const { hand, words } = rows;
  let line: UnsteadyLine;
  before(async () => {
    line = await openLine({ host: '127.0.0.1', port: Number(new URL(rows.stage.url).port) });
  });
  after(() => line.close());

  const busy = (page: Page): Locator => page.locator('[aria-busy="true"]');
  const retry = (page: Page): Locator => page.getByRole('button', { name: words.retry }).first();
  const throughLine = () => ({ origin: `http://localhost:${line.port}` });

  async function fillForm(page: Page, name: string) {
    await hand.press(page.getByRole('button', { name: words.add, exact: true }));
    const form = dialog(page, words.addBetaApp);
    await hand.fill(form.getByLabel(words.name), name);
    await hand.fillDate(form.getByLabel(words.startsOn), '2092-03-01');
    await hand.fillDate(form.getByLabel(words.endsOn), '2092-03-31');
    return { form, save: form.getByRole('button', { name: words.save, exact: true }) };
  }

  const created = async (name: string) => {
    const found = await rows.stage.sql`select from beta_app.beta_app_state where name = ${name}`;
    return found.length;
  };

  it('Row 30: a slow request shows a loading sign, which goes when it is done', async () => {
    const { id } = await rows.stage.api.createBetaApp({ name: 'Uji Lambat' });
    const page = await rows.open('/beta-app');
    await page.route(`**/api/beta-apps/${id}`, async (route) => {
      await sleep(1_500);
      await route.continue();
    });
    await page.goto(`${rows.stage.url}/beta-app?beta-app=${id}&lang=${words.lang}`);
    await busy(page).first().waitFor();
    await page.getByText(words.loading).first().waitFor({ state: 'attached' });
    await page.getByRole('heading', { name: 'Uji Lambat' }).waitFor();
    await busy(page).waitFor({ state: 'detached' });
  });

  it('Row 30: a slow save shows a sign and takes no second press', async () => {
    const page = await rows.open('/beta-app');
    let requests = 0;
    await page.route('**/api/beta-apps', async (route) => {
      if (route.request().method() === 'POST') {
        requests++;
        await sleep(1_500);
      }
      await route.continue();
    });
    const { save } = await fillForm(page, 'Uji Tekan Dua Kali');
    await hand.press(save);
    await eventually(async () => (await save.getAttribute('aria-disabled')) === 'true', 'busy');
    // A user can press what says that it can't be pressed; Playwright would wait.
    await save.dispatchEvent('click');
    await seeStatus(page, words.created('Uji Tekan Dua Kali'));
    assert.equal(requests, 1);
    await busy(page).waitFor({ state: 'detached' });
  });

  it('Row 30: a request that fails slowly shows the sign too, and the sign goes', async () => {
    const { id } = await rows.stage.api.createBetaApp({ name: 'Uji Gagal Lambat' });
    const page = await rows.open('/beta-app');
    const path = `**/api/beta-apps/${id}`;
    await page.route(path, async (route) => {
      await sleep(1_000);
      await route.abort('connectionreset');
    });
    await page.goto(`${rows.stage.url}/beta-app?beta-app=${id}&lang=${words.lang}`);
    await busy(page).first().waitFor();
    await page.getByText(words.wrong).first().waitFor();
    await busy(page).waitFor({ state: 'detached' });
    await page.unroute(path);
    await hand.press(retry(page));
    await page.getByRole('heading', { name: 'Uji Gagal Lambat' }).waitFor();
  });

  it('Row 31: a connection lost while creating loses nothing, and trying again saves once', async () => {
    const page = await rows.open('/beta-app', throughLine());
    const { form, save } = await fillForm(page, 'Uji Putus');
    line.cut();
    await hand.press(save);
    await seeAlert(page, words.lost);
    assert.equal(await form.getByLabel(words.name).inputValue(), 'Uji Putus');
    assert.equal(await created('Uji Putus'), 0);
    line.mend();
    await hand.press(retry(page));
    await seeStatus(page, words.created('Uji Putus'));
    assert.equal(await created('Uji Putus'), 1);
  });

  it('Row 31: an answer lost after the server had saved makes no second beta-app', async () => {
    const page = await rows.open('/beta-app', throughLine());
    const { save } = await fillForm(page, 'Uji Jawaban Hilang');
    line.loseAnswers();
    await hand.press(save);
    await seeAlert(page, words.lost);
    await eventually(async () => (await created('Uji Jawaban Hilang')) === 1, 'saved');
    line.mend();
    await hand.press(retry(page));
    await seeStatus(page, words.created('Uji Jawaban Hilang'));
    assert.equal(await created('Uji Jawaban Hilang'), 1);
  });

  it('Row 31: ticks live through a lost connection, and trying again saves them once', async () => {
    const { id } = await rows.stage.api.createBetaApp({ name: 'Uji Centang Putus' });
    const stores = await openStores(rows.stage, id, 'BDG1', throughLine(), rows);
    const { page, find, tick, saveAll } = stores;
    await tick('TB0123');
    await tick('TB0124');
    line.loseAnswers();
    await saveAll();
    await page.getByRole('alert').getByText(words.notSaved).first().waitFor();
    await eventually(
      async () => (await rows.stage.api.registered(id, 'BDG1')).length === 2,
      'saved by the server',
    );
    line.mend();
    await hand.press(retry(page));
    await seeStatus(page, words.storesSaved(2, 0));
    assert.ok(await (await find('TB0123')).isChecked());
    const saves = await rows.stage.sql`
      select from beta_app.event where beta_app_id = ${id} and action = 'save_stores'`;
    assert.equal(saves.length, 1);
  });

  it('Row 31: a frozen connection keeps the ticks, and they are saved when it thaws', async () => {
    const { id } = await rows.stage.api.createBetaApp({ name: 'Uji Beku' });
    const { page, find, tick, save, asked, saveAll } = await openStores(
      rows.stage,
      id,
      'BDG1',
      throughLine(),
      rows,
    );
    await tick('TB0201');
    line.freeze();
    await saveAll();
    await sleep(1_500);
    assert.deepEqual(await rows.stage.api.registered(id, 'BDG1'), []);
    line.thaw();
    await seeStatus(page, words.storesSaved(1, 0));
    await asked.waitFor({ state: 'detached' });
    assert.ok(await (await find('TB0201')).isChecked());
    await save.waitFor();
  });
});
