import type { BetaAppState, HistoryEvent, SavedStores } from '@beta-app/core/contract';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, queryAll, state } from 'lit/decorators.js';
import { ApiError } from '../client/api-error.js';
import { type BetaAppClient } from '../client/beta-app-client.js';
import { DialogFrame } from '../dialog/dialog-frame.js';
import { dialogStyles } from '../dialog/dialog.styles.js';
import { failureNote } from '../failure/failure-note.js';
import { icons } from '../icons/icons.js';
import { LanguageController } from '../language/language-controller.js';
import { type Notifier } from '../notification/notifier.js';
import { moreButton } from '../paged-list/more-button.js';
import { PagedList } from '../paged-list/paged-list.js';
import { type SaveDialog } from '../save-dialog/save-dialog.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { fieldStyles } from '../styles/field.styles.js';
import { tableStyles } from '../styles/table.styles.js';
import { busyIcon } from '../waiting/busy-icon.js';
import { waitingSign, waitingStyles } from '../waiting/waiting-sign.js';
import { clearButton, filterFields } from './filter-fields.js';
import { historyDialogStyles } from './history-dialog.styles.js';
import { historyEntries } from './history-entries.js';
import { HistoryFilters } from './history-filters.js';
import { type HistorySubject, historyTitle, readHistory } from './history-subject.js';
import { RestoringStores } from './restoring-stores.js';
import { SavedHistory } from './saved-history.js';

/** The stores of a beta app were restored. Stays inside the element. */
export class StoresRestoredEvent extends Event {
  constructor(
    readonly betaAppId: number,
    readonly saved: SavedStores,
  ) {
    super('stores-restored');
  }
}

const closedStates: ReadonlySet<BetaAppState> = new Set(['ended', 'promoted', 'cancelled']);

/**
 * Shows what happened to a beta app or to a store: who did what, when, and what it was before and after.
 *
 * @event stores-restored - The stores of a beta app were restored (`StoresRestoredEvent`).
 */
