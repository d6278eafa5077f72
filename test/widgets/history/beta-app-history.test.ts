import { inside, until } from '@beta-app/stories/elements/support/find';
import { ApiError, NetworkError } from '@beta-app/widgets';
import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { expectAccessible } from '../support/audit.js';
import { chooseFromMenu, clearPage, menuItems, mountEditor } from '../support/editor.js';
import { closeStores, saveStoresOf, setScene } from '../support/scene.js';
import { all, field, fill, focused, gone, press, see, seeText } from '../support/screen.js';
import { changeDetails, entries, seeEntries, setFilter, told, unfoldedStores } from './history.js';

const title = 'Riwayat “Uji Kasir Desember”';
const sari = 'Sari Wulandari (2015014321)';
const budi = 'Budi Santoso (2012007788)';

describe('The history of a beta app', () => {
  afterEach(clearPage);

  async function openHistory(options: Parameters<typeof mountEditor>[0] = {}) {
    const mounted = await mountEditor({ betaAppId: 1, ...options });
    await chooseFromMenu('Riwayat');
    return { ...mounted, dialog: await see('dialog', title) };
  }

  it('tells who did what, newest first, under the days of Jakarta', async () => {
    const scene = setScene();
    scene.goTo('2026-12-02T16:59:00Z');
    await changeDetails(scene.client, (edit) =>
      scene.client.changeApplication({ ...edit, code: 'POS', version: '4.19.0-beta.4' }),
    );
    scene.goTo('2026-12-02T17:05:00Z');
    await saveStoresOf(scene.other, 1, ['TA000001'], false);
    const { editor, dialog } = await openHistory({ scene });
    await seeEntries(editor, 5);
    expect(told(editor)).deep.equal([
      'Kamis, 3 Desember 2026',
      `00.05 WIB ${budi} mengeluarkan 1 toko Tampilkan 1 toko Pulihkan daftar toko ini`,
      'Rabu, 2 Desember 2026',
      `23.59 WIB ${sari} mengubah versi beta POS dari 4.19.0-beta.3 menjadi 4.19.0-beta.4`,
      `12.00 WIB ${sari} menambahkan 6 toko Tampilkan 6 toko Pulihkan daftar toko ini`,
      `12.00 WIB ${sari} menambahkan aplikasi POS dengan versi beta 4.19.0-beta.3 Catatan Struk QRIS`,
      `12.00 WIB ${sari} membuat beta-app “Uji Kasir Desember” untuk 1–31 Des 2026`,
    ]);
    await seeText('5 entri', dialog);
    await expectAccessible(editor);
  });

  it('tells it in English', async () => {
    const scene = setScene();
    await changeDetails(scene.other, (edit) =>
      scene.other.updateBetaApp({ ...edit, name: 'Uji Kasir', endsOn: '2027-01-14' }),
    );
    const { editor } = await mountEditor({ scene, betaAppId: 1, lang: 'en' });
    await press('More');
    await press('History', 'menuitem');
    await see('dialog', 'History of “Uji Kasir”');
    await seeEntries(editor, 4);
    const [day, ...rest] = told(editor);
    expect(day).match(/^Wednesday,? 2 December 2026$/u);
    expect(rest.slice(0, 2)).deep.equal([
      `12:00 WIB ${budi} changed the name from “Uji Kasir Desember” to “Uji Kasir” and the end date from 31 Dec 2026 to 14 Jan 2027`,
      `12:00 WIB ${sari} added 6 stores Show 6 stores Restore this list of stores`,
    ]);
  });

  it('shows notes as they were before and after', async () => {
    const scene = setScene();
    await changeDetails(scene.client, (edit) =>
      scene.client.changeApplication({ ...edit, code: 'POS', notes: 'Struk dan retur' }),
    );
    const { editor } = await openHistory({ scene });
    const [changed] = await seeEntries(editor, 4);
    expect(changed).equal(
      `${sari} mengubah catatan POS Sebelum Struk QRIS Sesudah Struk dan retur`,
    );
  });

  it('unfolds the stores of an entry, page by page, and folds them again', async () => {
    const scene = setScene({ perBranch: 130 });
    const { items } = await scene.client.listStores({ q: 'TA', limit: 200 });
    const codes = items.map(({ code }) => code);
    await saveStoresOf(scene.client, 1, codes);
    const { editor, client } = await openHistory({ scene });
    await seeEntries(editor, 4);
    expect(client.callsOf('listHistoryStores')).to.have.length(0);
    await press('Tampilkan 127 toko');
    await until(() => unfoldedStores(editor).length === 100, 'the first page');
    expect(unfoldedStores(editor)[0]).equal('TA000004 Toko 4');
    await press('Tampilkan lebih banyak (27 toko lagi)');
    await until(() => unfoldedStores(editor).length === 127, 'the second page');
    const [stores] = inside(editor, 'beta-event-stores');
    const first = stores!.shadowRoot!.querySelectorAll('li')[100];
    await until(() => focused() === first, 'the focus on the first store that came');
    await press('Sembunyikan toko');
    await gone(() => inside(editor, 'beta-event-stores').length, 'the stores');
    expect(all('button', 'Tampilkan 127 toko')[0]!.ariaExpanded).equal('false');
  });

  it('says of each store what happened to it, where that differs', async () => {
    const scene = setScene();
    const { revision, directoryRevision } = await scene.client.listBetaAppStores({ id: 1 });
    await scene.client.saveStores({
      id: 1,
      baseRevision: revision,
      directoryRevision,
      changes: [
        { registered: true, codes: ['TA000009'] },
        { registered: false, codes: ['TA000001'] },
      ],
    });
    closeStores(scene.server, 'TA000002');
    const { editor } = await openHistory({ scene });
    const [synced, saved] = await seeEntries(editor, 5);
    expect(synced).match(/memperbarui data induk; 1 toko terdaftar pindah cabang, tutup/u);
    expect(saved).match(
      /menambahkan 1 toko dan mengeluarkan 1 toko Tampilkan 2 toko Pulihkan daftar toko ini$/u,
    );
    await press('Tampilkan 2 toko');
    await press('Tampilkan 1 toko');
    await until(() => unfoldedStores(editor).length === 3, 'the stores');
    expect(unfoldedStores(editor)).deep.equal([
      'TA000002 Toko 2 · tutup',
      'TA000001 Cibiru 1 · dikeluarkan',
      'TA000009 Toko 9 · ditambahkan',
    ]);
    await expectAccessible(editor);
  });

  it('says that stores could not be read, and tries again', async () => {
    const { editor, client } = await openHistory();
    client.failNext('listHistoryStores', new NetworkError(false));
    await press('Tampilkan 6 toko');
    await seeText(/^Terjadi kesalahan!/u, editor);
    await press('Coba lagi');
    await until(() => unfoldedStores(editor).length === 6, 'the stores');
  });

  it('reads older entries by a press, and goes on where they begin', async () => {
    const scene = setScene();
    for (let change = 0; change < 52; change++) {
      await saveStoresOf(scene.client, 1, ['TA000009'], change % 2 === 0);
    }
    const { editor, dialog, client } = await openHistory({ scene });
    await seeEntries(editor, 50);
    await seeText('50 entri terbaru', dialog);
    client.failNext('listBetaAppHistory', new NetworkError(false));
    await press('Tampilkan lebih banyak');
    await seeText(/^Terjadi kesalahan!/u, dialog);
    expect(entries(editor)).to.have.length(50);
    await press('Coba lagi');
    await seeEntries(editor, 55);
    await seeText('55 entri', dialog);
    expect(all('button', 'Tampilkan lebih banyak')).to.be.empty;
  });

  it('moves the focus to the first older entry when the button goes', async () => {
    const scene = setScene();
    for (let change = 0; change < 50; change++) {
      await saveStoresOf(scene.client, 1, ['TA000009'], change % 2 === 0);
    }
    const { editor } = await openHistory({ scene });
    await seeEntries(editor, 50);
    await press('Tampilkan lebih banyak');
    await seeEntries(editor, 53);
    const first = inside(editor, 'dialog[open] .entry')[50];
    await until(() => focused() === first, 'the focus on the first older entry');
  });

  it('is offered in every state, begins at the first filter, and gives the focus back', async () => {
    const scene = setScene();
    scene.goTo('2027-01-02T05:00:00Z');
    const { editor } = await mountEditor({ scene, betaAppId: 1 });
    expect(await menuItems()).deep.equal(['Salin…', 'Riwayat']);
    await chooseFromMenu('Riwayat');
    const action = await field<HTMLSelectElement>('Tindakan');
    await until(() => focused() === action, 'the focus on the first filter');
    inside<HTMLDialogElement>(editor, 'dialog[open]')[0]!.close();
    const more = await see('button', 'Lainnya');
    await until(() => focused() === more, 'the focus on "Lainnya"');
  });

  it('never shows the entries of another beta app', async () => {
    const { editor, client } = await openHistory();
    await seeEntries(editor, 3);
    inside<HTMLDialogElement>(editor, 'dialog[open]')[0]!.close();
    editor.betaAppId = 2;
    await seeText('Uji Struk', editor.shadowRoot!);
    await gone(() => editor.chosen.waiting.active, 'waiting');
    const release = client.hold('listBetaAppHistory');
    await chooseFromMenu('Riwayat');
    await see('dialog', 'Riwayat “Uji Struk”');
    expect(entries(editor)).deep.equal([]);
    release();
    expect(await seeEntries(editor, 1)).deep.equal([
      `${budi} membuat beta-app “Uji Struk” untuk 1–31 Des 2026`,
    ]);
  });

  it('says that the session is over, and goes on after signing in again', async () => {
    const scene = setScene();
    scene.client.failNext(
      'listBetaAppHistory',
      new ApiError(401, 'AUTHENTICATION_REQUIRED', '', [], {}),
    );
    const { editor, dialog } = await openHistory({ scene });
    await seeText(/^Sesi Anda telah berakhir\./u, dialog);
    await press('Coba lagi');
    await seeEntries(editor, 3);
  });

  describe('narrowed', () => {
    it('by action, application, store, person and days', async () => {
      const scene = setScene();
      scene.goTo('2026-12-04T05:00:00Z');
      await saveStoresOf(scene.other, 1, ['TA000009']);
      const { editor, client } = await openHistory({ scene });
      await seeEntries(editor, 4);
      await setFilter('Tindakan', 'save_stores');
      await seeEntries(editor, 2);
      await setFilter('Aplikasi', 'POS');
      await setFilter('Kode toko', ' ta000009');
      expect(await seeEntries(editor, 1)).deep.equal([
        `${budi} menambahkan 1 toko TA000009 Toko 9: ditambahkan`,
      ]);
      await fill('User atau NIK', '2012');
      await setFilter('Dari tanggal', '2026-12-04');
      await setFilter('Sampai tanggal', '2026-12-05');
      await seeText('Sabtu, 5 Desember 2026');
      await until(
        () => client.callsOf('listBetaAppHistory').at(-1)!.input['actor'] === '2012',
        'the question about a person',
      );
      await seeEntries(editor, 1);
      expect(client.callsOf('listBetaAppHistory').at(-1)!.input).deep.equal({
        id: 1,
        action: ['save_stores'],
        application: 'POS',
        store: 'TA000009',
        actor: '2012',
        from: '2026-12-04',
        to: '2026-12-05',
        limit: 50,
      });
      const clear = await see('button', 'Hapus saringan');
      clear.focus();
      clear.click();
      await seeEntries(editor, 4);
      const action = await field<HTMLSelectElement>('Tindakan');
      await until(() => focused() === action, 'the focus on the first filter');
      expect([action.value, (await field('Kode toko')).value]).deep.equal(['', '']);
      expect(all('button', 'Hapus saringan')).to.be.empty;
    });

    it('takes away a filter that was chosen by hand once more', async () => {
      const { editor } = await openHistory();
      await seeEntries(editor, 3);
      await setFilter('Tindakan', 'save_stores');
      await seeEntries(editor, 1);
      await setFilter('Tindakan', '');
      await seeEntries(editor, 3);
      await setFilter('Tindakan', 'create');
      await seeEntries(editor, 1);
      await press('Hapus saringan');
      await seeEntries(editor, 3);
      const action = await field<HTMLSelectElement>('Tindakan');
      expect(action.value).equal('');
      const names = Array.from(action.options, ({ text }) => text);
      expect(names).include.members(['Dijeda', 'Dilanjutkan', 'Diakhiri']);
    });

    it('says that nothing matches, and takes the filters away', async () => {
      const { editor, dialog } = await openHistory();
      await seeEntries(editor, 3);
      await fill('User atau NIK', 'nobody');
      await seeText('Tidak ada entri yang cocok dengan saringan.', dialog);
      await seeText('0 entri', dialog);
      await expectAccessible(editor);
      await press('Hapus saringan');
      await seeEntries(editor, 3);
    });

    it('names a store that nobody knows, and days in the wrong order', async () => {
      const { editor, client } = await openHistory();
      await seeEntries(editor, 3);
      const store = await setFilter('Kode toko', 'XX 1');
      await until(() => store.getAttribute('aria-invalid') === 'true', 'the field in error');
      expect(entries(editor)).deep.equal([]);
      await setFilter('Kode toko', '');
      await seeEntries(editor, 3);
      await setFilter('Dari tanggal', '2026-12-02');
      await seeEntries(editor, 3);
      const calls = client.callsOf('listBetaAppHistory').length;
      const to = await setFilter('Sampai tanggal', '2026-12-01');
      await until(() => to.getAttribute('aria-invalid') === 'true', 'the field in error');
      expect(entries(editor)).deep.equal([]);
      expect(client.callsOf('listBetaAppHistory')).to.have.length(calls);
      await setFilter('Sampai tanggal', '2026-12-02');
      await seeEntries(editor, 3);
    });

    it('never shows entries under filters that they were not read for', async () => {
      const { editor, client, dialog } = await openHistory();
      await seeEntries(editor, 3);
      client.failNext('listBetaAppHistory', new NetworkError(false));
      await setFilter('Tindakan', 'pause');
      await seeText(/^Terjadi kesalahan!/u, dialog);
      expect(entries(editor)).deep.equal([]);
      await press('Coba lagi');
      await seeText('Tidak ada entri yang cocok dengan saringan.', dialog);
    });

    it('waits until a year is typed to its end', async () => {
      const { editor, client } = await openHistory();
      await seeEntries(editor, 3);
      await setFilter('Dari tanggal', '0202-12-01');
      await setFilter('Dari tanggal', '2026-12-01');
      await seeText('Selasa, 1 Desember 2026');
      expect(client.callsOf('listBetaAppHistory').map(({ input }) => input['from'])).deep.equal([
        undefined,
        '2026-12-01',
      ]);
    });
  });

  describe('on a phone', () => {
    const { innerWidth: width, innerHeight: height } = window;
    before(() => setViewport({ width: 390, height: 844 }));
    after(() => setViewport({ width, height }));

    it('folds the filters under a button that says how many are set', async () => {
      const { editor } = await openHistory({ width: '358px' });
      await seeEntries(editor, 3);
      const toggle = await see('button', 'Saring');
      await until(() => focused() === toggle, 'the focus on the filters');
      expect(inside(editor, '#store')[0]!.getClientRects()).to.have.length(0);
      toggle.click();
      await setFilter('Kode toko', 'TA000001');
      await see('button', 'Saring (1)');
      await seeEntries(editor, 1);
      await expectAccessible(editor);
    });
  });

  describe('as a file', () => {
    const links: HTMLAnchorElement[] = [];
    const note = (event: Event) => {
      const [target] = event.composedPath();
      if (!(target instanceof HTMLAnchorElement) || target.download === '') return;
      event.preventDefault();
      links.push(target);
    };
    beforeEach(() => window.addEventListener('click', note));
    afterEach(() => {
      window.removeEventListener('click', note);
      links.length = 0;
    });

    it('holds what the filters show, of all pages', async () => {
      const scene = setScene();
      for (let change = 0; change < 60; change++) {
        await saveStoresOf(scene.client, 1, ['TA000009'], change % 2 === 0);
      }
      const { editor } = await openHistory({ scene });
      await seeEntries(editor, 50);
      await setFilter('Kode toko', 'TA000009');
      await gone(() => all('button', 'Tampilkan 1 toko').length, 'what unfolds');
      await press('Unduh CSV');
      await until(() => links.length === 1, 'the file');
      expect(links[0]!.download).match(/^riwayat-1-\d{4}-\d\d-\d\d-\d{4}\.csv$/u);
      const text = await (await fetch(links[0]!.href)).text();
      const lines = text.replace('\ufeff', '').trimEnd().split('\r\n');
      expect(lines).to.have.length(61);
      expect(lines.slice(0, 2)).deep.equal([
        'Waktu (WIB),User,NIK,Tindakan,Beta-app,Yang dilakukan,Sebelum,Sesudah,Toko ditambahkan,Toko dikeluarkan,Toko (paling banyak 5)',
        '2026-12-02 12:00,Sari Wulandari,2015014321,Daftar toko,Uji Kasir Desember,mengeluarkan 1 toko,,,0,1,TA000009 Toko 9: dikeluarkan',
      ]);
    });

    it('is told not to have come', async () => {
      const { editor, client } = await openHistory();
      await seeEntries(editor, 3);
      client.failNext('listBetaAppHistory', new NetworkError(false));
      await press('Unduh CSV');
      await see('alert', /Terjadi kesalahan!/u);
      expect(links).to.be.empty;
      await press('Coba lagi');
      await until(() => links.length === 1, 'the file');
      await seeText('3 entri disimpan ke berkas CSV.');
    });
  });
});
