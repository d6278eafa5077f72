import { until } from '@beta-app/stories/elements/support/find';
import { NetworkError } from '@beta-app/widgets';
import { expect } from 'chai';
import { expectAccessible } from '../support/audit.js';
import { chooseFromMenu, clearPage, menuItems, mountEditor } from '../support/editor.js';
import { closeStores, saveStoresOf, setScene } from '../support/scene.js';
import { all, field, fill, focused, gone, press, see, seeText } from '../support/screen.js';

const name = 'Nama beta-app (wajib)';
const startsOn = 'Tanggal mulai (wajib)';
const endsOn = 'Tanggal selesai (wajib)';
const copy = 'Uji Kasir Desember (salinan)';

/** Opens the form of a copy, for a period after that of the original or for the same one. */
async function openCopy(period: 'january' | 'december'): Promise<HTMLElement> {
  await chooseFromMenu('Salin…');
  const form = await see('dialog', 'Tambah beta-app');
  const month = { january: '2027-01', december: '2026-12' }[period];
  await fill(startsOn, `${month}-05`);
  await fill(endsOn, `${month}-31`);
  return form;
}

const checkbox = async (label: string): Promise<HTMLInputElement> =>
  (await seeText(label)).closest('label')!.querySelector('input')!;

describe('Copying a beta app', () => {
  afterEach(clearPage);

  it('begins with the name and an empty period, and takes over applications and stores', async () => {
    const { editor, client } = await mountEditor({ betaAppId: 1 });
    const heard: string[] = [];
    for (const type of ['beta-app-created', 'beta-app-selected']) {
      document.addEventListener(type, () => heard.push(type), { once: true });
    }
    await chooseFromMenu('Salin…');
    const form = await see('dialog', 'Tambah beta-app');
    await seeText('Salinan dari “Uji Kasir Desember”', form);
    const input = await field(name);
    expect(input.value).to.equal(copy);
    expect((await field(startsOn)).value).to.equal('');
    expect((await checkbox('1 aplikasi, dengan versi beta dan catatannya')).checked).to.equal(true);
    expect((await checkbox('6 toko')).checked).to.equal(true);
    await until(() => focused() === input, 'the focus on the name');
    await expectAccessible(editor);
    await press('Batal');
    await openCopy('january');
    await press('Simpan');
    await seeText(`Pembuatan beta-app “${copy}” berhasil, dengan 1 aplikasi dan 6 toko.`);
    await see('button', `Beta-App ${copy}`);
    await seeText(/^6 di 2 cabang/u);
    const { applications, owner, registeredStores } = await client.getBetaApp({ id: 3 });
    expect(applications.map((each) => [each.code, each.version, each.notes])).to.deep.equal([
      ['POS', '4.19.0-beta.3', 'Struk QRIS'],
    ]);
    expect([owner.name, registeredStores]).to.deep.equal(['Sari Wulandari', 6]);
    expect(heard).to.deep.equal(['beta-app-created', 'beta-app-selected']);
    const more = await see('button', 'Lainnya');
    await until(() => focused() === more, 'the focus on "Lainnya"');
  });

  it('takes over only what is chosen, and no closed store', async () => {
    const { client, server } = await mountEditor({ betaAppId: 1 });
    closeStores(server, 'TA000001');
    await openCopy('january');
    (await checkbox('1 aplikasi, dengan versi beta dan catatannya')).click();
    await press('Simpan');
    await seeText(`Pembuatan beta-app “${copy}” berhasil, dengan 0 aplikasi dan 5 toko.`);
    await openCopy('january');
    await fill(name, 'Uji Lain');
    (await checkbox('5 toko')).click();
    await press('Simpan');
    await seeText('Pembuatan beta-app “Uji Lain” berhasil, dengan 0 aplikasi dan 0 toko.');
    expect((await client.getBetaApp({ id: 4 })).registeredStores).to.equal(0);
  });

  it('lists the stores that test the application in that period, and saves without them', async () => {
    const { editor, client, other } = await mountEditor({ betaAppId: 1 });
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
    await saveStoresOf(other, 2, ['TA000001', 'TB000002']);
    await openCopy('january');
    await press('Simpan');
    const dialog = await see('alertdialog', '2 toko sedang menguji aplikasi yang sama');
    await seeText(
      /^Kasir Toko 4\.20\.0-rc1 di beta-app “Uji Struk”, 1–31 Jan 2027, Budi Santoso \(NIK 2012007788\): TA000001/u,
      dialog,
    );
    await expectAccessible(editor);
    await press('Simpan tanpa 2 toko ini');
    await seeText(`Pembuatan beta-app “${copy}” berhasil, dengan 1 aplikasi dan 4 toko.`);
    await seeText(/^4 di 2 cabang/u);
    expect((await client.getBetaApp({ id: 3 })).registeredStores).to.equal(4);
  });

  it('goes back from those stores to the form, with what was typed, and nothing is there', async () => {
    const { client } = await mountEditor({ betaAppId: 1 });
    // In the period of the original, which has all its stores.
    await openCopy('december');
    await fill(name, 'Uji Saya');
    await press('Simpan');
    await see('alertdialog', '6 toko sedang menguji aplikasi yang sama');
    await press('Kembali');
    await gone(() => all('alertdialog', /./u).length, 'the stores');
    expect((await field(name)).value).to.equal('Uji Saya');
    expect((await client.listBetaApps()).total).to.equal(2);
    // Asked anew, as something else may stand in the way by now.
    await press('Simpan');
    await see('alertdialog', '6 toko sedang menguji aplikasi yang sama');
    await press('Simpan tanpa 6 toko ini');
    await seeText('Pembuatan beta-app “Uji Saya” berhasil, dengan 1 aplikasi dan 0 toko.');
    await gone(() => all('dialog', /./u).length, 'the form');
  });

  it('leaves nothing behind when it fails, and keeps what was typed', async () => {
    const { client } = await mountEditor({ betaAppId: 1 });
    await openCopy('january');
    await fill(name, 'Uji Saya');
    client.failNext('copyBetaApp', new NetworkError(false));
    await press('Simpan');
    await see('alert', /Server tidak dapat dihubungi\./u);
    expect((await field(name)).value).to.equal('Uji Saya');
    await press('Coba lagi');
    await seeText('Pembuatan beta-app “Uji Saya” berhasil, dengan 1 aplikasi dan 6 toko.');
  });

  for (const again of ['Coba lagi', 'Simpan tanpa 6 toko ini']) {
    it(`does without the stores once, where only the answer was lost, by “${again}”`, async () => {
      const { client } = await mountEditor({ betaAppId: 1 });
      await openCopy('december');
      await fill(name, 'Uji Saya');
      await press('Simpan');
      await see('alertdialog', '6 toko sedang menguji aplikasi yang sama');
      const copyBetaApp = client.copyBetaApp.bind(client);
      client.copyBetaApp = async (...call) => {
        client.copyBetaApp = copyBetaApp;
        await copyBetaApp(...call);
        throw new NetworkError(false);
      };
      await press('Simpan tanpa 6 toko ini');
      await see('alert', /Server tidak dapat dihubungi\./u);
      await press(again);
      await seeText('Pembuatan beta-app “Uji Saya” berhasil, dengan 1 aplikasi dan 0 toko.');
      expect((await client.listBetaApps()).total).to.equal(3);
      const [, lost, second] = client.callsOf('copyBetaApp');
      expect(second).to.deep.equal(lost);
    });
  }

  it('is offered with the history alone for one that has ended', async () => {
    const scene = setScene();
    scene.goTo('2027-01-02T05:00:00Z');
    await mountEditor({ scene, betaAppId: 1 });
    await seeText('Beta-app ini sudah berakhir dan hanya dapat dilihat.');
    expect(await menuItems()).to.deep.equal(['Salin…', 'Riwayat']);
  });

  it('cuts a long name, so that the copy can be saved', async () => {
    const scene = setScene();
    await scene.client.updateBetaApp({ id: 1, detailsRevision: 2, name: 'x'.repeat(200) });
    await mountEditor({ scene, betaAppId: 1 });
    await seeText('x'.repeat(200));
    await chooseFromMenu('Salin…');
    const { value } = await field(name);
    expect(value)
      .to.have.length(200)
      .and.match(/x \(salinan\)$/u);
  });
});
