import { until } from '@beta-app/stories/elements/support/find';
import { budi } from '@beta-app/stories/fake/sample';
import { ApiError, NetworkError } from '@beta-app/widgets';
import { expect } from 'chai';
import { expectAccessible } from '../support/audit.js';
import { chooseFromMenu, clearPage, mountEditor, openNewForm } from '../support/editor.js';
import { setScene } from '../support/scene.js';
import { all, field, fill, focused, gone, press, see, seeText } from '../support/screen.js';

const name = 'Nama beta-app (wajib)';
const startsOn = 'Tanggal mulai (wajib)';
const endsOn = 'Tanggal selesai (wajib)';

async function fillForm(
  values = { name: 'Uji Baru', startsOn: '2090-03-01', endsOn: '2090-03-31' },
) {
  await fill(name, values.name);
  await fill(startsOn, values.startsOn);
  await fill(endsOn, values.endsOn);
}

describe('Saving a beta app', () => {
  afterEach(clearPage);

  it('is accessible with errors and conflicts shown', async () => {
    const { editor, other } = await mountEditor({ betaAppId: 1 });
    await press('Ubah');
    await fill(name, '');
    await press('Simpan');
    await seeText('Nama beta-app belum diisi.');
    await expectAccessible(editor);
    await fill(name, 'Uji');
    await other.updateBetaApp({ id: 1, detailsRevision: 2, name: 'Nama lain' });
    await press('Simpan');
    await see('dialog', 'Beta-app ini sudah berubah');
    await expectAccessible(editor);
  });

  it('names what is missing, marks it and sends nothing', async () => {
    const { client } = await mountEditor();
    const dialog = await openNewForm();
    await press('Simpan');
    await seeText(
      'Masih ada isian yang belum terisi: Nama beta-app, Tanggal mulai, Tanggal selesai.',
      dialog,
    );
    await seeText('Tanggal mulai belum diisi.', dialog);
    const input = await field(name);
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    expect(focused()).to.equal(input);
    expect(client.callsOf('createBetaApp')).to.be.empty;
    await fillForm();
    await gone(() => all('alert', /belum terisi/u).length, 'the warning');
    expect(input.hasAttribute('aria-invalid')).to.equal(false);
  });

  it('spells dates and period out, and refuses an end before the start', async () => {
    await mountEditor();
    await openNewForm();
    await fillForm();
    await seeText('Rabu, 1 Maret 2090');
    await seeText('31 hari, 1 Mar 2090 sampai 31 Mar 2090, keduanya termasuk');
    await fill(endsOn, '2090-02-01');
    await press('Simpan');
    await seeText('Tanggal selesai harus sama dengan atau setelah tanggal mulai.');
    await fill(startsOn, '2090-01-01');
    await gone(() => all('alert', /belum benar/u).length, 'the warning');
  });

  it('does not blame the end for a start in a year that is not typed to its end', async () => {
    await mountEditor();
    await openNewForm();
    await fillForm({ name: 'Uji Baru', startsOn: '0209-03-01', endsOn: '2090-03-31' });
    await press('Simpan');
    await seeText('Tanggal itu tidak ada.');
    expect(focused()).to.equal(await field(startsOn));
  });

  it('creates it, fills the page with it and tells the page', async () => {
    await mountEditor();
    const opener = await see('button', 'Tambah');
    opener.focus();
    await openNewForm();
    await fillForm();
    const heard: string[] = [];
    for (const type of ['beta-app-created', 'beta-app-selected']) {
      document.addEventListener(type, () => heard.push(type), { once: true });
    }
    await press('Simpan');
    await seeText('Pembuatan beta-app “Uji Baru” berhasil.');
    await see('button', 'Beta-App Uji Baru');
    expect(heard).to.deep.equal(['beta-app-created', 'beta-app-selected']);
    await until(() => focused() === opener, 'the focus on "Tambah"');
    await openNewForm();
    expect((await field(name)).value).to.equal('');
  });

  it('sends once, however often "Simpan" is pressed while it waits', async () => {
    const { client } = await mountEditor();
    const release = client.hold('createBetaApp');
    await openNewForm();
    await fillForm();
    await press('Simpan');
    const button = await see('button', 'Simpan');
    await until(() => button.getAttribute('aria-disabled') === 'true', 'the busy button');
    const frame = button.closest('[aria-busy="true"]')!;
    expect(frame.querySelector('.waiting-line:not([hidden])')).to.not.equal(null);
    await seeText('Menyimpan…', frame);
    button.click();
    release();
    await seeText('Pembuatan beta-app “Uji Baru” berhasil.');
    expect(frame.getAttribute('aria-busy')).to.equal('false');
    expect(client.callsOf('createBetaApp')).to.have.length(1);
  });

  it('keeps what was typed when the dialog is closed', async () => {
    await mountEditor();
    await openNewForm();
    await fill(name, 'Setengah jadi');
    await press('Batal');
    await gone(() => all('dialog', 'Tambah beta-app').length, 'the dialog');
    await openNewForm();
    expect((await field(name)).value).to.equal('Setengah jadi');
  });

  it('repeats with the same key after a lost connection', async () => {
    const { client } = await mountEditor();
    client.failNext('createBetaApp', new NetworkError(false));
    const dialog = await openNewForm();
    await fillForm();
    await press('Simpan');
    await seeText(
      /^Terjadi kesalahan! Server tidak dapat dihubungi\. Isian Anda tidak hilang\.$/u,
      dialog,
    );
    expect((await field(name)).value).to.equal('Uji Baru');
    await press('Coba lagi');
    await seeText('Pembuatan beta-app “Uji Baru” berhasil.');
    const [first, second] = client.callsOf('createBetaApp');
    expect(first!.idempotencyKey).to.be.a('string').and.equal(second!.idempotencyKey);
  });

  it('tries again what has failed, whatever form is open by then', async () => {
    const { client } = await mountEditor({ betaAppId: 1 });
    const release = client.hold('updateBetaApp');
    client.failNext('updateBetaApp', new NetworkError(false));
    await press('Ubah');
    await fill(name, 'Nama lain');
    await press('Simpan');
    await press('Batal');
    await openNewForm();
    await fillForm();
    release();
    await press('Coba lagi');
    await seeText('Perubahan beta-app “Nama lain” berhasil disimpan.');
    expect(client.callsOf('createBetaApp')).to.be.empty;
    await openNewForm();
    expect((await field(name)).value).to.equal('Uji Baru');
  });

  it('shows what the server has against fields when its own checks are taken off', async () => {
    const { client } = await mountEditor();
    const dialog = await openNewForm();
    await fill(name, 'Uji');
    await fill(endsOn, '2090-03-31');
    for (const label of [name, startsOn, endsOn]) (await field(label)).required = false;
    await press('Simpan');
    await see('alert', /Masih ada isian yang belum terisi: Tanggal mulai\./u);
    await seeText('Tanggal mulai belum diisi.', dialog);
    expect((await field(startsOn)).getAttribute('aria-invalid')).to.equal('true');
    expect(client.callsOf('createBetaApp')[0]!.input).to.deep.equal({
      name: 'Uji',
      startsOn: '',
      endsOn: '2090-03-31',
    });
  });

  it('says whose the name is that is taken', async () => {
    const { other } = await mountEditor();
    const taken = { name: 'Uji Baru', startsOn: '2090-01-01', endsOn: '2090-12-31' };
    await other.createBetaApp(taken);
    await openNewForm();
    await fillForm();
    await press('Simpan');
    await seeText(
      'Nama ini sudah dipakai beta-app lain dalam periode itu (Budi Santoso, NIK 2012007788).',
    );
  });

  it('tells apart the ways in which the server can refuse', async () => {
    const refusals: [ApiError, RegExp, boolean][] = [
      [new ApiError(401, 'AUTHENTICATION_REQUIRED', ''), /^Sesi Anda telah berakhir/u, true],
      [
        new ApiError(403, 'FORBIDDEN', '', [], { owner: budi }),
        /^Anda tidak berhak melakukan ini\. Hubungi Budi Santoso \(NIK 2012007788\)\.$/u,
        false,
      ],
      [new ApiError(404, 'BETA_APP_NOT_FOUND', ''), /^Beta-app ini tidak ditemukan\.$/u, false],
      [
        new ApiError(503, 'DATABASE_UNAVAILABLE', '', [], {}, 3),
        /^Layanan sedang sibuk\. Coba lagi dalam 3 detik\.$/u,
        true,
      ],
    ];
    const { client } = await mountEditor({ betaAppId: 1 });
    await press('Ubah');
    for (const [refusal, message, retryable] of refusals) {
      client.failNext('updateBetaApp', refusal);
      await press('Simpan');
      await seeText(message);
      expect(all('button', 'Coba lagi')).to.have.length(retryable ? 1 : 0);
    }
  });

  it('tells who changed it meanwhile, and goes on from the latest data', async () => {
    const { client, other } = await mountEditor({ betaAppId: 1 });
    await press('Ubah');
    await fill(name, 'Nama saya');
    const changes = { name: 'Nama lain', endsOn: '2027-01-15' };
    await other.updateBetaApp({ id: 1, detailsRevision: 2, ...changes });
    await press('Simpan');
    const dialog = await see('dialog', 'Beta-app ini sudah berubah');
    await seeText(
      'Budi Santoso (NIK 2012007788) mengubah nama dan periode pada 2 Des 2026 12.00 WIB. Isian Anda belum disimpan.',
      dialog,
    );
    await press('Pakai data terbaru');
    await seeText('Sekarang tersimpan: Nama lain');
    expect((await field(name)).value).to.equal('Nama saya');
    // What the user has not touched takes the saved value, which would else be overwritten.
    expect((await field(endsOn)).value).to.equal('2027-01-15');
    await press('Simpan');
    await seeText('Perubahan beta-app “Nama saya” berhasil disimpan.');
    expect(client.callsOf('updateBetaApp').at(-1)!.input).to.include({
      name: 'Nama saya',
      detailsRevision: 3,
    });
  });

  it('says that the latest data could not be read, and tries again', async () => {
    const { client, other } = await mountEditor({ betaAppId: 1 });
    await press('Ubah');
    await fill(name, 'Nama saya');
    await other.updateBetaApp({ id: 1, detailsRevision: 2, name: 'Nama lain' });
    await press('Simpan');
    const dialog = await see('dialog', 'Beta-app ini sudah berubah');
    client.failNext('getBetaApp', new NetworkError(false));
    await press('Pakai data terbaru');
    await see('alert', /Server tidak dapat dihubungi\./u, dialog);
    expect(all('dialog', 'Beta-app ini sudah berubah')).to.have.length(1);
    (await see('button', 'Coba lagi', dialog)).click();
    await seeText('Sekarang tersimpan: Nama lain');
    await gone(() => all('dialog', 'Beta-app ini sudah berubah').length, 'the dialog');
  });

  it('says what becomes of the stores when one is cancelled that has begun', async () => {
    await mountEditor({ betaAppId: 1 });
    await chooseFromMenu('Batalkan beta-app');
    await seeText(
      'Semua toko kembali ke versi produksi sekarang.',
      await see('alertdialog', /^Batalkan beta-app/u),
    );
  });

  it('asks before it cancels one, and does nothing on "Batal"', async () => {
    const scene = setScene();
    scene.goTo('2026-11-20T05:00:00Z');
    const { client } = await mountEditor({ scene, betaAppId: 1 });
    const ask = async () => {
      await press('Lainnya');
      await press('Batalkan beta-app', 'menuitem');
      return await see('alertdialog', 'Batalkan beta-app “Uji Kasir Desember” sekarang?');
    };
    await seeText('Semua toko tetap memakai versi produksi.', await ask());
    await until(() => focused()?.textContent.trim() === 'Batal', 'the focus on "Batal"');
    await press('Batal');
    expect(client.callsOf('cancelBetaApp')).to.be.empty;
    await ask();
    await press('Ya');
    await seeText('Beta-app ini sudah dibatalkan dan hanya dapat dilihat.');
    await seeText(/^.?Dibatalkan$/u);
  });
});
