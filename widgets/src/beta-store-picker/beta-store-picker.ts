import type { BetaApp } from '@beta-app/core/contract';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { type BetaAppChosenEvent, type BetaAppList } from '../beta-app-list/beta-app-list.js';
import { ChosenBetaApp } from '../chosen-beta-app/chosen-beta-app.js';
import { readOnlyNote } from '../chosen-beta-app/read-only-note.js';
import { chosenFailure } from '../chosen-beta-app/chosen-failure.js';
import { type BetaConfirmation } from '../dialog/beta-confirmation.js';
import { BetaStoresSavedEvent } from '../events.js';
import { type ListImport, type ListImportedEvent } from '../list-import/list-import.js';
import { BetaAppPageElement } from '../page-element/beta-app-page-element.js';
import { pageElementStyles } from '../page-element/page-element.styles.js';
import { pickerField } from '../picker-field/picker-field.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { choicesStyles } from '../styles/choices.styles.js';
import { factsStyles } from '../styles/facts.styles.js';
import { fieldStyles } from '../styles/field.styles.js';
import { branchSharesStyles } from '../branches/branch-shares.js';
import { tableStyles } from '../styles/table.styles.js';
import { stateBadgeStyles } from '../styles/state-badge.js';
import { waitingSign, waitingStyles } from '../waiting/waiting-sign.js';
import { betaStorePickerStyles } from './beta-store-picker.styles.js';
import { type BranchChosenEvent, type BranchCombobox } from './branch-combobox.js';
import { allBranches } from './branch-matches.js';
import { ExportedStores } from './exported-stores.js';
import { listTools } from './list-tools.js';
import { ChangesElsewhere } from './changes-elsewhere.js';
import { NarrowBox } from '../page-element/narrow-box.js';
import { pickerSummary } from './picker-summary.js';
import { registeredBranches } from './registered-branches.js';
import { type SaveDialog } from '../save-dialog/save-dialog.js';
import { SavingStores } from './saving-stores.js';
import { ShownStores } from './shown-stores.js';
import { storeFilter } from './store-filter.js';
import { type StoreGrid } from './store-grid.js';
import { storeSearch } from './store-search.js';
import { type StoreFilter } from './store-table.js';
import { noBranch, storesPart } from './stores-part.js';
import { ToldTicks } from './told-ticks.js';
import { UnsavedTicks } from './unsaved-ticks.js';
import { WiderSelection } from './wider-selection.js';

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
    tableStyles,
    pageElementStyles,
    branchSharesStyles,
    betaStorePickerStyles,
  ];

  /** The number of stores above which it has to be typed before a save over several branches. */
  @property({ type: Number, attribute: 'type-above' }) typeAbove = 1000;

  @query('beta-app-list') private readonly betaApps!: BetaAppList;
  @query('beta-confirmation') private readonly confirmation!: BetaConfirmation;
  @query('beta-save-dialog') private readonly saveDialog!: SaveDialog;
  @query('beta-list-import') private readonly listImport!: ListImport;
  @query('beta-store-grid') private readonly grid!: StoreGrid | null;
  @query('#search') private readonly searchInput!: HTMLInputElement | null;

  readonly #box = new NarrowBox(this);
  readonly #shown: ShownStores = new ShownStores(this, {
    listed: () => this.#saving.listed(),
    fromTop: () => this.grid?.toTop(),
    left: () => this.#told.clear(),
    leftBetaApp: () => this.#saving.leave(),
  });
  readonly #told = new ToldTicks(this, () => this.#shown);
  readonly #unsaved = new UnsavedTicks(
    this,
    () => this.#shown.pending,
    () => this.confirmation,
  );
  /** @internal */
  readonly chosen = new ChosenBetaApp(this, () => this.#unsaved.mayLeave());
  readonly #saving = new SavingStores(this, {
    dialog: () => this.saveDialog,
    table: () => this.#shown.list.table,
    selected: () => this.#shown.selected,
    outlook: (branchCode, counts) => this.#shown.outlook(branchCode, counts),
    isAwaited: () => this.#shown.list.isAwaited,
    refresh: () => this.chosen.reload(),
  });
  readonly #exported = new ExportedStores(this);
  readonly #wider = new WiderSelection(this, () => this.#shown);

  readonly #elsewhere = new ChangesElsewhere(this, {
    current: () => this.chosen.current,
    isSaving: () => this.#saving.busy || this.listImport.saving,
  });

  /** @internal */
  override connectedCallback(): void {
    super.connectedCallback();
    this.#shown.readAddress();
  }

  protected override willUpdate(changes: PropertyValues): void {
    super.willUpdate(changes);
    this.#shown.follow(this.chosen.current);
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
            .branches=${this.#shown.branches.all}
            .counted=${this.#shown.isCounted}
            .value=${this.#shown.branch}
            .reason=${current === undefined ? stores.pickFirst : ''}
            @branch-chosen=${this.#onBranch}
          ></beta-branch-combobox>
          ${current === undefined || this.#shown.branch === undefined ? nothing : this.#filters()}
        </div>
        ${current === undefined ? nothing : this.#stores(current)}
      </div>
      ${this.#dialogs()}`;
  }

  #filters(): TemplateResult {
    const { words } = this.language;
    const { typed, filter } = this.#shown;
    return html`${storeSearch(typed, words, (text) => this.#narrow(text, filter))}
    ${storeFilter({
      filter,
      narrow: this.#box.narrow,
      words,
      onFilter: (chosen) => this.#narrow(typed, chosen),
    })}`;
  }

  #stores(current: BetaApp): TemplateResult {
    const { words } = this.language;
    return html`${readOnlyNote(current.state, words)}
    ${listTools({
      words,
      readOnly: this.chosen.readOnly,
      exporting: this.#exported.busy,
      onImport: () => void this.listImport.show(),
      onExport: () => this.#export(current),
    })}
    ${registeredBranches(this.#shown, words, (branch) => this.#showBranch(branch))}
    ${
      this.#shown.branch === undefined
        ? noBranch(this.#shown.branches, words, () => this.#shown.readBranches())
        : storesPart({
            shown: this.#shown,
            told: this.#told,
            language: this.language,
            narrow: this.#box.narrow,
            readOnly: this.chosen.readOnly,
            leaving: this.chosen.leaving,
            busy: this.#saving.busy,
            changed: this.#elsewhere.latest,
            wider: this.#wider.text,
            skipped: this.#saving.skipped,
            onReload: this.#onReload,
            onDiscard: this.#onDiscard,
            onDropHeld: this.#onDropHeld,
            onSave: this.#onSave,
            onTick: this.#onTick,
            onTickAll: this.#onTickAll,
            onTickEverywhere: this.#onTickEverywhere,
            onShowSkipped: this.#onShowSkipped,
            onSearch: () => this.searchInput?.focus(),
          })
    }`;
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
        .message=${leave.question(this.#shown.pending)}
        .notifier=${this.notifier}
        @confirm=${() => this.#unsaved.settle(true)}
        @close=${() => this.#unsaved.settle(false)}
      ></beta-confirmation>
      <beta-save-dialog
        .typeAbove=${this.typeAbove}
        .question=${this.#saving.question}
        .busy=${this.#saving.busy}
        .notifier=${this.notifier}
        .nameOf=${this.#nameOfStore}
        @confirm=${() => void this.#saving.confirm()}
        @move=${() => void this.#saving.move()}
        @close=${() => this.#saving.closed()}
      ></beta-save-dialog>
      <beta-list-import
        .typeAbove=${this.typeAbove}
        .client=${this.api}
        .betaApp=${this.chosen.current}
        .notifier=${this.notifier}
        .branchName=${this.#nameOfBranch}
        @list-imported=${this.#onImported}
      ></beta-list-import>`;
  }

  readonly #nameOfBranch = (code: string): string => this.#shown.branches.nameOf(code);

  readonly #nameOfStore = (code: string): string => {
    for (const tick of this.#shown.list.table.ticks.pending()) {
      if (tick.code === code) return `${code} ${tick.name}`;
    }
    return code;
  };

  #narrow(typed: string, filter: StoreFilter): void {
    this.#shown.narrow(typed, filter);
    this.#told.narrowed();
  }

  #export({ id }: BetaApp): void {
    const { branch } = this.#shown;
    void this.#exported.save({
      id,
      branch: branch === allBranches ? undefined : branch,
      branchName: this.#nameOfBranch,
    });
  }

  readonly #onImported = ({ betaApp, saved }: ListImportedEvent): void => {
    if (!this.listImport.open) {
      const message = this.language.words.stores.save.saved(saved.added, saved.removed);
      this.notifier.show({ kind: 'success', code: 'ok.stores_saved', message });
    }
    this.dispatchEvent(new BetaStoresSavedEvent(betaApp.id, saved));
    void this.chosen.reload();
  };

  readonly #onBetaApp = ({ betaApp }: BetaAppChosenEvent): void =>
    void this.chosen.choose(betaApp.id);

  readonly #onBranch = ({ branch }: BranchChosenEvent): void => this.#shown.chooseBranch(branch);

  /** The list of branches goes, with what was pressed in it. */
  #showBranch(branch: string): void {
    this.#shown.chooseBranch(branch);
    this.renderRoot.querySelector<BranchCombobox>('beta-branch-combobox')?.focus();
  }

  readonly #onTick = (): void => {
    this.#told.ticked();
    this.requestUpdate();
  };

  readonly #onTickAll = (): void => {
    const { list } = this.#shown;
    list.whenComplete(() => {
      this.#told.tickedAll(this.#shown.toggleAll());
      this.requestUpdate();
    });
    if (list.isAwaited) this.#told.awaited();
  };

  readonly #onTickEverywhere = (): void => {
    this.#shown.tickEverywhere(() => {
      this.#told.tickedAll(true);
      this.requestUpdate();
    });
    if (this.#shown.list.isAwaited) this.#told.awaited();
    this.#focusSave();
  };

  readonly #onShowSkipped = (): void => {
    this.#narrow(this.#saving.skipped?.q ?? '', 'unregistered');
    this.#saving.forgetSkipped();
    // The button goes; what it shows is in the table.
    this.grid?.takeFocus();
  };

  readonly #onDiscard = (): void => {
    const { list } = this.#shown;
    list.forgetWaiting();
    list.table.discard();
    this.#told.clear();
    this.requestUpdate();
    this.#focusSave();
  };

  readonly #onDropHeld = (): void => {
    const { table } = this.#shown.list;
    table.drop(new Set(table.ticks.heldTicks()));
    this.#told.ticked();
    this.requestUpdate();
    this.#focusSave();
  };

  /** The button that was pressed goes. */
  #focusSave(): void {
    this.renderRoot.querySelector<HTMLElement>('#save')?.focus();
  }

  readonly #onReload = (): void => {
    // The button goes; what it has changed is in the table.
    this.grid?.takeFocus();
    void this.chosen.reload();
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
