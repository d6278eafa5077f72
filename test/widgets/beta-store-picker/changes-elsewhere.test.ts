import { inside, until } from '@beta-app/stories/elements/support/find';
import { expect } from 'chai';
import { expectAccessible } from '../support/audit.js';
import { clearPage } from '../support/editor.js';
import { saveStoresOf } from '../support/scene.js';
import { focused, gone, press, seeText } from '../support/screen.js';
import { barOf, checkboxOf, mountPicker, painted } from './picker.js';

const noteOf = (picker: Element): string =>
  inside(picker, '[role=status] .elsewhere')[0]?.innerText.replace(/\s+/gu, ' ').trim() ?? '';

describe('what somebody else changes while the list is open', () => {
  afterEach(clearPage);

  it('is told with who and when, and shown when the user wants it', async () => {
    const { picker, grid, other } = await mountPicker();
    checkboxOf(grid, 9).click();
    await saveStoresOf(other, 1, ['TA000005', 'TB000009']);
    const note = 'Budi Santoso mengubah 2 toko pukul 12.00 WIB. Muat ulang';
    await until(() => noteOf(picker) === note, note);
    expect(checkboxOf(grid, 4).checked).equal(false);
    expect(barOf(picker)).contains('3 dari 30 toko terdaftar');
    await expectAccessible(picker);
    await press('Muat ulang');
    await until(() => checkboxOf(grid, 4).checked, 'the registered store');
    await until(() => barOf(picker).includes('4 dari 30 toko terdaftar'), 'the counts');
    expect(checkboxOf(grid, 9).checked).equal(true);
    expect(barOf(picker)).contains('+1');
    expect(noteOf(picker)).equal('');
    await until(() => focused()?.closest('[data-position]'), 'the focus in the table');
  });

  it('is told of details as well, and in English', async () => {
    const { picker, other, client } = await mountPicker();
    picker.lang = 'en';
    const { detailsRevision } = await client.getBetaApp({ id: 1 });
    await other.updateBetaApp({ id: 1, detailsRevision, name: 'Uji Lain' });
    await seeText(/^Budi Santoso changed this beta app at/u);
    await press('Reload');
    await gone(() => noteOf(picker), 'the note');
    await seeText('Uji Lain');
  });

  it('is not what was saved here', async () => {
    const { picker, grid, client } = await mountPicker();
    checkboxOf(grid, 9).click();
    await press('Simpan Perubahan');
    await press('Ya');
    await seeText('Daftar toko berhasil diperbarui: 1 ditambahkan, 0 dikeluarkan.');
    await until(() => barOf(picker) === '4 dari 30 toko terdaftar', 'the counts');
    await painted();
    expect(noteOf(picker)).equal('');
    expect(client.callsOf('listBetaAppHistory')).empty;
  });

  it('is told again after each change, and not of a beta app that is left', async () => {
    const { picker, other } = await mountPicker();
    await saveStoresOf(other, 1, ['TA000005']);
    await until(() => noteOf(picker).includes('1 toko'), 'the first change');
    await saveStoresOf(other, 1, ['TA000006', 'TA000007']);
    await until(() => noteOf(picker).includes('2 toko'), 'the second change');
    picker.betaAppId = 2;
    await gone(() => noteOf(picker), 'the note');
    await saveStoresOf(other, 1, ['TA000008']);
    await painted();
    expect(noteOf(picker)).equal('');
  });
});
