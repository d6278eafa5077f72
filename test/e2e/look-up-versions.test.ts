import assert from 'node:assert/strict';
import { type Locator, type Page } from 'playwright-core';
import { it } from 'node:test';
import { seeStatus } from './support/screen.js';
import { describeRows } from './support/rows.js';

const words = {
  id: {
    store: 'Kode atau nama toko',
    moment: 'Waktu kejadian',
    hour: '1 jam lalu',
    chosen: 'Pilih waktu…',
    time: 'Jam',
    answer: 'Versi di toko',
    beta: /^\d+ dari 60 aplikasi memakai versi beta\.$/u,
    asOf: /^Keadaan pada \S+, \d+ \S+ \d{4} pukul \d\d\.\d\d WIB$/u,
    at: 'pukul 00.01 WIB',
    notFound: 'Toko “XX9999” tidak ditemukan. Periksa kodenya atau cari dengan nama.',
    copy: 'Salin untuk tiket',
    copied: 'Teks untuk tiket berhasil disalin.',
    ticket: /^Toko TB0123 .+ \(Bandung 1\), \d+ \S+ \d{4} \d\d\.\d\d WIB\n/u,
    many: 'Banyak toko',
    codes: 'Kode toko',
    check: 'Periksa',
    list: 'Versi aplikasi di banyak toko',
    line: 'baris 2: “bukan kode”',
    unknown: 'Kode toko tidak dikenal.',
    export: 'Unduh CSV',
    heads: 'Kode,Toko,Cabang,Aplikasi,Versi,Kanal,Beta-app,Alasan',
    heard: 'Versi toko dicari: TB0123',
    byVersion: 'Toko per versi',
    application: 'Aplikasi',
    version: 'Versi',
    stores: /^1\.234 toko di 6 cabang memakai Kasir Toko 4\.19\.0-beta\.3\.$/u,
    share: '411 dari 612 toko',
    inBranch: 'Toko di Bandung 1 (411)',
    fileHeads: 'Kode,Toko,Cabang,Aplikasi,Versi,Kanal,Beta-app',
    storesOf: 'Toko yang memakai Kasir Toko 4.19.0-beta.3',
    noStore: 'Tidak ada toko yang memakai Kasir Toko 9.9 pada waktu itu. Periksa versinya.',
  },
  en: {
    store: 'Store code or name',
    moment: 'Time of the incident',
    hour: '1 hour ago',
    chosen: 'Choose a time…',
    time: 'Time',
    answer: 'Versions in the store',
    beta: /^\d+ of 60 applications runs? a beta version\.$/u,
    asOf: /^As of \S+ \d+ \S+ \d{4}, \d\d:\d\d WIB$/u,
    at: '00:01 WIB',
    notFound: 'Store “XX9999” was not found. Check the code or search by name.',
    copy: 'Copy for ticket',
    copied: 'The text for the ticket was copied.',
    ticket: /^Store TB0123 .+ \(Bandung 1\), \d+ \S+ \d{4} \d\d:\d\d WIB\n/u,
    many: 'Many stores',
    codes: 'Store codes',
    check: 'Check',
    list: 'Versions of the applications in many stores',
    line: 'line 2: “bukan kode”',
    unknown: 'Unknown store code.',
    export: 'Download CSV',
    heads: 'Code,Store,Branch,Application,Version,Channel,Beta app,Reason',
    heard: 'Store versions looked up: TB0123',
    byVersion: 'Stores by version',
    application: 'Application',
    version: 'Version',
    stores: /^1,234 stores in 6 branches run Kasir Toko 4\.19\.0-beta\.3\.$/u,
    share: '411 of 612 stores',
    inBranch: 'Stores in Bandung 1 (411)',
    fileHeads: 'Code,Store,Branch,Application,Version,Channel,Beta app',
    storesOf: 'Stores that run Kasir Toko 4.19.0-beta.3',
    noStore: 'No store runs Kasir Toko 9.9 at that time. Check the version.',
  },
};

