import { inside, typeInto, until } from '@beta-app/stories/elements/support/find';
import '@beta-app/widgets/define';
import { type BetaStorePicker } from '@beta-app/widgets';
import { type ListSubject } from './list-subject.js';
import { createMemoryClient } from './memory-client.js';

/** The whole page element, from pressing "Semua cabang" on: its bar, counts and announcements too. */
export class PickerSubject implements ListSubject {
  #picker: BetaStorePicker | undefined;

  readonly prepare: ListSubject['prepare'] = async (parent, stores) => {
    const picker = document.createElement('beta-store-picker');
    picker.client = createMemoryClient(stores);
    picker.noUrl = true;
    picker.betaAppId = 1;
    parent.append(picker);
    this.#picker = picker;
    const branch = await until(() => this.#all<HTMLInputElement>('[role=combobox]')[0], 'Cabang');
    await until(() => !branch.disabled, 'the beta app');
    branch.focus();
    branch.click();
    await until(() => this.#all('[role=option]')[0], 'the branches');
  };

  readonly showRows = (): void => this.#all('[role=option]')[0]?.click();
  readonly hasRows = (): boolean => this.#all('[data-position="0"]').length > 0;
  readonly selectAll = (): void => this.#header?.click();

  readonly isAllSelected = (): boolean =>
    this.#header?.checked === true && this.#boxes.every((box) => box.checked);

  /** Whether the list is there to its end, so that nothing is read beside what is measured. */
  readonly isComplete = (): boolean =>
    !(this.#all('.counts')[0]?.textContent ?? 'Memuat').includes('Memuat');

  /** Types into the search, in place of what stands there. */
  readonly search = (text: string): void => {
    const input = this.#all<HTMLInputElement>('#search')[0];
    if (input === undefined) throw new Error('There is no search.');
    typeInto(input, text);
  };

  /** The count that screen readers are told, and the rows that are shown. */
  readonly rowCount = (): number => Number(this.#grid?.getAttribute('aria-rowcount')) - 1;

  readonly scroller = (): HTMLElement => {
    const [scroller] = this.#all('.scroller');
    if (scroller === undefined) throw new Error('There is no list.');
    return scroller;
  };

  /** The last of the rows in the document that is in sight, by its code. */
  readonly lastCodeInSight = (): string => {
    const edge = this.scroller().getBoundingClientRect().bottom;
    const rows = this.#all('[data-position]')
      .filter((row) => row.getBoundingClientRect().bottom <= edge + 1)
      .sort((a, b) => Number(a.dataset['position']) - Number(b.dataset['position']));
    return rows.at(-1)?.querySelector('.code')?.textContent ?? '';
  };

  get #grid(): HTMLElement | undefined {
    return this.#all('[role=grid]')[0];
  }

  get #header(): HTMLInputElement | undefined {
    return this.#all<HTMLInputElement>('.head input')[0];
  }

  get #boxes(): HTMLInputElement[] {
    return this.#all<HTMLInputElement>('[data-position] input');
  }

  #all<Found extends HTMLElement = HTMLElement>(selector: string): Found[] {
    return this.#picker === undefined ? [] : inside<Found>(this.#picker, selector);
  }
}
