import type { Store } from '@beta-app/core/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { type BetaAppClient } from '../client/beta-app-client.js';
import { ComboboxList } from '../combobox/combobox-list.js';
import { comboboxStyles } from '../combobox/combobox.styles.js';
import { describeFailure } from '../failure/failure.js';
import { icons } from '../icons/icons.js';
import { LanguageController } from '../language/language-controller.js';
import { PagedList } from '../paged-list/paged-list.js';
import { SearchField } from '../paged-list/search-field.js';
import { baseStyles } from '../styles/base.styles.js';
import { fieldStyles } from '../styles/field.styles.js';
import { waitingSign, waitingStyles } from '../waiting/waiting-sign.js';
import { type ListedStore, recentStores } from './recent-stores.js';
import { asCode, isSameCode } from '../format/store-code.js';
import { storeComboboxStyles } from './store-combobox.styles.js';

/** The user asks for a store. Stays inside the element. */
export class StoreAskedEvent extends Event {
  /**
   * @param code The store's code, which may be one that no store has.
   * @param typed What was typed for it.
   */
  constructor(
    readonly code: string,
    readonly typed: string,
  ) {
    super('store-asked');
  }
}

/** The text in the field has changed. Stays inside the element. */
export class StoreTypedEvent extends Event {
  /** @param names Whether the text names the store that is shown. */
  constructor(readonly names: boolean) {
    super('store-typed');
  }
}

/** What was typed names no store, or several. Stays inside the element. */
export class StoreMissedEvent extends Event {
  /**
   * @param typed What was typed.
   * @param several Whether the list has several stores that match.
   */
  constructor(
    readonly typed: string,
    readonly several: boolean,
  ) {
    super('store-missed');
  }
}

/**
 * The field "Kode atau nama toko": a whole code and Enter answer at once; else any words of the name find stores.
 *
 * @event store-asked - A store is asked for (`StoreAskedEvent`).
 * @event store-typed - The text in the field has changed (`StoreTypedEvent`).
 * @event store-missed - There is no store, or not only one, for what was typed (`StoreMissedEvent`).
 */