describeRows('Looking up versions', (rows) => {
  const { hand } = rows;
  const text = words[rows.words.lang as keyof typeof words];

  const field = (page: Page): Locator => page.getByRole('combobox', { name: text.store });
  const answer = (page: Page): Locator => page.getByRole('region', { name: text.answer });
  const head = (page: Page): Locator => answer(page).getByRole('heading', { level: 3 });
  const moment = (page: Page): Locator => page.getByRole('group', { name: text.moment });

  /** Types where the focus already is, as an agent with a phone does. */
  async function ask(page: Page, typed: string): Promise<void> {
    await field(page).waitFor();
    assert.ok(await field(page).evaluate((input) => input.matches(':focus')), 'has the focus');
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
  }

  /** Presses "Unduh CSV", and reads the lines of the file. */
  async function saveFile(page: Page): Promise<string[]> {
    const saved = page.waitForEvent('download');
    await hand.press(page.getByRole('button', { name: text.export }));
    const stream = await (await saved).createReadStream();
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    return Buffer.concat(parts).toString('utf8').split('\r\n');
  }

  it('answers a code and Enter, in one line and then for each application', async () => {
    const page = await rows.open('/versi-toko');
    await ask(page, 'tb0123');
    await head(page).getByText('TB0123').waitFor();
    await answer(page).getByText(text.beta).first().waitFor();
    await answer(page).getByText(text.asOf).waitFor();
    const kasir = page.getByRole('row', { name: /^Kasir Toko POS/u });
    assert.match(await kasir.innerText(), /4\.19\.0-beta\.3[\s\S]*Uji Kasir QRIS/u);
    assert.equal(await page.getByRole('table').getByRole('rowheader').count(), 60);
    await page.getByText(text.heard).waitFor();
    assert.match(page.url(), /[?&]toko=TB0123/u);
    await page.reload();
    await head(page).getByText('TB0123').waitFor();
  });

  it('finds a store by its name', async () => {
    const page = await rows.open('/versi-toko');
    await hand.fill(field(page), 'TB0125');
    await page.getByRole('option', { name: /^TB0125 /u }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await head(page).getByText('TB0125').waitFor();
  });

  it('answers about another moment', async () => {
    const page = await rows.open('/versi-toko?toko=TB0123');
    await head(page).waitFor();
    await hand.choose(moment(page).getByRole('radio', { name: text.hour }));
    await page.waitForURL(/waktu=\d{4}-\d\d-\d\dT\d\d%3A\d\d%3A\d\d%2B07%3A00/u);
    await answer(page).getByText(text.beta).first().waitFor();
    await hand.choose(moment(page).getByRole('radio', { name: text.chosen }));
    await page.getByLabel(text.time, { exact: true }).fill('00:01');
    await answer(page).getByText(text.at).first().waitFor();
    await page.waitForURL(/waktu=[^&]*T00%3A01/u);
  });

  it('says of a store that there is none', async () => {
    const page = await rows.open('/versi-toko');
    await ask(page, 'XX9999');
    await answer(page).locator('p').getByText(text.notFound).waitFor();
  });

  it('copies the answer for a ticket, on plain http', async () => {
    const page = await rows.open('/versi-toko?toko=TB0123');
    await head(page).waitFor();
    assert.equal(page.url().startsWith('http://'), true);
    await hand.press(page.getByRole('button', { name: text.copy }));
    await seeStatus(page, text.copied);
    await page.evaluate(() => {
      const area = document.createElement('textarea');
      area.id = 'pasted';
      document.body.prepend(area);
      area.focus();
    });
    await page.keyboard.press('ControlOrMeta+v');
    assert.match(await page.locator('#pasted').inputValue(), text.ticket);
  });

  it('checks many stores, and saves them as a file for tables', async () => {
    const page = await rows.open('/versi-toko');
    await hand.press(page.getByRole('tab', { selected: true }));
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: text.many, selected: true }).waitFor();
    const codes = page.getByLabel(text.codes, { exact: true });
    await hand.fill(codes, 'TB0123,TB0124\nbukan kode\nXX9999');
    await hand.press(page.getByRole('button', { name: text.check }));
    const list = page.getByRole('table', { name: text.list });
    await list.getByText(text.unknown).waitFor();
    await page.getByText(text.line).waitFor();
    assert.equal(await list.getAttribute('aria-rowcount'), `${1 + 60 + 60 + 1}`);
    const lines = await saveFile(page);
    assert.equal(lines[0], `\ufeff${text.heads}`);
    assert.equal(lines.length, 1 + 121 + 1);
    assert.match(lines[1] ?? '', /^TB0123,/u);
  });

  it('tells which stores run a version, branch by branch, and saves them', async () => {
    const page = await rows.open('/versi-toko');
    await hand.press(page.getByRole('tab', { selected: true }));
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('tab', { name: text.byVersion, selected: true }).waitFor();
    await page.getByLabel(text.application, { exact: true }).selectOption('POS');
    const version = page.getByRole('combobox', { name: text.version, exact: true });
    await hand.openOptions(version);
    await page.getByRole('option', { name: /^4\.19\.0-beta\.3/u }).waitFor();
    await hand.chooseOption(version, '4.19');
    await page.locator('p').getByText(text.stores).waitFor();
    assert.match(page.url(), /aplikasi=POS&versi=4\.19\.0-beta\.3/u);
    await page.getByRole('row', { name: `Bandung 1 ${text.share}` }).waitFor();
    await hand.press(page.getByRole('button', { name: 'Bandung 1', exact: true }));
    const list = page.getByRole('table', { name: text.inBranch });
    await list
      .getByRole('row', { name: /^\S+ .+ Bandung 1 /u })
      .first()
      .waitFor();
    assert.equal(await list.getAttribute('aria-rowcount'), '412');
    const lines = await saveFile(page);
    assert.equal(lines[0], `\ufeff${text.fileHeads}`);
    assert.equal(lines.length, 1 + 411 + 1);
    await page.reload();
    await page.locator('p').getByText(text.stores).waitFor();
  });

  it('leads from a beta version of a store to all that run it', async () => {
    const page = await rows.open('/versi-toko?toko=TB0123');
    await hand.press(page.getByRole('button', { name: text.storesOf }));
    await page.locator('p').getByText(text.stores).waitFor();
    await page.waitForURL(/aplikasi=POS&versi=4\.19\.0-beta\.3/u);
  });

  it('says of a version that no store runs it, and offers those in use', async () => {
    const page = await rows.open('/versi-toko?aplikasi=POS&versi=9.9');
    await page.locator('p').getByText(text.noStore).waitFor();
    await hand.press(page.getByRole('button', { name: '4.19.0-beta.3', exact: true }));
    await page.locator('p').getByText(text.stores).waitFor();
  });
});
