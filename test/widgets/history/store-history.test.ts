import { inside, until } from '@beta-app/stories/elements/support/find';
import { expect } from 'chai';
import { mountLookup } from '../beta-version-lookup/lookup.js';
import { expectAccessible } from '../support/audit.js';
import { clearPage } from '../support/editor.js';
import { saveStoresOf, setScene } from '../support/scene.js';
import { all, field, focused, press, see, seeText } from '../support/screen.js';
import { seeEntries, setFilter, unfoldedStores } from './history.js';

const sari = 'Sari Wulandari (2015014321)';
const budi = 'Budi Santoso (2012007788)';

describe('The history of a store', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(clearPage);

  async function openHistory(scene = setScene(), betaAppUrl?: string) {
    const mounted = await mountLookup({ scene, store: 'TA000001' });
    mounted.lookup.betaAppUrl = betaAppUrl;
    const opener = await see('button', 'Riwayat toko');
    opener.focus();
    opener.click();
    return { ...mounted, dialog: await see('dialog', 'Riwayat toko TA000001 Cibiru 1') };
  }

  it('tells when it was added to which beta app, and by whom', async () => {
    const scene = setScene();
    await saveStoresOf(scene.client, 1, ['TA000001'], false);
    await saveStoresOf(scene.other, 2, ['TA000001']);
    const { lookup } = await openHistory(scene, '/beta-app');
    expect(await seeEntries(lookup, 4)).deep.equal([
      `${budi} menambahkan toko ini ke beta-app “Uji Struk”`,
      `${sari} mengeluarkan toko ini dari beta-app “Uji Kasir Desember”`,
      `${sari} menambahkan toko ini bersama 5 toko lain ke beta-app “Uji Kasir Desember” Tampilkan 6 toko`,
      'Data Induk (1000000001) memperbarui data induk toko ini: toko baru',
    ]);
    const [link] = all('link', 'Uji Struk') as HTMLAnchorElement[];
    expect(new URL(link!.href).search).equal('?beta-app=2');
    await expectAccessible(lookup);
    await press('Tampilkan 6 toko');
    await until(() => unfoldedStores(lookup).length === 6, 'the stores');
  });

  it('names beta apps without a link where the page has none', async () => {
    const { lookup } = await openHistory();
    const [added] = await seeEntries(lookup, 2);
    expect(added).match(/ke beta-app “Uji Kasir Desember”/u);
    const links = inside(lookup, 'dialog[open] a');
    expect(links).to.be.empty;
  });

  it('is narrowed by what can happen to a store, and gives the focus back', async () => {
    const { lookup, client, dialog } = await openHistory();
    await seeEntries(lookup, 2);
    const action = await field<HTMLSelectElement>('Tindakan');
    await until(() => focused() === action, 'the focus on the first filter');
    expect([...action.options].map(({ text }) => text)).deep.equal([
      'semua',
      'Daftar toko',
      'Data induk',
    ]);
    await setFilter('Tindakan', 'sync_directory');
    await seeEntries(lookup, 1);
    expect(client.callsOf('listStoreHistory').at(-1)!.input).deep.equal({
      store: 'TA000001',
      action: ['sync_directory'],
      limit: 50,
    });
    await setFilter('Dari tanggal', '2026-12-03');
    await seeText('Tidak ada entri yang cocok dengan saringan.', dialog);
    await press('Tutup');
    const opener = await see('button', 'Riwayat toko');
    await until(() => focused() === opener, 'the focus on what opened it');
  });
});
