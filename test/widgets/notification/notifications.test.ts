import { until } from '@beta-app/stories/elements/support/find';
import { expect } from 'chai';
import { expectAccessible } from '../support/audit.js';
import { clearPage, mountEditor, openNewForm } from '../support/editor.js';
import { all, focused, press, see, seeText } from '../support/screen.js';

const place = () => document.querySelector('beta-notifications')!;
const texts = () =>
  Array.from(place().shadowRoot!.querySelectorAll('.text'), ({ textContent }) => textContent);

describe('Notifications', () => {
  afterEach(clearPage);

  it('are accessible, in regions that were there before', async () => {
    const { editor } = await mountEditor();
    const regions = place().shadowRoot!.querySelectorAll('[role="status"], [role="alert"]');
    expect(regions).to.have.length(2);
    editor.notifier.show({ kind: 'success', code: 'ok', message: 'Berhasil.' });
    editor.notifier.show({ kind: 'error', code: 'bad', message: 'Gagal.', retry: () => undefined });
    await seeText('Gagal.');
    await expectAccessible(place());
  });

  it('are at most three, the newest on top, and the same text once', async () => {
    const { editor } = await mountEditor();
    for (const message of ['Satu', 'Dua', 'Dua', 'Tiga', 'Empat']) {
      editor.notifier.show({ kind: 'success', code: 'ok', message });
    }
    await seeText('Empat');
    expect(texts()).to.deep.equal(['Empat', 'Tiga', 'Dua']);
  });

  it('can be shown by the page itself', async () => {
    const { editor } = await mountEditor();
    document.body.addEventListener('beta-notify', (event) => event.preventDefault(), {
      once: true,
    });
    editor.notifier.show({ kind: 'success', code: 'ok', message: 'Lewat halaman' });
    expect(texts()).to.be.empty;
  });

  it('stand inside the dialog that is open, whatever the page says', async () => {
    const { editor } = await mountEditor();
    const dialog = await openNewForm();
    const heard: boolean[] = [];
    document.body.addEventListener(
      'beta-notify',
      (event) => {
        heard.push(event.detail.inDialog);
        event.preventDefault();
      },
      { once: true },
    );
    editor.notifier.show({ kind: 'warning', code: 'warn', message: 'Di dalam' });
    await seeText('Di dalam', dialog);
    expect(heard).to.deep.equal([true]);
    expect(texts()).to.be.empty;
  });

  it('give the focus back when their button goes with them', async () => {
    const { editor } = await mountEditor();
    await openNewForm();
    const before = focused();
    const retry = () => undefined;
    editor.notifier.show({ kind: 'error', code: 'bad', message: 'Gagal.', retry });
    (await see('button', 'Coba lagi')).focus();
    await press('Coba lagi');
    expect(focused()).to.equal(before);
  });

  it('give the focus back to a button inside an element of the page', async () => {
    const { editor } = await mountEditor();
    const add = await see('button', 'Tambah');
    editor.notifier.show({ kind: 'error', code: 'bad', message: 'Gagal.' });
    const close = await see('button', 'Tutup', place());
    add.focus();
    close.focus();
    close.click();
    expect(focused()).to.equal(add);
  });

  it('are reached by F6 and closed by Esc, which leaves the dialog open', async () => {
    await mountEditor();
    await openNewForm();
    await press('Simpan');
    await see('alert', /Masih ada isian/u);
    const before = focused();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'F6', cancelable: true }));
    const close = focused()!;
    expect(close.classList.contains('close')).to.equal(true);
    const escape = new KeyboardEvent('keydown', {
      key: 'Escape',
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    close.dispatchEvent(escape);
    expect(escape.defaultPrevented).to.equal(true);
    await until(() => all('alert', /Masih ada isian/u).length === 0, 'the end of the warning');
    expect(focused()).to.equal(before);
    await see('dialog', 'Tambah beta-app');
  });
});
