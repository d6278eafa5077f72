import { until } from '@beta-app/stories/elements/support/find';
import { budi } from '@beta-app/stories/fake/sample';
import { ApiError, NetworkError } from '@beta-app/widgets';
import { expect } from 'chai';
import { expectAccessible } from '../support/audit.js';
import { chooseFromMenu, clearPage, menuItems, mountEditor } from '../support/editor.js';
import { saveStoresOf, setScene } from '../support/scene.js';
import { all, focused, gone, press, see, seeText } from '../support/screen.js';

const title = 'Jeda beta-app “Uji Kasir Desember”';
const resumeTitle = 'Lanjutkan beta-app “Uji Kasir Desember”?';
const dropText = 'Toko kembali ke versi produksi untuk sementara';

/** A paused beta app, on the page. */
async function mountPaused(stores: 'keep' | 'drop') {
  const scene = setScene();
  await scene.client.pauseBetaApp({ id: 1, detailsRevision: 2, stores });
  return await mountEditor({ scene, betaAppId: 1 });
}

const radio = async (name: string): Promise<HTMLInputElement> =>
  (await seeText(name)).closest('label')!.querySelector('input')!;

describe('Pausing a beta app', () => {
  afterEach(clearPage);

  it('is offered with what follows from it, keeping the version first', async () => {
    const { editor, client } = await mountEditor({ betaAppId: 1 });
    expect(await menuItems())
      .to.include('Jeda…')
      .and.not.include('Lanjutkan');
    await chooseFromMenu('Jeda…');
    const dialog = await see('dialog', title);
    await seeText(/^6 toko tetap memakai versi beta\./u, dialog);
    await seeText(/^6 toko memakai versi produksi mulai sekarang/u, dialog);
    const keep = await radio('Toko tetap memakai versi beta');
    await until(() => focused() === keep, 'the focus on the choice that is made');
    await expectAccessible(editor);
    await press('Jeda');
    await seeText('Beta-app “Uji Kasir Desember” dijeda; toko tetap memakai versi beta.');
    await seeText('Dijeda: toko tetap memakai versi beta.');
    await seeText(/^.{2}Dijeda$/u);
    expect(client.callsOf('pauseBetaApp')[0]!.input).to.deep.equal({
      id: 1,
      detailsRevision: 2,
      stores: 'keep',
    });
    const more = await see('button', 'Lainnya');
    await until(() => focused() === more, 'the focus on "Lainnya"');
  });

  it('lets the stores go back to production, and tells the page', async () => {
    await mountEditor({ betaAppId: 1 });
    const actions: string[] = [];
    document.addEventListener('beta-app-changed', ({ detail }) => actions.push(detail.action), {
      once: true,
    });
    await chooseFromMenu('Jeda…');
    (await radio(dropText)).click();
    await press('Jeda');
    await seeText('Beta-app “Uji Kasir Desember” dijeda; toko kembali ke versi produksi.');
    await seeText('Dijeda: toko memakai versi produksi sampai beta-app ini dilanjutkan.');
    expect(actions).to.deep.equal(['pause']);
  });

  it('keeps the choice through a refusal, a lost connection and a closed dialog', async () => {
    const { client } = await mountEditor({ betaAppId: 1 });
    await chooseFromMenu('Jeda…');
    (await radio(dropText)).click();
    client.failNext('pauseBetaApp', new ApiError(403, 'FORBIDDEN', '', [], { owner: budi }));
    await press('Jeda');
    await seeText('Anda tidak berhak melakukan ini. Hubungi Budi Santoso (NIK 2012007788).');
    client.failNext('pauseBetaApp', new NetworkError(false));
    await press('Jeda');
    await seeText(/^Terjadi kesalahan! Server tidak dapat dihubungi\./u);
    await press('Batal');
    await gone(() => all('dialog', title).length, 'the dialog');
    await chooseFromMenu('Jeda…');
    expect((await radio(dropText)).checked).to.equal(true);
    await press('Jeda');
    await seeText(/^Dijeda: toko memakai versi produksi/u);
    const [, second, third] = client.callsOf('pauseBetaApp');
    expect(second!.idempotencyKey).to.equal(third!.idempotencyKey);
  });

  it('tells who changed it meanwhile, and goes on with the choice', async () => {
    const { other } = await mountEditor({ betaAppId: 1 });
    await chooseFromMenu('Jeda…');
    (await radio(dropText)).click();
    await other.updateBetaApp({ id: 1, detailsRevision: 2, endsOn: '2027-01-15' });
    await press('Jeda');
    await see('dialog', 'Beta-app ini sudah berubah');
    await press('Pakai data terbaru');
    await gone(() => all('dialog', 'Beta-app ini sudah berubah').length, 'what has changed');
    await press('Jeda');
    await seeText(/^Dijeda: toko memakai versi produksi/u);
  });

  it('says so when the beta app was cancelled meanwhile, and shows it', async () => {
    const { other } = await mountEditor({ betaAppId: 1 });
    await chooseFromMenu('Jeda…');
    await other.cancelBetaApp({ id: 1, detailsRevision: 2 });
    await press('Jeda');
    await see('alert', /Beta-app ini sudah dibatalkan dan hanya dapat dilihat\./u);
    await press('Batal');
    await seeText(/^.?Dibatalkan$/u);
    expect(all('button', 'Ubah')).to.be.empty;
  });

  it('changes what a pause does with the stores', async () => {
    const { client } = await mountPaused('keep');
    await chooseFromMenu('Ubah jeda…');
    await see('dialog', 'Ubah jeda beta-app “Uji Kasir Desember”');
    (await radio(dropText)).click();
    await press('Jeda');
    await seeText(/^Dijeda: toko memakai versi produksi/u);
    expect(client.callsOf('pauseBetaApp').at(-1)!.input).to.include({ stores: 'drop' });
  });

  it('is not offered before the first day', async () => {
    const scene = setScene();
    scene.goTo('2026-11-20T05:00:00Z');
    await mountEditor({ scene, betaAppId: 1 });
    expect(await menuItems()).to.not.include('Jeda…');
  });
});

