import type { Application } from '@beta-app/core/contract';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, queryAll } from 'lit/decorators.js';
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
import { tableStyles } from '../styles/table.styles.js';
import { waitingStyles } from '../waiting/waiting-sign.js';
import { applicationListStyles } from './application-list.styles.js';

/** The user has pressed a row of the list of applications. Stays inside the element. */
export class ApplicationChosenEvent extends Event {
  constructor(readonly application: Application) {
    super('application-chosen');
  }
}

/**
 * The dialog "Pilih aplikasi": searches applications, and closes when one is chosen.
 *
 * @event application-chosen - An application was chosen (`ApplicationChosenEvent`).
 */
export class ApplicationList extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    dialogStyles,
    fieldStyles,
    tableStyles,
    waitingStyles,
    listDialogStyles,
    applicationListStyles,
  ];

  @property({ attribute: false }) client?: BetaAppClient;
  @property({ attribute: false }) notifier?: Notifier;
  /** The codes of those that can't be chosen, as they are registered already. */
  @property({ attribute: false }) taken: readonly string[] = [];
  /** The code of the one chosen now, which is marked. */
  @property() chosen?: string | undefined;

  @query('#search') private readonly searchInput!: HTMLInputElement;
  @queryAll('.choose') private readonly rows!: NodeListOf<HTMLElement>;

  readonly #language = new LanguageController(this);
  readonly #frame = new DialogFrame(this, {
    kind: 'list',
    language: this.#language,
    notifier: () => this.notifier,
  });
  readonly #search = new SearchField(this, () => void this.#list.restart());
  readonly #list = new PagedList<Application>(this, (page, signal) => {
    const q = this.#search.q;
    if (this.client === undefined) return Promise.reject(new Error('The list has no client.'));
    return this.client.listApplications({ ...page, ...(q && { q }) }, { signal });
  });

  /** Opens it with an empty search, and reads the list anew. */
  async show(): Promise<void> {
    this.#search.reset();
    void this.#list.restart();
    await this.#frame.show();
  }

  protected override render(): TemplateResult {
    const { words } = this.#language;
    const { field } = words.common;
    const texts = words.editor.applicationList;
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
        </div>
        <div class="below" @keydown=${this.#onKeydown}>
          ${listResults({
            list: this.#list,
            words,
            label: texts.title,
            columns: [
              field.code,
              field.application,
              field.productionVersion,
              words.editor.description,
            ],
            row: (application) => this.#row(application),
            count: texts.count,
            empty: () => this.#empty(),
          })}
        </div>`,
    });
  }

  #row(application: Application): TemplateResult {
    const { editor } = this.#language.words;
    const { code, name, productionVersion, description } = application;
    const taken = this.taken.includes(code);
    const chosen = code === this.chosen;
    return html`<tr
      class="${taken ? 'taken' : 'choice'} ${chosen ? 'chosen' : ''}"
      aria-current=${chosen ? 'true' : nothing}
      @click=${() => this.#choose(application)}
    >
      <td class="code figures">${code}</td>
      <td class="name">
        <button type="button" class="choose" aria-disabled=${taken ? 'true' : nothing}>
          ${chosen ? icons.check : nothing}${name}
        </button>
        ${taken ? html`<span class="note">${editor.applicationList.taken}</span>` : nothing}
      </td>
      <td class="production">
        <span class=${productionVersion === null ? 'hint' : 'version'}
          >${productionVersion ?? editor.noVersion}</span
        >
      </td>
      <td class="description">${description}</td>
    </tr>`;
  }

  #empty(): TemplateResult {
    const { common, editor } = this.#language.words;
    const q = this.#search.q;
    if (q === undefined) return html`<p>${editor.applicationList.none}</p>`;
    return html`<p>${common.empty.search(q)}</p>
      <button type="button" class="button" @click=${this.#clearSearch}>
        ${common.button.clearSearch}
      </button>`;
  }

  #choose(application: Application): void {
    if (this.taken.includes(application.code)) {
      this.notifier?.show({
        kind: 'information',
        code: 'invalid.application_twice',
        message: this.#language.words.editor.applicationTwice,
      });
      return;
    }
    this.#frame.close();
    this.dispatchEvent(new ApplicationChosenEvent(application));
  }

  readonly #clearSearch = (): void => {
    this.#search.reset();
    this.searchInput.focus();
    void this.#list.restart();
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
    if (only !== undefined && this.#frame.open) this.#choose(only);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-application-list': ApplicationList;
  }
}
