import { inside, typeInto, until } from '@beta-app/stories/elements/support/find';
import { expect } from 'chai';
import { type BranchCombobox } from '../../../widgets/src/beta-store-picker/branch-combobox.js';
import { expectAccessible } from '../support/audit.js';
import { clearPage } from '../support/editor.js';

import { mountPicker, pressKey, rowOf } from './picker.js';

describe('the field "Cabang"', () => {
  afterEach(clearPage);

  async function mountField() {
    const { picker, grid } = await mountPicker();
    const input = inside<HTMLInputElement>(picker, '[role=combobox]')[0]!;
    const options = () =>
      inside(picker, '[role=option]').map((each) => each.innerText.replace(/\s+/gu, ' '));
    return { picker, grid, input, options };
  }

  it('lists all branches with their counts, the word for all of them first', async () => {
    const { picker, input, options } = await mountField();
    input.focus();
    expect(input.value.slice(input.selectionStart!, input.selectionEnd!)).equal('Bandung 1');
    pressKey(input, 'ArrowDown');
    await until(() => options().length === 3, 'the list');
    expect(options()).deep.equal([
      'Semua cabang 6 dari 60 toko',
      'Bandung 1 3 dari 30 toko',
      'Medan 3 dari 30 toko',
    ]);
    const active = input.getAttribute('aria-activedescendant');
    expect(inside(picker, `#${active}`)[0]!.innerText).match(/^Bandung 1/u);
    await expectAccessible(picker);
  });

  it('has the chosen branch active also if the branches come after the list was opened', async () => {
    const { picker, input, options } = await mountField();
    const field = inside(picker, 'beta-branch-combobox')[0] as BranchCombobox;
    const { branches } = field;
    field.branches = [];
    pressKey(input, 'ArrowDown');
    await until(() => options().length === 1, 'the list without branches');
    expect(input.hasAttribute('aria-activedescendant')).equal(false);
    field.branches = branches;
    await until(() => options().length === 3, 'the branches');
    const active = () => inside(picker, '[role=option].active')[0]?.innerText;
    expect(active()).match(/^Bandung 1/u);
    pressKey(input, 'ArrowDown');
    await until(() => active()?.startsWith('Medan'), 'the next');
  });

  it('narrows to what is typed, marks it, and takes the choice of the keys', async () => {
    const { picker, grid, input, options } = await mountField();
    input.focus();
    typeInto(input, 'eda');
    await until(() => options().length === 1, 'the match');
    expect(inside(picker, '.option b')[0]!.innerText).equal('eda');
    pressKey(input, 'ArrowDown');
    await until(() => input.hasAttribute('aria-activedescendant'), 'an active option');
    pressKey(input, 'Enter');
    await until(() => rowOf(grid, 0)?.innerText.includes('Medan'), 'its stores');
    expect(input.value).equal('Medan');
    expect(input.ariaExpanded).equal('false');
  });

  it('closes by Esc, and gives the former value back by a second one', async () => {
    const { input, options } = await mountField();
    input.focus();
    typeInto(input, 'zzz');
    await until(() => input.ariaExpanded === 'true' && options().length === 0, 'no match');
    pressKey(input, 'Escape');
    await until(() => input.ariaExpanded === 'false', 'the list closed');
    expect(input.value).equal('zzz');
    pressKey(input, 'Escape');
    await until(() => input.value === 'Bandung 1', 'the former value');
  });

  it('is left without a choice by Tab', async () => {
    const { grid, input } = await mountField();
    input.focus();
    typeInto(input, 'medan');
    input.blur();
    await until(() => input.value === 'Bandung 1', 'the former value');
    expect(rowOf(grid, 0)!.innerText).contains('Bandung 1');
  });
});
