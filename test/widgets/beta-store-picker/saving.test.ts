import { inside, until } from '@beta-app/stories/elements/support/find';
import { expect } from 'chai';
import { ApiError, NetworkError } from '@beta-app/widgets';
import { expectAccessible } from '../support/audit.js';
import { clearPage } from '../support/editor.js';
import { closeStores, saveStoresOf } from '../support/scene.js';
import { all, focused, gone, press, see, seeText } from '../support/screen.js';
import { barOf, checkboxOf, mountPicker, pressKey } from './picker.js';

const question = 'Simpan perubahan daftar toko?';

describe('saving stores', () => {
  afterEach(clearPage);

  async function withTicks() {
    const mounted = await mountPicker();
    checkboxOf(mounted.grid, 5).click();
    checkboxOf(mounted.grid, 0).click();
    await until(() => barOf(mounted.picker).includes('+1 −1'), 'ticks');
    return mounted;
  }

  async function pressSave() {
    (await see('button', 'Simpan Perubahan')).focus();
    await press('Simpan Perubahan');
  }

  it('says that there is nothing to save', async () => {
    await mountPicker();
    await press('Simpan Perubahan');
    await seeText('Anda belum melakukan perubahan pada daftar toko.');
  });

  it('asks with the counts of each branch, and "Batal" leaves the ticks', async () => {
    const { client, grid } = await withTicks();
    await pressSave();
    const dialog = await see('alertdialog', question);
    expect(dialog.innerText.replace(/\s+/gu, ' ')).contains('Bandung 1 +1 −1 3');
    expect(dialog.innerText).contains('1 toko dikeluarkan dan kembali ke versi produksi.');
    expect((focused() as HTMLElement).innerText.trim()).equal('Batal');
    await expectAccessible(dialog);
    await press('Batal');
    expect(client.callsOf('saveStores')).empty;
    expect(checkboxOf(grid, 5).checked).equal(true);
  });

  it('sends what was ticked, tells it, and gives the focus back', async () => {
    const { client, picker } = await withTicks();
    const heard: unknown[] = [];
    picker.addEventListener('beta-stores-saved', (event) => heard.push(event.detail.betaAppId));
    await pressSave();
    await press('Ya');
    await seeText('Daftar toko berhasil diperbarui: 1 ditambahkan, 1 dikeluarkan.');
    expect(client.callsOf('saveStores')[0]!.input).deep.equal({
      id: 1,
      baseRevision: 3,
      directoryRevision: 1,
      changes: [
        { registered: true, codes: ['TA000006'] },
        { registered: false, codes: ['TA000001'] },
      ],
    });
    await gone(() => inside(picker, 'dialog[open]').length, 'the dialog');
    expect(focused()?.id).equal('save');
    expect(heard).deep.equal([1]);
    await until(() => barOf(picker) === '3 dari 30 toko terdaftar', 'the counts');
  });

  it('tells of others whose changes were merged', async () => {
    const { other } = await withTicks();
    await saveStoresOf(other, 1, ['TA000009', 'TB000009']);
    await pressSave();
    await press('Ya');
    await seeText('Budi Santoso juga mengubah 2 toko. Perubahan Anda tetap tersimpan.');
  });

  it('repeats the same call with the same key after a lost connection', async () => {
    const { client, grid } = await withTicks();
    client.failNext('saveStores', new NetworkError(false));
    await pressSave();
    await press('Ya');
    await seeText(/^Terjadi kesalahan! Server tidak dapat dihubungi\./u);
    expect(checkboxOf(grid, 5).checked).equal(true);
    await press('Coba lagi');
    await seeText('Daftar toko berhasil diperbarui: 1 ditambahkan, 1 dikeluarkan.');
    const [first, second] = client.callsOf('saveStores');
    expect(second).deep.equal(first);
  });

  it('says that nothing is saved when the server fails', async () => {
    const { client } = await withTicks();
    client.failNext('saveStores', new ApiError(500, 'INTERNAL', ''));
    await pressSave();
    await press('Ya');
    await seeText('Perubahan belum tersimpan. Pilihan toko Anda tetap ada; silakan coba lagi.');
  });

  const unreachable = /^Terjadi kesalahan! Server tidak dapat dihubungi\./u;
  const saved = 'Daftar toko berhasil diperbarui: 1 ditambahkan, 1 dikeluarkan.';

  /** Presses "Ya", and the server saves, but its first answers are lost. */
  async function saveWithLostAnswers(lost: number) {
    const mounted = await withTicks();
    const { client, picker } = mounted;
    const heard: unknown[] = [];
    picker.addEventListener('beta-stores-saved', ({ detail }) => {
      heard.push([detail.betaAppId, detail.saved.added, detail.saved.removed]);
    });
    const save = client.saveStores.bind(client);
    let answers = 0;
    client.saveStores = async (...input) => {
      const answer = await save(...input);
      if (input[0].dryRun) return answer;
      answers += 1;
      if (answers <= lost) throw new NetworkError(false);
      return answer;
    };
    await pressSave();
    await press('Ya');
    await seeText(unreachable);
    return { ...mounted, heard };
  }

  async function seeSaved({ picker, heard }: Awaited<ReturnType<typeof saveWithLostAnswers>>) {
    await seeText(saved);
    await gone(() => inside(picker, 'dialog[open]').length, 'the dialog');
    expect(heard).deep.equal([[1, 1, 1]]);
    await until(() => barOf(picker) === '3 dari 30 toko terdaftar', 'nothing pending');
  }

  it('asks with what the server would do by now', async () => {
    const { other } = await withTicks();
    await saveStoresOf(other, 1, ['TA000010', 'TA000011']);
    await pressSave();
    const dialog = await see('alertdialog', question);
    expect(dialog.innerText.replace(/\s+/gu, ' ')).contains('Bandung 1 +1 −1 5');
    await press('Ya');
    await seeText('Budi Santoso juga mengubah 2 toko. Perubahan Anda tetap tersimpan.');
  });

  it('asks with what the page knows where the server takes long to say', async () => {
    const { client, other } = await withTicks();
    await saveStoresOf(other, 1, ['TA000010', 'TA000011']);
    client.hold('tryStores');
    await pressSave();
    const dialog = await see('alertdialog', question);
    expect(dialog.innerText.replace(/\s+/gu, ' ')).contains('Bandung 1 +1 −1 3');
  });

  it('tells of a save whose answer was lost once the list shows it', async () => {
    const scene = await saveWithLostAnswers(1);
    await press('Batal');
    await seeSaved(scene);
  });

  it('takes back the question whether to save what turns out to be saved', async () => {
    const scene = await saveWithLostAnswers(1);
    const release = scene.client.hold('listBetaAppStores');
    await press('Batal');
    await pressSave();
    await see('alertdialog', question);
    release();
    await seeSaved(scene);
  });

  it('tells of a save whose answers were lost when it is tried again', async () => {
    const scene = await saveWithLostAnswers(2);
    const { client, picker } = scene;
    const list = client.hold('listBetaAppStores');
    await press('Batal');
    await pressSave();
    const save = client.hold('saveStores');
    await press('Ya');
    list();
    await until(() => barOf(picker) === '3 dari 30 toko terdaftar', 'the list as it is saved');
    save();
    await seeText(unreachable);
    await press('Coba lagi');
    await seeSaved(scene);
  });

  it('keeps what is not saved yet when an answer was lost, and sends nothing by itself', async () => {
    const { client, other, picker } = await withTicks();
    client.failNext('saveStores', new NetworkError(false));
    await pressSave();
    await press('Ya');
    await seeText(unreachable);
    await saveStoresOf(other, 1, ['TA000006']);
    await press('Batal');
    await until(() => barOf(picker) === '4 dari 30 toko terdaftar +0 −1', 'the rest');
    expect(client.callsOf('saveStores')).length(1);
  });

  /** Saves, closes the question while the answer is on its way, and gives the means to end that. */
  async function saveBehindTheScenes() {
    const mounted = await withTicks();
    const { client } = mounted;
    const release = client.hold('saveStores');
    const end = (error?: Error) => {
      if (error) client.failNext('saveStores', error);
      release();
    };
    await pressSave();
    await press('Ya');
    await until(() => client.callsOf('saveStores').length, 'the call');
    await press('Batal');
    return { ...mounted, end };
  }

  async function goOver(picker: Awaited<ReturnType<typeof withTicks>>['picker']) {
    picker.betaAppId = 2;
    await until(() => picker.chosen.current?.id === 2, 'the other beta app');
    await until(() => barOf(picker).includes('terdaftar'), 'its stores');
  }

  it('tells at once what is refused whatever is asked, and lets the ticks be given up', async () => {
    const { other, picker } = await withTicks();
    await other.cancelBetaApp({ id: 1, detailsRevision: 2 });
    await pressSave();
    await seeText(/^Beta-app ini sudah dibatalkan/u);
    expect(all('alertdialog', question).length).equal(0);
    await gone(() => all('button', 'Simpan Perubahan').length, 'the button');
    expect(barOf(picker)).contains('+1 −1');
    await press('Batalkan perubahan');
    await until(() => !barOf(picker).includes('+'), 'nothing pending');
  });

  it('asks nothing any more when another beta app is shown', async () => {
    const { picker } = await withTicks();
    await pressSave();
    await see('alertdialog', question);
    await goOver(picker);
    await gone(() => all('alertdialog', question).length, 'the question');
  });

  it('keeps the key that closes its question from the page around it', async () => {
    await withTicks();
    await pressSave();
    const dialog = await see('alertdialog', question);
    const heard: string[] = [];
    const hear = ({ key }: KeyboardEvent) => heard.push(key);
    document.addEventListener('keydown', hear);
    for (const key of ['Escape', 'F6']) pressKey(focused() ?? dialog, key);
    document.removeEventListener('keydown', hear);
    expect(heard).deep.equal(['F6']);
  });

  it('does not try for one beta app what was ticked for another', async () => {
    const { client, picker, grid, end } = await saveBehindTheScenes();
    end(new NetworkError(false));
    await seeText(/^Terjadi kesalahan! Server tidak dapat dihubungi\./u);
    await goOver(picker);
    checkboxOf(grid, 9).click();
    await gone(() => all('button', 'Coba lagi').length, 'the way to try again');
    expect(client.callsOf('saveStores')).length(1);
  });

  it('tells of a save that ends when another beta app is shown, and leaves its ticks alone', async () => {
    const { picker, grid, end } = await saveBehindTheScenes();
    await goOver(picker);
    end();
    await seeText('Daftar toko berhasil diperbarui: 1 ditambahkan, 1 dikeluarkan.');
    await picker.updateComplete;
    expect(checkboxOf(grid, 5).checked).equal(false);
    expect(barOf(picker)).equal('0 dari 30 toko terdaftar');
  });

  it('asks anew before it tries again with other ticks', async () => {
    const { client, picker, grid, end } = await saveBehindTheScenes();
    end(new NetworkError(false));
    await see('button', 'Coba lagi');
    checkboxOf(grid, 7).click();
    await until(() => barOf(picker).includes('+2'), 'the tick');
    await press('Coba lagi');
    await see('alertdialog', question);
    expect(client.callsOf('saveStores')).length(1);
  });

  it('lists what another beta app holds, and saves without it', async () => {
    const { client, other, picker, grid } = await withTicks();
    await pressSave();
    await see('alertdialog', question);
    await other.addApplication({
      id: 2,
      detailsRevision: 1,
      applicationCode: 'POS',
      version: '4.20.0-rc1',
    });
    await saveStoresOf(other, 2, ['TA000006']);
    await press('Ya');
    const dialog = await see('alertdialog', '1 toko sedang menguji aplikasi yang sama');
    await seeText(
      'Kasir Toko 4.20.0-rc1 di beta-app “Uji Struk”, 1–31 Des 2026, Budi Santoso (NIK 2012007788): TA000006 Toko 6',
    );
    await until(() => (focused() as HTMLElement).innerText.trim() === 'Kembali', 'focus');
    await expectAccessible(dialog);
    await press('Simpan tanpa 1 toko ini');
    await seeText('Daftar toko berhasil diperbarui: 0 ditambahkan, 1 dikeluarkan.');
    const [first, second] = client.callsOf('saveStores');
    expect(second!.input['changes']).deep.equal([{ registered: false, codes: ['TA000001'] }]);
    expect(second!.idempotencyKey).not.equal(first!.idempotencyKey);
    await until(() => barOf(picker) === '2 dari 30 toko terdaftar', 'nothing pending');
    expect(checkboxOf(grid, 5).checked).equal(false);
  });

  it('goes back from a clash with every tick in place', async () => {
    const { other, picker } = await withTicks();
    await saveStoresOf(other, 1, ['TA000001'], false);
    await saveStoresOf(other, 1, ['TA000001']);
    await pressSave();
    await seeText(
      /^Budi Santoso \(NIK 2012007788\) mengubah 1 toko yang sama pada .*: TA000001 Cibiru 1$/u,
    );
    await press('Kembali');
    expect(barOf(picker)).contains('+1 −1');
  });

  it('drops what can’t be saved if nothing else is left', async () => {
    const { client, server, picker, grid } = await mountPicker();
    for (const position of [5, 6]) checkboxOf(grid, position).click();
    await until(() => barOf(picker).includes('+2'), 'ticks');
    closeStores(server, 'TA000006', 'TA000007');
    await pressSave();
    await press('Ya');
    await seeText('Toko TA000006 Toko 6 sudah tutup dan tidak dapat didaftarkan.');
    await press('Simpan tanpa 2 toko ini');
    await seeText('Tidak ada perubahan lain yang perlu disimpan.');
    expect(client.callsOf('saveStores')).length(1);
    expect(barOf(picker)).not.contains('+');
  });
});

