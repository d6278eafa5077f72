import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { icons } from '../icons/icons.js';
import { LanguageController } from '../language/language-controller.js';
import { type Notifier } from '../notification/notifier.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { busyIcon } from '../waiting/busy-icon.js';
import { type BetaDialog } from './beta-dialog.js';
import { dialogButtonStyles } from './dialog-buttons.styles.js';

/**
 * Asks before something that can't be taken back: "Batal" has the focus, "Ya" goes on. It stays open until its
 * owner closes it, so that the answer of the server can be waited for, and its refusal be told, inside.
 *
 * @event confirm - "Ya" was pressed.
 * @event close - It has closed, by whatever means.
 * @slot - What is to be seen under the sentence, such as a small table.
 */
export class BetaConfirmation extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    dialogButtonStyles,
    css`
      p {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property() heading = '';
  /** The sentence with the consequence. */
  @property() message = '';
  /** The word on the button that goes on; "Ya" by default. */
  @property({ attribute: 'yes-label' }) yesLabel?: string;
  /** The word on the button that goes back; "Batal" by default. */
  @property({ attribute: 'no-label' }) noLabel?: string;
  /** Whether going on removes something. */
  @property({ type: Boolean }) removes = false;
  /** Whether what "Ya" began is running. */
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) notifier?: Notifier;
  @property({ attribute: false }) fallbackFocus?: () => HTMLElement | null | undefined;

  @query('beta-dialog') private readonly dialog!: BetaDialog;

  readonly #language = new LanguageController(this);

  get open(): boolean {
    return this.hasUpdated && this.dialog.open;
  }

  async show(): Promise<void> {
    await this.updateComplete;
    await this.dialog.show();
  }

  close(): void {
    if (this.hasUpdated) this.dialog.close();
  }

  protected override render(): TemplateResult {
    const { button } = this.#language.words.common;
    return html`<beta-dialog
      kind="confirmation"
      .heading=${this.heading}
      .notifier=${this.notifier}
      .fallbackFocus=${this.fallbackFocus}
      @close=${() => this.dispatchEvent(new Event('close'))}
    >
      ${this.message === '' ? nothing : html`<p>${this.message}</p>`}
      <slot></slot>
      <div slot="footer" class="dialog-buttons">
        <button type="button" class="button" autofocus @click=${() => this.close()}>
          ${this.noLabel ?? button.cancel}
        </button>
        <button
          type="button"
          class="button ${this.removes ? 'danger' : 'primary'}"
          aria-disabled=${this.busy ? 'true' : nothing}
          @click=${this.#onYes}
        >
          ${busyIcon(icons.check, this.busy)}${this.yesLabel ?? button.yes}
        </button>
      </div>
    </beta-dialog>`;
  }

  readonly #onYes = (): void => {
    if (!this.busy) this.dispatchEvent(new Event('confirm'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-confirmation': BetaConfirmation;
  }
}
