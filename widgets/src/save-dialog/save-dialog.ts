import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { dialogButtonStyles } from '../dialog/dialog-buttons.styles.js';
import { DialogFrame, type DialogParts } from '../dialog/dialog-frame.js';
import { dialogStyles } from '../dialog/dialog.styles.js';
import { labelledField } from '../form/labelled-field.js';
import { icons } from '../icons/icons.js';
import { LanguageController } from '../language/language-controller.js';
import { type Notifier } from '../notification/notifier.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { fieldStyles } from '../styles/field.styles.js';
import { tableStyles } from '../styles/table.styles.js';
import { busyIcon } from '../waiting/busy-icon.js';
import { refusalText } from './refusal-text.js';
import { saveDialogStyles } from './save-dialog.styles.js';
import { type Refusal, type SaveQuestion } from './save-question.js';

/** How many branches the confirmation lists. */
const listedBranches = 5;

/**
 * The confirmation before stores are saved, which turns into the list of those that can't be.
 *
 * @event confirm - "Ya" or "Simpan tanpa…" was pressed.
 * @event move - "Pindahkan…" was pressed.
 * @event close - It has closed, by whatever means.
 */
export class SaveDialog extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    tableStyles,
    dialogStyles,
    dialogButtonStyles,
    saveDialogStyles,
  ];

  @property({ attribute: false }) question: SaveQuestion | Refusal | undefined;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) notifier?: Notifier;
  /** What the page calls a store. */
  @property({ attribute: false }) nameOf: (code: string) => string = (code) => code;

  /** The number of stores above which it has to be typed, for saves over several branches. */
  @property({ attribute: false }) typeAbove = Infinity;

  @state() private typed = '';
  @state() private isWrong = false;

  @query('#number') private readonly numberField!: HTMLInputElement | null;

  readonly #language = new LanguageController(this);
  readonly #frame = new DialogFrame(this, {
    kind: 'confirmation',
    language: this.#language,
    notifier: () => this.notifier,
    closed: () => this.dispatchEvent(new Event('close')),
  });

  get open(): boolean {
    return this.#frame.open;
  }

  show(): Promise<void> {
    return this.#frame.show();
  }

  close(): void {
    this.#frame.close();
  }

  protected override willUpdate(changes: PropertyValues): void {
    if (!changes.has('question')) return;
    this.typed = '';
    this.isWrong = false;
  }

  protected override updated(changes: PropertyValues): void {
    super.updated(changes);
    // What "Ya" meant has changed under the finger: a second press must not say yes to something else.
    if (changes.has('question') && this.open) this.#frame.begin();
  }

  protected override render(): TemplateResult {
    const { question } = this;
    const { common, stores } = this.#language.words;
    if (question?.kind === 'refused') {
      const { title, entries } = refusalText(question, this.#language, this.nameOf);
      return this.#frame.render({
        heading: title,
        describedBy: 'entries',
        content: html`<ul id="entries" class="entries">
            ${entries.map((entry) => html`<li>${entry}</li>`)}
          </ul>
          ${question.reason === 'overlap' ? this.#outlook(question.rest) : nothing}`,
        footer: this.#buttons(
          common.button.back,
          stores.refused.leaveOut(question.stores.length),
          question.reason === 'overlap' ? this.#moveButton(question.movable?.length ?? 0) : nothing,
        ),
        busy: this.busy,
      });
    }
    return this.#frame.render(this.#save(question));
  }

  #save(question: SaveQuestion | undefined): DialogParts {
    const { common, stores } = this.#language.words;
    const texts = stores.save;
    return {
      heading: texts.title,
      describedBy: 'question',
      content:
        question === undefined
          ? nothing
          : html`<p id="question">${texts.question(question.betaApp)}</p>
              ${this.#outlook(question)}`,
      footer: this.#buttons(common.button.cancel, common.button.yes),
      busy: this.busy,
    };
  }

  /** What happens to the branches, if anything does. */
  #outlook(question: SaveQuestion | undefined) {
    if (question === undefined || question.branches.length === 0) return nothing;
    const { removed, moved = [], leftOut = 0 } = question;
    const { save } = this.#language.words.stores;
    return html`${this.#table(question)}
    ${moved.map(
      ({ betaApp, stores, lost }) =>
        html`<p class="note">
          ${icons.information}<span
            >${save.movesFrom(stores, betaApp.name, betaApp.owner)}
            ${
              lost.length === 0
                ? nothing
                : save.losesVersions(
                    stores,
                    lost.map(({ name }) => name),
                  )
            }</span
          >
        </p>`,
    )}
    ${
      leftOut === 0
        ? nothing
        : html`<p class="note">${icons.information}${save.leavesOut(leftOut)}</p>`
    }
    ${
      removed === 0
        ? nothing
        : html`<p class="note">${icons.information}${save.backToProduction(removed)}</p>`
    }
    ${this.#number === undefined ? nothing : this.#numberPart(this.#number)}`;
  }

  /** How many stores a save changes that is large enough for its number to be typed. */
  get #number(): number | undefined {
    const { question } = this;
    const asked =
      question?.kind === 'refused'
        ? question.reason === 'overlap'
          ? question.rest
          : undefined
        : question;
    const { branches = [] } = asked ?? {};
    const number = branches.reduce((sum, { added, removed }) => sum + added + removed, 0);
    return branches.length > 1 && number > this.typeAbove ? number : undefined;
  }

  #numberPart(number: number): TemplateResult {
    const { save } = this.#language.words.stores;
    const text = this.#language.format.number(number);
    return labelledField({
      id: 'number',
      label: save.typeNumber(text),
      error: this.isWrong ? save.wrongNumber(text) : undefined,
      control: ({ describedBy, invalid }) =>
        html`<input
          id="number"
          class="input"
          inputmode="numeric"
          autocomplete="off"
          .value=${this.typed}
          aria-invalid=${invalid}
          aria-describedby=${describedBy}
          @input=${this.#onTyped}
        />`,
    });
  }

  /** However its thousands are parted. */
  get #isTyped(): boolean {
    return this.#number === undefined || this.typed.replace(/\D/gu, '') === `${this.#number}`;
  }

  readonly #onTyped = ({ target }: InputEvent): void => {
    this.typed = (target as HTMLInputElement).value;
    this.isWrong &&= !this.#isTyped;
  };

  #table({ branches }: SaveQuestion): TemplateResult {
    const { common, stores } = this.#language.words;
    const { number } = this.#language.format;
    const texts = stores.save;
    const more = branches.length - listedBranches;
    return html`<table>
        <thead>
          <tr>
            <th scope="col">${common.field.branch}</th>
            <th scope="col" class="number">${texts.added}</th>
            <th scope="col" class="number">${texts.removed}</th>
            <th scope="col" class="number">${texts.after}</th>
          </tr>
        </thead>
        <tbody>
          ${branches.slice(0, listedBranches).map(
            ({ name, added, removed, after }) =>
              html`<tr>
                <td>${name}</td>
                <td class="number">${added === 0 ? '0' : `+${number(added)}`}</td>
                <td class="number">${removed === 0 ? '0' : `−${number(removed)}`}</td>
                <td class="number">${number(after)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${more > 0 ? html`<p class="more">${texts.moreBranches(more)}</p>` : nothing}`;
  }

  #moveButton(movable: number): TemplateResult | typeof nothing {
    if (movable === 0) return nothing;
    return html`<button
      type="button"
      class="button"
      id="move"
      aria-disabled=${this.busy ? 'true' : nothing}
      @click=${() => {
        if (!this.busy) this.dispatchEvent(new Event('move'));
      }}
    >
      ${this.#language.words.stores.refused.move(movable)}
    </button>`;
  }

  #buttons(
    back: string,
    forth: string,
    other: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    return html`<div class="dialog-buttons">
      <button type="button" class="button" autofocus @click=${() => this.close()}>${back}</button>
      ${other}
      <button
        type="button"
        class="button primary"
        aria-disabled=${this.busy ? 'true' : nothing}
        @click=${this.#onForth}
      >
        ${busyIcon(icons.check, this.busy)}${forth}
      </button>
    </div>`;
  }

  readonly #onForth = (): void => {
    if (this.busy) return;
    this.isWrong = !this.#isTyped;
    if (this.isWrong) this.numberField?.focus();
    else this.dispatchEvent(new Event('confirm'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-save-dialog': SaveDialog;
  }
}
