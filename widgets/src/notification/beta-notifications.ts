import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { deepActiveElement } from '../dialog/deep-active-element.js';
import { icons } from '../icons/icons.js';
import { LanguageController } from '../language/language-controller.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { NoticeQueue, type Notice } from './notice-queue.js';
import { isAlert, type Notification } from './notification.js';
import { notificationsStyles } from './notifications.styles.js';

/** Shows notifications at the top of the screen, or under the title of the dialog that it stands in. */
export class BetaNotifications extends LitElement {
  static override styles = [baseStyles, buttonStyles, notificationsStyles];

  @property({ type: Boolean, reflect: true, attribute: 'in-dialog' }) inDialog = false;

  readonly #language = new LanguageController(this);
  readonly #queue = new NoticeQueue(() => this.requestUpdate());
  #listeners = new AbortController();
  #returnTo: HTMLElement | null = null;
  /** What has lost the focus last: of events that come in here, only the element around it can be seen. */
  #left: EventTarget | undefined;

  show(notification: Notification): void {
    this.#queue.add(notification);
  }

  /** Takes away what these codes said: its cause is mended. */
  dismiss(...codes: string[]): void {
    this.#queue.remove(({ code }) => codes.includes(code));
  }

  /** Takes away warnings and errors: what they were about is tried anew. */
  dismissAlerts(): void {
    this.#queue.remove(isAlert);
  }

  clear(): void {
    this.#queue.remove(() => true);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    document.addEventListener('keydown', (event) => this.#onDocumentKeydown(event), { signal });
    this.getRootNode().addEventListener('focusout', this.#onFocusLeft, { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listeners.abort();
    this.clear();
  }

  protected override render(): TemplateResult {
    const notices = this.#queue.notices;
    const alertOnTop = notices[0] !== undefined && isAlert(notices[0]);
    return html`<div
      class="stack"
      @pointerenter=${() => this.#queue.pause()}
      @pointerleave=${() => this.#queue.resume()}
      @focusin=${this.#onFocusin}
      @focusout=${this.#onFocusout}
      @keydown=${this.#onKeydown}
    >
      <div class="region ${alertOnTop ? '' : 'newest'}" role="status">
        ${this.#rows(notices.filter((notice) => !isAlert(notice)))}
      </div>
      <div class="region ${alertOnTop ? 'newest' : ''}" role="alert">
        ${this.#rows(notices.filter(isAlert))}
      </div>
    </div>`;
  }

  #rows(notices: readonly Notice[]) {
    const { button } = this.#language.words.common;
    return repeat(
      notices,
      ({ id }) => id,
      (notice) =>
        html`<div class="notice ${notice.kind} ${notice.retry ? 'can-retry' : ''}">
          ${icons[notice.kind]}
          <span class="text">${notice.message}</span>
          ${
            notice.retry === undefined
              ? nothing
              : html`<button
                  type="button"
                  class="button small retry"
                  @click=${() => this.#retry(notice)}
                >
                  ${icons.retry}${button.retry}
                </button>`
          }
          <button
            type="button"
            class="button square quiet close"
            aria-label=${button.close}
            @click=${() => this.#close(notice)}
          >
            ${icons.close}
          </button>
        </div>`,
    );
  }

  #retry(notice: Notice): void {
    this.#close(notice);
    notice.retry?.();
  }

  #close(notice: Notice): void {
    const hadFocus = this.matches(':focus-within');
    this.#queue.remove(({ id }) => id === notice.id);
    this.#queue.resume();
    if (hadFocus) this.#giveFocusBack();
  }

  #giveFocusBack(): void {
    const target = this.#returnTo;
    this.#returnTo = null;
    if (target?.isConnected) target.focus();
  }

  /** Remembers where the focus came from, as the button that is pressed here goes with its notification. */
  readonly #onFocusin = ({ relatedTarget: from }: FocusEvent): void => {
    this.#queue.pause();
    if (from instanceof HTMLElement && !this.renderRoot.contains(from)) {
      this.#returnTo = this.#left instanceof HTMLElement ? this.#left : from;
    }
  };

  readonly #onFocusLeft = (event: Event): void => {
    this.#left = event.composedPath()[0];
  };

  readonly #onFocusout = ({ relatedTarget: to }: FocusEvent): void => {
    this.#queue.resume();
    if (to instanceof Node && !this.renderRoot.contains(to)) this.#returnTo = null;
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const [newest] = this.#queue.notices;
    if (event.key !== 'Escape' || newest === undefined) return;
    // The dialog around stays open.
    event.preventDefault();
    event.stopPropagation();
    const shown = this.renderRoot.querySelectorAll('.notice');
    const index = Array.from(shown).findIndex((row) => row.matches(':focus-within'));
    const inOrder = [
      ...this.#queue.notices.filter((notice) => !isAlert(notice)),
      ...this.#queue.notices.filter(isAlert),
    ];
    this.#close(inOrder[index] ?? newest);
  };

  #onDocumentKeydown(event: KeyboardEvent): void {
    if (event.key !== 'F6' || event.defaultPrevented || this.#queue.notices.length === 0) return;
    if (this.matches(':focus-within')) {
      event.preventDefault();
      this.#giveFocusBack();
      return;
    }
    const before = deepActiveElement();
    this.renderRoot.querySelector<HTMLElement>('.newest .close')?.focus();
    // Behind an open dialog nothing can take the focus.
    if (!this.matches(':focus-within')) return;
    event.preventDefault();
    this.#returnTo = before;
  }
}
