import { inside, until } from '@beta-app/stories/elements/support/find';
import { NetworkError } from '@beta-app/widgets';
import { expect } from 'chai';
import { expectAccessible } from '../support/audit.js';
import { chooseFromMenu, clearPage, mountEditor } from '../support/editor.js';
import { closeStores, saveStoresOf, setScene } from '../support/scene.js';
import { all, gone, press, see, seeText } from '../support/screen.js';
import { seeEntries } from './history.js';

const restore = 'Pulihkan daftar toko ini';

describe('Restoring the stores of an earlier revision', () => {
  afterEach(clearPage);

  /** Two stores were withdrawn and one was registered after the first save, of six. */
  async function openHistory() {
    const scene = setScene();
    scene.goTo('2026-12-03T05:00:00Z');
    await saveStoresOf(scene.other, 1, ['TA000001', 'TB000001'], false);
    await saveStoresOf(scene.other, 1, ['TA000009']);
    const mounted = await mountEditor({ scene, betaAppId: 1 });
    await chooseFromMenu('Riwayat');
    await seeEntries(mounted.editor, 5);
    const buttons = () => all('button', restore);
    return { ...mounted, buttons };
  }

  const registered = async ({ client }: Awaited<ReturnType<typeof openHistory>>) => {
    const { items } = await client.listBetaAppStores({ id: 1, registered: true });
    return items.map(({ code }) => code);
  };

  it('shows the difference first, then saves it, tells it, and shows it in the history', async () => {
    const mounted = await openHistory();
    const { editor, client, buttons } = mounted;
    const heard: number[] = [];
    editor.addEventListener('beta-stores-saved', ({ detail }) => heard.push(detail.saved.added));
    expect(buttons()).length(3);
    buttons()[2]!.click();
    const dialog = await see('alertdialog', 'Simpan perubahan daftar toko?');
    const text = dialog.innerText.replace(/\s+/gu, ' ');
    expect(text).contains('Bandung 1 +1 −1 3').and.contains('Medan +1 0 3');
    expect(text).contains('1 toko dikeluarkan dan kembali ke versi produksi.');
    await expectAccessible(dialog);
    await press('Batal');
    expect(await registered(mounted)).length(5);
    buttons()[2]!.click();
    await see('alertdialog', 'Simpan perubahan daftar toko?');
    await press('Ya');
    await seeText('Daftar toko berhasil diperbarui: 2 ditambahkan, 1 dikeluarkan.');
    await seeEntries(editor, 6);
    await seeText(/^6 di 2 cabang/u);
    expect(await registered(mounted)).deep.equal(
      ['TA', 'TB'].flatMap((branch) => [1, 2, 3].map((number) => `${branch}00000${number}`)),
    );
    expect(heard).deep.equal([2]);
    const saves = client.callsOf('saveStores');
    expect(saves).length(1);
  });

  it('asks nothing any more when the history was closed meanwhile', async () => {
    const { client, editor, buttons } = await openHistory();
    const release = client.hold('tryStores');
    buttons()[2]!.click();
    await until(() => inside(editor, '.frame[aria-busy=true]').length, 'that it is asked');
    await press('Tutup');
    await gone(() => all('button', restore).length, 'the history');
    release();
    await editor.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(all('alertdialog', /./u).length).equal(0);
  });

  it('says that there is nothing to restore', async () => {
    const { buttons, client } = await openHistory();
    buttons()[0]!.click();
    await seeText('Daftar toko sudah sama seperti saat itu.');
    expect(client.callsOf('saveStores')).empty;
  });

  it('leaves out what has closed or is taken by now, if the user wants that', async () => {
    const mounted = await openHistory();
    const { server, other, buttons } = mounted;
    closeStores(server, 'TA000001');
    await other.addApplication({ id: 2, detailsRevision: 1, applicationCode: 'POS', version: '5' });
    await saveStoresOf(other, 2, ['TB000001']);
    buttons()[2]!.click();
    await press('Simpan tanpa 1 toko ini');
    await see('alertdialog', '1 toko sedang menguji aplikasi yang sama');
    await press('Simpan tanpa 1 toko ini');
    const dialog = await see('alertdialog', 'Simpan perubahan daftar toko?');
    expect(dialog.innerText.replace(/\s+/gu, ' ')).contains('Bandung 1 0 −1 2');
    await press('Ya');
    await seeText('Daftar toko berhasil diperbarui: 0 ditambahkan, 1 dikeluarkan.');
    expect(await registered(mounted)).deep.equal(['TA000002', 'TA000003', 'TB000002', 'TB000003']);
  });

  it('tells a lost connection, and tries again', async () => {
    const { client, buttons } = await openHistory();
    client.failNext('tryStores', new NetworkError(false));
    buttons()[2]!.click();
    await see('alert', /Server tidak dapat dihubungi\./u);
    await press('Coba lagi');
    await see('alertdialog', 'Simpan perubahan daftar toko?');
    client.failNext('saveStores', new NetworkError(false));
    await press('Ya');
    await see('alert', /Server tidak dapat dihubungi\./u);
    await press('Coba lagi');
    await seeText('Daftar toko berhasil diperbarui: 2 ditambahkan, 1 dikeluarkan.');
  });

  it('is not offered where the beta app has ended', async () => {
    const scene = setScene();
    scene.goTo('2027-01-02T05:00:00Z');
    const { editor } = await mountEditor({ scene, betaAppId: 1 });
    await chooseFromMenu('Riwayat');
    await seeEntries(editor, 3);
    expect(all('button', restore)).empty;
    await gone(() => all('alertdialog', /./u).length, 'no dialog');
  });
});
