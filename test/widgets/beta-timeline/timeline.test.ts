import type { BetaApp, OperationId } from '@beta-app/core/contract';
import { budi, sari } from '@beta-app/stories/fake/sample';
import { inside, until } from '@beta-app/stories/elements/support/find';
import '@beta-app/widgets/define';
import { type BetaAppOpenedEvent, type BetaTimeline, NetworkError } from '@beta-app/widgets';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { clearPage } from '../support/editor.js';
import { savedFile } from '../support/saved-file.js';
import { saveStoresOf, type Scene, setScene } from '../support/scene.js';
import { focused, gone, press, see, seeText } from '../support/screen.js';

interface TimelineOptions {
  scene?: Scene;
  application?: string;
  betaAppUrl?: string;
  lang?: string;
  width?: string;
  /** Whether the page's address is read and written. */
  url?: boolean;
  zoom?: BetaTimeline['zoom'];
}

/** Puts a timeline into the page, on noon of 2 December 2026 in Jakarta. */
async function mountTimeline(
  options: TimelineOptions = {},
): Promise<Scene & { timeline: BetaTimeline }> {
  const { scene = setScene(), lang = 'id', width = '1000px', zoom = 'quarter' } = options;
  const timeline = document.createElement('beta-timeline');
  timeline.client = scene.client;
  timeline.now = () => new Date('2026-12-02T05:00:30Z');
  timeline.noUrl = !options.url;
  timeline.zoom = zoom;
  timeline.application = options.application;
  timeline.betaAppUrl = options.betaAppUrl;
  timeline.lang = lang;
  timeline.style.width = width;
  document.body.append(timeline);
  await timeline.updateComplete;
  return { ...scene, timeline };
}

/** “Uji Struk” gets POS as well, and stores of its own; “Uji Stok” comes after it, with STK. */
function meeting(): Scene {
  const scene = setScene();
  const answer = (operation: OperationId, input: object, actor = budi) =>
    scene.server.answer({ operation, input: { ...input }, actor }) as BetaApp;
  const { id, detailsRevision } = answer('getBetaApp', { id: 2 });
  const { revision: baseRevision, detailsRevision: next } = answer('addApplication', {
    id,
    detailsRevision,
    applicationCode: 'POS',
    version: '4.20.0',
  });
  answer('updateBetaApp', { id, detailsRevision: next, startsOn: '2026-12-10' });
  const changes = [{ registered: true, codes: ['TA000010', 'TA000011'] }];
  answer('saveStores', { id, baseRevision: baseRevision + 1, directoryRevision: 1, changes });
  const period = { startsOn: '2027-01-05', endsOn: '2027-01-20' };
  const later = answer('createBetaApp', { name: 'Uji Stok', ...period }, sari);
  const stock = { applicationCode: 'STK', version: '2.2.0' };
  const { id: stockId, detailsRevision: stockRevision } = later;
  answer('addApplication', { id: stockId, detailsRevision: stockRevision, ...stock }, sari);
  return scene;
}

/** Beta apps of STK, one after the other, in the month after next. */
function addTrials({ server }: Scene, count: number): void {
  const answer = (operation: OperationId, input: object) =>
    server.answer({ operation, input: { ...input }, actor: sari }) as BetaApp;
  for (let trial = 1; trial <= count; trial++) {
    const day = `2027-01-${String(trial).padStart(2, '0')}`;
    const name = `Uji ${trial}`;
    const { id, detailsRevision } = answer('createBetaApp', { name, startsOn: day, endsOn: day });
    const application = { applicationCode: 'STK', version: `3.0.${trial}` };
    answer('addApplication', { id, detailsRevision, ...application });
  }
}

const rows = () => inside(document.body, '.row');
const seeRows = (count: number) => until(() => rows().length === count && rows(), `${count} rows`);
const textOf = (element: Element | null | undefined) =>
  element?.textContent.replace(/\s+/gu, ' ').trim() ?? '';
