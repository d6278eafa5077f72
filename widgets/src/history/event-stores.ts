import type { HistoryStore } from '@beta-app/core/contract';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type BetaAppClient } from '../client/beta-app-client.js';
import { failureNote } from '../failure/failure-note.js';
import { LanguageController } from '../language/language-controller.js';
import { moreButton } from '../paged-list/more-button.js';
import { PagedList } from '../paged-list/paged-list.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { waitingSign, waitingStyles } from '../waiting/waiting-sign.js';
import { storeChanges } from './deed-text.js';

/** So many codes with names are seen at one glance. */
const pageSize = 100;

const styles = css`
  :host {
    display: block;
    position: relative;
    min-height: 24px;
  }

  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(260px, 100%), 1fr));
    gap: 2px 16px;
    list-style: none;
  }

  li {
    overflow-wrap: anywhere;
    font-size: 14px;
  }

  .code {
    font-weight: 600;
  }

  .changes {
    color: var(--_muted);
  }

  .more {
    margin-top: 8px;
  }

  .failure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    font-size: 14px;
  }
`;

/** The stores of one event of a beta app, read once they are unfolded. */
export class EventStores extends LitElement {
  static override styles = [baseStyles, buttonStyles, waitingStyles, styles];

  @property({ attribute: false }) client?: BetaAppClient;
  @property({ type: Number }) betaApp = 0;
  @property({ type: Number }) event = 0;
  /** Whether different things happened to them, so that each says what. */
  @property({ type: Boolean }) mixed = false;

  readonly #language = new LanguageController(this);
  readonly #list = new PagedList<HistoryStore>(
    this,
    (page, signal) => {
      if (this.client === undefined) return Promise.reject(new Error('The list has no client.'));
      const { betaApp: id, event } = this;
      return this.client.listHistoryStores({ id, event, ...page }, { signal });
    },
    pageSize,
  );

  protected override firstUpdated(): void {
    void this.#list.restart();
  }

  protected override render(): TemplateResult {
    const { words } = this.#language;
    const { items, total = 0, waiting, failure } = this.#list;
    return html`<div aria-busy=${waiting.active ? 'true' : 'false'}>
      ${waitingSign(waiting, words)}
      ${
        items.length === 0
          ? nothing
          : html`<ul role="list">
              ${items.map((store) => this.#store(store))}
            </ul>`
      }
      ${
        failure === undefined
          ? moreButton(
              this.#list,
              words.history.moreStores(total - items.length),
              (place) => this.renderRoot.querySelectorAll('li')[place],
            )
          : failureNote(failure, words, () => this.#list.retry())
      }
    </div>`;
  }

  #store(store: HistoryStore): TemplateResult {
    const { words, format } = this.#language;
    return html`<li tabindex="-1">
      <span class="code figures">${store.code}</span> ${store.name}${
        this.mixed
          ? html`<span class="changes"> · ${format.list(storeChanges(store, words))}</span>`
          : nothing
      }
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-event-stores': EventStores;
  }
}
