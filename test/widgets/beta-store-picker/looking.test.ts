import { chooseBranch, inside, typeInto, until } from '@beta-app/stories/elements/support/find';
import { expect } from 'chai';
import { NetworkError } from '@beta-app/widgets';
import { expectAccessible } from '../support/audit.js';
import { clearPage } from '../support/editor.js';
import { closeStores, setScene } from '../support/scene.js';
import { gone, press, seeText } from '../support/screen.js';
import { barOf, mountPicker, rowOf } from './picker.js';

describe('the stores of a beta app', () => {
  afterEach(clearPage);

  for (const width of ['1000px', '722px', '390px']) {
    it(`are accessible, with rows, at ${width}, and fit into it`, async () => {
      const { picker, grid } = await mountPicker({ width });
      await until(() => inside(grid, '[data-position]').length > 7, 'rows');
      await expectAccessible(picker);
      expect(picker.scrollWidth).equal(picker.clientWidth);
    });
  }

  it('are shown with what is registered, and only the visible ones are in the document', async () => {
    const { picker, grid } = await mountPicker({ scene: setScene({ perBranch: 2_500 }) });
    await until(() => barOf(picker) === '3 dari 2.500 toko terdaftar', 'the counts');
    expect(inside(grid, '[role=grid]')[0]!.getAttribute('aria-rowcount')).equal('2501');
    expect(rowOf(grid, 0)!.getAttribute('aria-rowindex')).equal('2');
    expect(inside(grid, '[data-position]').length).below(40);
    expect(rowOf(grid, 0)!.innerText).match(
      /TA000001\s+Cibiru 1\s+Bandung 1\s+terdaftar 2 Des 2026/u,
    );
  });

  it('are painted as soon as the first have come, before the next are asked for', async () => {
    const { picker, client } = await mountPicker({ scene: setScene({ perBranch: 150 }) });
    let asked = 0;
    const ask = client.listBetaAppStores.bind(client);
    client.listBetaAppStores = (...input) => {
      asked += 1;
      return ask(...input);
    };
    const original = window.requestAnimationFrame.bind(window);
    const pictures: FrameRequestCallback[] = [];
    window.requestAnimationFrame = (callback) => pictures.push(callback);
    try {
      await chooseBranch(picker, 'Semua cabang');
      await until(() => barOf(picker) === 'Memuat… 200 dari 300 toko', 'the first rows');
      await until(() => pictures.length > 0, 'the wait for their picture');
      expect(asked).equal(1);
    } finally {
      window.requestAnimationFrame = original;
    }
    for (const paint of pictures) paint(0);
    await until(() => barOf(picker).endsWith('dari 300 toko terdaftar'), 'all stores');
  });

  for (const width of [1_000, 720, 719, 328]) {
    it(`show the longest codes to their end, in rows of one height, at ${width}px`, async () => {
      const scene = setScene();
      const longest = ['1', '2'].map((first) => `${first}-${'W'.repeat(30)}`);
      scene.server.directory.sync({
        stores: longest.map((code) => ({ code, name: 'Cibiru Hilir', branchCode: 'B1' })),
      });
      const { grid } = await mountPicker({ scene, width: `${width}px` });
      const shown = [0, 1, 2].map((position) => rowOf(grid, position)!);
      const codes = shown.map((row) => row.querySelector<HTMLElement>('.code')!);
      expect(codes.map((code) => code.innerText)).eql([...longest, 'TA000001']);
      for (const code of codes) {
        expect(code.scrollWidth).at.most(code.clientWidth);
        expect(code.scrollHeight).at.most(code.clientHeight);
      }
      const [first, second, third] = shown.map((row) => row.getBoundingClientRect());
      expect(second!.top).equal(first!.bottom);
      expect(third!.top).equal(second!.bottom);
      const branch = shown[0]!.querySelector('.branch')!.getBoundingClientRect();
      expect(branch.width).above(60);
      expect(branch.bottom).at.most(first!.bottom);
    });
  }

  it('say what will happen to them where it is narrow, and of which branch where there are more', async () => {
    const { picker, grid } = await mountPicker({ width: '328px' });
    const part = (name: string) => rowOf(grid, 5)?.querySelector<HTMLElement>(`.${name}`);
    rowOf(grid, 5)!.querySelector('input')!.click();
    await until(() => part('remark')?.innerText === 'akan ditambahkan', 'the remark');
    for (const whole of [part('code')!, part('remark')!]) {
      expect(whole.scrollWidth).at.most(whole.clientWidth);
    }
    expect(part('branch')!.clientWidth).at.most(1);
    picker.style.width = '500px';
    await chooseBranch(picker, 'Semua cabang');
    await until(() => (part('branch')?.clientWidth ?? 0) > 20, 'the branch');
    expect(part('remark')!.innerText).equal('akan ditambahkan');
  });

  it('need a beta app and a branch first', async () => {
    const picker = document.createElement('beta-store-picker');
    picker.client = setScene().client;
    picker.noUrl = true;
    document.body.append(picker);
    await seeText('Pilih beta-app dulu dari kolom kuning.');
    expect(inside<HTMLInputElement>(picker, '[role=combobox]')[0]!.disabled).equal(true);
    picker.betaAppId = 1;
    await seeText('Pilih cabang untuk menampilkan toko.');
    expect(picker.renderRoot.querySelectorAll('#search').length).equal(0);
  });

  it('are narrowed by words in code or name, and can be looked for in all branches', async () => {
    const { picker, grid } = await mountPicker();
    const search = inside<HTMLInputElement>(picker, '#search')[0]!;
    typeInto(search, 'cibiru 2');
    await until(() => inside(grid, '[data-position]').length === 1, 'one row');
    typeInto(search, 'TB000005');
    await seeText('Tidak ada toko yang cocok dengan “TB000005” di Bandung 1.');
    await press('Cari di semua cabang');
    await until(() => rowOf(grid, 0)?.innerText.includes('Medan'), 'the store of another branch');
  });

  it('that have closed are told among the registered ones, without a checkbox', async () => {
    const scene = setScene();
    scene.goTo('2026-12-05T05:00:00Z');
    closeStores(scene.server, 'TA000002');
    const { picker, grid } = await mountPicker({ scene });
    expect(rowOf(grid, 1)!.innerText).contains('TA000003');
    inside<HTMLInputElement>(picker, 'input[value=registered]')[0]!.click();
    await until(() => rowOf(grid, 1)?.innerText.includes('Tutup sejak 5 Des 2026'), 'closed');
    expect(rowOf(grid, 1)!.querySelectorAll('input').length).equal(0);
    expect(barOf(picker)).equal('2 dari 29 toko terdaftar');
  });

  it('that cannot be read leave a message and a way to try again', async () => {
    const { picker, client } = await mountPicker();
    client.failNext('listBetaAppStores', new NetworkError(false));
    await chooseBranch(picker, 'Medan');
    await seeText(/^Terjadi kesalahan! Server tidak dapat dihubungi/u);
    await press('Coba lagi');
    await until(() => inside(picker, '[data-position]').length > 7, 'rows');
  });

  it('wait with a sign', async () => {
    const { picker, client } = await mountPicker();
    const release = client.hold('listBetaAppStores');
    await chooseBranch(picker, 'Medan');
    const list = await until(() => inside(picker, '.list[aria-busy=true]')[0], 'the sign');
    await until(() => inside(picker, '.bones .row').length > 0, 'grey rows');
    release();
    await until(() => list.getAttribute('aria-busy') === 'false', 'the end of the sign');
  });

  it('drop the answer to a branch that was left', async () => {
    const { picker, client, grid } = await mountPicker();
    const release = client.hold('listBetaAppStores');
    await chooseBranch(picker, 'Medan');
    await chooseBranch(picker, 'Bandung 1');
    release();
    await until(() => rowOf(grid, 0)?.innerText.includes('TA000001'), 'the branch chosen last');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(rowOf(grid, 0)!.innerText).contains('TA000001');
  });

  it('are read on when the picker is moved meanwhile', async () => {
    const { picker, client } = await mountPicker();
    const release = client.hold('listBetaAppStores');
    await chooseBranch(picker, 'Medan');
    const box = document.createElement('div');
    document.body.append(box);
    box.append(picker);
    release();
    await until(() => rowOf(picker, 0)?.innerText.includes('TB000001'), 'rows');
  });

  it('stay where branches cannot be read, which is told', async () => {
    const { picker, client, grid } = await mountPicker();
    client.failNext('listBranches', new NetworkError(false));
    picker.betaAppId = 2;
    await seeText(/^Terjadi kesalahan! Server tidak dapat dihubungi/u);
    await until(() => rowOf(grid, 0), 'rows');
    await press('Coba lagi');
    await gone(() => inside(picker, '.failure').length, 'the message');
  });

  it('cannot be ticked while another beta app is on its way', async () => {
    const { picker, client, grid } = await mountPicker();
    const release = client.hold('getBetaApp');
    picker.betaAppId = 2;
    await until(() => grid.matches('[inert] *'), 'the end of work on the former one');
    release();
    await until(() => !grid.matches('[inert] *'), 'the other one');
    expect(picker.chosen.current?.id).equal(2);
  });

  it('of an ended beta app can only be viewed', async () => {
    const scene = setScene();
    scene.goTo('2027-01-10T05:00:00Z');
    const { picker, grid } = await mountPicker({ scene });
    await seeText('Beta-app ini sudah berakhir dan hanya dapat dilihat.');
    const box = rowOf(grid, 5)!.querySelector('input')!;
    box.click();
    await picker.updateComplete;
    await until(() => !box.checked, 'the tick taken back');
    expect(inside(picker, '#save').length).equal(0);
    await expectAccessible(picker);
  });
});