const hint = {
  id: 'Tombol panah berpindah dari beta-app ke beta-app, Enter membukanya.',
  en: 'The arrow keys go from beta app to beta app, Enter opens one.',
};
/** The sentence about a row, or what stands in its place. */
const told = () => textOf(inside(document.body, '.told')[0]);
/** What describes the chart to screen readers. */
function describing(): Element | null {
  const chart = inside(document.body, '.chart')[0]!;
  const id = chart.getAttribute('aria-describedby');
  return id === null ? null : (chart.getRootNode() as ShadowRoot).getElementById(id);
}
const freeRows = () =>
  inside(document.body, '.free-table tbody tr').map(({ innerText }) =>
    innerText.replace(/\s+/gu, ' ').trim(),
  );
const groupOf = (code: string) => inside(document.body, `[data-application="${code}"]`)[0]!;

describe('<beta-timeline>', () => {
  const { pathname } = location;
  afterEach(() => {
    clearPage();
    history.replaceState(null, '', pathname);
  });

  it('shows beta apps by application, with their state in words and whom they meet', async () => {
    await mountTimeline({ scene: meeting() });
    await seeRows(3);
    const [first, second] = groupOf('POS').querySelectorAll('.row');
    expect(textOf(first)).to.equal(
      'Uji Kasir Desember 1–31 Des 2026 bertemu “Uji Struk” 10–31 Des 2026 ●Aktif Kasir Toko 4.19.0-beta.3, 6 toko, Sari Wulandari (NIK 2015014321)',
    );
    expect(textOf(second)).to.contain('bertemu “Uji Kasir Desember” 10–31 Des 2026 ○Terjadwal');
    // 1 December is the 31st of the 92 days that are shown from November on.
    const met = first!.querySelector<HTMLElement>('.met')!;
    const track = first!.querySelector('.track')!.getBoundingClientRect();
    const { left, width } = met.getBoundingClientRect();
    expect((left - track.left) / track.width).to.be.closeTo(39 / 92, 0.005);
    expect(width / track.width).to.be.closeTo(22 / 92, 0.005);
    expect(textOf(inside(document.body, '.now .tick')[0])).to.equal('Hari ini');
  });

  it('says on which days an application is free', async () => {
    await mountTimeline({ scene: meeting() });
    await seeRows(3);
    expect(textOf(groupOf('POS').querySelector('.free-days'))).to.equal('Bebas: 1–31 Jan 2027');
    expect(textOf(groupOf('STK').querySelector('.free-days'))).to.equal(
      'Bebas: 2 Des 2026 – 4 Jan 2027; 21–31 Jan 2027',
    );
    expect(textOf(groupOf('POS').querySelector('.track .free'))).to.equal('Bebas 1–31 Jan 2027');
  });

  it('goes back, ahead and to today by the months of its scale', async () => {
    const { client } = await mountTimeline({ scene: meeting() });
    const asked = () => client.callsOf('getTimeline').at(-1)?.input;
    await seeRows(3);
    expect(asked()).to.deep.equal({ from: '2026-11-01', to: '2027-01-31' });
    await press('Maju');
    await seeText('1 Feb – 30 Apr 2027');
    await seeText('Tidak ada beta-app pada waktu ini.');
    await press('Mundur');
    await press('Mundur');
    await seeText('1 Agu – 31 Okt 2026');
    await press('Hari ini');
    await seeRows(3);
    inside<HTMLInputElement>(document.body, '[name=zoom][value=month]')[0]!.click();
    await seeRows(2);
    expect(asked()).to.deep.equal({ from: '2026-12-01', to: '2026-12-31' });
    await press('Maju');
    // Whoever looks elsewhere stays there.
    await seeRows(1);
    inside<HTMLInputElement>(document.body, '[name=zoom][value=year]')[0]!.click();
    await until(() => asked()?.['to'] === '2027-12-31', 'the year');
    expect(asked()).to.deep.equal({ from: '2027-01-01', to: '2027-12-31' });
  });

  it('is one tab stop, in which the arrow keys move and Enter opens', async () => {
    const { timeline } = await mountTimeline({ scene: meeting(), lang: 'en' });
    await seeRows(3);
    const opened: BetaAppOpenedEvent[] = [];
    timeline.addEventListener('beta-app-opened', (event) => opened.push(event));
    inside(document.body, '#export')[0]!.focus();
    await sendKeys({ press: 'Tab' });
    const at = () => (focused() as HTMLElement).dataset['key'];
    expect(at()).to.equal('POS-1');
    await seeText(
      /^Uji Kasir Desember, Kasir Toko 4.19.0-beta.3, 1–31 Dec 2026, Active, 6 stores/u,
    );
    await sendKeys({ press: 'ArrowDown' });
    expect(at()).to.equal('POS-2');
    await sendKeys({ press: 'ArrowRight' });
    expect(at()).to.equal('STK-3');
    await sendKeys({ press: 'ArrowRight' });
    expect(at()).to.equal('STK-3');
    await sendKeys({ press: 'Home' });
    expect(at()).to.equal('POS-1');
    await sendKeys({ press: 'End' });
    expect(at()).to.equal('STK-3');
    await sendKeys({ press: 'ArrowLeft' });
    expect(at()).to.equal('POS-2');
    await sendKeys({ press: 'Enter' });
    expect(opened.map(({ detail }) => detail.betaApp.name)).to.deep.equal(['Uji Struk']);
    await sendKeys({ press: 'Tab' });
    expect((focused() as HTMLElement | null)?.dataset['key']).to.equal(undefined);
    // The sentence about the row goes with the focus.
    await until(() => told() === hint.en, 'the hint');
    // It comes back to where one was.
    await sendKeys({ press: 'Shift+Tab' });
    expect(at()).to.equal('POS-2');
    expect(inside(document.body, '.row[tabindex="0"]')).to.have.length(1);
  });

  it('leads to the page of a beta app, unless the page goes there by other means', async () => {
    const { timeline } = await mountTimeline({ scene: meeting(), betaAppUrl: '/beta-app' });
    const [row] = await seeRows(3);
    expect(new URL((row as HTMLAnchorElement).href).search).to.equal('?beta-app=1');
    timeline.addEventListener('beta-app-opened', (event) => event.preventDefault());
    const { href } = location;
    row!.click();
    expect(location.href).to.equal(href);
  });

  it('shows all facts in a table as well, and as cards where it is narrow', async () => {
    const { timeline } = await mountTimeline({ scene: meeting() });
    await seeRows(3);
    inside<HTMLInputElement>(document.body, '[name=view][value=table]')[0]!.click();
    await until(() => inside(document.body, '[data-beta-app="1"]')[0], 'the table');
    const facts = [
      ...['Uji Kasir Desember', 'POS Kasir Toko 4.19.0-beta.3', '1–31 Des 2026', 'Aktif', '6'],
      ...['Sari Wulandari', '2015014321', 'POS bertemu “Uji Struk” 10–31 Des 2026'],
    ];
    const tell = () => {
      const shown = textOf(inside(document.body, '[data-beta-app="1"]')[0]);
      for (const fact of facts) expect(shown).to.contain(fact);
    };
    tell();
    expect(inside(document.body, 'table.wide')).to.have.length(1);
    const free = [
      'POS Kasir Toko 1–31 Jan 2027',
      'STK Stok Toko 2 Des 2026 – 4 Jan 2027 21–31 Jan 2027',
    ];
    expect(freeRows()).to.deep.equal(free);
    timeline.style.width = '360px';
    await gone(() => inside(document.body, 'table.wide')[0], 'the table');
    tell();
    expect(freeRows()).to.deep.equal(free);
  });

  for (const [lang, { none, heading, saved, word }] of Object.entries({
    id: {
      none: 'Tidak ada beta-app dengan Kasir Toko pada waktu ini.',
      heading: ['Aplikasi', 'Hari bebas'],
      saved: 'Hari bebas disimpan ke berkas CSV.',
      word: 'Bebas',
    },
    en: {
      none: 'No beta apps with Kasir Toko at this time.',
      heading: ['Application', 'Free days'],
      saved: 'The free days were saved to a CSV file.',
      word: 'Free',
    },
  })) {
    it(`tells and saves the free days where there is no beta app at all, in ${lang}`, async () => {
      history.replaceState(null, '', `${pathname}?aplikasi=POS&dari=2027-06&tampilan=table`);
      await mountTimeline({ scene: meeting(), lang, url: true });
      await seeText(none);
      const period = lang === 'id' ? '1 Jun – 31 Agu 2027' : '1 Jun – 31 Aug 2027';
      expect(freeRows()).to.deep.equal([`POS Kasir Toko ${period}`]);
      expect(inside(document.body, 'thead th').map(textOf)).to.deep.equal(heading);
      const { text } = await savedFile(() => press(lang === 'id' ? 'Unduh CSV' : 'Download CSV'));
      const [, ...lines] = text.trim().split('\r\n');
      expect(lines).to.deep.equal([`,POS,Kasir Toko,,2027-06-01,2027-08-31,${word},,,,`]);
      await seeText(saved);
    });
  }

  it('plans no past days, in the table neither', async () => {
    history.replaceState(null, '', `${pathname}?aplikasi=POS&dari=2026-01&tampilan=table`);
    await mountTimeline({ scene: meeting(), url: true });
    await seeText('Tidak ada beta-app dengan Kasir Toko pada waktu ini.');
    expect(inside(document.body, 'table, #export')).to.have.length(0);
  });

  it('says nothing of arrow keys where there are no bars', async () => {
    const { timeline } = await mountTimeline({ scene: meeting(), application: 'POS' });
    await seeRows(2);
    expect(textOf(describing())).to.equal(hint.id);
    expect(told()).to.equal(hint.id);
    await press('Maju');
    await seeText('Bebas: 1 Feb – 30 Apr 2027');
    expect(describing()).to.equal(null);
    expect(told()).to.equal('');
    expect(timeline.shadowRoot!.textContent).not.to.contain(hint.id);
  });

  it('draws no row anew when the focus or the pointer goes to another one', async () => {
    const scene = meeting();
    addTrials(scene, 20);
    await mountTimeline({ scene });
    const shown = await seeRows(23);
    const real = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'formatRange')!;
    let written = 0;
    Intl.DateTimeFormat.prototype.formatRange = function (...days) {
      written += 1;
      return (real.value as typeof this.formatRange).apply(this, days);
    };
    try {
      shown.at(-1)!.focus();
      await until(() => told().startsWith('Uji 20,'), 'the row with the focus');
      shown.at(-2)!.dispatchEvent(new PointerEvent('pointerenter'));
      await until(() => told().startsWith('Uji 19,'), 'the row under the pointer');
    } finally {
      Object.defineProperty(Intl.DateTimeFormat.prototype, 'formatRange', real);
    }
    // The days that are shown, and those in the sentence; all rows together have more than forty.
    expect(written).to.be.within(1, 12);
    expect(inside(document.body, '.row[tabindex="0"]')).to.deep.equal([shown.at(-1)]);
  });

  it('speaks another language at once', async () => {
    const { timeline } = await mountTimeline({ scene: meeting() });
    await seeRows(3);
    timeline.lang = 'en';
    await seeText('Free: 1–31 Jan 2027');
    expect(textOf(rows()[0])).to.contain('meets “Uji Struk” 10–31 Dec 2026 ●Active');
  });

  it('stops at both ends of the calendar', async () => {
    const scene = meeting();
    const asked = () => scene.client.callsOf('getTimeline').at(-1)?.input;
    const isEnd = async (name: string) =>
      (await see('button', name)).getAttribute('aria-disabled') === 'true';
    history.replaceState(null, '', `${pathname}?dari=9999-12&skala=year`);
    const { timeline } = await mountTimeline({ scene, url: true });
    await seeText('1 Jan – 31 Des 9999');
    expect(asked()).to.deep.equal({ from: '9999-01-01', to: '9999-12-31' });
    expect([await isEnd('Mundur'), await isEnd('Maju')]).to.deep.equal([false, true]);
    const calls = scene.client.callsOf('getTimeline').length;
    const { search } = location;
    await press('Maju');
    await timeline.updateComplete;
    expect(location.search).to.equal(search);
    expect(scene.client.callsOf('getTimeline')).to.have.length(calls);
    await press('Mundur');
    await seeText('1 Jan – 31 Des 9998');
    timeline.remove();

    history.replaceState(null, '', `${pathname}?dari=1900-02`);
    await mountTimeline({ scene, url: true });
    await seeText('1 Feb – 30 Apr 1900');
    await press('Mundur');
    await seeText('1 Jan – 31 Mar 1900');
    expect(asked()).to.deep.equal({ from: '1900-01-01', to: '1900-03-31' });
    expect(location.search).to.equal('?dari=1900-01');
    expect([await isEnd('Mundur'), await isEnd('Maju')]).to.deep.equal([true, false]);
    await press('Mundur');
    expect(location.search).to.equal('?dari=1900-01');
  });

  it('leaves no empty band below an application without free days where it is narrow', async () => {
    const scene = meeting();
    const { id, detailsRevision } = await scene.client.getBetaApp({ id: 1 });
    await scene.client.updateBetaApp({ id, detailsRevision, endsOn: '2027-01-31' });
    await mountTimeline({ scene, width: '390px' });
    await seeText('Tidak ada hari bebas');
    const head = groupOf('POS').querySelector('.group-head')!;
    const { paddingTop, paddingBottom } = getComputedStyle(head);
    const room =
      head.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
    expect(room - head.querySelector('.name')!.clientHeight).to.be.below(2);
  });

  it('keeps what is shown in the address', async () => {
    const scene = meeting();
    history.replaceState(
      null,
      '',
      `${pathname}?aplikasi=stk&skala=year&dari=2027-01&tampilan=table`,
    );
    const { timeline } = await mountTimeline({ scene, url: true });
    await until(() => inside(document.body, '[data-beta-app="3"]')[0], 'the table');
    expect(scene.client.callsOf('getTimeline').at(-1)?.input).to.deep.equal({
      from: '2027-01-01',
      to: '2027-12-31',
      application: 'STK',
    });
    inside<HTMLInputElement>(document.body, '[name=view][value=chart]')[0]!.click();
    inside<HTMLInputElement>(document.body, '[name=zoom][value=quarter]')[0]!.click();
    await press('Hari ini');
    expect(location.search).to.equal('?aplikasi=stk');
    await press('Maju');
    expect(location.search).to.equal('?aplikasi=stk&dari=2027-02');
    timeline.remove();
    history.replaceState(null, '', `${pathname}?skala=abad&dari=2027-13&tampilan=x`);
    await mountTimeline({ scene, url: true });
    await seeRows(3);
  });

  it('keeps the scale in the address that another one stands for by itself', async () => {
    const { timeline } = await mountTimeline({ scene: meeting(), url: true, zoom: 'year' });
    const choose = (zoom: string) =>
      inside<HTMLInputElement>(document.body, `[name=zoom][value=${zoom}]`)[0]!.click();
    choose('quarter');
    expect(location.search).to.equal('?skala=quarter');
    choose('year');
    expect(location.search).to.equal('');
    expect(timeline.zoom).to.equal('year');
  });

  it('is asked anew when it is looked at on another day', async () => {
    const { timeline, client } = await mountTimeline({ scene: meeting() });
    await seeRows(3);
    const calls = () => client.callsOf('getTimeline').length;
    const look = () => document.dispatchEvent(new Event('visibilitychange'));
    look();
    await timeline.updateComplete;
    expect(calls()).to.equal(1);
    timeline.now = () => new Date('2026-12-03T05:00:30Z');
    look();
    await until(() => calls() === 2, 'the second question');
  });

  it('shows an application by itself, and says when nobody knows it', async () => {
    const { timeline } = await mountTimeline({ scene: meeting(), application: 'STK' });
    await seeRows(1);
    timeline.application = 'NIX';
    await seeText('Aplikasi “NIX” tidak dikenal. Pilih aplikasi dari daftar.');
    const select = await until(
      () =>
        inside<HTMLSelectElement>(document.body, '#application').find((each) => each.length > 3),
      'the applications',
    );
    select.value = '';
    select.dispatchEvent(new Event('change'));
    await seeRows(3);
  });

  it('says that it failed, and tries again', async () => {
    const scene = meeting();
    scene.client.failNext('getTimeline', new NetworkError(false));
    await mountTimeline({ scene });
    const retry = await see('button', 'Coba lagi');
    expect(rows()).to.have.length(0);
    retry.click();
    await seeRows(3);
    await gone(() => inside(document.body, '.failure')[0], 'the failure');
  });

  it('follows what other elements of the page save', async () => {
    const scene = setScene();
    await mountTimeline({ scene, application: 'POS' });
    await seeRows(1);
    expect(textOf(rows()[0])).to.contain('6 toko');
    await saveStoresOf(scene.client, 1, ['TA000020']);
    document.dispatchEvent(new CustomEvent('beta-stores-saved'));
    await until(() => textOf(rows()[0]).includes('7 toko'), 'the new count');
  });
});
