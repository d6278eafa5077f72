import { until } from '@beta-app/stories/elements/support/find';
import { NetworkError } from '@beta-app/widgets';
import { expect } from 'chai';
import { expectAccessible } from '../support/audit.js';
import { chooseFromMenu, clearPage, menuItems, mountEditor } from '../support/editor.js';
import { saveStoresOf, setScene } from '../support/scene.js';
import { all, field, fill, focused, gone, press, see, seeText } from '../support/screen.js';

const title = 'Perpanjang beta-app “Uji Kasir Desember”';
const endsOn = 'Tanggal selesai baru (wajib)';

describe('Extending a beta app', () => {
  afterEach(clearPage);

  it('spells out from which day to which, and takes weeks by one press', async () => {
    const { editor, client } = await mountEditor({ betaAppId: 1 });
    await chooseFromMenu('Perpanjang…');
    const dialog = await see('dialog', title);
    await seeText('Sekarang sampai 31 Des 2026', dialog);
    const first = await see('button', '+1 minggu');
    await until(() => focused() === first, 'the focus on the shortest extension');
    await press('+2 minggu');
    await seeText('Sekarang 31 Des 2026 → 14 Jan 2027, 14 hari lebih lama', dialog);
    await seeText('Kamis, 14 Januari 2027', dialog);
    expect((await see('button', '+2 minggu')).getAttribute('aria-pressed')).to.equal('true');
    await expectAccessible(editor);
    await press('Perpanjang');
    await seeText('Beta-app “Uji Kasir Desember” diperpanjang sampai 14 Jan 2027.');
    await seeText(/^1 Des 2026 – 14 Jan 2027/u);
    expect(client.callsOf('updateBetaApp')[0]!.input).to.deep.equal({
      id: 1,
      detailsRevision: 2,
      endsOn: '2027-01-14',
    });
    const more = await see('button', 'Lainnya');
    await until(() => focused() === more, 'the focus on "Lainnya"');
  });

  it('refuses a day that is not later, and an empty one, and sends nothing', async () => {
    const { client } = await mountEditor({ betaAppId: 1 });
    await chooseFromMenu('Perpanjang…');
    await press('Perpanjang');
    await seeText('Tanggal selesai baru belum diisi.');
    await fill(endsOn, '2026-12-31');
    await press('Perpanjang');
    await seeText('Tanggal selesai baru harus setelah 31 Des 2026.');
    expect(client.callsOf('updateBetaApp')).to.be.empty;
    await press('+4 minggu');
    await gone(() => all('alert', /belum benar/u).length, 'the warning');
  });

  it('lists the stores that another beta app has on the days after, and keeps the day', async () => {
    const { editor, other } = await mountEditor({ betaAppId: 1 });
    await other.updateBetaApp({
      id: 2,
      detailsRevision: 1,
      startsOn: '2027-01-01',
      endsOn: '2027-01-31',
    });
    await other.addApplication({
      id: 2,
      detailsRevision: 2,
      applicationCode: 'POS',
      version: '4.20.0-rc1',
    });
    await saveStoresOf(other, 2, ['TA000001']);
    await chooseFromMenu('Perpanjang…');
    await press('+1 minggu');
    await press('Perpanjang');
    const dialog = await see('alertdialog', '1 toko sedang menguji aplikasi yang sama');
    await seeText(
      'Kasir Toko 4.20.0-rc1 di beta-app “Uji Struk”, 1–31 Jan 2027, Budi Santoso (NIK 2012007788): TA000001 Cibiru 1',
      dialog,
    );
    await expectAccessible(editor);
    // The chosen day would be left behind.
    expect(all('link', 'Buka daftar toko')).to.be.empty;
    await press('Kembali');
    await gone(() => all('alertdialog', /sedang menguji/u).length, 'the list of stores');
    expect((await field(endsOn)).value).to.equal('2027-01-07');
    await press('Perpanjang');
    await press('Simpan tanpa 1 toko ini');
    await seeText(
      'Beta-app “Uji Kasir Desember” diperpanjang sampai 7 Jan 2027. 1 toko dikeluarkan dari beta-app ini.',
    );
    await seeText(/^5 di 2 cabang/u);
  });

  it('goes on from what somebody else has saved meanwhile', async () => {
    const { client, other } = await mountEditor({ betaAppId: 1 });
    await chooseFromMenu('Perpanjang…');
    await fill(endsOn, '2027-02-28');
    await other.updateBetaApp({ id: 1, detailsRevision: 2, endsOn: '2027-01-15' });
    client.failNext('updateBetaApp', new NetworkError(false));
    await press('Perpanjang');
    await press('Coba lagi');
    await see('dialog', 'Beta-app ini sudah berubah');
    await press('Pakai data terbaru');
    await seeText('Sekarang 15 Jan 2027 → 28 Feb 2027, 44 hari lebih lama');
    await press('Perpanjang');
    await seeText('Beta-app “Uji Kasir Desember” diperpanjang sampai 28 Feb 2027.');
  });

  it('is offered before the first day, too, and not after the last', async () => {
    const scene = setScene();
    scene.goTo('2026-11-20T05:00:00Z');
    const { editor } = await mountEditor({ scene, betaAppId: 1 });
    expect(await menuItems()).to.include('Perpanjang…');
    scene.goTo('2027-01-02T05:00:00Z');
    await editor.chosen.reload();
    await editor.updateComplete;
    expect(all('menuitem', 'Perpanjang…')).to.be.empty;
  });
});