export class HistoryDialog extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    dialogStyles,
    fieldStyles,
    tableStyles,
    waitingStyles,
    historyDialogStyles,
  ];

  @property({ attribute: false }) client?: BetaAppClient;
  @property({ attribute: false }) notifier?: Notifier;
  /** Gives the address of the page with a beta app; undefined where there is no such page. */
  @property({ attribute: false }) addressOf: (betaAppId: number) => string | undefined = () =>
    undefined;

  /** The number of stores above which it has to be typed before a save over several branches. */
  @property({ attribute: false }) typeAbove = 1000;

  @state() private subject: HistorySubject | undefined;
  @state() private unfolded: ReadonlySet<number> = new Set();
  @state() private showsFilters = false;

  @query('beta-save-dialog') private readonly saveDialog!: SaveDialog;
  @queryAll('.begin') private readonly beginnings!: NodeListOf<HTMLElement>;

  readonly #language = new LanguageController(this);
  readonly #frame = new DialogFrame(this, {
    kind: 'list',
    language: this.#language,
    notifier: () => this.notifier,
  });
  readonly #filters = new HistoryFilters(this, () => this.#ask());
  readonly #list = new PagedList<HistoryEvent>(this, (page, signal) => {
    const { client, subject } = this;
    if (client === undefined || subject === undefined) {
      return Promise.reject(new Error('The history has no client, or nothing to tell about.'));
    }
    return readHistory(client, subject, { ...this.#filters.question, ...page }, signal);
  });
  readonly #saved = new SavedHistory(this, {
    language: this.#language,
    client: () => this.client,
    notifier: () => this.notifier,
  });

  readonly #restoring = new RestoringStores(this, {
    client: () => this.client,
    isOpen: () => this.#frame.open,
    language: this.#language,
    notifier: () => this.notifier,
    dialog: () => this.saveDialog,
    saved: (betaAppId, saved) => {
      this.dispatchEvent(new StoresRestoredEvent(betaAppId, saved));
      this.#ask();
    },
  });

  /** Opens it with the newest events of a beta app or a store, without filters. */
  async show(subject: HistorySubject): Promise<void> {
    this.subject = subject;
    this.showsFilters = false;
    this.#filters.clear();
    this.#list.clear();
    this.#ask();
    await this.#frame.show();
    this.#focusBeginning();
  }

  protected override render(): TemplateResult {
    const { subject } = this;
    const { words } = this.#language;
    return html`${this.#frame.render({
        heading: subject === undefined ? '' : historyTitle(subject, words),
        content: subject === undefined ? nothing : this.#content(subject),
        footer: this.#footer(),
        busy: this.#restoring.busy,
        busyText: words.common.loading,
      })}<beta-save-dialog
        .typeAbove=${this.typeAbove}
        .question=${this.#restoring.question}
        .busy=${this.#restoring.busy}
        .notifier=${this.notifier}
        @confirm=${() => void this.#restoring.confirm()}
      ></beta-save-dialog>`;
  }

  #content(subject: HistorySubject): TemplateResult {
    const { waiting, isThere, readingMore } = this.#list;
    const { words } = this.#language;
    return html`${filterFields({
        filters: this.#filters,
        subject,
        language: this.#language,
        unknownStore: this.#unknownStore,
        open: this.showsFilters,
        onToggle: () => (this.showsFilters = !this.showsFilters),
        onClear: this.#onClear,
      })}
      <div class="results" aria-busy=${waiting.active ? 'true' : 'false'}>
        ${waitingSign(waiting, words)}
        <div
          class="scroller ${isThere && waiting.skeleton && !readingMore ? 'dimmed' : ''}"
          role="region"
          tabindex="0"
          aria-label=${historyTitle(subject, words)}
        >
          ${this.#results(subject)}
        </div>
      </div>`;
  }

  #results(subject: HistorySubject): TemplateResult | typeof nothing {
    const list = this.#list;
    const { words } = this.#language;
    const { history } = words;
    const { values, count, isReversed } = this.#filters;
    if (isReversed) return html`<p class="message">${history.filter.endBeforeStart}</p>`;
    if (this.#unknownStore !== undefined) {
      return html`<p class="message">${history.filter.unknownStore(this.#unknownStore)}</p>`;
    }
    const failure =
      list.failure === undefined ? nothing : failureNote(list.failure, words, () => list.retry());
    // Under filters whose events couldn't be read, those of others would be taken for theirs.
    if (failure !== nothing && !list.hasMore) return failure;
    if (!list.isThere) return list.waiting.skeleton ? bones : nothing;
    if (list.items.length === 0) {
      return html`<div class="message">
        <p>${count === 0 ? history.none : history.noMatch}</p>
        ${count === 0 ? nothing : clearButton({ language: this.#language, onClear: this.#onClear })}
      </div>`;
    }
    return html`${historyEntries({
      events: list.items,
      subject,
      language: this.#language,
      client: this.client,
      ofOneStore: subject.kind === 'store' || values.store !== '',
      unfolded: this.unfolded,
      onUnfold: (id) => this.#unfold(id),
      onRestore: this.#restore(subject),
      addressOf: this.addressOf,
    })}
    ${
      failure === nothing
        ? moreButton(
            list,
            history.more,
            (place) => this.renderRoot.querySelectorAll<HTMLElement>('.entry')[place],
          )
        : failure
    }`;
  }

  #footer(): TemplateResult {
    const { isThere, items, hasMore, failure } = this.#list;
    const { history, versions } = this.#language.words;
    const { subject } = this;
    const isCounted = isThere && (failure === undefined || hasMore) && !this.#filters.isReversed;
    return html`<span class="count" aria-live="polite"
        >${isCounted ? (hasMore ? history.newest : history.count)(items.length) : ''}</span
      >
      <button
        type="button"
        class="button"
        aria-disabled=${this.#saved.busy ? 'true' : nothing}
        @click=${() => subject && void this.#saved.save(subject, this.#filters.question)}
      >
        ${busyIcon(icons.download, this.#saved.busy)}${versions.many.export}
      </button>`;
  }

  /** What restores the stores of a beta app that goes on. */
  #restore(subject: HistorySubject): ((event: HistoryEvent) => void) | undefined {
    if (subject.kind === 'store' || closedStates.has(subject.state)) return undefined;
    const { id, name } = subject;
    return ({ revision }) => {
      if (revision !== null) void this.#restoring.ask({ id, name, revision });
    };
  }

  /** The code that was typed, if the server says that no store has it. */
  get #unknownStore(): string | undefined {
    const { failure } = this.#list;
    const isUnknown =
      failure instanceof ApiError && failure.errors.some(({ path }) => path === 'store');
    return isUnknown ? this.#filters.values.store : undefined;
  }

  #ask(): void {
    this.unfolded = new Set();
    this.#saved.stop();
    if (!this.#filters.isReversed) void this.#list.restart();
  }

  #unfold(id: number): void {
    const unfolded = new Set(this.unfolded);
    if (!unfolded.delete(id)) unfolded.add(id);
    this.unfolded = unfolded;
  }

  readonly #onClear = (): void => {
    this.#filters.clear();
    this.#ask();
    // What was pressed is gone then.
    void this.updateComplete.then(() => this.#focusBeginning());
  };

  /** The first filter, or where they are folded what unfolds them. */
  #focusBeginning(): void {
    const shown = [...this.beginnings].find((each) => each.getClientRects().length > 0);
    shown?.focus();
  }
}

const bones = html`<div class="bones" aria-hidden="true">
  ${Array.from({ length: 6 }, () => html`<span class="bone"></span>`)}
</div>`;

declare global {
  interface HTMLElementTagNameMap {
    'beta-history': HistoryDialog;
  }
}
