import { css, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { DialogFrame } from '../dialog/dialog-frame.js';
import { dialogStyles } from '../dialog/dialog.styles.js';
import { LanguageController } from '../language/language-controller.js';
import { type Notifier } from '../notification/notifier.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { fieldStyles } from '../styles/field.styles.js';

/** Shows a text, selected, where the browser doesn't let the page copy it. */
export class CopyDialog extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    dialogStyles,
    css`
      textarea.input {
        min-height: 180px;
        font-family: var(--_mono);
        font-size: 14px;
      }
    `,
  ];

  @property() text = '';
  @property({ attribute: false }) notifier?: Notifier;

  readonly #language = new LanguageController(this);
  readonly #frame = new DialogFrame(this, {
    kind: 'form',
    language: this.#language,
    notifier: () => this.notifier,
  });

  show(): Promise<void> {
    return this.#frame.show();
  }

  protected override render(): TemplateResult {
    const { title, text, hint } = this.#language.words.versions.copyByHand;
    return this.#frame.render({
      heading: title,
      content: html`<div class="field">
        <label class="label" for="text">${text}</label>
        <textarea
          id="text"
          class="input"
          readonly
          autofocus
          aria-describedby="hint"
          .value=${this.text}
          @focus=${({ target }: Event) => (target as HTMLTextAreaElement).select()}
        ></textarea>
        <span id="hint" class="hint">${hint}</span>
      </div>`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-copy-dialog': CopyDialog;
  }
}
