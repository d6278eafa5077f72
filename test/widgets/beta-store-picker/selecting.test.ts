import { chooseBranch, inside, typeInto, until } from '@beta-app/stories/elements/support/find';
import { expect } from 'chai';
import { expectAccessible } from '../support/audit.js';
import { clearPage } from '../support/editor.js';
import { saveStoresOf, type Scene, setScene } from '../support/scene.js';
import { all, focused, gone, press, see, seeText } from '../support/screen.js';
import { barOf, checkboxOf, headerOf, mountPicker, rowOf } from './picker.js';

const everywhere = 'Pilih semua 60 toko di semua cabang';
const matching = 'Pilih 6 toko yang cocok dengan “cibiru” di semua cabang';
const typed = (picker: Element, q: string) =>
  typeInto(inside<HTMLInputElement>(picker, '#search')[0]!, q);

/** Stores that the page doesn't know of yet. */
function addStores({ server }: Scene, ...stores: [code: string, name: string][]): void {
  server.directory.sync({
    stores: stores.map(([code, name]) => ({ code, name, branchCode: 'B2' })),
  });
}

const sentBy = ({ client }: Scene) =>
  client.callsOf('saveStores').map(({ input }) => (input as { changes: unknown[] }).changes);

describe('selecting all stores', () => {
  afterEach(clearPage);

  async function save() {
    await press('Simpan Perubahan');
    await see('alertdialog', 'Simpan perubahan daftar toko?');
    await press('Ya');
  }

  it('of a branch goes on to all branches, and is saved as a selection', async () => {
    const { picker, grid, ...scene } = await mountPicker();
    expect(all('button', everywhere)).empty;
    headerOf(grid).click();
    const offer = await see('button', everywhere);
    expect(offer.closest('[role=status]')).not.equal(null);
    await expectAccessible(picker);
    offer.focus();
    offer.click();
    const done = '60 toko dipilih di Semua cabang +54 −0, di 2 cabang';
    await until(() => barOf(picker) === done, 'all');
    expect(focused()?.id).equal('save');
    expect(all('button', everywhere)).empty;
    expect(headerOf(grid).checked).equal(true);
    checkboxOf(grid, 5).click();
    await save();
    await seeText('Daftar toko berhasil diperbarui: 53 ditambahkan, 0 dikeluarkan.');
    expect(sentBy(scene)).deep.equal([[{ registered: true, select: {}, except: ['TA000006'] }]]);
    const { items } = await scene.client.listBetaAppStores({ id: 1, registered: false });
    expect(items.map(({ code }) => code)).deep.equal(['TA000006']);
  });

  it('that match a search goes on to all branches, too', async () => {
    const { picker, grid, ...scene } = await mountPicker();
    typed(picker, 'cibiru');
    await until(() => headerOf(grid).ariaLabel?.includes('cibiru'), 'the search');
    pressCtrlA(grid);
    await press(matching);
    await until(() => barOf(picker).startsWith('6 toko dipilih di Semua cabang'), 'all six');
    await save();
    await seeText(/4 ditambahkan, 0 dikeluarkan\.$/u);
    expect(sentBy(scene)).deep.equal([[{ registered: true, select: { q: 'cibiru' } }]]);
  });

  it('is taken back by the header, for all branches as well', async () => {
    const { picker, grid, ...scene } = await mountPicker();
    headerOf(grid).click();
    await press(everywhere);
    await until(() => barOf(picker).includes('+54 −0'), 'all');
    headerOf(grid).click();
    await until(() => barOf(picker).includes('+0 −6'), 'none');
    await save();
    await seeText('Daftar toko berhasil diperbarui: 0 ditambahkan, 6 dikeluarkan.');
    expect(sentBy(scene)).deep.equal([[{ registered: false, select: {} }]]);
  });

  it('tells which stores joined since, and shows them', async () => {
    const { picker, grid, ...scene } = await mountPicker();
    headerOf(grid).click();
    await press(everywhere);
    await until(() => barOf(picker).includes('+54 −0'), 'all');
    // Looked for after that, and no part of it.
    typed(picker, 'toko');
    addStores(scene, ['TB900001', 'Cibiru Baru'], ['TB900002', 'Toko Baru']);
    await save();
    await seeText(
      'Daftar toko berhasil diperbarui: 54 ditambahkan, 0 dikeluarkan. 2 toko baru yang cocok belum ikut didaftarkan.',
    );
    await until(() => barOf(picker) === '60 dari 62 toko terdaftar', 'the list anew');
    const show = await see('button', 'Tampilkan yang belum terdaftar');
    await expectAccessible(picker);
    show.focus();
    show.click();
    await until(() => rowOf(grid, 0)?.innerText.includes('TB900001'), 'the first of them');
    expect(inside(grid, '[data-position]').length).equal(2);
    expect(inside<HTMLInputElement>(picker, '#search')[0]!.value).equal('');
    expect(grid.shadowRoot!.contains(focused())).equal(true);
    expect(all('button', 'Tampilkan yang belum terdaftar')).empty;
    // They are known by now, and part of the next selection.
    headerOf(grid).click();
    await save();
    await seeText('Daftar toko berhasil diperbarui: 2 ditambahkan, 0 dikeluarkan.');
    expect(sentBy(scene).at(-1)).deep.equal([{ registered: true, select: {} }]);
  });

  it('says nothing of new stores that are none of it', async () => {
    const { picker, grid, ...scene } = await mountPicker();
    headerOf(grid).click();
    await until(() => barOf(picker).includes('+27 −0'), 'the branch');
    addStores(scene, ['TB900001', 'Cibiru Baru']);
    await save();
    await seeText('Daftar toko berhasil diperbarui: 27 ditambahkan, 0 dikeluarkan.');
    expect(sentBy(scene)).deep.equal([[{ registered: true, select: { branch: 'B1' } }]]);
    expect(all('button', 'Tampilkan yang belum terdaftar')).empty;
  });

  it('clashes with who withdrew one of them meanwhile, and is saved without it', async () => {
    const { picker, grid, ...scene } = await mountPicker();
    headerOf(grid).click();
    await press(everywhere);
    await until(() => barOf(picker).includes('+54 −0'), 'all');
    await saveStoresOf(scene.other, 1, ['TA000002'], false);
    await press('Simpan Perubahan');
    await see('alertdialog', '1 toko sudah diubah orang lain');
    await press('Simpan tanpa 1 toko ini');
    await seeText('Daftar toko berhasil diperbarui: 54 ditambahkan, 0 dikeluarkan.');
    expect(sentBy(scene).at(-1)).deep.equal([
      { registered: true, select: {}, except: ['TA000002'] },
    ]);
    const { items } = await scene.client.listBetaAppStores({ id: 1, registered: false });
    expect(items.map(({ code }) => code)).deep.equal(['TA000002']);
  });

  it('is sent by code once another branch is shown', async () => {
    const { picker, grid, ...scene } = await mountPicker({ scene: setScene({ perBranch: 4 }) });
    headerOf(grid).click();
    await until(() => barOf(picker).includes('+1 −0'), 'the branch');
    await chooseBranch(picker, 'Medan');
    await until(() => rowOf(grid, 0)?.innerText.includes('TB000001'), 'Medan');
    await save();
    await seeText('Daftar toko berhasil diperbarui: 1 ditambahkan, 0 dikeluarkan.');
    expect(sentBy(scene)).deep.equal([[{ registered: true, codes: ['TA000004'] }]]);
  });

  it('is offered for all branches only where they have more, and not when it is saved', async () => {
    const { picker, grid, ...scene } = await mountPicker();
    typed(picker, 'TA0000');
    await until(() => headerOf(grid).ariaLabel?.includes('TA0000'), 'the search');
    headerOf(grid).click();
    await until(() => barOf(picker).includes('+27 −0'), 'ticked');
    await until(
      () => scene.client.callsOf('listBetaAppStores').at(-1)!.input.limit === 1,
      'the question how many match',
    );
    await new Promise((resolve) => setTimeout(resolve));
    expect(all('button', /di semua cabang$/u)).empty;
    typed(picker, '');
    await see('button', everywhere);
    await save();
    await seeText(/^Daftar toko berhasil diperbarui/u);
    await gone(() => all('button', everywhere).length, 'the offer');
  });

  const pressCtrlA = (grid: Element) =>
    checkboxOf(grid, 0).dispatchEvent(
      new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true, composed: true }),
    );
});
