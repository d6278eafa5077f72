import { html, type TemplateResult } from 'lit';
import { type BetaPageElement } from '../page-element/beta-page-element.js';
import { type CopyDialog } from './copy-dialog.js';
import { copyText } from './copy-text.js';

/** Owns the text for the ticket: it is copied, or shown to be copied by hand where a page may not do it. */
export class CopiedTicket {
  readonly #host: BetaPageElement;
  readonly #dialog: () => CopyDialog;
  #text = '';

  constructor(host: BetaPageElement, dialog: () => CopyDialog) {
    this.#host = host;
    this.#dialog = dialog;
  }

  async copy(text: string): Promise<void> {
    const { language, notifier, renderRoot } = this.#host;
    if (copyText(text, renderRoot)) {
      const message = language.words.versions.copied;
      notifier.show({ kind: 'success', code: 'ok.copied', message });
      return;
    }
    this.#text = text;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await this.#dialog().show();
  }

  dialog(): TemplateResult {
    return html`<beta-copy-dialog
      .text=${this.#text}
      .notifier=${this.#host.notifier}
    ></beta-copy-dialog>`;
  }
}
