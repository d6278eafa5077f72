import { inside, typeInto, until } from '@beta-app/stories/elements/support/find';
import { NetworkError } from '@beta-app/widgets';
import { expect } from 'chai';
import { pressKey } from '../beta-store-picker/picker.js';
import { expectAccessible } from '../support/audit.js';
import { clearPage } from '../support/editor.js';
import { closeStores, setScene } from '../support/scene.js';
import { focused, press, seeText } from '../support/screen.js';
import {
  answerOf,
  chooseMoment,
  mountLookup,
  seeAnswer,
  seeVersion,
  storeField,
} from './lookup.js';

const store = 'TA000001';

describe('the lookup of one store', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(clearPage);

  const options = (root: ParentNode) =>
    inside(root, '[role=option]').map((each) => each.innerText.replace(/\s+/gu, ' ').trim());

  it('has the focus in its field, and answers a whole code and Enter without the list', async () => {
    const { lookup, client } = await mountLookup();
    await until(() => focused() === storeField(lookup), 'the focus');
    typeInto(storeField(lookup), 'ta000001');
    pressKey(storeField(lookup), 'Enter');
    expect(await seeVersion(lookup, 'POS')).contains('4.19.0-beta.3');
    expect(client.callsOf('lookUpVersions')[0]!.input).deep.equal({ store });
    expect(client.callsOf('listStores')).to.have.length(0);
    expect(storeField(lookup).value).equal('TA000001 Cibiru 1');
    expect(storeField(lookup).ariaExpanded).equal('false');
    expect(answerOf(lookup)).contains('1 dari 2 aplikasi memakai versi beta.');
    await expectAccessible(lookup);
  });

  it('leaves the focus where it is if the page names the store', async () => {
    const { lookup } = await mountLookup({ store });
    await seeVersion(lookup, 'POS');
    expect(focused()).equal(document.body);
  });

  it('finds a store by words of its name, and takes the choice of the keys', async () => {
    const { lookup } = await mountLookup();
    const field = storeField(lookup);
    typeInto(field, 'cibiru 11');
    await until(() => options(lookup).length === 2, 'the matches');
    expect(options(lookup)[0]).match(/^TA000011 Cibiru 11/u);
    pressKey(field, 'ArrowDown');
    pressKey(field, 'ArrowDown');
    pressKey(field, 'Enter');
    await seeAnswer(lookup, 'TB000011 Cibiru 11');
    expect(field.value).equal('TB000011 Cibiru 11');
  });

  it('takes the only store that matches with Enter, and lists several', async () => {
    const { lookup } = await mountLookup();
    const field = storeField(lookup);
    typeInto(field, 'cibiru');
    pressKey(field, 'Enter');
    await seeAnswer(lookup, 'Beberapa toko cocok dengan “cibiru”. Pilih salah satu dari daftar.');
    expect(field.ariaExpanded).equal('true');
    typeInto(field, 'TA000004 toko');
    pressKey(field, 'Enter');
    await seeAnswer(lookup, 'TA000004 Toko 4');
  });

  it('says of what is unknown that it was not found, in place of the answer before', async () => {
    const { lookup } = await mountLookup({ store });
    await seeVersion(lookup, 'POS');
    typeInto(storeField(lookup), 'zz9');
    pressKey(storeField(lookup), 'Enter');
    await seeAnswer(lookup, 'Toko “zz9” tidak ditemukan.');
    expect(answerOf(lookup)).not.contains('4.19.0-beta.3');
  });

  it('offers the last stores of the session while the field is empty', async () => {
    const { lookup, server } = await mountLookup();
    closeStores(server, 'TA000007');
    for (let n = 2; n <= 7; n++) {
      lookup.store = `TA00000${n}`;
      await seeAnswer(lookup, `TA00000${n} Toko ${n}`);
    }
    typeInto(storeField(lookup), '');
    pressKey(storeField(lookup), 'ArrowDown');
    await until(() => options(lookup).length === 5, 'five stores');
    expect(options(lookup)[0]).equal('TA000007 Toko 7 Bandung 1 · Tutup');
    expect(options(lookup)[4]).match(/^TA000003/u);
  });

  it('gives the former store back by a second Esc', async () => {
    const { lookup } = await mountLookup({ store });
    await seeVersion(lookup, 'POS');
    const field = storeField(lookup);
    typeInto(field, 'zzz');
    pressKey(field, 'Escape');
    expect(field.value).equal('zzz');
    pressKey(field, 'Escape');
    await until(() => field.value === 'TA000001 Cibiru 1', 'the former store');
  });

  it('leaves alone what is found for words that were taken back meanwhile', async () => {
    const { lookup, client } = await mountLookup({ store });
    await seeVersion(lookup, 'POS');
    const [combobox] = inside<HTMLElementTagNameMap['beta-store-combobox']>(
      lookup,
      'beta-store-combobox',
    );
    const release = client.hold('listStores');
    typeInto(storeField(lookup), 'toko 2');
    const found = combobox!.find('toko 2');
    pressKey(storeField(lookup), 'Escape');
    pressKey(storeField(lookup), 'Escape');
    release();
    await found;
    expect(storeField(lookup).value).equal('TA000001 Cibiru 1');
    expect(answerOf(lookup)).contains('TA000001 Cibiru 1');
  });

  it('has tabs of which each leads to its own panel', async () => {
    const { lookup } = await mountLookup();
    const tabs = inside(lookup, '[role=tab]');
    const panels = tabs.map((tab) =>
      lookup.shadowRoot!.getElementById(tab.getAttribute('aria-controls')!),
    );
    expect(tabs).to.have.length(3);
    expect(panels.map((panel) => panel?.getAttribute('aria-labelledby'))).deep.equal(
      tabs.map(({ id }) => id),
    );
  });

  it('asks about another moment with its offset, and never shows the answer to another one', async () => {
    const { lookup, client } = await mountLookup({ store, now: '2026-12-02T06:00:00Z' });
    await seeVersion(lookup, 'POS');
    expect(answerOf(lookup)).contains('Keadaan pada Rabu, 2 Desember 2026 pukul 13.00 WIB');
    const release = client.hold('lookUpVersions');
    chooseMoment(lookup, 'quarter');
    await until(() => !answerOf(lookup).includes('4.19.0'), 'the end of the old answer');
    release();
    await seeAnswer(lookup, 'Keadaan pada Rabu, 2 Desember 2026 pukul 12.45 WIB');
    expect(client.callsOf('lookUpVersions').at(-1)!.input).deep.equal({
      store,
      at: '2026-12-02T12:45:00+07:00',
    });
    chooseMoment(lookup, 'yesterday');
    await seeAnswer(lookup, 'Belum ada data untuk waktu itu. Data dimulai 2 Des 2026.');
  });

  it("takes date and time in the store's own zone, which the first answer tells", async () => {
    const scene = setScene();
    scene.server.directory.sync({
      branches: [{ code: 'B3', name: 'Makassar', timeZone: 'Asia/Makassar' }],
      stores: [{ code: 'TM1', name: 'Panakkukang', branchCode: 'B3' }],
    });
    const { lookup, client } = await mountLookup({ scene, now: '2026-12-02T06:00:00Z' });
    chooseMoment(lookup, 'chosen');
    await lookup.updateComplete;
    const [time] = inside<HTMLInputElement>(lookup, '#time');
    typeInto(time!, '13:30');
    typeInto(storeField(lookup), 'tm1');
    pressKey(storeField(lookup), 'Enter');
    await seeAnswer(lookup, 'Keadaan pada Rabu, 2 Desember 2026 pukul 13.30 WITA');
    expect(client.callsOf('lookUpVersions').map(({ input }) => input['at'])).deep.equal([
      undefined,
      '2026-12-02T13:30:00+08:00',
    ]);
    await seeText('Waktu toko (WITA)', lookup);
    const timeShown = () => inside<HTMLInputElement>(lookup, '#time')[0]?.value;
    await press('Banyak toko', 'tab');
    await until(() => timeShown() === '12:30', 'the same moment by the clock of WIB');
    await press('Satu toko', 'tab');
    await until(() => timeShown() === '13:30', 'the same moment by the clock of the store');
    typeInto(inside<HTMLInputElement>(lookup, '#time')[0]!, '');
    await seeAnswer(lookup, 'Isi tanggal dan jam kejadian.');
  });

  it('calls a moment that is still to come a plan', async () => {
    const { lookup } = await mountLookup({ store, at: '2027-01-15T08:00:00+07:00' });
    await seeAnswer(lookup, 'Rencana untuk Jumat, 15 Januari 2027 pukul 08.00 WIB');
    expect(await seeVersion(lookup, 'POS')).contains('sudah berakhir 31 Des 2026');
  });

  it('keeps the old answer to the same question, with its time, while the server is away', async () => {
    const { lookup, client, goTo } = await mountLookup({ store, now: '2026-12-02T06:05:00Z' });
    await seeVersion(lookup, 'POS');
    goTo('2026-12-02T06:30:00Z');
    client.failNext('lookUpVersions', new NetworkError(false));
    pressKey(storeField(lookup), 'Enter');
    await seeAnswer(lookup, 'Data per 13.05 WIB; server belum menjawab.');
    expect(answerOf(lookup)).contains('4.19.0-beta.3');
    await press('Coba lagi');
    await seeAnswer(lookup, 'sekarang 13.30');
    expect(answerOf(lookup)).not.contains('Data per');
  });

  it('shows nothing old when another question is not answered', async () => {
    const { lookup, client } = await mountLookup({ store });
    await seeVersion(lookup, 'POS');
    client.failNext('lookUpVersions', new NetworkError(false));
    lookup.store = 'TA000002';
    await seeAnswer(lookup, 'Terjadi kesalahan!');
    expect(answerOf(lookup)).not.contains('4.19.0-beta.3');
  });

  it('keeps store and moment in the address, and reads them from there', async () => {
    const before = location.href;
    history.replaceState(null, '', '?toko=ta000001&waktu=2026-12-02T12:15:00+07:00');
    try {
      const { lookup } = await mountLookup({ url: true, now: '2026-12-02T06:00:00Z' });
      await seeAnswer(lookup, 'Keadaan pada Rabu, 2 Desember 2026 pukul 12.15 WIB');
      expect(lookup.store).equal(store);
      chooseMoment(lookup, 'now');
      await seeAnswer(lookup, 'pukul 13.00 WIB');
      expect(new URL(location.href).search).equal('?toko=TA000001');
      chooseMoment(lookup, 'hour');
      await seeAnswer(lookup, 'pukul 12.00 WIB');
      const { searchParams } = new URL(location.href);
      expect(searchParams.get('waktu')).equal('2026-12-02T12:00:00+07:00');
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('takes anything that a page sets as its store, and keeps no store in the address that is none', async () => {
    const before = location.href;
    history.replaceState(null, '', '?toko=TA000001');
    try {
      const { lookup } = await mountLookup({ url: true, store: '' });
      await seeVersion(lookup, 'POS');
      lookup.store = 'toko lama!';
      await seeAnswer(lookup, 'Toko “toko lama!” tidak ditemukan');
      expect(new URL(location.href).search).equal('');
      Object.assign(lookup, { store: 4711 });
      await seeAnswer(lookup, 'Toko “4711” tidak ditemukan');
      Object.assign(lookup, { store: null });
      await seeAnswer(lookup, 'Ketik kode atau nama toko.');
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('never answers for now where the moment that was given cannot be read', async () => {
    const before = location.href;
    const search = '?toko=TA000001&waktu=kemarin';
    history.replaceState(null, '', search);
    try {
      const { lookup, client } = await mountLookup({ url: true, now: '2026-12-02T06:00:00Z' });
      await seeText('Waktu itu tidak dapat dibaca: kemarin', lookup);
      expect(inside<HTMLInputElement>(lookup, '[value=chosen]')[0]!.checked).equal(true);
      const clock = inside<HTMLInputElement>(lookup, '#date, #time');
      expect(clock.map(({ value }) => value)).deep.equal(['', '']);
      expect(answerOf(lookup)).equal('Isi tanggal dan jam kejadian.');
      expect(client.callsOf('lookUpVersions')).to.have.length(0);
      expect(new URL(location.href).search).equal(search);
      await expectAccessible(lookup);
      chooseMoment(lookup, 'now');
      await seeVersion(lookup, 'POS');
      expect(inside(lookup, '#moment-error')).to.have.length(0);
      expect(new URL(location.href).search).equal('?toko=TA000001');
      for (const at of [
        '2026-12-02T12:15:00',
        '2026-12-02 12:15:00+07:00',
        '9999-12-31T23:59:59Z',
      ]) {
        lookup.at = at;
        await seeText(`Waktu itu tidak dapat dibaca: ${at}`, lookup);
        expect(new URL(location.href).searchParams.get('waktu')).equal(at);
        expect(answerOf(lookup)).equal('Isi tanggal dan jam kejadian.');
      }
      expect(client.callsOf('lookUpVersions')).to.have.length(1);
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('says in English and in the other tabs as well that a moment cannot be read', async () => {
    const { lookup, client } = await mountLookup({
      application: 'POS',
      version: '4.19.0-beta.3',
      at: 'yesterday',
      now: '2026-12-02T06:00:00Z',
      lang: 'en',
    });
    await seeText("That time can't be read: yesterday", lookup);
    await press('Many stores', 'tab');
    await seeText("That time can't be read: yesterday", lookup);
    expect(client.callsOf('listStoresOfVersion')).to.have.length(0);
    await press('Stores by version', 'tab');
    lookup.at = '2026-12-02T12:15+07:00';
    await seeText(/^As of Wednesday,? 2 December 2026, 12:15 WIB$/u, lookup);
    lookup.at = 'today';
    await seeText("That time can't be read: today", lookup);
    await seeText('Fill in the date and time of the incident.', lookup);
  });

  it('takes a moment without seconds, and a plus that an address has made a space', async () => {
    const { lookup, client } = await mountLookup({ store, at: '2026-12-02T12:15 07:00' });
    await seeAnswer(lookup, 'pukul 12.15 WIB');
    expect(client.callsOf('lookUpVersions')[0]!.input['at']).equal('2026-12-02T12:15:00+07:00');
  });

  it('hides the answer about a store while another one is being typed', async () => {
    const { lookup, client } = await mountLookup({ store, now: '2026-12-02T06:00:00Z' });
    await seeVersion(lookup, 'POS');
    const field = storeField(lookup);
    typeInto(field, 'TA000002');
    await seeAnswer(lookup, 'Ketik kode atau nama toko.');
    expect(inside(lookup, '[data-application], .answer button')).to.have.length(0);
    chooseMoment(lookup, 'quarter');
    await seeAnswer(lookup, 'TA000002 Toko 2');
    expect(client.callsOf('lookUpVersions').map(({ input }) => input['store'])).deep.equal([
      store,
      'TA000002',
    ]);
    typeInto(field, 'zz');
    await seeAnswer(lookup, 'Ketik kode atau nama toko.');
    pressKey(field, 'Escape');
    pressKey(field, 'Escape');
    await seeAnswer(lookup, 'TA000002 Toko 2');
    typeInto(field, ' ');
    pressKey(field, 'Enter');
    await seeAnswer(lookup, 'Kode atau nama toko belum diisi.');
  });

  it('lets a store of the page take the place of what is typed, be it the same one', async () => {
    const { lookup } = await mountLookup({ store });
    await seeVersion(lookup, 'POS');
    const field = storeField(lookup);
    for (const code of [store, 'TA000002']) {
      typeInto(field, 'zzz');
      await seeAnswer(lookup, 'Ketik kode atau nama toko.');
      lookup.store = code;
      await seeAnswer(lookup, code);
      expect(field.value).match(new RegExp(`^${code} `, 'u'));
    }
  });

  it('asks once for a store that is listed and that the server does not know', async () => {
    const { lookup, client } = await mountLookup();
    const listStores = client.listStores.bind(client);
    const item = {
      code: 'ZZ9',
      name: 'Baru',
      branchCode: 'B1',
      branchName: 'Bandung 1',
      open: true,
    };
    client.listStores = async (...input) => ({
      ...(await listStores(...input)),
      items: [item],
      total: 1,
      nextCursor: null,
    });
    const missed: Event[] = [];
    const [combobox] = inside(lookup, 'beta-store-combobox');
    combobox!.addEventListener('store-missed', (event) => void missed.push(event));
    typeInto(storeField(lookup), 'zz9');
    pressKey(storeField(lookup), 'Enter');
    await until(() => missed.length > 0, 'the end of the search');
    expect(client.callsOf('lookUpVersions')).to.have.length(1);
    await seeAnswer(lookup, 'Toko “zz9” tidak ditemukan.');
  });

  it('takes what is typed for the same store however soon Enter is pressed', async () => {
    const scene = setScene();
    scene.server.directory.sync({
      stores: [
        { code: 'TD0123', name: 'Satu', branchCode: 'B1' },
        { code: 'TD00123', name: 'Dua', branchCode: 'B1' },
        { code: 'TE0123', name: 'Tiga', branchCode: 'B1' },
        { code: 'TE123', name: 'Empat', branchCode: 'B1' },
      ],
    });
    const { lookup } = await mountLookup({ scene });
    const field = storeField(lookup);
    for (const isListed of [false, true]) {
      const ask = async (typed: string) => {
        typeInto(field, typed);
        if (isListed) await until(() => options(lookup).length === 2, 'the matches');
        pressKey(field, 'Enter');
      };
      await ask('td 123');
      await seeAnswer(lookup, 'Beberapa toko cocok dengan “td 123”.');
      await ask('te123');
      await seeAnswer(lookup, 'TE123 Empat');
    }
  });

  it('tells the page of each answer', async () => {
    const heard: unknown[] = [];
    const listen = ({ detail }: HTMLElementEventMap['beta-versions-looked-up']) =>
      void heard.push(detail.lookup.stores[0]!.code);
    document.addEventListener('beta-versions-looked-up', listen);
    const { lookup } = await mountLookup({ store });
    await seeVersion(lookup, 'POS');
    document.removeEventListener('beta-versions-looked-up', listen);
    expect(heard).deep.equal([store]);
  });
});
