import type { BetaApp, SavedStores } from '@beta-app/core/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { dialogButtonStyles } from '../dialog/dialog-buttons.styles.js';
import { DialogFrame } from '../dialog/dialog-frame.js';
import { dialogStyles } from '../dialog/dialog.styles.js';
import { failureNote } from '../failure/failure-note.js';
import { saveFile } from '../file/save-file.js';
import { icons } from '../icons/icons.js';
import { LanguageController } from '../language/language-controller.js';
import { type Notifier } from '../notification/notifier.js';
import { type SaveDialog } from '../save-dialog/save-dialog.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { choicesStyles } from '../styles/choices.styles.js';
import { fieldStyles } from '../styles/field.styles.js';
import { busyIcon } from '../waiting/busy-icon.js';
import { waitingSign } from '../waiting/waiting-sign.js';
import { type LineGroup } from './import-report.js';
import { refusedFile } from './line-remark.js';
import { type ImportClient, ListCheck } from './list-check.js';
import { listImportStyles } from './list-import.styles.js';
import { ListSource } from './list-source.js';
import { type ImportMode, importModes } from './meant-stores.js';
import { reportPart, reportSummary } from './report-part.js';
import { SavingList } from './saving-list.js';
import { sourceField } from './source-field.js';

/** A list was saved. Stays inside the element. */
export class ListImportedEvent extends Event {
  constructor(
    readonly betaApp: BetaApp,
    readonly saved: SavedStores,
  ) {
    super('list-imported');
  }
}

/**
 * The dialog "Impor daftar": takes a list of stores, tells line by line what it would do, and saves it at once.
 *
 * @event list-imported - A list was saved (`ListImportedEvent`).
 */
