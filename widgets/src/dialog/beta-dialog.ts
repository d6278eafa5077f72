import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { icons } from '../icons/icons.js';
import { LanguageController } from '../language/language-controller.js';
import { type BetaNotifications } from '../notification/beta-notifications.js';
import { type Notifier } from '../notification/notifier.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { deepActiveElement } from './deep-active-element.js';
import { dialogStyles } from './dialog.styles.js';

/** Lists close by a press beside them; forms don't, as they hold input; confirmations ask. */
export type DialogKind = 'list' | 'form' | 'confirmation';

/**
 * The frame of every dialog: title, close button, notifications, content and buttons (slot `footer`).
 * Focuses the content's `[autofocus]` when it opens and gives the focus back when it closes.
 *
 * @event close - It has closed, by whatever means.
 */
export class BetaDialog extends LitElement {
  static override styles = [baseStyles, buttonStyles, dialogStyles];

  @property() heading = '';
  @property({ reflect: true }) kind: DialogKind = 'form';
  @property({ attribute: false }) notifier?: Notifier;
  /** What takes the focus when it closes, if the opener is gone by then. */
  @property({ attribute: false }) fallbackFocus?: () => HTMLElement | null | undefined;

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('beta-notifications') private readonly notifications!: BetaNotifications;
  @state() private hasFooter = false;

  readonly #language = new LanguageController(this);
  #opener: HTMLElement | null = null;

  get open(): boolean {
    return this.hasUpdated && this.dialog.open;
  }

  /** Opens it on top of the page and of other dialogs. */
  async show(): Promise<void> {
    await this.updateComplete;
    if (this.dialog.open || !this.isConnected) return;
    this.#opener = deepActiveElement();
    this.dialog.showModal();
    this.notifier?.enter(this.notifications);
    this.querySelector<HTMLElement>('[autofocus]')?.focus();
  }

  close(): void {
    if (this.open) this.dialog.close();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A dialog that is taken out of the document fires no event.
    this.close();
    if (this.hasUpdated) this.notifier?.leave(this.notifications);
  }

  protected override render(): TemplateResult {
    const { button } = this.#language.words.common;
    const asks = this.kind === 'confirmation';
    return html`<dialog
      role=${asks ? 'alertdialog' : nothing}
      aria-labelledby="title"
      aria-describedby=${asks ? 'content' : nothing}
      @close=${this.#onClose}
      @click=${this.#onClick}
    >
      <div class="frame">
        <header>
          <h2 id="title">${this.heading}</h2>
          ${
            asks
              ? nothing
              : html`<button
                  type="button"
                  class="button square quiet"
                  aria-label=${button.close}
                  @click=${() => this.close()}
                >
                  ${icons.close}
                </button>`
          }
        </header>
        <beta-notifications in-dialog></beta-notifications>
        <div class="content" id="content"><slot></slot></div>
        <footer class=${this.hasFooter ? '' : 'empty'}>
          <slot name="footer" @slotchange=${this.#onFooterChange}></slot>
        </footer>
      </div>
    </dialog>`;
  }

  readonly #onFooterChange = ({ target }: Event): void => {
    this.hasFooter = (target as HTMLSlotElement).assignedElements().length > 0;
  };

  readonly #onClick = (event: MouseEvent): void => {
    if (this.kind !== 'list' || event.target !== this.dialog) return;
    const { left, right, top, bottom } = this.dialog.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    if (x < left || x > right || y < top || y > bottom) this.close();
  };

  readonly #onClose = (event: Event): void => {
    event.stopPropagation();
    this.notifier?.leave(this.notifications);
    const opener = this.#opener;
    this.#opener = null;
    if (opener?.isConnected) opener.focus();
    else this.fallbackFocus?.()?.focus();
    this.dispatchEvent(new Event('close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-dialog': BetaDialog;
  }
}
