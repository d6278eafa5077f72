import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { seeFocus } from './support/focus.js';
import { describeRows } from './support/rows.js';
import { seeStatus } from './support/screen.js';

describeRows('The timeline', (rows) => {
  const { hand, words } = rows;

  it('shows where two beta apps meet and what is free, as bars and as a table, and leads to them', async () => {
    const { api } = rows.stage;
    const [first, second] = [`Uji Garis ${words.lang}`, `Uji Waktu ${words.lang}`];
    const one = await api.createBetaApp({
      name: first,
      startsOn: '2091-01-01',
      endsOn: '2091-01-31',
      applications: [['POS', '4.19.0']],
      stores: ['TB0123', 'TB0124'],
    });
    await api.createBetaApp({
      name: second,
      startsOn: '2091-01-10',
      endsOn: '2091-01-31',
      applications: [['POS', '4.20.0']],
      stores: ['TB0125'],
    });
    const page = await rows.open('/linimasa?aplikasi=POS&dari=2090-10');
    const timeline = page.locator('beta-timeline');
    await timeline.getByText(words.timeline, { exact: true }).first().waitFor();
    await hand.press(timeline.getByRole('button', { name: words.ahead }));
    const bar = timeline.getByRole('link', { name: new RegExp(`^${first}`, 'u') });
    await bar.getByText(words.meets(second)).first().waitFor();
    await timeline.getByText(words.freeFrom).waitFor();

    const saving = page.waitForEvent('download');
    await hand.press(timeline.getByRole('button', { name: words.exportTimeline }));
    const file = await saving;
    assert.equal(file.suggestedFilename(), words.timelineFile);
    const lines = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n');
    assert.equal(lines.at(-1), words.freeLine);
    const [, line = ''] = lines;
    assert.match(line, new RegExp(`^${first},POS,Kasir Toko,4.19.0,2091-01-01,2091-01-31,`, 'u'));
    await seeStatus(page, words.timelineSaved);

    await hand.choose(timeline.getByRole('radio', { name: words.table }));
    const row = timeline.getByRole('row', { name: first }).first();
    await row.getByText(words.meets(second)).waitFor();
    await timeline.getByRole('row', { name: words.freeRow, exact: true }).waitFor();
    await hand.press(row.getByRole('link', { name: first, exact: true }));
    await page.waitForURL(/\/beta-app\?/u);
    assert.equal(new URL(page.url()).searchParams.get('beta-app'), `${one.id}`);
    await page.getByRole('heading', { name: first }).waitFor();

    // Where one was before is in the address.
    await page.goBack();
    await timeline.getByRole('row', { name: second }).first().waitFor();
    await hand.choose(timeline.getByRole('radio', { name: words.timeline }));
    if (words.lang === 'en') {
      const [above, below] = [
        bar,
        timeline.getByRole('link', { name: new RegExp(`^${second}`, 'u') }),
      ];
      await above.waitFor();
      // Past the button of the file, the bars are one stop.
      for (let presses = 0; presses < 12; presses++) {
        await page.keyboard.press('Tab');
        if (await above.evaluate((element) => element.matches(':focus'))) break;
      }
      await seeFocus(above);
      await page.keyboard.press('ArrowDown');
      await seeFocus(below);
      await page.keyboard.press('Home');
      await seeFocus(above);
      await page.keyboard.press('ArrowRight');
      await seeFocus(below);
      await page.keyboard.press('Enter');
    } else {
      await timeline.getByRole('link', { name: new RegExp(`^${second}`, 'u') }).click();
    }
    await page.getByRole('heading', { name: second }).waitFor();
  });
});
