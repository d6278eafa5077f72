import assert from 'node:assert/strict';
import { type Locator } from 'playwright-core';

/** How a user does what a row says. */
export interface Hand {
  /** Presses a button or a link. */
  press(target: Locator): Promise<void>;
  /** Writes into a field, in place of what is in it. */
  fill(field: Locator, text: string): Promise<void>;
  /** Writes a day `YYYY-MM-DD` into a date field. */
  fillDate(field: Locator, day: string): Promise<void>;
  /** Opens the browser's own calendar of a date field, and sees that it is open. */
  openCalendar(field: Locator): Promise<void>;
  /** Chooses from the searched list in an open dialog. */
  chooseFrom(list: Locator, name: string): Promise<void>;
  /** Opens the list of a combobox. */
  openOptions(combobox: Locator): Promise<void>;
  /** Chooses an option of a combobox by a part of its name. */
  chooseOption(combobox: Locator, part: string): Promise<void>;
  /** Unfolds a menu, and chooses what has that name in it. */
  chooseFromMenu(opener: Locator, name: string): Promise<void>;
  /** Takes one of a group of choices. */
  choose(choice: Locator): Promise<void>;
  /** Presses a checkbox of the table of stores: the header's, or that of the first row. */
  tick(box: Locator): Promise<void>;
  /** Opens or closes the line under the first row of the table of stores, by the mark in it or by a key. */
  unfold(mark: Locator): Promise<void>;
}

export const mouse: Hand = {
  press: (target) => target.click(),
  fill: (field, text) => field.fill(text),
  fillDate: (field, day) => field.fill(day),
  openCalendar: async (field) => {
    await field.evaluate((input: HTMLInputElement) => {
      const show = input.showPicker.bind(input);
      input.showPicker = () => {
        show();
        input.dataset['shown'] = 'yes';
      };
    });
    await field.click();
    assert.equal(await field.getAttribute('data-shown'), 'yes');
  },
  chooseFrom: async (list, name) => {
    await search(list).fill(name);
    await narrowed(list, name);
    await list.getByRole('button', { name }).first().click();
  },
  openOptions: (combobox) => combobox.click(),
  chooseOption: async (combobox, part) => {
    await combobox.click();
    await optionsOf(combobox).filter({ hasText: part }).first().click();
  },
  chooseFromMenu: async (opener, name) => {
    await opener.click();
    await opener.page().getByRole('menuitem', { name }).click();
  },
  choose: (choice) => choice.click(),
  tick: (box) => box.click(),
  unfold: (mark) => mark.click(),
};

