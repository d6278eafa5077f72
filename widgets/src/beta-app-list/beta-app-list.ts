import type { BetaAppState, BetaAppSummary } from '@beta-app/core/contract';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, queryAll, state } from 'lit/decorators.js';
import { type BetaAppClient } from '../client/beta-app-client.js';
import { DialogFrame } from '../dialog/dialog-frame.js';
import { dialogStyles } from '../dialog/dialog.styles.js';
import { icons } from '../icons/icons.js';
import { LanguageController } from '../language/language-controller.js';
import { type Notifier } from '../notification/notifier.js';
import { listDialogStyles } from '../paged-list/list-dialog.styles.js';
import { listResults } from '../paged-list/list-results.js';
import { PagedList } from '../paged-list/paged-list.js';
import { moveInRows } from '../paged-list/row-keys.js';
import { SearchField } from '../paged-list/search-field.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { fieldStyles } from '../styles/field.styles.js';
import { stateBadge, stateBadgeStyles } from '../styles/state-badge.js';
import { tableStyles } from '../styles/table.styles.js';
import { waitingStyles } from '../waiting/waiting-sign.js';
import { betaAppListStyles } from './beta-app-list.styles.js';
import { isStateFilter, type StateFilter, stateFilters } from './state-filters.js';

/** The user has pressed a row of the list of beta apps. Stays inside the element. */
export class BetaAppChosenEvent extends Event {
  constructor(readonly betaApp: BetaAppSummary) {
    super('beta-app-chosen');
  }
}

/**
 * The dialog "Pilih beta-app": searches beta apps, and closes when one is chosen.
 *
 * @event beta-app-chosen - A beta app was chosen (`BetaAppChosenEvent`).
 * @event create - "Tambah" was pressed where there is none yet.
 */
export class BetaAppList extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    dialogStyles,
    fieldStyles,
    tableStyles,
    waitingStyles,
    stateBadgeStyles,
    listDialogStyles,
    betaAppListStyles,
  ];

  @property({ attribute: false }) client?: BetaAppClient;
  @property({ attribute: false }) notifier?: Notifier;
  /** The id of the one chosen now, which is marked. */
  @property({ type: Number }) chosen?: number | undefined;
  /** Whether "Tambah" is offered where there is none yet. */
  @property({ type: Boolean, attribute: 'can-create' }) canCreate = false;

  @state() private filter: StateFilter = 'open';
  @query('#search') private readonly searchInput!: HTMLInputElement;
  @queryAll('.choose') private readonly rows!: NodeListOf<HTMLElement>;

  readonly #language = new LanguageController(this);
  readonly #frame = new DialogFrame(this, {
    kind: 'list',
    language: this.#language,
    notifier: () => this.notifier,
  });
  readonly #search = new SearchField(this, () => void this.#list.restart());
  readonly #list = new PagedList<BetaAppSummary>(this, (page, signal) => {
    const states: readonly BetaAppState[] | undefined = stateFilters[this.filter];
    const q = this.#search.q;
    if (this.client === undefined) return Promise.reject(new Error('The list has no client.'));
    return this.client.listBetaApps(
      { ...page, ...(q && { q }), ...(states && { state: [...states] }) },
      { signal },
    );
  });

  /** Opens it with an empty search, and reads the list anew. */
  async show(): Promise<void> {
    this.#search.reset();
    this.filter = 'open';
    void this.#list.restart();
    await this.#frame.show();
  }

  close(): void {
    this.#frame.close();
  }

  protected override render(): TemplateResult {
    const words = this.#language.words;
    const { betaAppList: texts, field } = words.common;
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
          <div class="field">
            <label class="label" for="state">${field.status}</label>
            <select id="state" class="input" @change=${this.#onFilter}>
              ${Object.entries(texts.filters).map(
                ([name, label]) =>
                  html`<option value=${name} .selected=${name === this.filter}>${label}</option>`,
              )}
            </select>
          </div>
        </div>
        <div class="below" @keydown=${this.#onKeydown}>
          ${listResults({
            list: this.#list,
            words,
            label: texts.title,
            columns: [field.shortName, field.period, field.owner, field.nik, field.status],
            row: (betaApp) => this.#row(betaApp),
            count: texts.count,
            empty: () => this.#empty(),
          })}
        </div>`,
    });
  }

  #row(betaApp: BetaAppSummary): TemplateResult {
    const { words, format } = this.#language;
    const chosen = betaApp.id === this.chosen;
    return html`<tr
      class="choice ${chosen ? 'chosen' : ''}"
      aria-current=${chosen ? 'true' : nothing}
      @click=${() => this.#choose(betaApp)}
    >
      <td class="name">
        <button type="button" class="choose">
          ${chosen ? icons.check : nothing}${betaApp.name}${
            chosen
              ? html`<span class="visually-hidden">, ${words.common.betaAppList.chosen}</span>`
              : nothing
          }
        </button>
      </td>
      <td class="period figures nowrap">${format.period(betaApp.startsOn, betaApp.endsOn)}</td>
      <td class="owner">${betaApp.owner.name}</td>
      <td class="nik figures nowrap">${betaApp.owner.nik}</td>
      <td class="state">${stateBadge(betaApp.state, words)}</td>
    </tr>`;
  }

  #empty(): TemplateResult {
    const { betaAppList: texts, button, empty } = this.#language.words.common;
    const q = this.#search.q;
    if (q !== undefined) {
      return html`<p>${empty.search(q)}</p>
        <button type="button" class="button" @click=${this.#clearSearch}>
          ${button.clearSearch}
        </button>`;
    }
    if (this.filter !== 'all') {
      return html`<p>${this.filter === 'open' ? texts.none : texts.noneOfState}</p>
        <button type="button" class="button" @click=${() => this.#setFilter('all')}>
          ${texts.showAll}
        </button>
        ${this.#createButton()}`;
    }
    return html`<p>${texts.none}</p>
      ${this.#createButton()}`;
  }

  #createButton() {
    if (!this.canCreate) return nothing;
    const onClick = () => {
      this.close();
      this.dispatchEvent(new Event('create'));
    };
    return html`<button type="button" class="button primary" @click=${onClick}>
      ${icons.add}${this.#language.words.common.button.add}
    </button>`;
  }

  #choose(betaApp: BetaAppSummary): void {
    this.close();
    this.dispatchEvent(new BetaAppChosenEvent(betaApp));
  }

  #setFilter(filter: StateFilter): void {
    this.filter = filter;
    void this.#list.restart();
  }

  readonly #clearSearch = (): void => {
    this.#search.reset();
    this.searchInput.focus();
    void this.#list.restart();
    this.requestUpdate();
  };

  readonly #onInput = ({ target }: Event): void =>
    this.#search.type((target as HTMLInputElement).value);

  readonly #onFilter = ({ target }: Event): void => {
    const { value } = target as HTMLSelectElement;
    if (isStateFilter(value)) this.#setFilter(value);
  };

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
    if (only !== undefined && this.#frame.open) this.#choose(only);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-app-list': BetaAppList;
  }
}
