import type { Branch } from '@beta-app/core/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ComboboxList } from '../combobox/combobox-list.js';
import { comboboxStyles } from '../combobox/combobox.styles.js';
import { icons } from '../icons/icons.js';
import { LanguageController } from '../language/language-controller.js';
import { baseStyles } from '../styles/base.styles.js';
import { fieldStyles } from '../styles/field.styles.js';
import { allBranches, highlighted, matchingBranches } from './branch-matches.js';

/** The user has chosen a branch, or all of them. Stays inside the element. */
export class BranchChosenEvent extends Event {
  /** @param branch The branch's code, or `allBranches`. */
  constructor(readonly branch: string) {
    super('branch-chosen');
  }
}

/**
 * The field "Cabang": type any part of a branch's name or code, or choose from the list.
 *
 * @event branch-chosen - A branch was chosen (`BranchChosenEvent`).
 */
export class BranchCombobox extends LitElement {
  static override styles = [baseStyles, fieldStyles, comboboxStyles];

  @property({ attribute: false }) branches: readonly Branch[] = [];
  /** Whether their counts are known by now. */
  @property({ attribute: false }) counted = true;
  /** The code of the chosen branch, `allBranches`, or undefined. */
  @property({ attribute: false }) value: string | undefined;
  /** Why no branch can be chosen now; then the field is disabled. */
  @property() reason = '';

  /** What was typed since the field got the focus; undefined while nothing was. */
  @state() private typed: string | undefined;
  @query('input') private readonly input!: HTMLInputElement;

  readonly #language = new LanguageController(this);
  readonly #list = new ComboboxList<string>(this, {
    options: () => this.#options(),
    choose: (code) => this.#choose(code),
    chosen: () => (this.value === undefined ? -1 : this.#options().indexOf(this.value)),
  });

  /** Goes into the field. */
  override focus(options?: FocusOptions): void {
    this.input.focus(options);
  }

  protected override render(): TemplateResult {
    const { common, stores } = this.#language.words;
    const codes = this.#list.open ? this.#options() : [];
    const disabled = this.reason !== '';
    return html`<div class="field">
      <label class="label" for="branch">${common.field.branch}</label>
      <div class="combobox">
        <input
          id="branch"
          class="input"
          role="combobox"
          type="text"
          autocomplete="off"
          spellcheck="false"
          maxlength="200"
          placeholder=${stores.branch.empty}
          aria-autocomplete="list"
          aria-expanded=${this.#list.open ? 'true' : 'false'}
          aria-controls="options"
          aria-activedescendant=${this.#list.activeDescendant}
          aria-describedby=${disabled ? 'reason' : nothing}
          ?disabled=${disabled}
          @focus=${() => this.input.select()}
          @click=${() => this.#list.show()}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @blur=${() => this.#leave()}
        />
        <span class="arrow" aria-hidden="true">${icons.down}</span>
        <div
          class="options"
          ?hidden=${!this.#list.open}
          @pointerdown=${(event: Event) => event.preventDefault()}
        >
          <div id="options" role="listbox" tabindex="-1" aria-label=${common.field.branch}>
            ${codes.map((code, position) => this.#option(code, position))}
          </div>
          ${
            this.#list.open && codes.length === 0
              ? html`<p class="none">${stores.branch.none(this.typed ?? '')}</p>`
              : nothing
          }
        </div>
      </div>
      <p id="reason" class="hint" ?hidden=${!disabled}>${this.reason}</p>
      <span class="visually-hidden" aria-live="polite"
        >${this.#list.open && this.typed !== undefined ? stores.branch.matches(codes.length) : ''}</span
      >
    </div>`;
  }

  protected override updated(changes: PropertyValues): void {
    super.updated(changes);
    // What is being typed is the user's; else the field says what is chosen.
    if (this.typed === undefined && this.input.value !== this.#label()) this.#restore();
  }

  #option(code: string, position: number): TemplateResult {
    const { common, stores } = this.#language.words;
    const branch = this.branches.find((each) => each.code === code);
    const totals = branch ?? totalOf(this.branches);
    const [before, match, after] = highlighted(
      branch?.name ?? common.field.branchAll,
      this.typed ?? '',
    );
    return html`<div
      id="option-${position}"
      class="option ${position === this.#list.active ? 'active' : ''}"
      role="option"
      aria-selected=${code === this.value ? 'true' : 'false'}
      @click=${() => this.#choose(code)}
    >
      <span class="name">${before}<b>${match ?? nothing}</b>${after ?? nothing}</span>
      <span class="below"
        >${this.counted ? stores.branch.stores(totals.registered, totals.stores) : nothing}</span
      >
    </div>`;
  }

  /** The codes that are listed. */
  #options(): string[] {
    if (this.typed === undefined || this.typed.trim() === '') {
      return [allBranches, ...this.branches.map(({ code }) => code)];
    }
    return matchingBranches(this.branches, this.typed).map(({ code }) => code);
  }

  #label(): string {
    if (this.value === undefined) return '';
    if (this.value === allBranches) return this.#language.words.common.field.branchAll;
    return this.branches.find(({ code }) => code === this.value)?.name ?? this.value;
  }

  #restore(): void {
    this.input.value = this.#label();
    if (this.renderRoot.contains((this.renderRoot as ShadowRoot).activeElement)) {
      this.input.select();
    }
  }

  #leave(): void {
    this.#list.close();
    this.typed = undefined;
  }

  #choose(code: string): void {
    this.#leave();
    this.value = code;
    this.dispatchEvent(new BranchChosenEvent(code));
  }

  readonly #onInput = (): void => {
    this.typed = this.input.value;
    this.#list.type();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || this.#list.press(event)) return;
    const [only, ...others] = this.#options();
    if (event.key === 'Enter' && this.#list.open) {
      if (only !== undefined && others.length === 0) this.#choose(only);
    } else if (event.key === 'Escape' && this.typed !== undefined) {
      // The first press only closed the list: this one gives the former value back.
      this.#leave();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
}

function totalOf(branches: readonly Branch[]): Pick<Branch, 'stores' | 'registered'> {
  const total = { stores: 0, registered: 0 };
  for (const { stores, registered } of branches) {
    total.stores += stores;
    total.registered += registered;
  }
  return total;
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-branch-combobox': BranchCombobox;
  }
}
