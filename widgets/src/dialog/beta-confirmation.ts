import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { icons } from '../icons/icons.js';
import { LanguageController } from '../language/language-controller.js';
import { type Notifier } from '../notification/notifier.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { busyIcon } from '../waiting/busy-icon.js';
import { dialogButtonStyles } from './dialog-buttons.styles.js';
import { DialogFrame } from './dialog-frame.js';
import { dialogStyles } from './dialog.styles.js';

/**
 * Asks before something with consequences: "Batal" has the focus, "Ya" goes on. It stays open until its
 * owner closes it, so that the answer of the server can be waited for, and its refusal be told, inside.
 *
 * @event confirm - "Ya" was pressed.
 * @event close - It has closed, by whatever means.
 */
export class BetaConfirmation extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    dialogStyles,
    dialogButtonStyles,
    css`
      p,
      li {
        overflow-wrap: anywhere;
      }

      ul {
        margin-top: 8px;
        padding-inline-start: 20px;
      }
    `,
  ];

  @property() heading = '';
  /** The sentence with the consequence. */
  @property() message = '';
  /** What the sentence is about, if that is several things. */
  @property({ attribute: false }) entries: readonly string[] = [];
  /** What the button says that doesn't go on; "Batal" by default. */
  @property({ attribute: false }) back: string | undefined;
  /** What the button says that goes on; "Ya" by default. */
  @property({ attribute: false }) forth: string | undefined;
  /** Whether going on removes something. */
  @property({ type: Boolean }) removes = false;
  /** Whether what "Ya" began is running. */
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) notifier?: Notifier;

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

  protected override render(): TemplateResult {
    const { button } = this.#language.words.common;
    return this.#frame.render({
      heading: this.heading,
      describedBy: 'asked',
      content: html`<div id="asked">
        <p>${this.message}</p>
        ${
          this.entries.length === 0
            ? nothing
            : html`<ul>
                ${this.entries.map((entry) => html`<li>${entry}</li>`)}
              </ul>`
        }
      </div>`,
      busy: this.busy,
      footer: html`<div class="dialog-buttons">
        <button type="button" class="button" autofocus @click=${() => this.close()}>
          ${this.back ?? button.cancel}
        </button>
        <button
          type="button"
          class="button ${this.removes ? 'danger' : 'primary'}"
          aria-disabled=${this.busy ? 'true' : nothing}
          @click=${this.#onYes}
        >
          ${busyIcon(icons.check, this.busy)}${this.forth ?? button.yes}
        </button>
      </div>`,
    });
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
