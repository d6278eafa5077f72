import { inside, until } from '@beta-app/stories/elements/support/find';
import { NetworkError } from '@beta-app/widgets';
import { expect } from 'chai';
import { expectAccessible } from '../support/audit.js';
import { clearPage, mountEditor } from '../support/editor.js';
import { saveStoresOf, setScene } from '../support/scene.js';
import { press, see, seeText } from '../support/screen.js';

describe('The stores of a beta app by branch', () => {
  afterEach(clearPage);

  const rows = () =>
    inside(document, '[data-branch]').map((row) => row.innerText.replace(/\s+/gu, ' ').trim());
  const seeRows = (...expected: string[]) =>
    until(() => rows().join() === expected.join(), expected.join());
  const widths = () =>
    inside(document, '.share-bar').map(
      (bar) => bar.querySelector('.filled')!.clientWidth / bar.clientWidth,
    );

  it('are counted in words, with a bar that is as long', async () => {
    const { editor } = await mountEditor({ betaAppId: 1 });
    await seeRows('Bandung 1 3 dari 30 toko', 'Medan 3 dari 30 toko');
    await seeText('Toko per cabang (2)', editor.shadowRoot!);
    for (const width of widths()) expect(width).closeTo(0.1, 0.02);
    for (const bar of inside(document, '.share-bar')) expect(bar.ariaHidden).equal('true');
    await expectAccessible(editor);
  });

  it('leave out branches without registered stores, and tell how many these are', async () => {
    const scene = setScene();
    await saveStoresOf(scene.client, 1, ['TB000001', 'TB000002', 'TB000003'], false);
    const { editor } = await mountEditor({ scene, betaAppId: 1 });
    await seeRows('Bandung 1 3 dari 30 toko');
    await seeText('Tidak ada toko terdaftar di 1 cabang lain.', editor.shadowRoot!);
    editor.betaAppId = 2;
    await seeText('Belum ada toko yang terdaftar.', editor.shadowRoot!);
    expect(rows()).deep.equal([]);
  });

  it('are counted anew when stores were saved elsewhere on the page', async () => {
    const { client } = await mountEditor({ betaAppId: 1 });
    await seeRows('Bandung 1 3 dari 30 toko', 'Medan 3 dari 30 toko');
    const picker = document.createElement('beta-store-picker');
    picker.client = client;
    picker.noUrl = true;
    picker.betaAppId = 1;
    document.body.append(picker);
    const field = await until(
      () => inside(picker, '[role=combobox]:enabled')[0],
      'the field of branches',
    );
    field.click();
    (await see('option', /^Medan/u)).click();
    const box = await until(() => inside(picker, '[data-position="5"] input')[0], 'a store');
    box.click();
    await press('Simpan Perubahan');
    await press('Ya');
    await seeRows('Bandung 1 3 dari 30 toko', 'Medan 4 dari 30 toko');
  });

  it('never show those of another beta app', async () => {
    const { editor, client } = await mountEditor({ betaAppId: 1 });
    await seeRows('Bandung 1 3 dari 30 toko', 'Medan 3 dari 30 toko');
    const release = client.hold('listBranches');
    editor.betaAppId = 2;
    await seeText('Uji Struk', editor.shadowRoot!);
    expect(rows()).deep.equal([]);
    release();
    await seeText('Belum ada toko yang terdaftar.', editor.shadowRoot!);
  });

  it('lead to the branch on the page of stores, or tell the page which one was pressed', async () => {
    const { editor } = await mountEditor({ betaAppId: 1 });
    editor.storesUrl = '/beta-app-store?lang=id';
    const link = (await see('link', 'Medan', editor)) as HTMLAnchorElement;
    await until(
      () => link.href.endsWith('/beta-app-store?lang=id&beta-app=1&cabang=B2'),
      'the link',
    );
    const heard: unknown[] = [];
    editor.addEventListener('beta-stores-opened', (event) => {
      event.preventDefault();
      heard.push([event.detail.betaApp.id, event.detail.branch]);
    });
    link.click();
    await press(/^6 di 2 cabang/u, 'link');
    expect(heard).deep.equal([
      [1, 'B2'],
      [1, undefined],
    ]);
  });

  it('say that they could not be counted, and try again', async () => {
    const scene = setScene();
    scene.client.failNext('listBranches', new NetworkError(false));
    const { editor } = await mountEditor({ scene, betaAppId: 1 });
    await seeText(/^Terjadi kesalahan!/u, editor.shadowRoot!);
    await press('Coba lagi');
    await seeRows('Bandung 1 3 dari 30 toko', 'Medan 3 dari 30 toko');
  });

  it('fit into a narrow box, in English', async () => {
    const { editor } = await mountEditor({ betaAppId: 1, lang: 'en', width: '360px' });
    await seeRows('Bandung 1 3 of 30 stores', 'Medan 3 of 30 stores');
    expect(editor.scrollWidth).to.be.at.most(360);
    await expectAccessible(editor);
  });
});
