import { chooseBranch, inside, typeInto, until } from '@beta-app/stories/elements/support/find';
import { NetworkError } from '@beta-app/widgets';
import { expect } from 'chai';
import { expectAccessible } from '../support/audit.js';
import { clearPage } from '../support/editor.js';
import { setScene } from '../support/scene.js';
import { focused, press, see, seeText } from '../support/screen.js';
import { barOf, checkboxOf, headerOf, mountPicker, painted, pressKey, rowOf } from './picker.js';

describe('ticking stores', () => {
  afterEach(clearPage);

  it('marks what will be added and withdrawn, and counts it', async () => {
    const { picker, grid } = await mountPicker();
    checkboxOf(grid, 5).click();
    checkboxOf(grid, 0).click();
    await until(() => barOf(picker) === '3 dari 30 toko terdaftar +1 −1', 'the counts');
    expect(rowOf(grid, 5)!.innerText).contains('akan ditambahkan');
    expect(rowOf(grid, 0)!.innerText).contains('akan dikeluarkan');
    await expectAccessible(picker);
    await press('Batalkan perubahan');
    await until(() => barOf(picker) === '3 dari 30 toko terdaftar', 'no changes');
    expect(checkboxOf(grid, 0).checked).equal(true);
    expect(focused()?.id).equal('save');
  });

  it('lives through search, filter and branch', async () => {
    const { picker, grid } = await mountPicker();
    checkboxOf(grid, 5).click();
    typeInto(inside<HTMLInputElement>(picker, '#search')[0]!, 'cibiru');
    await chooseBranch(picker, 'Medan');
    await until(() => rowOf(grid, 0)?.innerText.includes('TB000001'), 'Medan');
    checkboxOf(grid, 1).click();
    await until(() => barOf(picker).includes('+2 −0, di 2 cabang'), 'the counts of both');
    inside<HTMLInputElement>(picker, 'input[value=changed]')[0]!.click();
    await seeText(/1 perubahan lain ada di cabang yang tidak ditampilkan\./u);
    typeInto(inside<HTMLInputElement>(picker, '#search')[0]!, '');
    await press('Tampilkan semua cabang');
    await until(() => inside(grid, '[data-position]').length === 2, 'both');
    expect(rowOf(grid, 0)!.innerText).contains('TA000006');
  });

  it('ticks all that is shown by the header, which says how many', async () => {
    const { picker, grid } = await mountPicker();
    expect(headerOf(grid).indeterminate).equal(true);
    expect(headerOf(grid).ariaLabel).equal('Pilih semua 30 toko di Bandung 1');
    headerOf(grid).click();
    await until(() => barOf(picker) === '30 toko dipilih di Bandung 1 +27 −0', 'what was done');
    await until(() => headerOf(grid).checked && !headerOf(grid).indeterminate, 'all');
    headerOf(grid).click();
    await until(() => barOf(picker).includes('+0 −3'), 'none');
    typeInto(inside<HTMLInputElement>(picker, '#search')[0]!, 'cibiru');
    await until(
      () => headerOf(grid).ariaLabel === 'Pilih 3 toko yang cocok dengan “cibiru”',
      'the extent',
    );
  });

  it('ticks all of a list that is still coming once it is there', async () => {
    const { picker, grid } = await mountPicker({ scene: setScene({ perBranch: 2_500 }) });
    await chooseBranch(picker, 'Medan');
    await until(() => headerOf(grid).ariaLabel?.includes('Medan'), 'Medan');
    headerOf(grid).click();
    await until(() => barOf(picker).includes('+2.497'), 'all 2,500');
  });

  /** Presses "Pilih semua" when the first 200 of 300 stores have come; the rest comes when it is let. */
  async function tickAllBeforeTheRest() {
    const mounted = await mountPicker({ scene: setScene({ perBranch: 150 }) });
    const { client, picker, grid } = mounted;
    const list = client.listBetaAppStores.bind(client);
    let release: () => void = () => undefined;
    const rest = new Promise<void>((resolve) => (release = resolve));
    client.listBetaAppStores = async (...input) => {
      if (input[0].cursor !== undefined) await rest;
      return list(...input);
    };
    await chooseBranch(picker, 'Semua cabang');
    await until(() => barOf(picker) === 'Memuat… 200 dari 300 toko', 'the first stores');
    headerOf(grid).click();
    const later = 'Memuat… semua toko dipilih setelah daftar lengkap';
    await until(() => barOf(picker) === later, 'the wait');
    const regions = () => inside(picker, '.list > [aria-live=polite]');
    await until(() => regions().some((each) => each.textContent === later), 'its word');
    return { ...mounted, release };
  }

  const rowCountOf = (grid: Element) =>
    inside(grid, '[role=grid]')[0]!.getAttribute('aria-rowcount');

  it('waits with a word for a list that is still coming, and so does saving', async () => {
    const { picker, grid, release } = await tickAllBeforeTheRest();
    expect(rowCountOf(grid)).equal('301');
    await press('Simpan Perubahan');
    await seeText('Daftar toko masih dimuat. Simpan setelah semua toko dipilih.');
    release();
    await until(
      () => barOf(picker) === '300 toko dipilih di Semua cabang +294 −0, di 2 cabang',
      'all',
    );
    await press('Simpan Perubahan');
    await see('alertdialog', 'Simpan perubahan daftar toko?');
  });

  it('waits no more once something else is looked for', async () => {
    const { picker, grid, release } = await tickAllBeforeTheRest();
    typeInto(inside<HTMLInputElement>(picker, '#search')[0]!, 'cibiru');
    await until(() => barOf(picker) === 'Memuat… 200 dari 300 toko', 'the end of the wait');
    expect(rowCountOf(grid)).equal('-1');
    await press('Simpan Perubahan');
    await seeText('Anda belum melakukan perubahan pada daftar toko.');
    headerOf(grid).click();
    const later = 'Memuat… semua toko yang cocok dipilih setelah daftar lengkap';
    await until(() => barOf(picker) === later, 'the wait');
    inside<HTMLInputElement>(picker, 'input[value=registered]')[0]!.click();
    await until(() => barOf(picker) === 'Memuat… 200 dari 300 toko', 'the end of the wait');
    release();
    await until(() => barOf(picker) === '6 dari 300 toko terdaftar', 'all, without ticks');
    expect(rowCountOf(grid)).equal('3');
  });

  it('waits no more for a list that can’t be read to its end', async () => {
    const { client, picker, release } = await tickAllBeforeTheRest();
    client.failNext('listBetaAppStores', new NetworkError(false));
    release();
    await see('button', 'Coba lagi');
    await until(() => barOf(picker) === 'Memuat… 200 dari 300 toko', 'the end of the wait');
  });

  it('ticks ranges with Shift', async () => {
    const { picker, grid } = await mountPicker();
    checkboxOf(grid, 4).click();
    checkboxOf(grid, 8).dispatchEvent(
      new MouseEvent('click', { shiftKey: true, bubbles: true, composed: true }),
    );
    await until(() => barOf(picker).includes('+5 −0'), 'five');
    await until(() => checkboxOf(grid, 6).checked, 'the one between');
  });

  it('goes by keys from one tab stop', async () => {
    const { picker, grid } = await mountPicker();
    const stops = () => inside(grid, '[tabindex="0"]');
    expect(stops().length).equal(1);
    stops()[0]!.focus();
    pressKey(focused()!, 'ArrowDown');
    await until(() => focused() === checkboxOf(grid, 1), 'the second row');
    pressKey(focused()!, 'End');
    await until(() => rowOf(grid, 29)?.contains(focused()), 'the last row');
    pressKey(focused()!, ' ');
    await until(() => barOf(picker).includes('+1 −0'), 'ticked');
    pressKey(focused()!, 'PageUp');
    pressKey(focused()!, 'Home');
    await until(() => rowOf(grid, 0)?.contains(focused()), 'the first row');
    pressKey(focused()!, 'ArrowUp');
    await until(() => focused() === headerOf(grid), 'the header');
    expect(stops().length).equal(1);
    pressKey(focused()!, 'a', { ctrlKey: true });
    await until(() => barOf(picker).includes('+27 −0'), 'all');
    // The page may have a search of its own by the same key.
    let heard = 0;
    picker.addEventListener('keydown', () => void (heard += 1), { once: true });
    pressKey(focused()!, '/');
    expect(heard).equal(0);
    expect(focused()?.id).equal('search');
  });

  it('ticks by a press anywhere in a row where it is narrow', async () => {
    const { picker, grid } = await mountPicker({ width: '390px' });
    rowOf(grid, 5)!.querySelector<HTMLElement>('.name')!.click();
    await until(() => barOf(picker).includes('+1 −0'), 'ticked');
    checkboxOf(grid, 5).click();
    await until(() => !barOf(picker).includes('+'), 'unticked');
  });

  it('asks before another beta app takes the place of the one with ticks', async () => {
    const { picker, grid } = await mountPicker();
    checkboxOf(grid, 5).click();
    const choose = async () => {
      await press('Beta-App Uji Kasir Desember');
      await press('Uji Struk');
      return see('alertdialog', 'Ganti beta-app?');
    };
    await choose();
    await seeText('Ada 1 perubahan yang belum disimpan. Ganti beta-app?');
    await press('Batal');
    expect(picker.betaAppId).equal(1);
    expect(checkboxOf(grid, 5).checked).equal(true);
    await choose();
    await press('Ya');
    await until(() => picker.chosen.current?.name === 'Uji Struk', 'the other beta app');
    await until(() => barOf(picker) === '0 dari 30 toko terdaftar', 'its stores, without ticks');
  });

  it('warns before the page is left with ticks', async () => {
    const { grid } = await mountPicker();
    const leave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leave()).equal(true);
    checkboxOf(grid, 5).click();
    expect(leave()).equal(false);
    clearPage();
    expect(leave()).equal(true);
  });
});

