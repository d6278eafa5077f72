import { until } from '@beta-app/stories/elements/support/find';
import { ApiError } from '@beta-app/widgets';
import { expect } from 'chai';
import { expectAccessible } from '../support/audit.js';
import { chooseFromMenu, clearPage, menuItems, mountEditor } from '../support/editor.js';
import { setScene } from '../support/scene.js';
import { all, focused, press, see, seeText } from '../support/screen.js';

const title = 'Jadikan versi beta “Uji Kasir Desember” versi produksi?';

describe('Promoting a beta app', () => {
  afterEach(clearPage);

  it('names each application with both versions before, and shows the badge after', async () => {
    const { editor, client } = await mountEditor({ betaAppId: 1 });
    await client.addApplication({
      id: 1,
      detailsRevision: 2,
      applicationCode: 'STK',
      version: '2.2.0-rc1',
    });
    await editor.chosen.reload();
    await chooseFromMenu('Jadikan produksi…');
    const dialog = await see('alertdialog', title);
    await seeText(/bukan hanya 6 toko yang terdaftar\./u, dialog);
    await seeText('Kasir Toko: 4.18.2 → 4.19.0-beta.3', dialog);
    await seeText('Stok Toko: 2.1.7 → 2.2.0-rc1', dialog);
    await until(() => focused()?.textContent.trim() === 'Batal', 'the focus on "Batal"');
    await expectAccessible(editor);
    await press('Batal');
    expect(client.callsOf('promoteBetaApp')).to.be.empty;
    await chooseFromMenu('Jadikan produksi…');
    await press('Ya');
    await seeText('Versi beta “Uji Kasir Desember” sudah menjadi versi produksi.');
    await seeText(/^★\s?Jadi produksi$/u);
    await seeText('Beta-app ini sudah jadi produksi dan hanya dapat dilihat.');
    expect(all('button', 'Ubah')).to.be.empty;
    const { items } = await client.listApplications();
    expect(items.map(({ productionVersion }) => productionVersion)).to.deep.equal([
      '4.19.0-beta.3',
      '2.2.0-rc1',
    ]);
  });

  it('is not offered without applications, nor before the first day', async () => {
    const scene = setScene();
    const { editor } = await mountEditor({ scene, betaAppId: 2 });
    expect(await menuItems())
      .to.include('Perpanjang…')
      .and.not.include('Jadikan produksi…');
    scene.goTo('2026-11-20T05:00:00Z');
    editor.betaAppId = 1;
    await see('button', 'Hapus Kasir Toko');
    expect(await menuItems()).to.not.include('Jadikan produksi…');
  });

  it('says so when the last application was removed meanwhile, and who did it', async () => {
    const { client, other } = await mountEditor({ betaAppId: 1 });
    await chooseFromMenu('Jadikan produksi…');
    await other.removeApplication({ id: 1, detailsRevision: 2, code: 'POS' });
    await press('Ya');
    const dialog = await see('dialog', 'Beta-app ini sudah berubah');
    await seeText(/Budi Santoso .* mengubah daftar aplikasi \(POS dihapus\)/u, dialog);
    await press('Pakai data terbaru');
    await until(() => all('alertdialog', title).length === 0, 'the end of the question');
    expect(await menuItems()).to.not.include('Jadikan produksi…');
    expect(client.callsOf('promoteBetaApp')).to.have.length(1);
  });

  it('repeats what the server has against it', async () => {
    const { client } = await mountEditor({ betaAppId: 1 });
    const message = 'Beta-app ini belum memiliki aplikasi yang dapat dijadikan versi produksi.';
    client.failNext('promoteBetaApp', new ApiError(409, 'BETA_APP_EMPTY', message));
    await chooseFromMenu('Jadikan produksi…');
    await press('Ya');
    await seeText(message);
  });
});
