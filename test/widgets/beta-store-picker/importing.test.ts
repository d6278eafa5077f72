import { inside, typeInto, until } from '@beta-app/stories/elements/support/find';
import { NetworkError } from '@beta-app/widgets';
import { expect } from 'chai';
import { expectAccessible } from '../support/audit.js';
import { clearPage } from '../support/editor.js';
import { savedFile } from '../support/saved-file.js';
import { closeStores, saveStoresOf, type Scene, setScene } from '../support/scene.js';
import { focused, press, see, seeText } from '../support/screen.js';
import { barOf, mountPicker, pressKey } from './picker.js';

describe('importing a list into the picker', () => {
  afterEach(clearPage);

  async function openImport(options: { scene?: Scene } = {}) {
    const mounted = await mountPicker(options);
    const { picker, client } = mounted;
    await press('Impor daftar');
    const list = await until(
      () => inside<HTMLTextAreaElement>(picker, 'dialog[open] #list')[0],
      'the field',
    );
    return {
      ...mounted,
      list,
      /** The groups with their numbers. */
      groups: () =>
        inside(picker, 'details[data-group] > summary').map((each) => each.innerText.trim()),
      /** The lines of a group that are in the document. */
      linesOf: (group: string) => {
        const [found] = inside(picker, `details[data-group=${group}]`);
        return found === undefined
          ? []
          : inside(found, '[data-position]').map((each) =>
              each.innerText.replace(/\s+/gu, ' ').trim(),
            );
      },
      check: async (text: string) => {
        typeInto(list, text);
        await press('Periksa');
        await seeText(/^[\d.]+ baris: /u, picker);
      },
      saves: () => client.callsOf('saveStores'),
    };
  }

  function chooseFile(picker: Element, file: File): void {
    const [input] = inside<HTMLInputElement>(picker, 'dialog[open] input[type=file]');
    const files = new DataTransfer();
    files.items.add(file);
    input!.files = files.files;
    input!.dispatchEvent(new Event('change'));
  }

  /** Budi's beta app holds a store with the same application. */
  async function heldElsewhere({ server, other }: Scene, code: string): Promise<void> {
    const { detailsRevision } = await other.getBetaApp({ id: 2 });
    await other.addApplication({
      id: 2,
      detailsRevision,
      applicationCode: 'POS',
      version: '4.20.0-rc1',
    });
    await saveStoresOf(other, 2, [code]);
    expect(server.betaApps).length(2);
  }

  const mixed = [
    'Kode;Toko',
    'ta000005;Toko 5',
    'TA 7;Toko 7',
    'TA000001;Cibiru 1',
    'TA000006;Toko 6',
    'TA000008;Toko 8',
    'TA000005;Toko 5',
    'ZZ9;"Toko; lama"',
    ';Cibiru 11',
  ].join('\r\n');

  async function mixedScene(): Promise<Scene> {
    const scene = setScene();
    await heldElsewhere(scene, 'TA000008');
    closeStores(scene.server, 'TA000006');
    return scene;
  }

  it('tells of each line what becomes of it, and saves nothing', async () => {
    const { picker, check, groups, linesOf, saves } = await openImport({
      scene: await mixedScene(),
    });
    await check(mixed);
    await seeText('8 baris: 2 toko akan ditambahkan, 0 akan dikeluarkan, 4 baris ditolak.', picker);
    await seeText('Yang dibaca: kolom 1 “Kode”.', picker);
    expect(groups()).deep.equal([
      'Akan ditambahkan (2)',
      'Sudah terdaftar (1)',
      'Tidak dikenal (1)',
      'Toko tutup (1)',
      'Di beta-app lain (1)',
      'Nama cocok dengan beberapa toko (1)',
      'Ganda (1)',
    ]);
    expect(linesOf('added')).deep.equal(['2 ta000005 TA000005 Toko 5', '3 TA 7 TA000007 Toko 7']);
    expect(linesOf('unchanged')).deep.equal(['4 TA000001 TA000001 Cibiru 1']);
    expect(linesOf('unknown')).deep.equal(['8 ZZ9']);
    expect(linesOf('closed')).deep.equal(['5 TA000006']);
    expect(linesOf('elsewhere')[0]).match(
      /^6 TA000008 TA000008 Toko 8 Kasir Toko 4\.20\.0-rc1 di beta-app “Uji Struk”, .*, Budi Santoso \(NIK 2012007788\)$/u,
    );
    expect(linesOf('ambiguous')).deep.equal(['9 Cibiru 11 TA000011 Cibiru 11, TB000011 Cibiru 11']);
    expect(linesOf('twice')).deep.equal(['7 TA000005 TA000005 Toko 5 sama dengan baris 2']);
    expect(saves()).length(0);
    await expectAccessible(picker);
  });

  it('saves without the refused lines only where that is wanted, all at once', async () => {
    const { picker, client, check, saves } = await openImport({ scene: await mixedScene() });
    await check(mixed);
    await press('Tambahkan 2 toko');
    await seeText('Perbaiki daftarnya, atau centang untuk menyimpan tanpa baris yang ditolak.');
    expect(focused()?.id).equal('leave-out');
    inside(picker, '#leave-out')[0]!.click();
    const heard: number[] = [];
    picker.addEventListener('beta-stores-saved', ({ detail }) => heard.push(detail.saved.added));
    await press('Tambahkan 2 toko');
    await see('alertdialog', 'Simpan perubahan daftar toko?');
    await press('Ya');
    await seeText('Selesai: 2 toko ditambahkan, 0 dikeluarkan.');
    await until(() => focused()?.id === 'close', 'the focus on what is left to press');
    expect(saves()).length(1);
    expect(saves()[0]!.input['changes']).deep.equal([
      { registered: true, codes: ['TA000005', 'TA000007'] },
    ]);
    expect(heard).deep.equal([2]);
    const { registeredTotal } = await client.listBetaAppStores({ id: 1 });
    expect(registeredTotal).equal(8);
    await until(() => barOf(picker).startsWith('5 dari 29'), 'the list as it is by now');
  });

  it('saves what was refused as a file, with line and reason', async () => {
    const { check } = await openImport({ scene: await mixedScene() });
    await check(`${mixed}\n"=HYPERLINK(""x"")"`);
    const { name, text } = await savedFile(() => press('Unduh yang ditolak'));
    expect(name).equal('toko-ditolak.csv');
    const [heads, closed, elsewhere, unknown, ambiguous, formula] = text.split('\r\n');
    expect(heads).equal('\ufeffBaris,Isi,Alasan');
    expect(closed).equal('5,TA000006,Toko sudah tutup');
    expect(elsewhere).match(/^6,TA000008,"Sedang menguji aplikasi yang sama: Kasir Toko 4\.20/u);
    expect(unknown).equal('8,ZZ9,Tidak dikenal');
    expect(ambiguous).match(/^9,Cibiru 11,"Nama cocok dengan beberapa toko: TA000011/u);
    expect(formula).equal(`10,"'=HYPERLINK(""x"")",Tidak dikenal`);
  });

  it('withdraws what is in the list', async () => {
    const { client, check, groups, saves } = await openImport();
    inside(document, '[name=mode][value=remove]')[0]!.click();
    await check('TA000001\nTA000009');
    expect(groups()).deep.equal(['Akan dikeluarkan (1)', 'Tidak terdaftar (1)']);
    await press('Keluarkan 1 toko');
    await seeText('1 toko dikeluarkan dan kembali ke versi produksi.');
    await press('Ya');
    await seeText('Selesai: 0 toko ditambahkan, 1 dikeluarkan.');
    expect(saves()).length(1);
    const { registeredTotal } = await client.listBetaAppStores({ id: 1 });
    expect(registeredTotal).equal(5);
  });

  it('replaces the whole list, and tells how many are withdrawn', async () => {
    const { picker, client, check, groups, linesOf } = await openImport();
    await check('TA000001\nTA000009');
    inside(document, '[name=mode][value=replace]')[0]!.click();
    await until(() => groups()[1] === 'Akan dikeluarkan (5)', 'the withdrawn ones');
    await seeText('2 baris: 1 toko akan ditambahkan, 5 akan dikeluarkan, 0 baris ditolak.', picker);
    expect(linesOf('removed')[0]).equal('– tidak ada dalam daftar TA000002 Toko 2');
    await press('Ganti daftar: +1 −5');
    await press('Ya');
    await seeText('Selesai: 1 toko ditambahkan, 5 dikeluarkan.');
    const { items } = await client.listBetaAppStores({ id: 1, registered: true });
    expect(items.map(({ code }) => code)).deep.equal(['TA000001', 'TA000009']);
  });

  it('takes a file in place of what was typed, which comes back without it', async () => {
    const { picker, list } = await openImport();
    typeInto(list, 'TA000004');
    const table = '\ufeffKode\tToko\r\nTA000005\tToko é';
    const utf16 = Uint16Array.from(table, (character) => character.charCodeAt(0));
    chooseFile(picker, new File([utf16], 'toko.txt'));
    await seeText('Dari berkas “toko.txt”, 2 baris.');
    await press('Periksa');
    await seeText('1 baris: 1 toko akan ditambahkan, 0 akan dikeluarkan, 0 baris ditolak.', picker);
    await press('Lepas berkas');
    await until(() => focused() === list, 'the focus in the field');
    expect(list.value).equal('TA000004');
  });

  it('answers an empty file with what is missing', async () => {
    const { picker } = await openImport();
    chooseFile(picker, new File([], 'kosong.csv'));
    await seeText(/^Dari berkas “kosong\.csv”/u);
    await press('Periksa');
    await seeText('Daftar toko belum diisi.');
    expect(focused()?.id).equal('choose-file');
  });

  it('answers an empty field with what is missing', async () => {
    const { list, client } = await openImport();
    await press('Periksa');
    await seeText('Daftar toko belum diisi.');
    expect(focused()).equal(list);
    expect(client.callsOf('tryStores')).length(0);
  });

  it('keeps the list where the server is away, and tries again', async () => {
    const { picker, list, client, saves } = await openImport();
    client.failNext('tryStores', new NetworkError(false));
    typeInto(list, 'TA000005');
    pressKey(list, 'Enter', { ctrlKey: true });
    await seeText(/^Terjadi kesalahan!/u, picker);
    await press('Coba lagi');
    await press('Tambahkan 1 toko');
    client.failNext('saveStores', new NetworkError(false));
    await press('Ya');
    await press('Coba lagi');
    await seeText('Selesai: 1 toko ditambahkan, 0 dikeluarkan.');
    const [first, second] = saves();
    expect(second!.idempotencyKey).equal(first!.idempotencyKey);
    expect(list.value).equal('TA000005');
  });

  it('judges anew what it has saved itself', async () => {
    const { picker, check, groups } = await openImport();
    await check('TA000005');
    await press('Tambahkan 1 toko');
    await press('Ya');
    await seeText('Selesai: 1 toko ditambahkan, 0 dikeluarkan.');
    expect(groups()).deep.equal([]);
    await press('Periksa');
    await seeText(/Tidak ada yang berubah pada daftar toko\.$/u, picker);
    expect(groups()).deep.equal(['Sudah terdaftar (1)']);
    inside(document, '[name=mode][value=remove]')[0]!.click();
    await until(() => groups()[0] === 'Akan dikeluarkan (1)', 'what is registered by now');
  });

  it('closes where the page goes over to another beta app', async () => {
    const { picker, check } = await openImport();
    await check('TA000005');
    picker.betaAppId = 2;
    await until(() => inside(picker, 'dialog[open]').length === 0, 'no dialog');
    await press('Impor daftar');
    const list = await until(
      () => inside<HTMLTextAreaElement>(picker, 'dialog[open] #list')[0],
      'the field',
    );
    expect(list.value).equal('TA000005');
    expect(inside(picker, '#save-list')).length(0);
  });

  it('judges by what others have saved meanwhile', async () => {
    const { other, check, groups } = await openImport();
    await saveStoresOf(other, 1, ['TA000005']);
    await check('TA000005\nTA000007');
    expect(groups()).deep.equal(['Akan ditambahkan (1)', 'Sudah terdaftar (1)']);
  });

  it('offers to leave out what somebody has taken since the check', async () => {
    const scene = setScene();
    const { check, saves } = await openImport({ scene });
    await check('TA000005\nTA000007');
    await heldElsewhere(scene, 'TA000007');
    await press('Tambahkan 2 toko');
    await press('Ya');
    await see('alertdialog', '1 toko sedang menguji aplikasi yang sama');
    await press('Simpan tanpa 1 toko ini');
    await seeText('Selesai: 1 toko ditambahkan, 0 dikeluarkan.');
    expect(saves().at(-1)!.input['changes']).deep.equal([
      { registered: true, codes: ['TA000005'] },
    ]);
  });

  it('has only the visible lines of a long list in the document', async () => {
    const scene = setScene({ perBranch: 8_000 });
    const { picker, check, groups, linesOf } = await openImport({ scene });
    const codes = ['TA', 'TB'].flatMap((prefix) =>
      Array.from({ length: 7_500 }, (_, n) => `${prefix}${String(n + 1).padStart(6, '0')}`),
    );
    await check(codes.join('\n'));
    expect(groups()).deep.equal(['Akan ditambahkan (14.994)', 'Sudah terdaftar (6)']);
    expect(linesOf('added')).length(0);
    inside(picker, '[data-group=added] summary')[0]!.click();
    await until(() => linesOf('added').length > 3, 'the lines');
    expect(linesOf('added').length).below(60);
    expect(linesOf('added')[0]).equal('4 TA000004 TA000004 Toko 4');
  });

  it('leaves what is exported unchanged when it is imported', async () => {
    const scene = setScene();
    const { directory } = scene.server;
    const odd = ['=1+1', 'Toko "Baru", Cibiru', "'-5", 'TB000001'];
    directory.sync({
      stores: ['TA000001', 'TA000002', 'TA000003', 'TB000002'].map((code, index) => ({
        ...directory.store(code)!,
        name: odd[index]!,
      })),
    });
    closeStores(scene.server, 'TB000003');
    const { picker } = await mountPicker({ scene, branch: '' });
    const { name, text } = await savedFile(() => press('Unduh CSV'));
    expect(name).equal('toko-1.csv');
    expect(text.split('\r\n').slice(0, 3)).deep.equal([
      '\ufeffKode,Toko,Cabang',
      "TA000001,'=1+1,Bandung 1",
      'TA000002,"Toko ""Baru"", Cibiru",Bandung 1',
    ]);
    await press('Impor daftar');
    inside(picker, '[name=mode][value=replace]')[0]!.click();
    typeInto(inside<HTMLTextAreaElement>(picker, '#list')[0]!, text);
    await press('Periksa');
    await seeText(
      '6 baris: 0 toko akan ditambahkan, 0 akan dikeluarkan, 0 baris ditolak. Tidak ada yang berubah pada daftar toko.',
      picker,
    );
    expect(inside(picker, '#save-list')).length(0);
  });

  it('exports one branch where one is shown', async () => {
    await mountPicker();
    const { name, text } = await savedFile(() => press('Unduh CSV'));
    expect(name).equal('toko-1-B1.csv');
    expect(text.trim().split('\r\n')).length(4);
    await seeText('3 toko disimpan ke berkas CSV.');
  });

  it('tries an export again that has failed', async () => {
    const { client } = await mountPicker();
    client.failNext('listBetaAppStores', new NetworkError(false));
    await press('Unduh CSV');
    await see('alert', /Server tidak dapat dihubungi\./u);
    const { name } = await savedFile(() => press('Coba lagi'));
    expect(name).equal('toko-1-B1.csv');
    await seeText('3 toko disimpan ke berkas CSV.');
  });
});
