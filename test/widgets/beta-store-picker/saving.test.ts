import { expect } from 'chai';
import { ApiError, NetworkError } from '@beta-app/widgets';
import { expectAccessible } from '../support/audit.js';
import { clearPage } from '../support/editor.js';
import { budi } from '../support/fake-client.js';
import { all, focused, gone, press, see, seeText, until } from '../support/screen.js';
import { barOf, checkboxOf, inside, mountPicker } from './picker.js';

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
    expect(client.saves).empty;
    expect(checkboxOf(grid, 5).checked).equal(true);
  });

  it('sends what was ticked, tells it, and gives the focus back', async () => {
    const { client, picker } = await withTicks();
    const heard: unknown[] = [];
    picker.addEventListener('beta-stores-saved', (event) => heard.push(event.detail.betaAppId));
    await pressSave();
    await press('Ya');
    await seeText('Daftar toko berhasil diperbarui: 1 ditambahkan, 1 dikeluarkan.');
    expect(client.saves[0]!.input).deep.equal({
      id: 1,
      baseRevision: 5,
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
    const { client } = await withTicks();
    client.others = [{ actor: budi, at: '2026-12-02T05:00:00Z', stores: 2 }];
    await pressSave();
    await press('Ya');
    await seeText('Budi Santoso juga mengubah 2 toko. Perubahan Anda tetap tersimpan.');
  });

  it('repeats the same call with the same key after a lost connection', async () => {
    const { client, grid } = await withTicks();
    client.refusals.push(new NetworkError(false));
    await pressSave();
    await press('Ya');
    await seeText(/^Terjadi kesalahan! Server tidak dapat dihubungi\./u);
    expect(checkboxOf(grid, 5).checked).equal(true);
    await press('Coba lagi');
    await seeText('Daftar toko berhasil diperbarui: 1 ditambahkan, 1 dikeluarkan.');
    expect(client.saves[1]).deep.equal(client.saves[0]);
  });

  it('says that nothing is saved when the server fails', async () => {
    const { client } = await withTicks();
    client.refusals.push(new ApiError(500, 'INTERNAL', ''));
    await pressSave();
    await press('Ya');
    await seeText('Perubahan belum tersimpan. Pilihan toko Anda tetap ada; silakan coba lagi.');
  });

  /** Saves, closes the question while the answer is on its way, and gives the means to end that. */
  async function saveBehindTheScenes() {
    const mounted = await withTicks();
    const { client } = mounted;
    const save = client.saveStores;
    let end: (error?: Error) => void = () => undefined;
    const gate = new Promise<void>((resolve, reject) => {
      end = (error) => (error ? reject(error) : resolve());
    });
    let called = false;
    client.saveStores = async (...call) => {
      client.saveStores = save;
      called = true;
      await gate;
      return save(...call);
    };
    await pressSave();
    await press('Ya');
    await until(() => called, 'the call');
    await press('Batal');
    return { ...mounted, end };
  }

  async function goOver(picker: Awaited<ReturnType<typeof withTicks>>['picker']) {
    picker.betaAppId = 2;
    await until(() => picker.chosen.current?.id === 2, 'the other beta app');
    await until(() => barOf(picker).includes('terdaftar'), 'its stores');
  }

  it('does not try for one beta app what was ticked for another', async () => {
    const { client, picker, grid, end } = await saveBehindTheScenes();
    end(new NetworkError(false));
    await seeText(/^Terjadi kesalahan! Server tidak dapat dihubungi\./u);
    await goOver(picker);
    checkboxOf(grid, 9).click();
    await gone(() => all('button', 'Coba lagi').length, 'the way to try again');
    expect(client.saves).empty;
  });

  it('tells of a save that ends when another beta app is shown, and leaves its ticks alone', async () => {
    const { client, picker, grid, end } = await saveBehindTheScenes();
    // The other one has no stores yet.
    for (const store of client.stores) store.registered = false;
    await goOver(picker);
    end();
    await seeText('Daftar toko berhasil diperbarui: 1 ditambahkan, 0 dikeluarkan.');
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
    expect(client.saves).empty;
  });

  it('lists what another beta app holds, and saves without it', async () => {
    const { client, picker, grid } = await withTicks();
    const conflict = {
      betaApp: {
        id: 2,
        name: 'Uji Struk',
        startsOn: '2026-12-01',
        endsOn: '2026-12-31',
        owner: budi,
      },
      application: { code: 'POS', name: 'Kasir Toko' },
      version: '4.20.0-rc1',
      stores: ['TA000006'],
      names: [{ code: 'TA000006', name: 'Toko 6' }],
    };
    const details = { conflicts: [conflict] };
    client.refusals.push(new ApiError(409, 'STORES_OVERLAP', '', [], details));
    await pressSave();
    await press('Ya');
    const dialog = await see('alertdialog', '1 toko sedang menguji aplikasi yang sama');
    await seeText(
      'Kasir Toko 4.20.0-rc1 di beta-app “Uji Struk”, 1–31 Des 2026, Budi Santoso (NIK 2012007788): TA000006 Toko 6',
    );
    await until(() => (focused() as HTMLElement).innerText.trim() === 'Kembali', 'focus');
    await expectAccessible(dialog);
    await press('Simpan tanpa 1 toko ini');
    await seeText('Daftar toko berhasil diperbarui: 0 ditambahkan, 1 dikeluarkan.');
    expect(client.saves[1]!.input.changes).deep.equal([{ registered: false, codes: ['TA000001'] }]);
    expect(client.saves[1]!.idempotencyKey).not.equal(client.saves[0]!.idempotencyKey);
    await until(() => barOf(picker) === '2 dari 30 toko terdaftar', 'nothing pending');
    expect(checkboxOf(grid, 5).checked).equal(false);
  });

  it('goes back from a clash with every tick in place', async () => {
    const { client, picker } = await withTicks();
    const clash = { actor: budi, at: '2026-12-02T07:05:00Z', stores: ['TA000001'] };
    client.refusals.push(new ApiError(409, 'STORES_CHANGED', '', [], { clashes: [clash] }));
    await pressSave();
    await press('Ya');
    await seeText(
      /^Budi Santoso \(NIK 2012007788\) mengubah 1 toko yang sama pada .*: TA000001 Cibiru 1$/u,
    );
    await press('Kembali');
    expect(barOf(picker)).contains('+1 −1');
  });

  it('drops what can’t be saved if nothing else is left', async () => {
    const { client, picker } = await withTicks();
    const details = { stores: ['TA000001', 'TA000006'] };
    client.refusals.push(new ApiError(409, 'STORES_CLOSED', '', [], details));
    await pressSave();
    await press('Ya');
    await seeText('Toko TA000006 Toko 6 sudah tutup dan tidak dapat didaftarkan.');
    await press('Simpan tanpa 2 toko ini');
    await seeText('Tidak ada perubahan lain yang perlu disimpan.');
    expect(client.saves).length(1);
    expect(barOf(picker)).not.contains('+');
  });
});
