import { inside, typeInto, until } from '@beta-app/stories/elements/support/find';
import { NetworkError } from '@beta-app/widgets';
import { expect } from 'chai';
import { pressKey } from '../beta-store-picker/picker.js';
import { expectAccessible } from '../support/audit.js';
import { clearPage } from '../support/editor.js';
import { savedFile } from '../support/saved-file.js';
import { setScene } from '../support/scene.js';
import { focused, press, see, seeText } from '../support/screen.js';
import { chooseMoment, mountLookup } from './lookup.js';

describe('the lookup of many stores', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(clearPage);

  async function openMany(options: Parameters<typeof mountLookup>[0] = {}) {
    const mounted = await mountLookup(options);
    await press('Banyak toko', 'tab');
    const codes = inside<HTMLTextAreaElement>(mounted.lookup, '#codes')[0]!;
    const rows = () =>
      inside(mounted.lookup, '[data-position]').map((each) =>
        each.innerText.replace(/\s+/gu, ' ').trim(),
      );
    return { ...mounted, codes, rows };
  }

  it('shows each application of each store, and names what is no code', async () => {
    const { lookup, codes, rows, client } = await openMany();
    typeInto(codes, 'ta000001; TA000009\nbukan kode\nZZ9');
    pressKey(codes, 'Enter', { ctrlKey: true });
    await until(() => rows().length === 5, 'the rows');
    expect(rows()[0]).match(
      /^TA000001 Cibiru 1 Bandung 1 POS Kasir Toko 4\.19\.0-beta\.3 ◆ ?Beta Uji Kasir Desember Terdaftar/u,
    );
    expect(rows()[4]).equal('ZZ9 Kode toko tidak dikenal.');
    await seeText('baris 2: “bukan kode”', lookup);
    await seeText(/^1 dari 3 toko memakai versi beta\. 1 kode tidak dikenal\.$/u, lookup);
    expect(client.callsOf('lookUpVersions').at(-1)!.input).deep.equal({
      store: ['TA000001', 'TA000009', 'ZZ9'],
    });
    await expectAccessible(lookup);
  });

  it('answers an empty field with what is missing', async () => {
    const { lookup, codes, client } = await openMany();
    await press('Periksa');
    await seeText('Kode toko belum diisi.', lookup);
    expect(focused()).equal(codes);
    expect(client.callsOf('lookUpVersions')).to.have.length(0);
  });

  it('asks again when the moment or the application changes', async () => {
    const { lookup, codes, rows, client } = await openMany({ now: '2026-12-02T05:25:00Z' });
    typeInto(codes, 'TA000001');
    await press('Periksa');
    await until(() => rows().length === 2, 'the rows');
    const release = client.hold('lookUpVersions');
    chooseMoment(lookup, 'quarter');
    await until(() => rows().length === 0, 'the end of the old answer');
    release();
    await seeText('Keadaan pada Rabu, 2 Desember 2026 pukul 12.10 WIB', lookup);
    const select = inside<HTMLSelectElement>(lookup, '#application')[0]!;
    select.value = 'POS';
    select.dispatchEvent(new Event('change'));
    await until(() => rows().length === 1, 'one application');
    expect(client.callsOf('lookUpVersions').at(-1)!.input).deep.equal({
      store: ['TA000001'],
      application: 'POS',
      at: '2026-12-02T12:10:00+07:00',
    });
  });

  it('keeps what was pasted while the other tab is shown', async () => {
    const { codes, rows } = await openMany({ store: 'TA000002' });
    typeInto(codes, 'TA000001');
    await press('Periksa');
    await until(() => rows().length === 2, 'the rows');
    const tab = await see('tab', 'Banyak toko');
    tab.focus();
    pressKey(tab, 'ArrowLeft');
    await until(() => focused()?.id === 'tab-one', 'the other tab');
    pressKey(focused()!, 'ArrowRight');
    await until(() => focused()?.id === 'tab-many', 'this tab');
    expect(codes.value).equal('TA000001');
    expect(rows()).to.have.length(2);
  });

  it('says that the server is away, and tries again', async () => {
    const { lookup, codes, rows, client } = await openMany();
    typeInto(codes, 'TA000001');
    client.failNext('lookUpVersions', new NetworkError(false));
    await press('Periksa');
    await seeText(/^Terjadi kesalahan!/u, lookup);
    await press('Coba lagi');
    await until(() => rows().length === 2, 'the rows');
  });

  it('has only the visible rows of a long table in the document', async () => {
    const scene = setScene({ perBranch: 400 });
    const { lookup, codes, rows } = await openMany({ scene });
    const all = Array.from({ length: 400 }, (_, n) => `TA${String(n + 1).padStart(6, '0')}`);
    typeInto(codes, all.join('\n'));
    await press('Periksa');
    await until(() => rows().length > 0, 'rows');
    expect(rows().length).below(60);
    const table = inside(lookup, '[role=table]')[0]!;
    expect(table.getAttribute('aria-rowcount')).equal('801');
    const scroller = table.querySelector('.scroller')!;
    scroller.scrollTop = scroller.scrollHeight;
    await until(() => rows().at(-1)?.startsWith('TA000400'), 'the last row');
    const last = inside(lookup, '[data-position]').at(-1)!;
    expect(last.getAttribute('aria-rowindex')).equal('801');
    window.dispatchEvent(new Event('beforeprint'));
    await until(() => rows().length === 800, 'all rows on paper');
    window.dispatchEvent(new Event('afterprint'));
    await until(() => rows().length < 60, 'only the visible rows again');
  });

  it('saves the table as a file', async () => {
    const { codes, rows } = await openMany();
    typeInto(codes, 'TA000001');
    await press('Periksa');
    await until(() => rows().length === 2, 'the rows');
    const { name, text } = await savedFile(() => press('Unduh CSV'));
    expect(name).equal('versi-toko-2026-12-02-1200.csv');
    expect(text.split('\r\n').slice(0, 2)).deep.equal([
      '\ufeffKode,Toko,Cabang,Aplikasi,Versi,Kanal,Beta-app,Alasan',
      'TA000001,Cibiru 1,Bandung 1,POS Kasir Toko,4.19.0-beta.3,Beta,Uji Kasir Desember,Terdaftar di beta-app “Uji Kasir Desember” sejak 2 Des 2026.',
    ]);
  });
});
