import { inside } from '@beta-app/stories/elements/support/find';
import { expect } from 'chai';
import { checkboxOf, mountPicker } from '../beta-store-picker/picker.js';
import { clearPage, mountEditor } from '../support/editor.js';
import { closeStores } from '../support/scene.js';
import { focused, press, see, seeText } from '../support/screen.js';

/** The second press of a double click, as a mouse sends it: true for each part that the dialog let through. */
function pressAgain(target: Element): boolean[] {
  const init = { detail: 2, bubbles: true, composed: true, cancelable: true };
  return ['mousedown', 'click'].map((type) => target.dispatchEvent(new MouseEvent(type, init)));
}

const tapped = (target: Element): boolean =>
  target.dispatchEvent(
    new PointerEvent('click', {
      detail: 1,
      pointerType: 'touch',
      bubbles: true,
      composed: true,
      cancelable: true,
    }),
  );

describe('a double click', () => {
  const now = performance.now.bind(performance);
  let time = now();

  beforeEach(() => {
    performance.now = () => time;
  });

  afterEach(() => {
    performance.now = now;
    clearPage();
  });

  it('on a button doesn’t answer the question that it opens', async () => {
    const { client, grid } = await mountPicker();
    checkboxOf(grid, 5).click();
    await press('Simpan Perubahan');
    const yes = await see('button', 'Ya');
    expect(pressAgain(yes)).deep.equal([false, false]);
    expect(tapped(yes)).equal(false);
    expect(client.callsOf('saveStores')).empty;
    expect((focused() as HTMLElement).innerText.trim()).equal('Batal');
    time += 501;
    expect(pressAgain(yes)).deep.equal([true, true]);
    await seeText('Daftar toko berhasil diperbarui: 1 ditambahkan, 0 dikeluarkan.');
  });

  it('on “Ya” doesn’t answer the next question, which stands in its place', async () => {
    const { client, server, grid } = await mountPicker();
    checkboxOf(grid, 0).click();
    checkboxOf(grid, 5).click();
    await press('Simpan Perubahan');
    await see('button', 'Ya');
    closeStores(server, 'TA000006');
    await press('Ya');
    const leaveOut = await see('button', /^Simpan tanpa/u);
    expect(pressAgain(leaveOut)).deep.equal([false, false]);
    expect(client.callsOf('saveStores').length).equal(1);
  });

  it('on a yellow field opens its list, which stays, with the focus in its search', async () => {
    const { editor } = await mountEditor();
    (await see('button', /^Beta-App/u)).click();
    const list = await see('dialog', /./u);
    // Its edge counts as beside it for a press without a place.
    expect(pressAgain(list)).deep.equal([false, false]);
    expect(inside(editor, 'dialog[open]').length).equal(1);
    expect(focused()?.matches('input[type=search]')).equal(true);
  });
});
