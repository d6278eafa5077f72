import type { BetaApp } from '@beta-app/core/contract';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { type BetaAppChosenEvent, type BetaAppList } from '../beta-app-list/beta-app-list.js';
import { ChosenBetaApp } from '../chosen-beta-app/chosen-beta-app.js';
import { chosenFailure } from '../chosen-beta-app/chosen-failure.js';
import { type BetaConfirmation } from '../dialog/beta-confirmation.js';
import { failureNote } from '../failure/failure-note.js';
import { BetaAppPageElement } from '../page-element/beta-app-page-element.js';
import { readDeepLink, writeDeepLink } from '../page-element/deep-link.js';
import { pageElementStyles } from '../page-element/page-element.styles.js';
import { pickerField } from '../picker-field/picker-field.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { choicesStyles } from '../styles/choices.styles.js';
import { factsStyles } from '../styles/facts.styles.js';
import { fieldStyles } from '../styles/field.styles.js';
import { stateBadgeStyles } from '../styles/state-badge.js';
import { waitingSign, waitingStyles } from '../waiting/waiting-sign.js';
import { betaStorePickerStyles } from './beta-store-picker.styles.js';
import { BriefText } from './brief-text.js';
import { BranchCatalog } from '../branches/branch-catalog.js';
import { type BranchChosenEvent } from './branch-combobox.js';
import { type TickCounts } from './branch-counts.js';
import { allBranches } from './branch-matches.js';
import { emptyText, headerLabel, type ShownList } from './list-labels.js';
import { elsewhereNote, emptyNote, readOnlyNote } from './list-notes.js';
import { NarrowBox } from '../page-element/narrow-box.js';
import { PacedAnnouncer } from './paced-announcer.js';
import { pickerSummary } from './picker-summary.js';
import { saveBar } from './save-bar.js';
import { type SaveDialog } from './save-dialog.js';
import { type BranchOutlook } from './save-question.js';
import { SavingStores } from './saving-stores.js';
import { storeFilter } from './store-filter.js';
import { type StoreGrid } from './store-grid.js';
import { storeSearch } from './store-search.js';
import { StoreList } from './store-list.js';
import { type StoreFilter } from './store-table.js';
import { UnsavedTicks } from './unsaved-ticks.js';

const parameter = 'cabang';

/**
 * @summary Shows which stores run a beta app, branch by branch, and registers and withdraws them.
 * @tagname beta-store-picker
 *
 * @fires beta-stores-saved - Which stores run the beta app was saved.
 */
