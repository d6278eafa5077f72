import type { Branch } from '@beta-app/core/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { icons } from '../icons/icons.js';
import { LanguageController } from '../language/language-controller.js';
import { baseStyles } from '../styles/base.styles.js';
import { fieldStyles } from '../styles/field.styles.js';
import { branchComboboxStyles } from './branch-combobox.styles.js';
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
  static override styles = [baseStyles, fieldStyles, branchComboboxStyles];

  @property({ attribute: false }) branches: readonly Branch[] = [];
  /** The code of the chosen branch, `allBranches`, or undefined. */
  @property({ attribute: false }) value: string | undefined;
  /** Why no branch can be chosen now; then the field is disabled. */
  @property() reason = '';

  @state() private open = false;
  /** What was typed since the field got the focus; undefined while nothing was. */
  @state() private typed: string | undefined;
  @state() private active = -1;
  @query('input') private readonly input!: HTMLInputElement;

  readonly #language = new LanguageController(this);

  protected override render(): TemplateResult {
    const { common, stores } = this.#language.words;
    const codes = this.open ? this.#options() : [];
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
          aria-expanded=${this.open ? 'true' : 'false'}
          aria-controls="options"
          aria-activedescendant=${this.active >= 0 ? `option-${this.active}` : nothing}
          aria-describedby=${disabled ? 'reason' : nothing}
          ?disabled=${disabled}
          @focus=${() => this.input.select()}
          @click=${() => this.#show()}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @blur=${() => this.#leave()}
        />
        <span class="arrow" aria-hidden="true">${icons.down}</span>
        <div
          class="options"
          ?hidden=${!this.open}
          @pointerdown=${(event: Event) => event.preventDefault()}
        >
          <div id="options" role="listbox" tabindex="-1" aria-label=${common.field.branch}>
            ${codes.map((code, position) => this.#option(code, position))}
          </div>
          ${
            this.open && codes.length === 0
              ? html`<p class="none">${stores.branch.none(this.typed ?? '')}</p>`
              : nothing
          }
        </div>
      </div>
      <p id="reason" class="hint" ?hidden=${!disabled}>${this.reason}</p>
      <span class="visually-hidden" aria-live="polite"
        >${this.open && this.typed !== undefined ? stores.branch.matches(codes.length) : ''}</span
      >
    </div>`;
  }

  protected override updated(changes: PropertyValues): void {
    super.updated(changes);
    // What is being typed is the user's; else the field says what is chosen.
    if (this.typed === undefined && this.input.value !== this.#label()) this.#restore();
    if (this.open) {
      this.renderRoot.querySelector('.option.active')?.scrollIntoView({ block: 'nearest' });
    }
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
      class="option ${position === this.active ? 'active' : ''}"
      role="option"
      aria-selected=${code === this.value ? 'true' : 'false'}
      @click=${() => this.#choose(code)}
    >
      <span class="name">${before}<b>${match ?? nothing}</b>${after ?? nothing}</span>
      <span class="counts">${stores.branch.stores(totals.registered, totals.stores)}</span>
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

  #show(): void {
    if (this.open) return;
    this.open = true;
    this.active = this.value === undefined ? -1 : this.#options().indexOf(this.value);
  }

  #restore(): void {
    this.input.value = this.#label();
    if (this.renderRoot.contains((this.renderRoot as ShadowRoot).activeElement)) {
      this.input.select();
    }
  }

  #leave(): void {
    this.open = false;
    this.typed = undefined;
    this.active = -1;
  }

  #choose(code: string): void {
    this.#leave();
    this.value = code;
    this.dispatchEvent(new BranchChosenEvent(code));
  }

  readonly #onInput = (): void => {
    this.typed = this.input.value;
    this.open = true;
    this.active = -1;
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (!this.open) this.#show();
      else if (!event.altKey) this.#move(step);
    } else if (event.key === 'Enter' && this.open) {
      const options = this.#options();
      const chosen = options[this.active] ?? (options.length === 1 ? options[0] : undefined);
      if (chosen !== undefined) this.#choose(chosen);
    } else if (event.key === 'Escape' && this.open) {
      // The first press only closes the list: the second one, below, gives the former value back.
      this.open = false;
      this.active = -1;
    } else if (event.key === 'Escape' && this.typed !== undefined) {
      this.#leave();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  #move(step: number): void {
    const { length } = this.#options();
    if (length === 0) return;
    const from = this.active < 0 && step < 0 ? length : this.active;
    this.active = (from + step + length) % length;
  }
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
