import { inside, isShown, typeInto, until } from '@beta-app/stories/elements/support/find';
import { NetworkError } from '@beta-app/widgets';
import { expect } from 'chai';
import { pressKey } from '../beta-store-picker/picker.js';
import { expectAccessible } from '../support/audit.js';
import { clearPage } from '../support/editor.js';
import { savedFile } from '../support/saved-file.js';
import { saveStoresOf, setScene } from '../support/scene.js';
import { all, focused, press, see, seeText } from '../support/screen.js';
import { chooseMoment, mountLookup } from './lookup.js';

const application = 'POS';
const version = '4.19.0-beta.3';

describe('the stores of a version', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(clearPage);

  const oneLine = (element: HTMLElement) => element.innerText.replace(/\s+/gu, ' ').trim();
  const branches = () => inside(document, '[data-branch]').map(oneLine);
  const rows = () => inside(document, '[data-position]').map(oneLine);
  const seeRows = (count: number) => until(() => rows().length === count, `${count} rows`);
  const options = () => inside(document, '[role=option]').filter(isShown).map(oneLine);

  /** Opens the tab, chooses an application, and gives the field of versions. */
  async function openTab(options: Parameters<typeof mountLookup>[0] = {}) {
    const mounted = await mountLookup(options);
    await press('Toko per versi', 'tab');
    const select = await until(
      () =>
        inside<HTMLSelectElement>(mounted.lookup, '#application').find(({ length }) => length > 2),
      'the applications',
    );
    const choose = (code: string) => {
      select.value = code;
      select.dispatchEvent(new Event('change'));
    };
    choose(application);
    const field = inside<HTMLInputElement>(mounted.lookup, '#version')[0]!;
    return { ...mounted, field, choose };
  }

  it('are counted by branch, and listed', async () => {
    const { lookup, client } = await mountLookup({ application, version });
    await seeRows(6);
    await seeText('6 toko di 2 cabang memakai Kasir Toko 4.19.0-beta.3.', lookup);
    expect(branches()).deep.equal(['Bandung 1 3 dari 30 toko', 'Medan 3 dari 30 toko']);
    expect(rows()[0]).match(/^TA000001 Cibiru 1 Bandung 1 ◆ ?Beta Uji Kasir Desember$/u);
    expect(client.callsOf('listStoresOfVersion')).to.have.length(1);
    expect(all('tab', 'Toko per versi')[0]!.ariaSelected).equal('true');
    await expectAccessible(lookup);
  });

  it('are asked for by an application and one of its versions, or any other', async () => {
    const { lookup, field, client } = await openTab();
    await seeText('Pilih aplikasi, lalu versinya.', lookup);
    field.focus();
    pressKey(field, 'ArrowDown');
    await until(() => options().length === 2, 'the versions');
    expect(options()).deep.equal(['4.18.2 Produksi', `${version} Beta · Uji Kasir Desember`]);
    typeInto(field, 'kasir');
    await until(() => options().length === 1, 'the beta version');
    pressKey(field, 'ArrowDown');
    pressKey(field, 'Enter');
    await seeRows(6);
    expect(field.value).equal(version);
    typeInto(field, ' 4.18.2 ');
    pressKey(field, 'Enter');
    await seeText('54 toko di 2 cabang memakai Kasir Toko 4.18.2.', lookup);
    expect(client.callsOf('listStoresOfVersion').at(-1)!.input).deep.include({
      application,
      version: '4.18.2',
    });
  });

  it('are asked for as well when one leaves the field', async () => {
    const { field } = await openTab();
    field.focus();
    typeInto(field, version);
    field.blur();
    await seeRows(6);
  });

  it('forget the version when another application is chosen', async () => {
    const { lookup, field, choose } = await openTab({ application, version });
    await seeRows(6);
    choose('STK');
    await seeText('Pilih aplikasi, lalu versinya.', lookup);
    expect([rows(), field.value]).deep.equal([[], '']);
  });

  it('are those of the application that the page sets, also where another was chosen by hand', async () => {
    const { lookup, choose } = await openTab();
    const [select] = inside<HTMLSelectElement>(lookup, '#application');
    for (const code of ['STK', application]) {
      choose(code);
      await lookup.updateComplete;
    }
    lookup.application = 'STK';
    await lookup.updateComplete;
    expect(select!.value).equal('STK');
  });

  it('take anything that a page sets as application and version', async () => {
    const { lookup } = await mountLookup();
    Object.assign(lookup, { application: 5, version: 7 });
    await until(
      () => inside<HTMLInputElement>(lookup, '#version')[0]?.value === '7',
      'the version',
    );
    expect(inside<HTMLSelectElement>(lookup, '#application')[0]!.value).equal('5');
  });

  it('are those of one branch when it is pressed, at the same moment, and then all again', async () => {
    const { lookup, client } = await mountLookup({ application, version });
    await seeRows(6);
    const medan = await see('button', 'Medan', lookup);
    medan.focus();
    medan.click();
    await seeRows(3);
    expect(rows()[0]).match(/^TB000001/u);
    await seeText('Toko di Medan (3)', lookup);
    expect(medan.ariaPressed).equal('true');
    const [, ofBranch] = client.callsOf('listStoresOfVersion');
    expect(ofBranch!.input).deep.include({ branch: 'B2', version });
    expect(ofBranch!.input['at']).match(/^2026-12-02T05:00:30/u);
    expect(branches()).to.have.length(2);
    await expectAccessible(lookup);
    await press('Tampilkan semua cabang');
    await seeRows(6);
    expect(focused()).equal(medan);
    medan.click();
    await seeRows(3);
    medan.click();
    await seeRows(6);
  });

  it('never stand under a branch that is not theirs', async () => {
    const { lookup, client } = await mountLookup({ application, version });
    await seeRows(6);
    const release = client.hold('listStoresOfVersion');
    await press('Medan');
    await seeText('Toko di Medan (3)', lookup);
    expect(rows()).deep.equal([]);
    release();
    await seeRows(3);
  });

  it('are read page by page as one scrolls, and only the visible ones are in the document', async () => {
    const scene = setScene({ perBranch: 400 });
    const { lookup, client } = await mountLookup({ scene, application: 'STK', version: '2.1.7' });
    await until(() => rows().length > 0, 'rows');
    expect(rows().length).below(60);
    const table = all('table', 'Toko (800)', lookup)[0]!;
    expect(table.ariaRowCount ?? table.getAttribute('aria-rowcount')).equal('801');
    expect(client.callsOf('listStoresOfVersion')).to.have.length(1);
    const scroller = table.querySelector('.scroller')!;
    await until(() => {
      scroller.scrollTop = scroller.scrollHeight;
      return rows().at(-1)?.startsWith('TB000400');
    }, 'the last row');
    expect(client.callsOf('listStoresOfVersion')).to.have.length(2);
    window.dispatchEvent(new Event('beforeprint'));
    await seeRows(800);
    window.dispatchEvent(new Event('afterprint'));
    await until(() => rows().length < 60, 'only the visible rows again');
  });

  it('are none of a version that nobody runs, in place of which others are offered', async () => {
    const { lookup } = await mountLookup({ application, version: '9.9' });
    await seeText(
      'Tidak ada toko yang memakai Kasir Toko 9.9 pada waktu itu. Periksa versinya.',
      lookup,
    );
    await press(version);
    await seeRows(6);
    expect((focused() as HTMLInputElement).value).equal(version);
  });

  it('are none of an application that nobody knows', async () => {
    const { lookup } = await mountLookup({ application: 'nix', version });
    await seeText('Aplikasi “NIX” tidak dikenal. Pilih aplikasi dari daftar.', lookup);
    expect(inside<HTMLSelectElement>(lookup, '#application')[0]!.value).equal('NIX');
  });

  it('are those of the chosen moment', async () => {
    const scene = setScene();
    const { lookup, client } = await mountLookup({
      scene,
      application,
      version,
      now: '2026-12-02T06:00:00Z',
    });
    await seeRows(6);
    scene.goTo('2026-12-02T06:30:00Z');
    await saveStoresOf(client, 1, ['TA000009']);
    chooseMoment(lookup, 'quarter');
    await seeText('Keadaan pada Rabu, 2 Desember 2026 pukul 12.45 WIB', lookup);
    await seeRows(6);
    expect(client.callsOf('listStoresOfVersion').at(-1)!.input['at']).equal(
      '2026-12-02T12:45:00+07:00',
    );
    chooseMoment(lookup, 'now');
    await seeRows(7);
  });

  it('keep the old answer to the same question while the server is away', async () => {
    const { lookup, client } = await mountLookup({ application, version });
    await seeRows(6);
    client.failNext('listStoresOfVersion', new NetworkError(false));
    pressKey(inside(lookup, '#version')[0]!, 'Enter');
    await seeText('Data per 12.00 WIB; server belum menjawab.', lookup);
    expect(rows()).to.have.length(6);
    await press('Coba lagi');
    await until(() => !lookup.shadowRoot!.textContent.includes('Data per'), 'the answer');
    await seeRows(6);
  });

  it('keep application, version and moment in the address, in place of the store', async () => {
    const before = location.href;
    const search = () => decodeURIComponent(new URL(location.href).search);
    history.replaceState(
      null,
      '',
      '?aplikasi=pos&versi=4.19.0-beta.3&waktu=2026-12-02T12:15:00%2B07:00',
    );
    try {
      const { lookup } = await mountLookup({ url: true, now: '2026-12-02T06:00:00Z' });
      await seeText('Keadaan pada Rabu, 2 Desember 2026 pukul 12.15 WIB', lookup);
      await seeRows(6);
      chooseMoment(lookup, 'now');
      await seeText(/pukul 13\.00 WIB$/u, lookup);
      expect(search()).equal('?aplikasi=POS&versi=4.19.0-beta.3');
      const select = inside<HTMLSelectElement>(lookup, '#application')[0]!;
      select.value = 'STK';
      select.dispatchEvent(new Event('change'));
      expect(search()).equal('');
      await press('Satu toko', 'tab');
      lookup.store = 'TA000001';
      await press('Toko yang memakai Kasir Toko 4.19.0-beta.3');
      await seeRows(6);
      expect(search()).equal('?aplikasi=POS&versi=4.19.0-beta.3');
      expect(focused()?.id).equal('tab-version');
      await press('Satu toko', 'tab');
      expect(search()).equal('?toko=TA000001');
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('are saved as a file, all of them or those of the branch', async () => {
    const { client, goTo } = await mountLookup({ application, version });
    await seeRows(6);
    // The file is the list that is shown, whatever was saved since.
    goTo('2026-12-02T05:10:00Z');
    await saveStoresOf(client, 1, ['TA000009']);
    const save = async (button = 'Unduh CSV') => {
      const { name, text } = await savedFile(() => press(button));
      return { name, lines: text.split('\r\n') };
    };
    const whole = await save();
    expect(whole.name).equal('toko-POS-4.19.0-beta.3-2026-12-02-1200.csv');
    expect(whole.lines).to.have.length(1 + 6 + 1);
    expect(whole.lines.slice(0, 2)).deep.equal([
      '\ufeffKode,Toko,Cabang,Aplikasi,Versi,Kanal,Beta-app',
      'TA000001,Cibiru 1,Bandung 1,POS Kasir Toko,4.19.0-beta.3,Beta,Uji Kasir Desember',
    ]);
    await press('Medan');
    await seeRows(3);
    expect((await save()).lines.slice(1, 4).every((line) => line.startsWith('TB'))).equal(true);
    client.failNext('listStoresOfVersion', new NetworkError(false));
    await press('Unduh CSV');
    await seeText(/^Terjadi kesalahan!/u);
    // The branch that was asked for, whatever is shown by now.
    await press('Tampilkan semua cabang');
    await seeRows(6);
    await save('Coba lagi');
    await seeText('3 toko disimpan ke berkas CSV.');
  });

  it('say when the versions in use could not be read, and take any version all the same', async () => {
    const scene = setScene();
    scene.client.failNext('listBetaApps', new NetworkError(false));
    const { lookup, field } = await openTab({ scene });
    await seeText(/^Daftar versi beta belum dapat dimuat\./u, lookup);
    typeInto(field, version);
    pressKey(field, 'Enter');
    await seeRows(6);
    await press('Coba lagi');
    await until(
      () => !lookup.shadowRoot!.textContent.includes('belum dapat dimuat'),
      'the versions',
    );
  });

  it('are cards in a narrow box, in English', async () => {
    const { lookup } = await mountLookup({ application, version, width: '360px', lang: 'en' });
    await seeRows(6);
    expect(branches()[0]).equal('Bandung 1 3 of 30 stores');
    expect(lookup.scrollWidth).to.be.at.most(360);
    await expectAccessible(lookup);
  });
});