export class BetaStorePicker extends BetaAppPageElement {
  /** @internal */
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    waitingStyles,
    stateBadgeStyles,
    factsStyles,
    choicesStyles,
    pageElementStyles,
    betaStorePickerStyles,
  ];

  @state() private branch: string | undefined;
  @state() private typed = '';
  @state() private filter: StoreFilter = 'all';

  @query('beta-app-list') private readonly betaApps!: BetaAppList;
  @query('beta-confirmation') private readonly confirmation!: BetaConfirmation;
  @query('beta-save-dialog') private readonly saveDialog!: SaveDialog;
  @query('beta-store-grid') private readonly grid!: StoreGrid | null;
  @query('#search') private readonly searchInput!: HTMLInputElement | null;

  readonly #box = new NarrowBox(this);
  readonly #branches = new BranchCatalog(this, () => this.api);
  readonly #list = new StoreList(
    this,
    () => this.api,
    () => this.#saving.listed(),
  );
  readonly #announcer = new PacedAnnouncer(this);
  /** What the header's checkbox has done, in place of the counts. */
  readonly #told = new BriefText(this);
  readonly #unsaved = new UnsavedTicks(
    this,
    () => this.#pending,
    () => this.confirmation,
  );
  /** @internal */
  readonly chosen = new ChosenBetaApp(this, () => this.#unsaved.mayLeave());
  readonly #saving = new SavingStores(this, {
    dialog: () => this.saveDialog,
    table: () => this.#list.table,
    outlook: (branchCode, counts) => this.#outlook(branchCode, counts),
    isAwaited: () => this.#list.isAwaited,
    refresh: () => this.chosen.reload(),
  });
  #shown: { id: number; revision: number } | undefined;

  /** @internal */
  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.noUrl) this.branch ??= readDeepLink(parameter)?.toUpperCase();
  }

  protected override willUpdate(changes: PropertyValues): void {
    super.willUpdate(changes);
    this.#followBetaApp();
  }

  protected override updated(changes: PropertyValues): void {
    super.updated(changes);
    // The table is the same one; what is in it has changed.
    this.grid?.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { words } = this.language;
    const { common, stores } = words;
    const { current } = this.chosen;
    const { narrow } = this.#box;
    return html`<div class="box">
        <h2>${stores.title}</h2>
        <section
          class="part"
          aria-label=${stores.title}
          aria-busy=${this.chosen.waiting.active ? 'true' : 'false'}
        >
          ${waitingSign(this.chosen.waiting, this.language.words)}
          ${pickerField({
            id: 'beta-app',
            label: common.field.betaApp,
            value: current?.name,
            empty: common.field.betaAppEmpty,
            emptyName: common.field.betaAppNone,
            onOpen: () => void this.betaApps.show(),
          })}
          ${chosenFailure(this.chosen, words)}
          ${current === undefined ? nothing : pickerSummary(current, narrow, this.language)}
        </section>
        <div class="controls">
          <beta-branch-combobox
            .branches=${this.#branches.all}
            .value=${this.branch}
            .reason=${current === undefined ? stores.pickFirst : ''}
            @branch-chosen=${this.#onBranch}
          ></beta-branch-combobox>
          ${current === undefined || this.branch === undefined ? nothing : this.#filters()}
        </div>
        ${current === undefined ? nothing : this.#stores(current)}
      </div>
      ${this.#dialogs()}`;
  }

  #filters(): TemplateResult {
    const { words } = this.language;
    return html`${storeSearch(this.typed, words, (typed) => this.#show(typed, this.filter))}
    ${storeFilter({
      filter: this.filter,
      narrow: this.#box.narrow,
      words,
      onFilter: (filter) => this.#show(this.typed, filter),
    })}`;
  }

  #stores(current: BetaApp): TemplateResult {
    const { words } = this.language;
    const { stores } = words;
    const readOnly = readOnlyNote(current.state, words);
    const toAll = () => this.#chooseBranch(allBranches);
    if (this.branch === undefined) {
      return html`${readOnly}
        <section class="card part" aria-busy=${this.#branches.waiting.active ? 'true' : 'false'}>
          ${waitingSign(this.#branches.waiting, this.language.words)}
          ${
            this.#branches.failure === undefined
              ? html`<p class="nothing">${stores.pickBranch}</p>`
              : this.#branchFailure()
          }
        </section>`;
    }
    const { table, waiting, complete, failure } = this.#list;
    const view = this.#view();
    const wider = this.branch !== allBranches && this.typed.trim() !== '';
    return html`${readOnly}
      <section
        class="card part list"
        aria-label=${stores.list(this.#branchName())}
        aria-busy=${waiting.active ? 'true' : 'false'}
        ?inert=${this.chosen.leaving}
      >
        ${this.#branchFailure()}
        ${saveBar({
          text: this.#told.text ?? this.#countText(),
          ticks: table.ticks,
          narrow: this.#box.narrow,
          readOnly: this.chosen.readOnly,
          busy: this.#saving.busy,
          language: this.language,
          onDiscard: this.#onDiscard,
          onSave: this.#onSave,
        })}
        ${waitingSign(waiting, this.language.words)}
        <span class="visually-hidden" aria-live="polite">${this.#announcer.text}</span>
        ${failure === undefined ? nothing : failureNote(failure, words, () => this.#list.refresh())}
        ${this.#elsewhere === 0 ? nothing : elsewhereNote(this.#elsewhere, words, toAll)}
        <beta-store-grid
          .table=${table}
          .branches=${this.#branches}
          .label=${stores.list(this.#branchName())}
          .rowCount=${this.#rowCount}
          .headerLabel=${headerLabel(view, this.language)}
          .readOnly=${this.chosen.readOnly}
          .narrow=${this.#box.narrow}
          .skeleton=${waiting.skeleton && !complete}
          ?hidden=${failure !== undefined && table.rows.length === 0}
          @tick=${this.#onTick}
          @tick-all=${this.#onTickAll}
          @search=${() => this.searchInput?.focus()}
          >${complete && table.length === 0 ? emptyNote(emptyText(view, this.language, table.rows.length), words, wider ? toAll : undefined) : nothing}</beta-store-grid
        >
      </section>`;
  }

  /** The names of branches and their counts aren't missing without a word. */
  #branchFailure(): TemplateResult | typeof nothing {
    const { failure } = this.#branches;
    if (failure === undefined) return nothing;
    return failureNote(failure, this.language.words, () => this.#readBranches());
  }

  /** "Diubah" shows what will be saved: how much of that isn't in the list. */
  get #elsewhere(): number {
    if (this.filter !== 'changed' || this.branch === undefined || this.branch === allBranches) {
      return 0;
    }
    const here = this.#list.table.ticks.countsByBranch.get(this.branch);
    return this.#pending - (here ? here.added + here.removed : 0);
  }

  #dialogs(): TemplateResult {
    const { leave } = this.language.words.stores;
    return html`<beta-app-list
        .client=${this.api}
        .notifier=${this.notifier}
        .chosen=${this.chosen.current?.id}
        @beta-app-chosen=${this.#onBetaApp}
      ></beta-app-list>
      <beta-confirmation
        removes
        .heading=${leave.title}
        .message=${leave.question(this.#pending)}
        .notifier=${this.notifier}
        @confirm=${() => this.#unsaved.settle(true)}
        @close=${() => this.#unsaved.settle(false)}
      ></beta-confirmation>
      <beta-save-dialog
        .question=${this.#saving.question}
        .busy=${this.#saving.busy}
        .notifier=${this.notifier}
        .nameOf=${this.#nameOfStore}
        @confirm=${() => void this.#saving.confirm()}
        @close=${() => this.#saving.closed()}
      ></beta-save-dialog>`;
  }

  get #pending(): number {
    const { added, removed } = this.#list.table.ticks.counts;
    return added + removed;
  }

  /** Whether neither search nor filter leaves stores out. */
  get #isWhole(): boolean {
    return this.typed.trim() === '' && this.filter === 'all';
  }

  /** How many rows the table has with its header, before all have come too; -1 while nobody knows. */
  get #rowCount(): number {
    const { table, facts, complete } = this.#list;
    if (complete) return table.length + 1;
    return this.#isWhole && facts !== undefined ? facts.total + 1 : -1;
  }

  #view(): ShownList {
    const { typed, filter } = this;
    const { table, facts, complete } = this.#list;
    const tickable = this.#isWhole && !complete ? (facts?.total ?? 0) : table.tickable;
    return { branch: this.#branchName(), typed, filter, tickable };
  }

  #branchName(): string {
    if (this.branch === allBranches) return this.language.words.common.field.branchAll;
    return this.branch === undefined ? '' : this.#branches.nameOf(this.branch);
  }

  #countText(): string {
    const { facts, complete, table } = this.#list;
    const { stores } = this.language.words;
    if (this.#list.isAwaited) return stores.selectsLater(!this.#isWhole);
    if (facts === undefined) return '';
    if (!complete) return stores.loaded(table.rows.length, facts.total);
    return stores.count(facts.registeredTotal, facts.total);
  }

  #outlook(branchCode: string, { added, removed }: TickCounts): BranchOutlook {
    const registered = this.#branches.find(branchCode)?.registered ?? 0;
    const after = registered + added - removed;
    return { name: this.#branches.nameOf(branchCode), added, removed, after };
  }

  readonly #nameOfStore = (code: string): string => {
    for (const tick of this.#list.table.ticks.pending()) {
      if (tick.code === code) return `${code} ${tick.name}`;
    }
    return code;
  };

  /** Reads what belongs to the beta app that is shown by now, and reads it again when it has changed. */
  #followBetaApp(): void {
    const { current } = this.chosen;
    if (current?.id !== this.#shown?.id) {
      this.#list.reset();
      this.#saving.leave();
      this.#told.clear();
      this.#shown = current && { id: current.id, revision: current.revision };
      if (current === undefined) return;
      void this.#readBranches();
      if (this.branch !== undefined) void this.#readList();
    } else if (current !== undefined && this.#shown?.revision !== current.revision) {
      this.#shown = { id: current.id, revision: current.revision };
      void this.#readBranches();
      void this.#list.refresh();
    }
  }

  async #readBranches(): Promise<void> {
    const id = this.#shown?.id;
    if (id === undefined) return;
    await this.#branches.read(id);
    const { branch } = this;
    if (branch === undefined || branch === allBranches || this.#branches.failure !== undefined) {
      return;
    }
    // A link may name a branch that isn't there any more.
    if (this.#branches.find(branch) === undefined) this.#chooseBranch(undefined);
  }

  async #readList(): Promise<void> {
    const { branch } = this;
    const id = this.#shown?.id;
    if (id === undefined || branch === undefined) return;
    this.#list.table.show(this.typed, this.filter);
    this.grid?.toTop();
    await this.#list.read({ id, branch: branch === allBranches ? undefined : branch });
  }

  #chooseBranch(branch: string | undefined): void {
    this.branch = branch;
    this.#told.clear();
    if (!this.noUrl) writeDeepLink(parameter, branch);
    void this.#readList();
  }

  #show(typed: string, filter: StoreFilter): void {
    this.typed = typed;
    this.filter = filter;
    this.#list.forgetWaiting();
    this.#list.table.show(typed, filter);
    this.grid?.toTop();
    this.#announcer.say(
      this.language.words.stores.branch.stores(
        this.#list.table.length,
        this.#list.table.rows.length,
      ),
    );
  }

  readonly #onBetaApp = ({ betaApp }: BetaAppChosenEvent): void =>
    void this.chosen.choose(betaApp.id);

  readonly #onBranch = ({ branch }: BranchChosenEvent): void => this.#chooseBranch(branch);

  readonly #onTick = (): void => {
    const { counts } = this.#list.table.ticks;
    const { number } = this.language.format;
    const { pending } = this.language.words.stores;
    this.#told.clear();
    this.#announcer.say(pending(number(counts.added), number(counts.removed)));
    this.requestUpdate();
  };

  readonly #onTickAll = (): void => {
    this.#list.whenComplete(() => {
      const { table } = this.#list;
      const ticked = table.toggleAll();
      const { stores } = this.language.words;
      const tell = ticked ? stores.selected : stores.unselected;
      const text = tell(table.tickable, this.#branchName());
      this.#told.show(text);
      this.#announcer.say(text);
      this.requestUpdate();
    });
    if (!this.#list.isAwaited) return;
    this.#told.clear();
    this.#announcer.say(this.#countText());
  };

  readonly #onDiscard = (): void => {
    this.#list.forgetWaiting();
    this.#list.table.discard();
    this.#told.clear();
    this.requestUpdate();
    this.renderRoot.querySelector<HTMLElement>('#save')?.focus();
  };

  readonly #onSave = (): void => {
    const { current } = this.chosen;
    if (current !== undefined) void this.#saving.ask(current);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-store-picker': BetaStorePicker;
  }
}