export class StoreCombobox extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    waitingStyles,
    comboboxStyles,
    storeComboboxStyles,
  ];

  @property({ attribute: false }) client?: Pick<BetaAppClient, 'listStores'>;
  /** The code of the store that is shown; empty without one. */
  @property() code = '';
  /** Its name, once that is known. */
  @property() name = '';

  /** What was typed since a store was shown; undefined while nothing was. */
  @state() private typed: string | undefined;
  @query('input') private readonly input!: HTMLInputElement;

  readonly #language = new LanguageController(this);
  readonly #list = new ComboboxList<ListedStore>(this, {
    options: () => this.#options(),
    choose: (store) => this.#ask(store.code, store.code),
  });
  readonly #search = new SearchField(this, () => void this.#found.restart());
  readonly #found = new PagedList<Store>(this, (page, signal) => {
    if (this.client === undefined) return Promise.reject(new Error('The field has no client.'));
    return this.client.listStores({ ...page, q: this.#search.q }, { signal });
  });

  override focus(options?: FocusOptions): void {
    this.input.focus(options);
  }

  /** Takes what is typed, as Enter does. */
  take(): void {
    this.#enter(this.input.value.trim());
  }

  /** Shows the store again in place of what was typed. */
  forget(): void {
    this.typed = undefined;
    this.#search.reset();
    this.#list.close();
  }

  /**
   * Finds the store for what no code was found for: the only one, else those in the list.
   *
   * @param unknown A code of which the server has said that no store has it.
   */
  async find(typed: string, unknown?: string): Promise<void> {
    this.typed ??= typed;
    this.#search.type(typed);
    this.#search.flush();
    const items = await this.#found.foundItems();
    if (items === undefined) {
      if (this.#found.failure !== undefined) this.#list.type();
      return;
    }
    // Typing has gone on meanwhile, or a store was chosen, or taken back.
    if (!this.#isTyped(typed)) return;
    const only = storeFor(typed, items);
    if (only !== undefined && only.code !== unknown) {
      this.#ask(only.code, typed);
      return;
    }
    // Asking again for what is unknown would have no end.
    if (only !== undefined) {
      this.#list.close();
      this.dispatchEvent(new StoreMissedEvent(typed, false));
      return;
    }
    if (items.length > 0) this.#list.type();
    else this.#list.close();
    this.dispatchEvent(new StoreMissedEvent(typed, items.length > 0));
  }

  protected override render(): TemplateResult {
    const { versions } = this.#language.words;
    const options = this.#list.open ? this.#options() : [];
    const isEmpty = options.length === 0 && this.#underList(options) === nothing;
    return html`<div class="field">
      <label class="label" for="store">${versions.store}</label>
      <div class="combobox">
        <input
          id="store"
          class="input"
          role="combobox"
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          maxlength="200"
          placeholder=${versions.storeExample}
          aria-autocomplete="list"
          aria-expanded=${this.#list.open && !isEmpty ? 'true' : 'false'}
          aria-controls="options"
          aria-activedescendant=${this.#list.activeDescendant}
          @focus=${() => this.input.select()}
          @click=${() => this.#list.show()}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @blur=${() => this.#list.close()}
        />
        <span class="arrow" aria-hidden="true">${icons.search}</span>
        <div
          class="options"
          ?hidden=${!this.#list.open || isEmpty}
          @pointerdown=${(event: Event) => event.preventDefault()}
        >
          ${waitingSign(this.#found.waiting, this.#language.words)}
          ${
            this.#isSearching || options.length === 0
              ? nothing
              : html`<p class="heading">${versions.find.recent}</p>`
          }
          <div id="options" role="listbox" tabindex="-1" aria-label=${versions.store}>
            ${options.map((store, position) => this.#option(store, position))}
          </div>
          ${this.#underList(options)}
        </div>
      </div>
      <span class="visually-hidden" aria-live="polite"
        >${
          this.#list.open && this.#isSearching && !this.#found.waiting.active
            ? versions.find.matches(this.#found.total ?? 0)
            : ''
        }</span
      >
    </div>`;
  }

  protected override updated(changes: PropertyValues): void {
    super.updated(changes);
    // What is being typed is the user's; else the field says which store is shown.
    if (this.typed !== undefined || this.input.value === this.#label) return;
    this.input.value = this.#label;
    if ((this.renderRoot as ShadowRoot).activeElement === this.input) this.input.select();
  }

  #option({ code, name, branchName, open }: ListedStore, position: number): TemplateResult {
    const { find } = this.#language.words.versions;
    return html`<div
      id="option-${position}"
      class="option ${position === this.#list.active ? 'active' : ''}"
      role="option"
      aria-selected=${code === this.code ? 'true' : 'false'}
      @click=${() => this.#ask(code, code)}
    >
      <span class="name"><span class="code">${code}</span> ${name}</span>
      <span class="below"
        >${branchName}${open ? nothing : html` · <span class="closed">${find.closed}</span>`}</span
      >
    </div>`;
  }

  /** What stands under the stores: why there are none, or that there are more. */
  #underList(options: readonly ListedStore[]): TemplateResult | typeof nothing {
    if (!this.#list.open || !this.#isSearching) return nothing;
    const { failure, total, waiting } = this.#found;
    const { words } = this.#language;
    const { find, notFound } = words.versions;
    if (failure !== undefined) {
      return html`<p class="none" role="alert">${describeFailure(failure, words).message}</p>`;
    }
    if (total === undefined || waiting.active) {
      return options.length > 0 ? nothing : html`<p class="none">${words.common.loading}</p>`;
    }
    if (total === 0) return html`<p class="none">${notFound(this.#search.text.trim())}</p>`;
    return total > options.length
      ? html`<p class="none">${find.more(total - options.length)}</p>`
      : nothing;
  }

  #isTyped(text: string): boolean {
    return this.typed?.trim() === text;
  }

  get #label(): string {
    return `${this.code} ${this.name}`.trim();
  }

  get #isSearching(): boolean {
    return this.#search.q !== undefined;
  }

  #options(): readonly ListedStore[] {
    if (!this.#isSearching) return recentStores();
    return this.#found.failure === undefined ? this.#found.items : [];
  }

  #ask(code: string, typed: string): void {
    this.#list.close();
    this.#search.reset();
    if (code !== this.code) this.name = '';
    this.code = code;
    this.typed = undefined;
    this.dispatchEvent(new StoreAskedEvent(code, typed));
  }

  readonly #onInput = (): void => {
    this.typed = this.input.value;
    this.#search.type(this.typed);
    this.#list.type();
    const text = this.typed.trim();
    this.#tellTyped(text === this.#label || (text !== '' && asCode(text) === this.code));
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || this.#list.press(event)) return;
    if (event.key === 'Escape' && this.typed !== undefined) {
      // The first press only closed the list: this one gives the former store back.
      this.forget();
      this.#tellTyped(true);
    } else if (event.key === 'Enter') {
      this.#enter(this.input.value.trim());
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  #enter(typed: string): void {
    if (typed === '') {
      this.dispatchEvent(new StoreMissedEvent(typed, false));
      return;
    }
    if (this.typed === undefined) {
      this.#ask(this.code, this.code);
      return;
    }
    const code = asCode(typed);
    // A word of a name could be a code as well, but codes without a figure are rare. What has been listed by now
    // decides nothing else: the answer is the same however soon Enter is pressed.
    const isListed = this.#options().some((each) => each.code === code);
    if (code !== undefined && (isListed || /\d/u.test(code))) this.#ask(code, typed);
    else void this.find(typed);
  }

  #tellTyped(names: boolean): void {
    this.dispatchEvent(new StoreTypedEvent(names));
  }
}

/** The store that was typed: the one with exactly that code, else the only one that matches. */
function storeFor(typed: string, found: readonly Store[]): Store | undefined {
  const exact = found.find(({ code }) => code === asCode(typed));
  if (exact !== undefined) return exact;
  const same = found.filter(({ code }) => isSameCode(code, typed));
  const [only, ...others] = same.length === 0 ? found : same;
  return others.length === 0 ? only : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-store-combobox': StoreCombobox;
  }
}
