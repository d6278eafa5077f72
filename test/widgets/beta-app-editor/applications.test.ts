import { until } from '@beta-app/stories/elements/support/find';
import { NetworkError } from '@beta-app/widgets';
import { expect } from 'chai';
import { expectAccessible } from '../support/audit.js';
import { clearPage, mountEditor } from '../support/editor.js';
import { saveStoresOf, setScene } from '../support/scene.js';
import { all, field, fill, focused, gone, press, see, seeText } from '../support/screen.js';

const version = 'Versi beta (wajib)';

async function chooseStock(): Promise<void> {
  await press('Tambah Aplikasi');
  await press('Aplikasi belum dipilih');
  await press('Stok Toko');
  await see('button', 'Aplikasi Stok Toko');
}

describe('The applications of a beta app', () => {
  afterEach(clearPage);

  it('are accessible with the confirmation open', async () => {
    const { editor } = await mountEditor({ betaAppId: 1 });
    await press('Hapus Kasir Toko');
    await see('alertdialog', 'Hapus aplikasi “Kasir Toko”?');
    await expectAccessible(editor);
  });

  it('are asked for in the yellow field first', async () => {
    await mountEditor({ betaAppId: 1 });
    await press('Tambah Aplikasi');
    const yellow = await see('button', 'Aplikasi belum dipilih');
    await until(() => focused() === yellow, 'the focus on the yellow field');
  });

  it('are added: chosen from the list, filled in, and shown in the table', async () => {
    const { editor, client } = await mountEditor({ betaAppId: 1 });
    await chooseStock();
    for (const fact of ['STK', '2.1.7', 'Stok dan rak']) await seeText(fact);
    await fill(version, '2.1.7');
    await seeText('Sama dengan versi produksi.');
    await fill(version, '2.2.0-rc1');
    await press('Simpan');
    await seeText('Aplikasi “Stok Toko” berhasil terdaftar di beta-app.');
    await see('button', 'Hapus Stok Toko', editor.shadowRoot!);
    expect(client.callsOf('addApplication')[0]!.input).to.deep.equal({
      id: 1,
      detailsRevision: 2,
      applicationCode: 'STK',
      version: '2.2.0-rc1',
    });
  });

  it('leave the focus where a quick user has taken it while the list closes', async () => {
    await mountEditor({ betaAppId: 1 });
    await press('Tambah Aplikasi');
    await press('Aplikasi belum dipilih');
    const row = await see('button', 'Stok Toko');
    const list = row.closest('dialog')!;
    const input = await field(version);
    const closed = new Promise((resolve) => list.addEventListener('close', resolve));
    row.click();
    input.focus();
    await closed;
    expect(focused()?.id).to.equal('version');
  });

  it('stay in the list when they are registered, and cannot be chosen', async () => {
    await mountEditor({ betaAppId: 1 });
    await press('Tambah Aplikasi');
    await press('Aplikasi belum dipilih');
    await press('Kasir Toko');
    await seeText('Sudah terdaftar');
    await see('status', /Aplikasi ini sudah terdaftar di beta-app\./u);
    expect(all('dialog', 'Pilih aplikasi')).to.have.length(1);
  });

  it('are named when they are missing', async () => {
    const { client } = await mountEditor({ betaAppId: 1 });
    await press('Tambah Aplikasi');
    await press('Simpan');
    await see('alert', /Masih ada isian yang belum terisi: Aplikasi, Versi beta\./u);
    await press('Aplikasi belum dipilih');
    await press('Stok Toko');
    await fill(version, '2');
    await until(() => all('alert', /belum terisi/u).length === 0, 'the end of the warning');
    expect(client.callsOf('addApplication')).to.be.empty;
  });

  it('are sent with the same key when the connection was lost', async () => {
    const { client } = await mountEditor({ betaAppId: 1 });
    client.failNext('addApplication', new NetworkError(true));
    await chooseStock();
    await fill(version, '2.2.0');
    await press('Simpan');
    await press('Coba lagi');
    await seeText('Aplikasi “Stok Toko” berhasil terdaftar di beta-app.');
    const [first, second] = client.callsOf('addApplication');
    expect(first!.idempotencyKey).to.equal(second!.idempotencyKey);
  });

  it('tell which stores test the same application elsewhere, and keep the input', async () => {
    const { other } = await mountEditor({ betaAppId: 1 });
    await other.addApplication({
      id: 2,
      detailsRevision: 1,
      applicationCode: 'STK',
      version: '2.3.0',
    });
    await saveStoresOf(other, 2, ['TB000001', 'TB000002']);
    await chooseStock();
    await fill(version, '2.2.0');
    await press('Simpan');
    await see('alertdialog', '2 toko sedang menguji aplikasi yang sama');
    await seeText(
      'Stok Toko 2.3.0 di beta-app “Uji Struk”, 1–31 Des 2026, Budi Santoso (NIK 2012007788): TB000001 Cibiru 1, TB000002 Toko 2',
    );
    await press('Kembali');
    expect((await field(version)).value).to.equal('2.2.0');
  });

  it('are saved without stores that test the same application elsewhere', async () => {
    const { editor, client, other } = await mountEditor({ betaAppId: 1 });
    await other.addApplication({
      id: 2,
      detailsRevision: 1,
      applicationCode: 'STK',
      version: '2.3.0',
    });
    await saveStoresOf(other, 2, ['TB000001', 'TB000002']);
    await chooseStock();
    await fill(version, '2.2.0');
    await press('Simpan');
    const dialog = await see('alertdialog', '2 toko sedang menguji aplikasi yang sama');
    await seeText(
      /^Menyimpan tanpa 2 toko ini mengeluarkannya dari beta-app ini sekarang/u,
      dialog,
    );
    const back = await see('button', 'Kembali');
    await until(() => focused() === back, 'the focus on "Kembali"');
    await expectAccessible(editor);

    // Another one has gone there meanwhile, and the connection is bad.
    await saveStoresOf(other, 2, ['TA000003']);
    await press('Simpan tanpa 2 toko ini');
    await see('alertdialog', '1 toko sedang menguji aplikasi yang sama');
    await until(() => focused() === back, 'the focus on "Kembali" again');
    client.failNext('addApplication', new NetworkError(true));
    await press('Simpan tanpa 1 toko ini');
    await press('Coba lagi');
    await seeText(
      'Aplikasi “Stok Toko” berhasil terdaftar di beta-app. 3 toko dikeluarkan dari beta-app ini.',
    );
    await gone(() => all('dialog', /./u).length, 'the form');
    expect(all('alertdialog', /./u)).to.be.empty;
    await seeText(/^3 di 2 cabang/u);
    const calls = client.callsOf('addApplication');
    expect(calls.at(-1)!.input).to.deep.include({ withdraw: ['TB000001', 'TB000002', 'TA000003'] });
    expect(calls.at(-1)!.idempotencyKey).to.equal(calls.at(-2)!.idempotencyKey);
    const { items } = await client.listBetaAppStores({ id: 1, registered: true });
    expect(items.map(({ code }) => code)).to.deep.equal(['TA000001', 'TA000002', 'TB000003']);
  });

  it('tell in the form what else is against them, once the stores are left out', async () => {
    const { client, other } = await mountEditor({ betaAppId: 1 });
    await other.addApplication({
      id: 2,
      detailsRevision: 1,
      applicationCode: 'STK',
      version: '2.3.0',
    });
    await saveStoresOf(other, 2, ['TB000001']);
    await chooseStock();
    await fill(version, '2.2.0');
    await press('Simpan');
    await see('alertdialog', '1 toko sedang menguji aplikasi yang sama');
    await other.updateBetaApp({ id: 1, detailsRevision: 2, endsOn: '2026-12-30' });
    await press('Simpan tanpa 1 toko ini');
    await see('dialog', 'Beta-app ini sudah berubah');
    expect(all('alertdialog', /./u)).to.be.empty;
    await press('Pakai data terbaru');
    await gone(() => all('dialog', 'Beta-app ini sudah berubah').length, 'what has changed');
    expect((await field(version)).value).to.equal('2.2.0');
    expect((await client.getBetaApp({ id: 1 })).registeredStores).to.equal(6);
    await press('Simpan');
    await press('Simpan tanpa 1 toko ini');
    await seeText(/1 toko dikeluarkan dari beta-app ini\.$/u);
  });

  it('are changed in version and notes', async () => {
    const { client } = await mountEditor({ betaAppId: 1 });
    await press('Ubah Kasir Toko');
    expect((await field(version)).value).to.equal('4.19.0-beta.3');
    await fill(version, '4.19.0-beta.4');
    await press('Simpan');
    await seeText('Versi beta “Kasir Toko” berhasil diubah menjadi 4.19.0-beta.4.');
    expect(client.callsOf('changeApplication')[0]!.input).to.include({ code: 'POS' });
  });

  it('are removed after a confirmation, and the focus goes to the next one', async () => {
    const scene = setScene();
    const { client, other } = scene;
    await other.addApplication({
      id: 1,
      detailsRevision: 2,
      applicationCode: 'STK',
      version: '2.2.0',
    });
    await mountEditor({ scene, betaAppId: 1 });
    await press('Hapus Kasir Toko');
    await seeText(
      'Apakah Anda yakin ingin menghapus “Kasir Toko” dari beta-app “Uji Kasir Desember”? 6 toko kembali ke versi produksi 4.18.2.',
    );
    await press('Batal');
    expect(client.callsOf('removeApplication')).to.be.empty;
    await press('Hapus Kasir Toko');
    await press('Ya');
    await seeText('Aplikasi “Kasir Toko” berhasil dihapus dari beta-app.');
    await until(() => focused() === all('button', 'Hapus Stok Toko')[0], 'the focus on the next');
    await press('Hapus Stok Toko');
    await press('Ya');
    await seeText('Belum ada aplikasi.');
    await until(() => focused() === all('button', 'Tambah Aplikasi')[0], 'the focus on "Tambah"');
  });

  it('are removed without a word of stores where none runs them', async () => {
    const question =
      'Apakah Anda yakin ingin menghapus “Kasir Toko” dari beta-app “Uji Kasir Desember”?';
    const scene = setScene();
    scene.goTo('2026-11-20T05:00:00Z');
    await mountEditor({ scene, betaAppId: 1 });
    await press('Hapus Kasir Toko');
    await seeText(question);
    clearPage();
    scene.goTo('2026-12-02T05:00:00Z');
    const codes = ['TA000001', 'TA000002', 'TA000003', 'TB000001', 'TB000002', 'TB000003'];
    await saveStoresOf(scene.client, 1, codes, false);
    await mountEditor({ scene, betaAppId: 1 });
    await press('Hapus Kasir Toko');
    await seeText(question);
  });

  it('try a removal again in its confirmation', async () => {
    const { client } = await mountEditor({ betaAppId: 1 });
    client.failNext('removeApplication', new NetworkError(false));
    await press('Hapus Kasir Toko');
    await press('Ya');
    await press('Coba lagi');
    await seeText('Aplikasi “Kasir Toko” berhasil dihapus dari beta-app.');
    const [first, second] = client.callsOf('removeApplication');
    expect(first!.idempotencyKey).to.equal(second!.idempotencyKey);
  });
});