export const keyboard: Hand = {
  press: async (target) => {
    await reach(target);
    await target.page().keyboard.press('Enter');
  },
  fill: async (field, text) => {
    await reach(field);
    const keys = field.page().keyboard;
    await keys.press('ControlOrMeta+a');
    await keys.press('Delete');
    await keys.type(text);
  },
  fillDate: async (field, day) => {
    await reach(field);
    // The browsers of the tests have the month first, as English Windows has.
    const [year = '', month = '', date = ''] = day.split('-');
    await field.page().keyboard.type(`${month}${date}${year}`);
  },
  openCalendar: async (field) => {
    await reach(field);
    await field.page().keyboard.press('Space');
    // Where the selector is unknown, the Escape that closes it tells: it leaves the dialog open.
    const isKnown = await field.evaluate(() => CSS.supports('selector(:open)'));
    if (isKnown) assert.ok(await hasFocus(field, ':open'), 'its calendar is open');
  },
  chooseFrom: async (list, name) => {
    const keys = list.page().keyboard;
    await search(list).waitFor();
    assert.ok(await hasFocus(search(list)), 'the focus begins in the search');
    await keys.type(name);
    await narrowed(list, name);
    await keys.press('ArrowDown');
    assert.ok(await hasFocus(list.getByRole('button', { name }).first()), 'on the first row');
    await keys.press('Enter');
  },
  openOptions: async (combobox) => {
    await reach(combobox);
    await combobox.page().keyboard.press('ArrowDown');
  },
  chooseOption: async (combobox, part) => {
    await reach(combobox);
    const keys = combobox.page().keyboard;
    await keys.type(part);
    await optionsOf(combobox).filter({ hasNotText: part }).first().waitFor({ state: 'detached' });
    await keys.press('ArrowDown');
    await keys.press('Enter');
  },
  chooseFromMenu: async (opener, name) => {
    await reach(opener);
    const keys = opener.page().keyboard;
    const item = opener.page().getByRole('menuitem', { name });
    await keys.press('ArrowDown');
    await item.waitFor();
    for (let presses = 0; !(await hasFocus(item)); presses++) {
      assert.ok(presses < 20, 'the arrow keys come to it');
      await keys.press('ArrowDown');
    }
    await keys.press('Enter');
  },
  choose: async (choice) => {
    const group = choice.locator('xpath=ancestor::fieldset');
    await reach(group.getByRole('radio', { checked: true }));
    for (let presses = 0; !(await hasFocus(choice)); presses++) {
      assert.ok(presses < 20, 'the arrow keys come to it');
      await choice.page().keyboard.press('ArrowRight');
    }
  },
  tick: async (box) => {
    const keys = box.page().keyboard;
    await reach(box.page().getByRole('grid'), ':focus-within');
    await keys.press('Home');
    if (!(await hasFocus(box))) await keys.press('ArrowUp');
    assert.ok(await hasFocus(box), 'the checkbox is the first, or the header’s');
    await keys.press('Space');
  },
  unfold: async (mark) => {
    const keys = mark.page().keyboard;
    await reach(mark.page().getByRole('grid'), ':focus-within');
    await keys.press('Home');
    await keys.press('Enter');
  },
};

const optionsOf = (combobox: Locator): Locator =>
  combobox.page().getByRole('listbox').getByRole('option');

const search = (list: Locator): Locator => list.getByRole('searchbox');

/** Rows that move under the pointer would take the press away from the one that is meant. */
async function narrowed(list: Locator, name: string): Promise<void> {
  // Before the first rows are there, none is another.
  await list.getByRole('button', { name }).first().waitFor();
  const others = list.getByRole('row').filter({ hasNotText: name });
  // The first is the header.
  await others.nth(1).waitFor({ state: 'detached' });
}

const hasFocus = (target: Locator, how = ':focus'): Promise<boolean> =>
  target.evaluate((element, selector) => element.matches(selector), how);

/**
 * Goes to what is to be used as one does without a mouse: with the tab key, and with Shift where it stands
 * before what has the focus. To go around is no way: past the last element lies the browser's own window,
 * and a Firefox that is driven gives no page the focus back from there, with our elements in it or without.
 */
async function reach(target: Locator, how = ':focus'): Promise<void> {
  await target.waitFor();
  const { keyboard: keys } = target.page();
  for (let presses = 0; presses < 100; presses++) {
    const way = await wayTo(target, how);
    if (way === 'there') return;
    await keys.press(way === 'back' ? 'Shift+Tab' : 'Tab');
  }
  assert.fail(`Not reached with the tab key: ${target.toString()}`);
}

/** Where an element stands, seen from the one that has the focus. */
const wayTo = (target: Locator, how: string): Promise<'there' | 'on' | 'back'> =>
  target.evaluate((element, selector) => {
    if (element.matches(selector)) return 'there';
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    const [toElement = [], toFocused = []] = [element, focused].map((end) => {
      const path: Node[] = [];
      let node: Node | null = end;
      while (node !== null) {
        path.unshift(node);
        const slot: Node | null = node instanceof Element ? node.assignedSlot : null;
        node = slot ?? (node instanceof ShadowRoot ? node.host : node.parentNode);
      }
      return path;
    });
    const fork = toElement.findIndex((node, depth) => node !== toFocused[depth]);
    const [mine, other] = [toElement[fork], toFocused[fork]];
    // Without them, one is around the other.
    const isBehind =
      mine !== undefined &&
      other !== undefined &&
      (mine.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    return isBehind ? 'back' : 'on';
  }, how);