describe('Resuming a beta app', () => {
  afterEach(clearPage);

  it('asks first, and says what becomes of the stores', async () => {
    const { editor, client } = await mountPaused('drop');
    expect(await menuItems())
      .to.include('Lanjutkan')
      .and.not.include('Jeda…');
    await chooseFromMenu('Lanjutkan');
    const dialog = await see('alertdialog', resumeTitle);
    await seeText('Beta-app ini aktif lagi. 6 toko kembali memakai versi beta sekarang.', dialog);
    await expectAccessible(editor);
    await press('Batal');
    expect(client.callsOf('resumeBetaApp')).to.be.empty;
    await chooseFromMenu('Lanjutkan');
    await press('Ya');
    await seeText('Beta-app “Uji Kasir Desember” dilanjutkan.');
    await seeText(/^.?Aktif$/u);
    const more = await see('button', 'Lainnya');
    await until(() => focused() === more, 'the focus on "Lainnya"');
  });

  it('lists the stores that another beta app has taken, and leads to the list of stores', async () => {
    const { editor, other } = await mountPaused('drop');
    await other.addApplication({
      id: 2,
      detailsRevision: 1,
      applicationCode: 'POS',
      version: '4.20.0-rc1',
    });
    await saveStoresOf(other, 2, ['TA000001', 'TB000002']);
    await chooseFromMenu('Lanjutkan');
    await press('Ya');
    const dialog = await see('alertdialog', '2 toko sedang menguji aplikasi yang sama');
    await seeText(
      'Kasir Toko 4.20.0-rc1 di beta-app “Uji Struk”, 1–31 Des 2026, Budi Santoso (NIK 2012007788): TA000001 Cibiru 1, TB000002 Toko 2',
      dialog,
    );
    await expectAccessible(editor);
    const asked: number[] = [];
    editor.addEventListener('beta-stores-opened', (event) => {
      event.preventDefault();
      asked.push(event.detail.betaApp.id);
    });
    await press('Buka daftar toko', 'link');
    expect(asked).to.deep.equal([1]);
    await press('Kembali');
    await see('alertdialog', resumeTitle);
  });

  for (const [way, done] of [
    ['Lanjutkan', 'Beta-app “Uji Kasir Desember” dilanjutkan.'],
    ['Ubah jeda…', 'Beta-app “Uji Kasir Desember” dijeda; toko tetap memakai versi beta.'],
  ] as const) {
    it(`does without the stores that another beta app has taken: ${way}`, async () => {
      const { client, other } = await mountPaused('drop');
      await other.addApplication({
        id: 2,
        detailsRevision: 1,
        applicationCode: 'POS',
        version: '4.20.0-rc1',
      });
      await saveStoresOf(other, 2, ['TA000001', 'TB000002']);
      await chooseFromMenu(way);
      if (way === 'Lanjutkan') {
        await press('Ya');
      } else {
        (await radio('Toko tetap memakai versi beta')).click();
        await press('Jeda');
      }
      await press('Simpan tanpa 2 toko ini');
      await seeText(`${done} 2 toko dikeluarkan dari beta-app ini.`);
      await gone(() => [...all('dialog', /./u), ...all('alertdialog', /./u)].length, 'the dialogs');
      await seeText(/^4 di 2 cabang/u);
      expect((await client.getBetaApp({ id: 1 })).registeredStores).to.equal(4);
      const more = await see('button', 'Lainnya');
      await until(() => focused() === more, 'the focus on "Lainnya"');
    });
  }

  it('says so when somebody else has resumed it already', async () => {
    const { client } = await mountPaused('keep');
    await chooseFromMenu('Lanjutkan');
    const message = 'Beta-app ini tidak sedang dijeda.';
    client.failNext('resumeBetaApp', new ApiError(409, 'BETA_APP_NOT_PAUSED', message));
    await press('Ya');
    await seeText(message);
    // What the page shows is read anew.
    expect(client.callsOf('getBetaApp')).to.have.length(2);
  });
});
