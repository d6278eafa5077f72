import type { Page, PageQuery } from '@beta-app/core/contract';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, queryAll } from 'lit/decorators.js';
import { type BetaAppClient } from '../client/beta-app-client.js';
import { DialogFrame } from '../dialog/dialog-frame.js';
import { dialogStyles } from '../dialog/dialog.styles.js';
import { LanguageController } from '../language/language-controller.js';
import { type Notifier } from '../notification/notifier.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { fieldStyles } from '../styles/field.styles.js';
import { tableStyles } from '../styles/table.styles.js';
import { waitingStyles } from '../waiting/waiting-sign.js';
import { listDialogStyles } from './list-dialog.styles.js';
import { listResults } from './list-results.js';
import { PagedList } from './paged-list.js';
import { moveInRows } from './row-keys.js';
import { SearchField } from './search-field.js';

/** What a list is called, and what stands in it. */
export interface ListTexts {
  title: string;
  search: string;
  columns: readonly string[];
  /** "41 beta-app" */
  count: (total: number) => string;
}

/**
 * A dialog with a searched list, one of whose items is chosen. Owns the search, the reading, the keys and the
 * dialog; what is read and what a row looks like is said by who extends it.
 */
export abstract class ListDialog<Item> extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    dialogStyles,
    fieldStyles,
    tableStyles,
    waitingStyles,
    listDialogStyles,
  ];

  @property({ attribute: false }) client?: BetaAppClient;
  @property({ attribute: false }) notifier?: Notifier;

  @query('#search') private readonly searchInput!: HTMLInputElement;
  @queryAll('.choose') private readonly rows!: NodeListOf<HTMLElement>;

  protected readonly language = new LanguageController(this);
  readonly #frame = new DialogFrame(this, {
    kind: 'list',
    language: this.language,
    notifier: () => this.notifier,
  });
  readonly #search = new SearchField(this, () => this.readAnew());
  readonly #list = new PagedList<Item>(this, (page, signal) => {
    if (this.client === undefined) return Promise.reject(new Error('The list has no client.'));
    const q = this.#search.q;
    return this.readPage(this.client, { ...page, ...(q && { q }) }, signal);
  });

  protected abstract readPage(
    client: BetaAppClient,
    query: PageQuery & { q?: string },
    signal: AbortSignal,
  ): Promise<Page<Item>>;

  protected abstract texts(): ListTexts;

  protected abstract renderRow(item: Item): TemplateResult;

  /** What stands there if nothing was searched for and there is nothing. */
  protected abstract renderNone(): TemplateResult;

  protected abstract choose(item: Item): void;

  /** More fields beside the search. */
  protected renderFilters(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** Opens it with an empty search, and reads the list anew. */
  async show(): Promise<void> {
    this.#search.reset();
    this.readAnew();
    await this.#frame.show();
  }

  close(): void {
    this.#frame.close();
  }

  protected readAnew(): void {
    void this.#list.restart();
  }

  protected override render(): TemplateResult {
    const texts = this.texts();
    return this.#frame.render({
      heading: texts.title,
      content: html`<div class="filters" @keydown=${this.#onKeydown}>
          <div class="field">
            <label class="label" for="search">${texts.search}</label>
            <input
              id="search"
              class="input"
              type="search"
              autocomplete="off"
              maxlength="200"
              autofocus
              .value=${this.#search.text}
              @input=${this.#onInput}
            />
          </div>
          ${this.renderFilters()}
        </div>
        <div class="below" @keydown=${this.#onKeydown}>
          ${listResults({
            list: this.#list,
            words: this.language.words,
            label: texts.title,
            columns: texts.columns,
            row: (item) => this.renderRow(item),
            count: texts.count,
            empty: () => this.#empty(),
          })}
        </div>`,
    });
  }

  #empty(): TemplateResult {
    const q = this.#search.q;
    if (q === undefined) return this.renderNone();
    const { button, empty } = this.language.words.common;
    return html`<p>${empty.search(q)}</p>
      <button type="button" class="button" @click=${this.#clearSearch}>
        ${button.clearSearch}
      </button>`;
  }

  readonly #clearSearch = (): void => {
    this.#search.reset();
    this.searchInput.focus();
    this.readAnew();
    this.requestUpdate();
  };

  readonly #onInput = ({ target }: Event): void =>
    this.#search.type((target as HTMLInputElement).value);

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.target === this.searchInput && !event.isComposing) {
      event.preventDefault();
      void this.#chooseOnlyMatch();
      return;
    }
    moveInRows(event, this.searchInput, [...this.rows]);
  };

  async #chooseOnlyMatch(): Promise<void> {
    this.#search.flush();
    const only = await this.#list.onlyItem();
    if (only !== undefined && this.#frame.open) this.choose(only);
  }
}
