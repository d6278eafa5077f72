import { inside, until } from '@beta-app/stories/elements/support/find';
import { NetworkError } from '@beta-app/widgets';
import { expect } from 'chai';
import { expectAccessible } from '../support/audit.js';
import { clearPage, mountEditor } from '../support/editor.js';
import { setScene } from '../support/scene.js';
import { all, field, fill, focused, gone, press, see, seeText } from '../support/screen.js';

describe('Looking at a beta app', () => {
  afterEach(clearPage);

  it('is accessible, chosen and not, and with its lists and forms open', async () => {
    const { editor } = await mountEditor();
    await seeText(/^Belum ada beta-app yang dipilih/u);
    await expectAccessible(editor);
    editor.betaAppId = 1;
    await see('button', 'Hapus Kasir Toko');
    await expectAccessible(editor);
    await press(/^Beta-App Uji Kasir/u);
    await see('button', 'Uji Kasir Desember, sedang dipilih');
    await expectAccessible(editor);
    await press('Tutup');
    await press('Lainnya');
    await see('menuitem', 'Akhiri beta-app');
    await expectAccessible(editor);
    await press('Tambah Aplikasi');
    await press('Simpan');
    await seeText(/^Masih ada isian yang belum terisi: Aplikasi, Versi beta\.$/u);
    await expectAccessible(editor);
    await press('Aplikasi belum dipilih');
    await see('button', 'Stok Toko');
    await expectAccessible(editor);
  });

  it('is accessible where it is narrow, and in English', async () => {
    const { editor } = await mountEditor({ betaAppId: 1, lang: 'en', width: '360px' });
    await see('button', 'Remove Kasir Toko');
    await expectAccessible(editor);
    expect(editor.scrollWidth).to.be.at.most(360);
  });

  it('fills the page after a choice, says so and tells the page', async () => {
    const { editor, client } = await mountEditor();
    const heard: number[] = [];
    $(document.body).one('beta-app-selected', (event) => {
      const original = event.originalEvent as unknown as { detail: { betaApp: { id: number } } };
      heard.push(original.detail.betaApp.id);
    });
    await press('Beta-App belum dipilih');
    await press('Uji Kasir Desember');
    await seeText('Pengisian data beta-app “Uji Kasir Desember” berhasil.');
    await see('button', 'Beta-App Uji Kasir Desember');
    for (const text of ['Sari Wulandari', '2015014321', '6 di 2 cabang', '4.19.0-beta.3']) {
      await seeText(text, editor.shadowRoot!);
    }
    expect(heard).to.deep.equal([1]);
    expect(client.callsOf('getBetaApp')).to.have.length(1);
  });

  it('opens the list by ArrowDown, searches it, and takes the only match by Enter', async () => {
    await mountEditor();
    const opener = await see('button', 'Beta-App belum dipilih');
    opener.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    await see('button', 'Uji Struk');
    const search = await field('Cari nama, user, atau NIK');
    expect(focused()).to.equal(search);
    await fill('Cari nama, user, atau NIK', 'budi');
    search.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await see('button', 'Beta-App Uji Struk');
  });

  it('takes nothing by Enter from a list that could not be read', async () => {
    const { client, editor } = await mountEditor();
    await press('Beta-App belum dipilih');
    await see('button', 'Uji Kasir Desember');
    client.failNext('listBetaApps', new NetworkError(false));
    await fill('Cari nama, user, atau NIK', 'struk');
    const search = await field('Cari nama, user, atau NIK');
    search.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await seeText(/^Terjadi kesalahan! Server tidak dapat dihubungi/u);
    await see('dialog', 'Pilih beta-app');
    expect(editor.betaAppId).to.equal(undefined);
  });

  it('moves through the list by arrows, and gives the focus back when it closes', async () => {
    await mountEditor();
    const opener = await see('button', 'Beta-App belum dipilih');
    opener.focus();
    opener.click();
    const last = await see('button', 'Uji Struk');
    const key = (name: string) =>
      focused()!.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
    key('ArrowDown');
    key('End');
    expect(focused()).to.equal(last);
    key('Home');
    key('ArrowUp');
    expect(focused()).to.equal(await field('Cari nama, user, atau NIK'));
    await press('Tutup');
    await until(() => focused() === opener, 'the focus on the yellow field');
  });

  it('reads fifty at a time, and more as one scrolls', async () => {
    const scene = setScene();
    for (let number = 3; number <= 120; number++) {
      const period = { startsOn: '2026-12-01', endsOn: '2026-12-31' };
      await scene.other.createBetaApp({ name: `Uji ${number}`, ...period });
    }
    await mountEditor({ scene });
    await press('Beta-App belum dipilih');
    await seeText('120 beta-app');
    const rows = () => all('button', /^Uji (?:Kasir Desember|Struk|\d+)$/u);
    for (const shown of [50, 100, 120]) {
      await until(() => rows().length === shown, `${shown} rows`);
      rows().at(-1)!.scrollIntoView();
    }
  });

  it('says that nothing matches, and offers to clear the search', async () => {
    await mountEditor();
    await press('Beta-App belum dipilih');
    await see('button', 'Uji Kasir Desember');
    await fill('Cari nama, user, atau NIK', 'zzz');
    await seeText('Tidak ada hasil untuk “zzz”.');
    await press('Hapus pencarian');
    await see('button', 'Uji Kasir Desember');
  });

  it('says that none is open where all have ended, and shows those', async () => {
    const scene = setScene();
    scene.goTo('2027-01-02T05:00:00Z');
    await mountEditor({ scene });
    await press('Beta-App belum dipilih');
    await seeText('Tidak ada beta-app dengan status ini.');
    await press('Tampilkan semua');
    await see('button', 'Uji Kasir Desember');
  });

  for (const lang of ['id', 'en']) {
    it(`unfolds its menu within a narrow page, in ${lang}`, async () => {
      const { editor } = await mountEditor({ betaAppId: 1, width: '358px', lang });
      await press(/^(?:Lainnya|More)$/u);
      const [menu] = inside(editor, '[role=menu]');
      const { left, right } = editor.getBoundingClientRect();
      const box = menu!.getBoundingClientRect();
      expect(box.left).to.be.at.least(left);
      expect(box.right).to.be.at.most(right);
    });
  }

  it('keeps the Esc that folds the menu from a dialog of the page around', async () => {
    const { editor } = await mountEditor({ betaAppId: 1 });
    let heard = 0;
    editor.addEventListener('keydown', () => void (heard += 1));
    await press('Lainnya');
    await see('menuitem', 'Riwayat');
    const escape = () =>
      focused()!.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
      );
    escape();
    await gone(() => all('menuitem', 'Riwayat').length, 'the menu');
    expect(heard).to.equal(0);
    escape();
    expect(heard).to.equal(1);
  });

  it('shows a waiting sign while it reads, and takes it away in the end', async () => {
    const { client, editor } = await mountEditor();
    const release = client.hold('getBetaApp');
    editor.betaAppId = 1;
    await until(() => editor.shadowRoot!.querySelector('[aria-busy="true"]'), 'aria-busy');
    await until(() => editor.shadowRoot!.querySelector('.waiting-line:not([hidden])'), 'the line');
    await seeText('Memuat…', editor.shadowRoot!);
    release();
    await see('button', 'Hapus Kasir Toko');
    await gone(() => editor.shadowRoot!.querySelector('[aria-busy="true"]'), 'aria-busy');
  });

  it('reads on when it is moved in the page meanwhile', async () => {
    const { client, editor } = await mountEditor();
    const release = client.hold('getBetaApp');
    editor.betaAppId = 1;
    await until(() => client.callsOf('getBetaApp').length, 'the call');
    const box = document.createElement('div');
    document.body.append(box);
    box.append(editor);
    release();
    await see('button', 'Hapus Kasir Toko');
  });

  it('says why it could not read, and tries again', async () => {
    const { client, editor } = await mountEditor();
    client.failNext('getBetaApp', new NetworkError(false));
    editor.betaAppId = 1;
    await seeText(/^Terjadi kesalahan! Server tidak dapat dihubungi/u);
    await press('Coba lagi');
    await see('button', 'Hapus Kasir Toko');
    expect(all('button', 'Coba lagi')).to.be.empty;
  });

  it('says that a beta app is not there', async () => {
    await mountEditor({ betaAppId: 99 });
    await seeText('Beta-app ini tidak ditemukan.');
  });

  it('asks the server for nothing by what names no beta app', async () => {
    const { editor, client } = await mountEditor();
    for (const id of ['None', 'null', '', '0', '-1', '1.5']) {
      editor.setAttribute('beta-app-id', id);
      await editor.updateComplete;
    }
    await seeText(/^Belum ada beta-app yang dipilih/u);
    expect(client.callsOf('getBetaApp')).to.have.length(0);
    editor.betaAppId = NaN;
    await until(() => client.callsOf('getBetaApp').length === 1, 'one call');
    for (let turn = 0; turn < 20; turn += 1) {
      editor.requestUpdate();
      await editor.updateComplete;
    }
    expect(client.callsOf('getBetaApp')).to.have.length(1);
  });

  it('shows an ended beta app without the means to change it', async () => {
    const scene = setScene();
    scene.goTo('2027-01-10T05:00:00Z');
    await mountEditor({ scene, betaAppId: 1 });
    await seeText('Beta-app ini sudah berakhir dan hanya dapat dilihat.');
    for (const name of ['Ubah', 'Tambah Aplikasi', 'Hapus Kasir Toko']) {
      expect(all('button', name), name).to.have.length(0);
    }
  });

  it('follows the language around it', async () => {
    const { editor } = await mountEditor({ betaAppId: 1 });
    await see('button', 'Tambah Aplikasi');
    editor.lang = 'en';
    await see('button', 'Add application');
  });

  it('leads to the stores of the beta app', async () => {
    const { editor } = await mountEditor({ betaAppId: 1 });
    editor.storesUrl = '/beta-app-store?lang=id';
    await editor.updateComplete;
    const link = (await see('link', '6 di 2 cabang')) as HTMLAnchorElement;
    expect(link.getAttribute('href')).to.match(
      /\/beta-app-store\?lang=id&beta-app=1&cabang=\*&tampil=registered$/u,
    );
    let asked = 0;
    editor.addEventListener('beta-stores-opened', (event) => {
      asked += 1;
      event.preventDefault();
    });
    link.click();
    expect(asked).to.equal(1);
  });

  it('leads nowhere once the page has taken the address away', async () => {
    const { editor } = await mountEditor({ betaAppId: 1 });
    const before = location.href;
    for (const takeAway of [
      () => editor.removeAttribute('stores-url'),
      () => editor.setAttribute('stores-url', ''),
    ]) {
      editor.setAttribute('stores-url', '/beta-app-store');
      await editor.updateComplete;
      takeAway();
      await editor.updateComplete;
      const link = (await see('link', '6 di 2 cabang')) as HTMLAnchorElement;
      expect(link.getAttribute('href')).to.equal('#');
      link.click();
      expect(location.href).to.equal(before);
    }
  });

  it('keeps the choice in the address of the page, and reads it from there', async () => {
    const before = location.href;
    try {
      const { editor } = await mountEditor({ betaAppId: 1 });
      editor.noUrl = false;
      await press('Beta-App Uji Kasir Desember');
      await press('Uji Kasir Desember, sedang dipilih');
      await until(() => location.search.includes('beta-app=1'), 'the address');
      clearPage();
      const second = document.createElement('beta-app-editor');
      second.client = setScene().client;
      document.body.append(second);
      await see('button', 'Beta-App Uji Kasir Desember');
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('follows another element of the page, without an echo', async () => {
    const scene = setScene();
    await mountEditor({ scene });
    await mountEditor({ scene });
    let heard = 0;
    const count = () => (heard += 1);
    document.addEventListener('beta-app-selected', count);
    await press('Beta-App belum dipilih');
    await press('Uji Struk');
    await until(() => all('button', 'Beta-App Uji Struk').length === 2, 'both editors filled');
    expect(heard).to.equal(1);
    document.removeEventListener('beta-app-selected', count);
  });
});
