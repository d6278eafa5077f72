import type { BetaAppState, BetaAppSummary, ListBetaApps } from '@beta-app/core/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type BetaAppClient } from '../client/beta-app-client.js';
import { icons } from '../icons/icons.js';
import { ListDialog, type ListTexts } from '../paged-list/list-dialog.js';
import { stateBadge, stateBadgeStyles } from '../styles/state-badge.js';
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
export class BetaAppList extends ListDialog<BetaAppSummary> {
  static override styles = [...ListDialog.styles, stateBadgeStyles, betaAppListStyles];

  /** The id of the one chosen now, which is marked. */
  @property({ type: Number }) chosen?: number | undefined;
  /** Whether "Tambah" is offered where there is none yet. */
  @property({ type: Boolean, attribute: 'can-create' }) canCreate = false;

  @state() private filter: StateFilter = 'open';

  override async show(): Promise<void> {
    this.filter = 'open';
    await super.show();
  }

  protected override readPage(client: BetaAppClient, query: ListBetaApps, signal: AbortSignal) {
    const states: readonly BetaAppState[] | undefined = stateFilters[this.filter];
    return client.listBetaApps({ ...query, ...(states && { state: [...states] }) }, { signal });
  }

  protected override texts(): ListTexts {
    const { betaAppList, field } = this.language.words.common;
    return {
      ...betaAppList,
      columns: [field.shortName, field.period, field.owner, field.nik, field.status],
    };
  }

  protected override renderFilters(): TemplateResult {
    const { betaAppList: texts, field } = this.language.words.common;
    return html`<div class="field">
      <label class="label" for="state">${field.status}</label>
      <select id="state" class="input" @change=${this.#onFilter}>
        ${Object.entries(texts.filters).map(
          ([name, label]) =>
            html`<option value=${name} .selected=${name === this.filter}>${label}</option>`,
        )}
      </select>
    </div>`;
  }

  protected override renderRow(betaApp: BetaAppSummary): TemplateResult {
    const { words, format } = this.language;
    const chosen = betaApp.id === this.chosen;
    return html`<tr
      class="choice ${chosen ? 'chosen' : ''}"
      aria-current=${chosen ? 'true' : nothing}
      @click=${() => this.choose(betaApp)}
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
      <td class="period figures">${format.period(betaApp.startsOn, betaApp.endsOn)}</td>
      <td class="owner">${betaApp.owner.name}</td>
      <td class="nik figures">${betaApp.owner.nik}</td>
      <td class="state">${stateBadge(betaApp.state, words)}</td>
    </tr>`;
  }

  protected override renderNone(): TemplateResult {
    const { betaAppList: texts } = this.language.words.common;
    if (this.filter === 'all') {
      return html`<p>${texts.none}</p>
        ${this.#createButton()}`;
    }
    return html`<p>${texts.noneOfState}</p>
      <button type="button" class="button" @click=${() => this.#setFilter('all')}>
        ${texts.showAll}
      </button>
      ${this.#createButton()}`;
  }

  protected override choose(betaApp: BetaAppSummary): void {
    this.close();
    this.dispatchEvent(new BetaAppChosenEvent(betaApp));
  }

  #createButton() {
    if (!this.canCreate) return nothing;
    const onClick = () => {
      this.close();
      this.dispatchEvent(new Event('create'));
    };
    return html`<button type="button" class="button primary" @click=${onClick}>
      ${icons.add}${this.language.words.common.button.add}
    </button>`;
  }

  #setFilter(filter: StateFilter): void {
    this.filter = filter;
    this.readAnew();
  }

  readonly #onFilter = ({ target }: Event): void => {
    const { value } = target as HTMLSelectElement;
    if (isStateFilter(value)) this.#setFilter(value);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-app-list': BetaAppList;
  }
}