export class ListImport extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    dialogStyles,
    fieldStyles,
    choicesStyles,
    dialogButtonStyles,
    listImportStyles,
  ];

  @property({ attribute: false }) client?: ImportClient;
  @property({ attribute: false }) betaApp?: BetaApp | undefined;
  @property({ attribute: false }) notifier?: Notifier;
  /** Gives the name of a branch. */
  @property({ attribute: false }) branchName: (code: string) => string = (code) => code;

  /** The number of stores above which it has to be typed before a save over several branches. */
  @property({ attribute: false }) typeAbove = Infinity;

  @state() private mode: ImportMode = 'add';
  @state() private missing = false;
  @state() private over = false;
  @state() private leaveOut = false;
  @state() private leaveOutMissing = false;
  @state() private saved: SavedStores | undefined;
  @state() private folds: ReadonlyMap<LineGroup, boolean> = new Map();
  @query('#list') private readonly field!: HTMLTextAreaElement;
  @query('input[type=file]') private readonly fileInput!: HTMLInputElement;
  @query('beta-save-dialog') private readonly saveDialog!: SaveDialog;

  readonly #language = new LanguageController(this);
  readonly #source = new ListSource(this);
  readonly #check = new ListCheck(this, () => this.#client);
  readonly #saving = new SavingList(this, {
    client: () => this.#client,
    language: this.#language,
    notifier: () => this.notifier,
    dialog: () => this.saveDialog,
    branchName: (code) => this.branchName(code),
    saved: (betaApp, saved) => this.#onSaved(betaApp, saved),
  });
  readonly #frame = new DialogFrame(this, {
    kind: 'form',
    language: this.#language,
    notifier: () => this.notifier,
    closed: () => this.#check.stop(),
  });

  /** Opens it, with the list that wasn't saved yet. */
  async show(): Promise<void> {
    if (this.betaApp === undefined) return;
    if (this.saved !== undefined) this.#source.clear();
    this.#forgetResult();
    this.#check.begin(this.betaApp.id);
    await this.#frame.show();
  }

  close(): void {
    this.#frame.close();
  }

  /** Whether it is shown, so that it tells by itself what was saved. */
  get open(): boolean {
    return this.#frame.open;
  }

  /** Whether a save is running. */
  get saving(): boolean {
    return this.#saving.busy;
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    super.willUpdate(changes);
    // What was checked for one beta app is never saved in another.
    if (changes.has('betaApp') && changes.get('betaApp')?.id !== this.betaApp?.id) this.close();
  }

  protected override render(): TemplateResult {
    const { lists } = this.#language.words;
    const { waiting, checked } = this.#check;
    return html`${this.#frame.render({
        heading: lists.title,
        content: html`
          <p class="for">${lists.betaApp(this.betaApp?.name ?? '')}</p>
          ${this.#sourceField()} ${this.#modes()}
          <button
            type="button"
            id="check"
            class="button ${checked === undefined ? 'primary' : 'outlined'}"
            aria-disabled=${waiting.active ? 'true' : nothing}
            @click=${this.#onCheck}
          >
            ${busyIcon(icons.check, waiting.active)}${lists.check}
          </button>
          ${this.#result()}
        `,
        footer: this.#buttons(),
        busy: this.#saving.busy,
      })}<beta-save-dialog
        .typeAbove=${this.typeAbove}
        .question=${this.#saving.question}
        .busy=${this.#saving.busy}
        .notifier=${this.notifier}
        .nameOf=${this.#nameOfStore}
        @confirm=${() => void this.#saving.confirm()}
      ></beta-save-dialog>`;
  }

  #sourceField(): TemplateResult {
    return sourceField({
      source: this.#source,
      words: this.#language.words,
      missing: this.missing,
      over: this.over,
      onType: () => {
        this.#source.type(this.field.value);
        this.#listChanged();
      },
      onCheck: (event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        this.#onCheck();
      },
      onChoose: () => this.fileInput.click(),
      onFile: () => {
        const [file] = this.fileInput.files ?? [];
        if (file !== undefined) void this.#takeFile(file);
        // The same file can be chosen again, corrected.
        this.fileInput.value = '';
      },
      onDropFile: () => {
        this.#source.dropFile();
        this.#listChanged();
        void this.updateComplete.then(() => this.field.focus());
      },
      onOver: (event) => {
        // What isn't a file is for the field itself.
        if (event.dataTransfer?.types.includes('Files') !== true) return;
        event.preventDefault();
        this.over = true;
      },
      onLeave: () => (this.over = false),
      onDrop: (event) => {
        this.over = false;
        const [file] = event.dataTransfer?.files ?? [];
        if (file === undefined) return;
        event.preventDefault();
        void this.#takeFile(file);
      },
    });
  }

  #modes(): TemplateResult {
    const { lists } = this.#language.words;
    return html`<div>
      <fieldset>
        <legend class="label">${lists.mode}</legend>
        <div class="choices">
          ${importModes.map(
            (mode) =>
              html`<label class="choice"
                ><input
                  type="radio"
                  name="mode"
                  value=${mode}
                  .checked=${mode === this.mode}
                  @change=${() => this.#choose(mode)}
                /><span>${lists.modes[mode]}</span></label
              >`,
          )}
        </div>
      </fieldset>
      ${this.mode === 'replace' ? html`<p class="note">${lists.replaceHint}</p>` : nothing}
    </div>`;
  }

  #result(): TemplateResult {
    const { words } = this.#language;
    const { lists } = words;
    const { waiting, checked, failure, progress } = this.#check;
    const isReading = waiting.active && progress !== undefined;
    return html`<section
      class="result"
      aria-label=${lists.result}
      aria-busy=${waiting.active ? 'true' : 'false'}
    >
      ${waitingSign(waiting, words)}
      ${isReading ? html`<p class="note">${lists.reading(progress.read, progress.total)}</p>` : nothing}
      ${failure === undefined ? nothing : failureNote(failure, words, () => this.#check.again())}
      <div role="status">${this.#outcome()}</div>
      ${
        checked === undefined
          ? nothing
          : reportPart({
              checked,
              language: this.#language,
              folds: this.folds,
              leaveOut: this.leaveOut,
              leaveOutMissing: this.leaveOutMissing,
              done: this.saved !== undefined,
              onFold: (group, open) => (this.folds = new Map(this.folds).set(group, open)),
              onLeaveOut: ({ target }) => {
                this.leaveOut = (target as HTMLInputElement).checked;
                this.leaveOutMissing = false;
              },
              onSaveRefused: () =>
                saveFile(
                  `${lists.refusedFileName}.csv`,
                  'text/csv;charset=utf-8',
                  refusedFile(checked.report, this.#language),
                ),
            })
      }
    </section>`;
  }

  #outcome(): TemplateResult | typeof nothing {
    const { lists } = this.#language.words;
    const { checked } = this.#check;
    if (this.saved !== undefined) {
      const { added, removed } = this.saved;
      return html`<p class="done">${icons.success}${lists.done(added, removed)}</p>`;
    }
    return checked === undefined ? nothing : reportSummary(checked, this.#language);
  }

  #buttons(): TemplateResult {
    const { common, lists } = this.#language.words;
    const report = this.#check.checked?.report;
    const mayBeSaved = this.saved === undefined && report !== undefined && report.wishes.size > 0;
    return html`<div class="dialog-buttons">
      <button type="button" id="close" class="button" @click=${() => this.close()}>
        ${this.saved === undefined ? common.button.cancel : common.button.close}
      </button>
      ${
        mayBeSaved
          ? html`<button
              type="button"
              id="save-list"
              class="button primary"
              aria-disabled=${this.#saving.busy ? 'true' : nothing}
              @click=${this.#onSave}
            >
              ${busyIcon(icons.check, this.#saving.busy)}${lists.save[report.mode](
                report.groups.added.length,
                report.groups.removed.length,
              )}
            </button>`
          : nothing
      }
    </div>`;
  }

  get #client(): ImportClient {
    if (this.client === undefined) throw new Error('The dialog has no client.');
    return this.client;
  }

  readonly #nameOfStore = (code: string): string => {
    const known = this.#check.checked?.known;
    const row = known?.rowOf(code);
    return row === undefined ? code : `${code} ${known?.rows.names[row] ?? ''}`;
  };

  readonly #onCheck = (): void => {
    if (this.#check.waiting.active) return;
    this.#forgetResult();
    const { text } = this.#source;
    this.missing = text.trim() === '';
    if (this.missing) this.#sourceControl.focus();
    else void this.#check.check(text, this.mode);
  };

  /** What the list is given by. */
  get #sourceControl(): HTMLElement {
    const chooser = this.renderRoot.querySelector<HTMLElement>('#choose-file');
    return this.#source.file === undefined ? this.field : (chooser ?? this.field);
  }

  readonly #onSave = (): void => {
    const { checked } = this.#check;
    if (this.betaApp === undefined || checked === undefined) return;
    if (checked.report.refused > 0 && !this.leaveOut) {
      this.leaveOutMissing = true;
      this.renderRoot.querySelector<HTMLElement>('#leave-out')?.focus();
      return;
    }
    void this.#saving.ask(this.betaApp, checked);
  };

  async #takeFile(file: File): Promise<void> {
    if (await this.#source.take(file)) this.#listChanged();
  }

  /** What was found is about another list than the one that is there now. */
  #listChanged(): void {
    this.missing = false;
    this.#forgetResult();
    this.#check.clear();
  }

  /** The same list, for something else. */
  #choose(mode: ImportMode): void {
    this.mode = mode;
    const wasChecked = this.#check.checked !== undefined || this.#check.waiting.active;
    if (this.saved === undefined && wasChecked) {
      this.#forgetResult();
      void this.#check.check(this.#source.text, mode);
    }
  }

  #forgetResult(): void {
    this.saved = undefined;
    this.leaveOut = false;
    this.leaveOutMissing = false;
    this.folds = new Map();
  }

  #onSaved(betaApp: BetaApp, saved: SavedStores): void {
    this.saved = saved;
    // What was pressed isn't there any more.
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('#close')?.focus(),
    );
    this.dispatchEvent(new ListImportedEvent(betaApp, saved));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-list-import': ListImport;
  }
}
