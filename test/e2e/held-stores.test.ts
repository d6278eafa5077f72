import assert from 'node:assert/strict';
import { it } from 'node:test';
import { people } from '@beta-app/stories/demo/people';
import { seeFocus } from './support/focus.js';
import { describeRows } from './support/rows.js';
import { confirmation, seeStatus } from './support/screen.js';
import { openStores } from './support/store-page.js';

describeRows('Stores that another beta app holds', (rows) => {
  const { hand, words } = rows;

  /** Opens the stores of a beta app, of which some are held by another one with the same application. */
  async function openHeld(what: string, held: string[], nik: string = people[1].nik) {
    const { api } = rows.stage;
    const holder = await api.createBetaApp({
      name: `Uji ${what}`,
      applications: [['POS', '4.20.0-rc1']],
      stores: held,
      nik,
    });
    const { id } = await api.createBetaApp({
      name: `Uji ${what} juga`,
      applications: [['POS', '4.21.0-beta.1']],
    });
    return { id, holder, ...(await openStores(rows.stage, id, 'BDG1', {}, rows)) };
  }

  it('are marked in the list, and tell who has them', async () => {
    const { page, find, holder } = await openHeld('Tanda', ['TB0123']);
    await find('TB0124');
    await page.getByText('TB0123').waitFor({ state: 'detached' });
    const mark = page.getByRole('button', { name: words.heldBy('POS', holder.name) });
    assert.equal(await mark.count(), 0);
    const box = await find('TB0123');
    await page.getByText('TB0124').waitFor({ state: 'detached' });
    await mark.waitFor();
    await hand.unfold(mark);
    const line = page.getByRole('listitem').getByText(words.holder('4.20.0-rc1', holder.name));
    await line.waitFor();
    await seeFocus(box);
    assert.ok(!(await box.isChecked()));
    await hand.unfold(mark);
    await line.waitFor({ state: 'detached' });
  });

  it('are counted where they are ticked, and unticked together', async () => {
    const { page, tick, find, save } = await openHeld('Lepas', ['TB0100', 'TB0101']);
    for (const code of ['TB0100', 'TB0101', 'TB0125']) await tick(code);
    await page.getByText(words.heldTicks(2)).waitFor();
    await hand.press(page.getByRole('button', { name: words.dropHeld(2) }));
    await page.locator('.pending').getByText('+1 −0').waitFor();
    await seeFocus(save);
    assert.equal(await page.getByText(words.heldTicks(2)).count(), 0);
    assert.ok(!(await (await find('TB0100')).isChecked()));
  });

  it('are moved over from a beta app of one’s own', async () => {
    const stores = ['TB0105', 'TB0106'];
    const { page, id, holder, tick, save } = await openHeld('Pindah', stores, people[0].nik);
    for (const code of [...stores, 'TB0107']) await tick(code);
    await hand.press(save);
    const asked = confirmation(page, words.overlapTitle(2));
    await hand.press(asked.getByRole('button', { name: words.moveHere(2) }));
    const question = confirmation(page, words.saveTitle);
    await question.getByText(words.movesFrom(2, holder.name)).waitFor();
    await hand.press(question.getByRole('button', { name: words.yes }));
    await seeStatus(page, `${words.storesSaved(3, 0)} ${words.moved(2, holder.name)}`);
    const { api } = rows.stage;
    assert.deepEqual(await api.registered(id, 'BDG1'), [...stores, 'TB0107']);
    assert.deepEqual(await api.registered(holder.id, 'BDG1'), []);
  });

  it('are left out of a save before it is tried', async () => {
    const { page, id, tick, save } = await openHeld('Simpan', ['TB0130', 'TB0131']);
    for (const code of ['TB0130', 'TB0131', 'TB0132']) await tick(code);
    await hand.press(save);
    const asked = confirmation(page, words.overlapTitle(2));
    await asked.getByRole('row').filter({ hasText: 'Bandung 1' }).waitFor();
    assert.deepEqual(await rows.stage.api.registered(id, 'BDG1'), []);
    await hand.press(asked.getByRole('button', { name: words.saveWithout(2) }));
    await seeStatus(page, words.storesSaved(1, 0));
    await asked.waitFor({ state: 'detached' });
    assert.deepEqual(await rows.stage.api.registered(id, 'BDG1'), ['TB0132']);
  });
});
