import { inside, until } from '@beta-app/stories/elements/support/find';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { clearPage } from '../support/editor.js';
import { closeStores, saveStoresOf } from '../support/scene.js';
import { focused, press, see, seeText } from '../support/screen.js';
import { answerOf, mountLookup, seeAnswer, seeVersion } from './lookup.js';

const store = 'TA000001';

describe('the answer about one store', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(clearPage);

  it('flags what changed in the last 24 hours, with the version before', async () => {
    const { lookup } = await mountLookup({ store, now: '2026-12-02T05:25:00Z' });
    const text = await seeVersion(lookup, 'POS');
    expect(text).contains('sebelum 12.00 WIB: 4.18.2');
    expect(text).contains('Berubah 25 menit lalu; sebelumnya 4.18.2');
    expect(text).contains('Terdaftar di beta-app “Uji Kasir Desember” sejak 2 Des 2026.');
    expect(text).contains('1–31 Des 2026 Sari Wulandari (2015014321)');
    expect(await seeVersion(lookup, 'STK')).contains('Tidak ada beta-app untuk aplikasi ini');
  });

  it('leads from the name of a beta app to its page, where there is one', async () => {
    const { lookup } = await mountLookup({ store });
    await seeVersion(lookup, 'POS');
    expect(inside(lookup, 'a.beta-app')).to.have.length(0);
    lookup.betaAppUrl = '/beta-app?lang=id';
    const link = await see('link', 'Uji Kasir Desember', lookup);
    expect((link as HTMLAnchorElement).href).match(/\/beta-app\?lang=id&beta-app=1$/u);
  });

  it('unfolds the notes under the row', async () => {
    const { lookup } = await mountLookup({ store });
    await seeVersion(lookup, 'POS');
    const button = await see('button', 'Catatan versi beta Kasir Toko', lookup);
    expect(button.getAttribute('aria-expanded')).equal('false');
    button.click();
    await seeText('Struk QRIS', lookup);
    expect(button.getAttribute('aria-expanded')).equal('true');
  });

  it('tells who withdrew a store, and that it closed', async () => {
    const { lookup, client, server, goTo } = await mountLookup({ store });
    await seeVersion(lookup, 'POS');
    goTo('2026-12-03T02:00:00Z');
    await saveStoresOf(client, 1, [store], false);
    lookup.store = undefined;
    await lookup.updateComplete;
    lookup.store = store;
    await seeAnswer(
      lookup,
      'Toko dikeluarkan dari “Uji Kasir Desember” pada 3 Des 2026 09.00 WIB oleh Sari Wulandari (NIK 2015014321).',
    );
    closeStores(server, 'TA000002');
    lookup.store = 'TA000002';
    await seeAnswer(lookup, 'Toko tutup sejak 3 Des 2026.');
  });

  it('shows one application where one is chosen', async () => {
    const { lookup } = await mountLookup({ store });
    await seeVersion(lookup, 'POS');
    const select = inside<HTMLSelectElement>(lookup, '#application')[0]!;
    await until(() => select.options.length === 3, 'the applications');
    select.value = 'STK';
    select.dispatchEvent(new Event('change'));
    await seeAnswer(lookup, 'Stok Toko memakai versi produksi.');
    expect(inside(lookup, '[data-application]')).to.have.length(1);
  });

  it('copies the text for the ticket, and says so', async () => {
    const { lookup } = await mountLookup({ store, now: '2026-12-02T05:25:00Z' });
    await seeVersion(lookup, 'POS');
    const copied: string[] = [];
    const listen = () => {
      const field = focused();
      if (field instanceof HTMLTextAreaElement) {
        copied.push(field.value.slice(field.selectionStart, field.selectionEnd));
      }
    };
    document.addEventListener('copy', listen);
    const button = await see('button', 'Salin untuk tiket', lookup);
    button.focus();
    // Browsers copy only for a key or a press of the user's own.
    await sendKeys({ press: 'Enter' });
    await seeText('Teks untuk tiket berhasil disalin.');
    document.removeEventListener('copy', listen);
    expect(copied).deep.equal([
      'Toko TA000001 Cibiru 1 (Bandung 1), 2 Des 2026 12.25 WIB\n' +
        'POS Kasir Toko: 4.19.0-beta.3 (beta, “Uji Kasir Desember”, Sari Wulandari 2015014321; sebelum 12.00: 4.18.2)\n' +
        'STK Stok Toko: 2.1.7 (produksi)',
    ]);
    expect(focused()).equal(button);
  });

  it('shows the text, selected, where it may not be copied', async () => {
    const { lookup } = await mountLookup({ store });
    await seeVersion(lookup, 'POS');
    Object.defineProperty(document, 'execCommand', { value: () => false, configurable: true });
    try {
      await press('Salin untuk tiket');
      await see('dialog', 'Salin teks untuk tiket');
    } finally {
      Reflect.deleteProperty(document, 'execCommand');
    }
    const field = await until(() => {
      const found = focused();
      return found instanceof HTMLTextAreaElement && found;
    }, 'the text');
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).match(/^Toko TA000001 /u);
  });

  it('is made of cards in a narrow box, with production behind a button', async () => {
    const { lookup } = await mountLookup({ store, width: '390px' });
    await seeVersion(lookup, 'POS');
    expect(inside(lookup, 'table')).to.have.length(0);
    const fold = await see('button', '1 aplikasi versi produksi', lookup);
    expect(answerOf(lookup)).not.contains('2.1.7');
    fold.click();
    await seeAnswer(lookup, '2.1.7');
    expect(lookup.scrollWidth).equal(lookup.clientWidth);
  });

  it('follows the language of the page', async () => {
    const { lookup } = await mountLookup({ store, now: '2026-12-02T05:25:00Z' });
    await seeVersion(lookup, 'POS');
    lookup.lang = 'en';
    await seeAnswer(lookup, '1 of 2 applications runs a beta version.');
    expect(await seeVersion(lookup, 'POS')).contains('Changed 25 minutes ago; 4.18.2 before');
    expect(answerOf(lookup)).match(/As of Wednesday,? 2 December 2026, 12:25 WIB/u);
  });
});