describe('a long table', () => {
  afterEach(clearPage);

  const scrollerOf = (grid: Element) => inside(grid, '.scroller')[0]!;

  it('shows its last row, and keeps the focus of a row that scrolls away', async () => {
    const { picker, grid } = await mountPicker({ scene: setScene({ perBranch: 15_000 }) });
    await until(() => barOf(picker) === '3 dari 15.000 toko terdaftar', 'all rows');
    checkboxOf(grid, 3).focus();
    checkboxOf(grid, 3).click();
    const focusedBefore = focused();
    scrollerOf(grid).scrollTop = 1e9;
    await until(() => rowOf(grid, 14_999), 'the last row');
    expect(focused() === focusedBefore).equal(true);
    expect(rowOf(grid, 3) === undefined).equal(false);
    pressKey(focused()!, 'ArrowDown');
    await until(() => rowOf(grid, 4)?.contains(focused()), 'the row after it');
    expect(scrollerOf(grid).scrollTop).below(200);
  });

  it('is right after it was hidden, moved and shrunk', async () => {
    const { picker, grid } = await mountPicker({ scene: setScene({ perBranch: 2_500 }) });
    scrollerOf(grid).scrollTop = 50_000;
    await until(() => rowOf(grid, 1_250), 'the middle');
    picker.hidden = true;
    await painted();
    picker.hidden = false;
    await until(() => inside(grid, '[data-position]').length > 10, 'rows again');
    const box = document.createElement('div');
    document.body.append(box);
    box.append(picker);
    await until(() => inside(grid, '[data-position]').some(isInSight(grid)), 'rows in sight');
    scrollerOf(grid).scrollTop = 50_000;
    await painted();
    typeInto(inside<HTMLInputElement>(picker, '#search')[0]!, 'cibiru 2491');
    await until(() => rowOf(grid, 0)?.innerText.includes('TA002491'), 'the only match');
    expect(isInSight(grid)(rowOf(grid, 0)!)).equal(true);
  });

  it('has rows when it is shown late, in a dialog', async () => {
    const { picker, grid } = await mountPicker();
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.append(picker);
    await painted();
    dialog.showModal();
    await until(() => inside(grid, '[data-position]').filter(isInSight(grid)).length > 7, 'rows');
  });

  const isInSight = (grid: Element) => (row: HTMLElement) => {
    const { top, bottom } = row.getBoundingClientRect();
    const around = scrollerOf(grid).getBoundingClientRect();
    return bottom > around.top && top < around.bottom && bottom > top;
  };
});
