import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { type Page } from 'playwright-core';
import { chooseBetaApp, dialog, eventually } from '../e2e/support/screen.js';
import { openStage, type Stage } from '../e2e/support/stage.js';
import { type Sample, samplesIn } from './support/documents.js';
import { fillTemplate } from './support/jinja.js';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
afterEach(() => stage.closePages());
after(() => stage.close());

/** Opens a sample as a page of the demo, and collects what the browser complains about. */
async function openSample(
  { text }: Sample,
  { query = '', headers = {} } = {},
): Promise<{ page: Page; complaints: string[] }> {
  const page = await stage.open('/healthz');
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // The icon is what the browser wants for the page that it comes from.
    const isIcon = message.location().url.endsWith('/favicon.ico');
    if (message.type() === 'error' && !isIcon)
      complaints.push(`${message.text()} ${message.location().url}`);
  });
  const body = `<!doctype html>
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/bootstrap.min.css" />
      </head>
      <body>${text}</body>
    </html>`;
  const answer = { headers: { 'Content-Type': 'text/html', ...headers }, body };
  await page.route(/\/contoh(?:\?|$)/u, (route) => route.fulfill(answer));
  await page.goto(`${stage.url}/contoh${query}`);
  return { page, complaints };
}

/** The one sample with that text in it. */
function sampleWith(text: string): Sample {
  const [found, ...others] = samplesIn('html').filter(
    (sample) => sample.file.startsWith('docs') && sample.text.includes(text),
  );
  assert.ok(found !== undefined && others.length === 0, `not one sample with ${text}`);
  return found;
}

const templates = samplesIn('jinja').map((sample) => ({
  ...sample,
  text: fillTemplate(sample.text, {
    id: '1',
    'config.BETA_APP_URL': '/api',
    "url_for('beta_app_store')": '/beta-app-store',
  }),
}));

describe('HTML in the documentation', () => {
  for (const sample of [...samplesIn('html'), ...templates]) {
    it(`shows its elements: ${sample.file}, line ${sample.line}`, async () => {
      const { page, complaints } = await openSample(sample);
      const tags = new Set(sample.text.match(/(?<=<)beta-[a-z-]+/gu));
      assert.ok(tags.size > 0, 'no element in it');
      for (const tag of tags) {
        await page.locator(tag).first().getByRole('heading', { level: 2 }).waitFor();
      }
      await page.waitForLoadState('networkidle');
      assert.deepEqual(complaints, []);
    });
  }

  it('lets jQuery hear the events', async () => {
    const { page } = await openSample(sampleWith("on('beta-app-created'"));
    await page.getByRole('button', { name: 'Tambah', exact: true }).click();
    const form = dialog(page, 'Tambah beta-app');
    await form.getByLabel('Nama beta-app').fill('Uji dokumentasi');
    await form.getByLabel('Tanggal mulai').fill('2031-03-01');
    await form.getByLabel('Tanggal selesai').fill('2031-03-09');
    await form.getByRole('button', { name: 'Simpan' }).click();
    await page.locator('#last').getByText('Uji dokumentasi').waitFor();
  });

  it('shows messages in an alert of the page', async () => {
    const { page } = await openSample(sampleWith("on('beta-notify'"));
    const { name } = await stage.api.createBetaApp({ name: 'Uji pesan' });
    await chooseBetaApp(page, name);
    const alert = page.locator('#pesan > .alert-success[data-code="ok.picked"]');
    await alert.getByText(name).waitFor();
    assert.equal(await page.getByRole('status').getByText(name).count(), 1);
  });

  it('adds headers to what the elements ask', async () => {
    const { page } = await openSample(sampleWith('createClient({'));
    await page.locator('beta-app-editor').getByRole('heading', { level: 2 }).waitFor();
    const asked = page.waitForRequest((request) => request.url().includes('/api/beta-apps'));
    await page.locator('beta-app-editor #beta-app').click();
    assert.equal(await (await asked).headerValue('X-CSRFToken'), '6f1d0c');
  });

  it('colours the main action', async () => {
    const { page } = await openSample(sampleWith('--beta-primary: #006b3f'));
    const button = page.getByRole('button', { name: 'Tambah', exact: true });
    await eventually(
      () => button.evaluate((it) => getComputedStyle(it).backgroundColor === 'rgb(0, 107, 63)'),
      'the button is green',
    );
  });

  it('needs nothing of a strict policy but its own origin', async () => {
    const { id } = await stage.api.createBetaApp({ name: 'Uji kebijakan' });
    const { page, complaints } = await openSample(
      sampleWith('src="/widgets.js"></script>\n\n<beta-store-picker>'),
      {
        query: `?beta-app=${id}&cabang=BDG1`,
        headers: { 'Content-Security-Policy': "default-src 'self'; img-src data:" },
      },
    );
    const rows = page.getByRole('row').filter({ has: page.getByRole('gridcell') });
    await rows.nth(2).waitFor();
    const tops = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().y));
    assert.equal(new Set(tops).size, tops.length, 'rows lie on each other');
    assert.deepEqual(complaints, []);
  });

  it('speaks English inside lang="en"', async () => {
    const { page } = await openSample(sampleWith('<div lang="en">'));
    await page.getByRole('button', { name: /^Beta app / }).waitFor();
  });
});
