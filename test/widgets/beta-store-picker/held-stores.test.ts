import {
  chooseBranch,
  inside,
  isShown,
  typeInto,
  until,
} from '@beta-app/stories/elements/support/find';
import { budi, sari } from '@beta-app/stories/fake/sample';
import { NetworkError } from '@beta-app/widgets';
import { expect } from 'chai';
import { expectAccessible } from '../support/audit.js';
import { clearPage } from '../support/editor.js';
import { saveStoresOf, setScene } from '../support/scene.js';
import { all, focused, gone, press, see, seeText } from '../support/screen.js';
import { barOf, checkboxOf, headerOf, mountPicker, painted, pressKey, rowOf } from './picker.js';

const mark = 'POS di “Uji Struk”';
const details =
  'Kasir Toko 4.20.0-rc1 di beta-app “Uji Struk”, 1–31 Des 2026, Budi Santoso (NIK 2012007788)';
const question = 'Simpan perubahan daftar toko?';
const refusal = '2 toko sedang menguji aplikasi yang sama';

describe('stores that another beta app holds', () => {
  afterEach(clearPage);

  /** Budi's beta app has POS too, and the fifth and sixth store of Bandung 1, and the fifth of Medan. */
  async function mountHeld(options: { perBranch?: number; width?: string } = {}) {
    const scene = setScene({ perBranch: options.perBranch ?? 30 });
    const { other } = scene;
    const application = { applicationCode: 'POS', version: '4.20.0-rc1' };
    await other.addApplication({ id: 2, detailsRevision: 1, ...application });
    await saveStoresOf(other, 2, ['TA000005', 'TA000006', 'TB000005']);
    return mountPicker({ ...options, scene });
  }

  const markOf = (grid: Element, position: number) =>
    rowOf(grid, position)?.querySelector<HTMLElement>('.mark') ?? undefined;
  const lines = (grid: Element) => inside(grid, '.holders').filter(isShown);

  async function seeLine(grid: Element, position: number): Promise<HTMLElement> {
    const line = await until(
      () => lines(grid).find((each) => rowOf(grid, position)?.contains(each)),
      'the line',
    );
    expect(line.innerText.trim()).equal(details);
    return line;
  }

  for (const width of ['1000px', '390px']) {
    it(`are marked as they are listed, at ${width}`, async () => {
      const { picker, grid } = await mountHeld({ width });
      expect(inside(grid, '.mark').map((each) => each.innerText.trim())).deep.equal([mark, mark]);
      expect(rowOf(grid, 4)!.contains(markOf(grid, 4)!)).equal(true);
      const { top, bottom } = markOf(grid, 5)!.getBoundingClientRect();
      const row = rowOf(grid, 5)!.getBoundingClientRect();
      expect(top >= row.top && bottom <= row.bottom).equal(true);
      await expectAccessible(picker);
      markOf(grid, 4)!.click();
      await seeLine(grid, 4);
      await expectAccessible(picker);
      expect(picker.scrollWidth).equal(picker.clientWidth);
    });
  }

  for (const [width, letters] of [
    ['1000px', 'TL'],
    ['328px', 'TL'],
    ['328px', `T${'L'.repeat(25)}`],
    ['1000px', `T${'L'.repeat(25)}`],
  ] as const) {
    it(`leave the checkbox its room, at ${width} with codes like ${letters}`, async () => {
      const scene = setScene();
      const { other, server } = scene;
      const stores = [1, 2].map((number) => ({
        code: `${letters}${number}`,
        name: 'Pertanggungjawaban'.repeat(6),
        branchCode: 'B2',
      }));
      server.directory.sync({ stores });
      const application = { applicationCode: 'POS', version: '4.20.0-rc1' };
      const name = 'Uji struk '.repeat(19).trim();
      await other.updateBetaApp({ id: 2, detailsRevision: 1, name });
      await other.addApplication({ id: 2, detailsRevision: 2, ...application });
      await saveStoresOf(other, 2, [stores[0]!.code]);
      const { grid, picker } = await mountPicker({ scene, width, branch: 'Medan' });
      typeInto(inside<HTMLInputElement>(picker, '#search')[0]!, letters);
      await until(() => rowOf(grid, 1)?.innerText.includes(stores[1]!.code), 'the long ones');
      const row = await until(() => rowOf(grid, 0), 'the row');
      const [markRect, check] = ['.mark', '.check'].map((part) =>
        row.querySelector(part)!.getBoundingClientRect(),
      );
      const around = row.getBoundingClientRect();
      expect(markRect!.right).at.most(check!.left);
      expect(markRect!.width).above(100);
      expect(check!.right).at.most(around.right);
      expect(markRect!.bottom).at.most(around.bottom);
      markOf(grid, 0)!.click();
      const line = await until(() => lines(grid)[0], 'the line');
      await until(
        () =>
          rowOf(grid, 1)!.getBoundingClientRect().top >= line.getBoundingClientRect().bottom - 1,
        'room',
      );
      expect(line.scrollWidth).equal(line.clientWidth);
    });
  }

  it('tell it to screen readers, with the key that opens the rest', async () => {
    const { grid } = await mountHeld();
    const described = checkboxOf(grid, 4).getAttribute('aria-describedby')!.split(' ');
    const texts = described.map((id) => inside(grid, `#${id}`)[0]?.textContent.trim());
    expect(texts).deep.equal([mark, 'Enter membuka atau menutup rincian.']);
    expect(checkboxOf(grid, 3).hasAttribute('aria-describedby')).equal(false);
  });

  it('open a line under the row by Enter, which makes room for it, and close it again', async () => {
    const { grid } = await mountHeld();
    const topOf = (position: number) => rowOf(grid, position)!.getBoundingClientRect().top;
    const distance = topOf(5) - topOf(4);
    checkboxOf(grid, 4).focus();
    pressKey(focused()!, 'Enter');
    const line = await seeLine(grid, 4);
    await until(() => topOf(5) >= line.getBoundingClientRect().bottom - 1, 'room');
    expect(topOf(6) - topOf(5)).equal(distance);
    expect(focused() === checkboxOf(grid, 4)).equal(true);
    expect(markOf(grid, 4)!.ariaExpanded).equal('true');
    const spoken = () => inside(grid, '[aria-live=polite]').map((each) => each.textContent);
    expect(spoken()).deep.equal([details]);
    pressKey(focused()!, 'Enter');
    await gone(() => lines(grid).length, 'the line');
    expect(topOf(5) - topOf(4)).equal(distance);
    expect(spoken()).deep.equal(['']);
    expect(checkboxOf(grid, 4).checked).equal(false);
    checkboxOf(grid, 3).focus();
    pressKey(focused()!, 'Enter');
    await painted();
    expect(lines(grid).length).equal(0);
  });

  it('open one line at a time by a press, which ticks nothing, also where rows are pressed', async () => {
    const { picker, grid } = await mountHeld({ width: '390px' });
    markOf(grid, 4)!.click();
    await seeLine(grid, 4);
    markOf(grid, 5)!.click();
    const line = await seeLine(grid, 5);
    expect(lines(grid).length).equal(1);
    await until(() => checkboxOf(grid, 5) === focused(), 'the focus in the row');
    line.click();
    expect(barOf(picker)).not.contains('+');
    rowOf(grid, 5)!.querySelector<HTMLElement>('.name')!.click();
    await until(() => barOf(picker).includes('+1 −0'), 'the tick');
    expect(lines(grid).length).equal(1);
    // Screen readers press the mark itself.
    markOf(grid, 5)!.focus();
    pressKey(markOf(grid, 5)!, ' ');
    await gone(() => lines(grid).length, 'the line');
    expect(barOf(picker)).contains('+1 −0');
  });

  it('keep their line through search and scrolling, as long as they are shown', async () => {
    const { picker, grid } = await mountHeld({ perBranch: 500 });
    const scroller = inside(grid, '.scroller')[0]!;
    markOf(grid, 4)!.click();
    const line = await seeLine(grid, 4);
    const lineHeight = line.getBoundingClientRect().height;
    const height = () => inside(grid, '.content')[0]!.getBoundingClientRect().height;
    await until(() => Math.abs(height() - (500 * 40 + lineHeight)) < 1, 'room');
    checkboxOf(grid, 4).blur();
    scroller.scrollTop = 1e9;
    const last = await until(() => rowOf(grid, 499), 'the last row');
    const bottom = () => scroller.getBoundingClientRect().bottom;
    await until(() => Math.abs(last.getBoundingClientRect().bottom - bottom()) < 2, 'its end');
    scroller.scrollTop = 0;
    const search = inside<HTMLInputElement>(picker, '#search')[0]!;
    typeInto(search, '0005');
    await until(() => rowOf(grid, 0)?.innerText.includes('TA000005'), 'the matches');
    await seeLine(grid, 0);
    typeInto(search, 'cibiru');
    await gone(() => lines(grid).length, 'the line');
    typeInto(search, '');
    await until(() => markOf(grid, 4), 'all stores');
    expect(lines(grid).length).equal(0);
  });

  it('bring the line into sight that is opened at the lower edge', async () => {
    const { grid } = await mountHeld();
    const scroller = inside(grid, '.scroller')[0]!;
    scroller.style.minHeight = scroller.style.maxHeight = '200px';
    await until(() => scroller.clientHeight === 200, 'a low table');
    checkboxOf(grid, 4).focus();
    pressKey(focused()!, 'Enter');
    const line = await seeLine(grid, 4);
    const edge = scroller.getBoundingClientRect().bottom;
    await until(() => line.getBoundingClientRect().bottom <= edge + 1, 'the whole line');
  });

  it('are ticked with all others, counted in the bar, and unticked together', async () => {
    const { picker, grid } = await mountHeld();
    headerOf(grid).click();
    await until(() => barOf(picker).includes('+27 −0 2 toko bentrok'), 'the count');
    await chooseBranch(picker, 'Medan');
    await until(() => rowOf(grid, 4)?.innerText.includes('TB000005'), 'Medan');
    checkboxOf(grid, 4).click();
    await until(() => barOf(picker).includes('3 toko bentrok'), 'those of both branches');
    expect(rowOf(grid, 4)!.innerText).contains('akan ditambahkan');
    await expectAccessible(picker);
    await press('Lepaskan 3 toko ini');
    await until(() => barOf(picker) === '3 dari 30 toko terdaftar +25 −0', 'the others');
    expect(checkboxOf(grid, 4).checked).equal(false);
    expect(focused()?.id).equal('save');
    await chooseBranch(picker, 'Bandung 1');
    await until(() => markOf(grid, 4), 'Bandung 1');
    expect([3, 4, 5, 6].map((row) => checkboxOf(grid, row).checked)).deep.equal([
      true,
      false,
      false,
      true,
    ]);
  });

  async function askWithHeld() {
    const mounted = await mountHeld();
    for (const position of [0, 4, 5, 6]) checkboxOf(mounted.grid, position).click();
    await until(() => barOf(mounted.picker).includes('+3 −1'), 'ticks');
    return mounted;
  }

  it('are told before the save is tried, with what is saved without them', async () => {
    const { client, picker, grid } = await askWithHeld();
    await press('Simpan Perubahan');
    const dialog = await see('alertdialog', refusal);
    await seeText(`${details}: TA000005 Toko 5, TA000006 Toko 6`, dialog);
    expect(dialog.innerText.replace(/\s+/gu, ' ')).contains('Bandung 1 +1 −1 3');
    expect(dialog.innerText).contains('1 toko dikeluarkan dan kembali ke versi produksi.');
    expect(inside(dialog, '#move')).length(0);
    await expectAccessible(dialog);
    await press('Simpan tanpa 2 toko ini');
    await seeText('Daftar toko berhasil diperbarui: 1 ditambahkan, 1 dikeluarkan.');
    const inputs = client.calls
      .filter(({ operation }) => /^(?:try|save)Stores$/u.test(operation))
      .map(({ input }) => [input['dryRun'], input['changes']]);
    expect(inputs).deep.equal([
      [
        true,
        [
          { registered: true, codes: ['TA000005', 'TA000006', 'TA000007'] },
          { registered: false, codes: ['TA000001'] },
        ],
      ],
      [
        undefined,
        [
          { registered: true, codes: ['TA000007'] },
          { registered: false, codes: ['TA000001'] },
        ],
      ],
    ]);
    await until(() => barOf(picker) === '3 dari 30 toko terdaftar', 'nothing pending');
    expect(checkboxOf(grid, 4).checked).equal(false);
  });

  it('are moved over from an own beta app, after it is told which stores leave which one', async () => {
    const { client, other, picker, grid } = await askWithHeld();
    await other.updateBetaApp({ id: 2, detailsRevision: 2, owner: sari });
    // One more is Budi's still.
    const { id } = await other.createBetaApp({
      name: 'Uji Lain',
      startsOn: '2026-12-01',
      endsOn: '2026-12-31',
    });
    await other.addApplication({ id, detailsRevision: 1, applicationCode: 'POS', version: '5' });
    await saveStoresOf(other, id, ['TA000007']);
    await press('Simpan Perubahan');
    const refused = await see('alertdialog', '3 toko sedang menguji aplikasi yang sama');
    await expectAccessible(refused);
    await press('Pindahkan 2 toko ke sini…');
    const dialog = await see('alertdialog', question);
    expect(dialog.innerText).contains(
      '2 toko dipindahkan dari beta-app “Uji Struk” (Sari Wulandari, NIK 2015014321).',
    );
    expect(dialog.innerText).contains('1 toko yang dipegang beta-app lain tidak ikut disimpan.');
    expect(dialog.innerText.replace(/\s+/gu, ' ')).contains('Bandung 1 +2 −1 4');
    expect(focused()?.textContent.trim()).equal('Batal');
    await expectAccessible(dialog);
    await press('Ya');
    await seeText(
      'Daftar toko berhasil diperbarui: 2 ditambahkan, 1 dikeluarkan. ' +
        '2 toko dipindahkan dari beta-app “Uji Struk”.',
    );
    const changesIn = (operation: 'tryStores' | 'saveStores') =>
      client.callsOf(operation).at(-1)?.input['changes'];
    const [asked, sent] = [changesIn('tryStores'), changesIn('saveStores')];
    expect(asked).deep.equal(sent);
    const codes = ['TA000005', 'TA000006'];
    expect(sent).deep.equal([
      { registered: true, codes },
      { registered: false, codes: ['TA000001'] },
      { registered: true, codes, from: 2 },
    ]);
    await until(() => barOf(picker) === '4 dari 30 toko terdaftar', 'nothing pending');
    expect([4, 5, 6].map((row) => checkboxOf(grid, row).checked)).deep.equal([true, true, false]);
    expect((await other.listBetaAppStores({ id: 2, registered: true })).total).equal(1);
  });

  it('tell whom to ask if they may not be moved after all', async () => {
    const { other } = await askWithHeld();
    await other.updateBetaApp({ id: 2, detailsRevision: 2, owner: sari });
    await press('Simpan Perubahan');
    await see('alertdialog', refusal);
    await other.updateBetaApp({ id: 2, detailsRevision: 3, owner: budi });
    await press('Pindahkan 2 toko ke sini…');
    await seeText('Anda tidak berhak melakukan ini. Hubungi Budi Santoso (NIK 2012007788).');
  });

  it('can be moved once the server answers again', async () => {
    const { client, other } = await askWithHeld();
    await other.updateBetaApp({ id: 2, detailsRevision: 2, owner: sari });
    await press('Simpan Perubahan');
    await see('alertdialog', refusal);
    client.failNext('tryStores', new NetworkError(false));
    await press('Pindahkan 2 toko ke sini…');
    await press('Coba lagi');
    await see('alertdialog', question);
  });

  it('are asked about no more when one has gone back while moving them was tried', async () => {
    const { client, other } = await askWithHeld();
    await other.updateBetaApp({ id: 2, detailsRevision: 2, owner: sari });
    await press('Simpan Perubahan');
    await see('alertdialog', refusal);
    const release = client.hold('tryStores');
    await press('Pindahkan 2 toko ke sini…');
    await press('Kembali');
    await gone(() => all('alertdialog', refusal).length, 'the dialog');
    release();
    await painted();
    await painted();
    expect(all('alertdialog', /./u).length).equal(0);
  });

  it('stay ticked when one goes back', async () => {
    const { client, picker } = await askWithHeld();
    await press('Simpan Perubahan');
    await see('alertdialog', refusal);
    await press('Kembali');
    await gone(() => all('alertdialog', refusal).length, 'the dialog');
    expect(barOf(picker)).contains('+3 −1 2 toko bentrok');
    expect(client.callsOf('saveStores')).length(0);
  });

  it('are no matter once the other beta app has let go of them', async () => {
    const { client, other } = await askWithHeld();
    await saveStoresOf(other, 2, ['TA000005', 'TA000006'], false);
    await press('Simpan Perubahan');
    await see('alertdialog', question);
    await press('Ya');
    await seeText('Daftar toko berhasil diperbarui: 3 ditambahkan, 1 dikeluarkan.');
    expect(client.callsOf('saveStores')).length(1);
  });

  it('don’t keep from asking when the server can’t be reached', async () => {
    const { client } = await askWithHeld();
    client.failNext('tryStores', new NetworkError(false));
    await press('Simpan Perubahan');
    await see('alertdialog', question);
  });

  it('ask nothing any more when another beta app is shown by then', async () => {
    const { client, picker } = await askWithHeld();
    const release = client.hold('tryStores');
    await press('Simpan Perubahan');
    await until(() => client.callsOf('tryStores').length, 'the dry run');
    picker.betaAppId = 2;
    await until(() => picker.chosen.current?.id === 2, 'the other beta app');
    await until(() => barOf(picker) === '2 dari 30 toko terdaftar', 'its stores');
    const save = inside(picker, '#save')[0]!;
    expect(save.ariaDisabled).equal('true');
    release();
    await until(() => save.ariaDisabled === null, 'the answer');
    await painted();
    expect(all('alertdialog', /./u).length).equal(0);
  });
});
