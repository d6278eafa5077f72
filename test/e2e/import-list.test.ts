import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { type Page } from 'playwright-core';
import { describeRows } from './support/rows.js';
import { confirmation, dialog, seeStatus } from './support/screen.js';

describeRows('A list of stores', (rows) => {
  const { hand, words } = rows;
  const number = (n: number) => n.toLocaleString(words.lang);

  const openDialog = async (page: Page) => {
    await hand.press(page.getByRole('button', { name: words.importList, exact: true }));
    const opened = dialog(page, words.importTitle);
    await opened.waitFor();
    return opened;
  };

  /** Chooses a file in the open dialog, as the browser's own window would give it. */
  const chooseFile = async (page: Page, name: string, content: string) => {
    const choosing = page.waitForEvent('filechooser');
    await hand.press(
      dialog(page, words.importTitle).getByRole('button', { name: words.chooseFile }),
    );
    const chooser = await choosing;
    await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  };

  /** Presses what saves a file, and reads it. */
  const download = async (page: Page, name: string) => {
    const saving = page.waitForEvent('download');
    await hand.press(page.getByRole('button', { name, exact: true }));
    const saved = await saving;
    return readFile(await saved.path(), 'utf8');
  };

  it('of 15,000 lines goes in, is told line by line, and comes out as it can go in again', async () => {
    const { sql, api } = rows.stage;
    const codesOf = async (open: boolean, limit: number) => {
      const found = await sql<{ code: string }[]>`
        select store.code
        from beta_app.store
          join beta_app.store_state on store_state.store_id = store.id
        where store_state.until = 'infinity' and store_state.open = ${open}
        order by store.code
        limit ${limit}`;
      return found.map(({ code }) => code);
    };
    const open = await codesOf(true, 14_996);
    const [closed = ''] = await codesOf(false, 1);
    const { id } = await api.createBetaApp({
      name: `Uji Daftar ${words.lang}`,
      stores: open.slice(0, 2),
    });
    // With the heading, the last one is in line 15,000.
    const codes = [...open, closed, open[7] ?? '', 'ZZ9999'];
    const file = `\ufeffNo;Kode\r\n${codes.map((code, index) => `${index + 1};"${code}"`).join('\r\n')}\r\n`;

    const page = await rows.open(`/beta-app-store?beta-app=${id}`);
    page.setDefaultTimeout(30_000);
    const opened = await openDialog(page);
    await chooseFile(page, 'toko.csv', file);
    await opened.getByText(words.fromFile('toko.csv', number(15_000))).waitFor();
    await hand.press(opened.getByRole('button', { name: words.check, exact: true }));
    const counts = [14_999, 14_994, 0, 2].map(number) as [string, string, string, string];
    await opened.getByText(words.checked(...counts)).waitFor();
    const groups = [14_994, 2, 1, 1, 1].map(
      (count, n) => `${words.groups[n] ?? ''} (${number(count)})`,
    );
    assert.deepEqual(
      (await opened.locator('summary').allTextContents()).map((text) => text.trim()),
      groups,
    );
    const refused = await download(page, words.refusedFile);
    for (const line of words.refusedLines) assert.ok(refused.includes(line), refused);

    // A press on the words of a checkbox ticks it; keys go to the checkbox itself.
    await hand.press(opened.getByRole('button', { name: words.addStores(number(14_994)) }));
    const leaveOut = opened.getByRole('checkbox', { name: words.leaveOut });
    assert.ok(await leaveOut.evaluate((box) => box.matches(':focus')));
    await page.keyboard.press('Space');
    await hand.press(opened.getByRole('button', { name: words.addStores(number(14_994)) }));
    const asked = confirmation(page, words.saveTitle);
    await hand.fill(asked.getByLabel(words.typeNumber(number(14_994))), '14994');
    await hand.press(asked.getByRole('button', { name: words.yes, exact: true }));
    await seeStatus(page, words.imported(number(14_994)));
    const [saved] = await sql`
      select count(*)::int as stores from beta_app.registration where beta_app_id = ${id}`;
    assert.equal(saved?.['stores'], 14_996);
    await hand.press(opened.getByRole('button', { name: words.close, exact: true }).last());

    const exported = await download(page, words.exportList);
    const again = await openDialog(page);
    await chooseFile(page, 'lagi.csv', exported);
    await again.getByText(words.fromFile('lagi.csv', number(14_997))).waitFor();
    await hand.choose(again.getByRole('radio', { name: words.replace }));
    await hand.press(again.getByRole('button', { name: words.check, exact: true }));
    await again.getByText(words.nothingChanges).waitFor();
  });
});