describe('a large save over several branches', () => {
  afterEach(clearPage);

  async function withAllStores(branch: string) {
    const mounted = await mountPicker({ branch });
    mounted.picker.typeAbove = 20;
    inside<HTMLInputElement>(mounted.grid, '.head input')[0]!.click();
    await until(() => /\+\d/u.test(barOf(mounted.picker)), 'ticks');
    await press('Simpan Perubahan');
    return { ...mounted, dialog: await see('alertdialog', question) };
  }

  it('wants its number typed', async () => {
    const { client, dialog } = await withAllStores('Semua cabang');
    await press('Ya');
    await seeText('Yang diketik bukan 54.', dialog);
    const field = inside<HTMLInputElement>(dialog, '#number')[0]!;
    expect(focused()).equal(field);
    expect(field.ariaInvalid).equal('true');
    await expectAccessible(dialog);
    field.value = '5.4';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await gone(() => inside(dialog, '.error').length, 'the error');
    expect(client.callsOf('saveStores')).empty;
    await press('Ya');
    await seeText('Daftar toko berhasil diperbarui: 54 ditambahkan, 0 dikeluarkan.');
  });

  it('within one branch does not', async () => {
    const { dialog } = await withAllStores('Bandung 1');
    expect(inside(dialog, '#number')).empty;
    await press('Ya');
    await seeText('Daftar toko berhasil diperbarui: 27 ditambahkan, 0 dikeluarkan.');
  });
});
