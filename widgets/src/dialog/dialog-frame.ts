import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { icons } from '../icons/icons.js';
import { type LanguageController } from '../language/language-controller.js';
import { type BetaNotifications } from '../notification/beta-notifications.js';
import { type Notifier } from '../notification/notifier.js';
import { deepActiveElement } from './deep-active-element.js';

/** For how many milliseconds a press may still be one for what was there before: as long as a double click takes. */
const gestureMs = 500;

/** Lists close by a press beside them; forms don't, as they hold input; confirmations ask. */
export type DialogKind = 'list' | 'form' | 'confirmation';

export interface DialogFrameOptions {
  kind: DialogKind;
  language: LanguageController;
  notifier: () => Notifier | undefined;
  /** Called when it has closed, by whatever means. */
  closed?: () => void;
}

export interface DialogParts {
  heading: string;
  content: TemplateResult | typeof nothing;
  /** The buttons at its lower edge. */
  footer?: TemplateResult;
  /** Whether what its button began is running. */
  busy?: boolean;
  /** What is read out meanwhile; that it is saved by default. */
  busyText?: string;
  /** The id of the sentence that a confirmation asks. */
  describedBy?: string;
}

/**
 * The frame of every dialog: title, close button, notifications, content and buttons. Owns opening, closing and
 * the focus: the content's `[autofocus]` has it first, and the opener gets it back. Presses that were meant for what
 * was there before don't reach its content. Styled by `dialogStyles`.
 */
export class DialogFrame implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: DialogFrameOptions;
  readonly #dialog = createRef<HTMLDialogElement>();
  readonly #notifications = createRef<BetaNotifications>();
  #opener: HTMLElement | null = null;
  /** When what it shows came, by `performance.now()`. */
  #since = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, options: DialogFrameOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get open(): boolean {
    return this.#dialog.value?.open ?? false;
  }

  /** Opens it on top of the page and of other dialogs. */
  async show(): Promise<void> {
    await this.#host.updateComplete;
    const dialog = this.#dialog.value;
    const notifications = this.#notifications.value;
    if (!dialog || !notifications || dialog.open || !dialog.isConnected) return;
    this.#opener = deepActiveElement();
    dialog.showModal();
    this.#options.notifier()?.enter(notifications);
    this.begin();
  }

  /** Begins with what it shows by now: the focus is at its beginning, and presses for what was there don't count. */
  begin(): void {
    this.#since = performance.now();
    this.#dialog.value?.querySelector<HTMLElement>('[autofocus]')?.focus();
  }

  close(): void {
    if (!this.open) return;
    // At once, since the event comes later: what is told right after closing belongs to the page.
    this.#leave();
    this.#dialog.value?.close();
  }

  hostDisconnected(): void {
    // A dialog that is taken out of the document fires no event.
    this.close();
    this.#leave();
  }

  render(parts: DialogParts): TemplateResult {
    const { kind, language } = this.#options;
    const { button, saving } = language.words.common;
    const { heading, content, footer, busy = false, busyText = saving, describedBy } = parts;
    const asks = kind === 'confirmation';
    return html`<dialog
      ${ref(this.#dialog)}
      class=${kind}
      role=${asks ? 'alertdialog' : nothing}
      aria-label=${heading}
      aria-describedby=${describedBy ?? nothing}
      @close=${this.#onClose}
      @keydown=${this.#onKeydown}
      @mousedown=${this.#onMousedown}
      @click=${this.#onClick}
    >
      <div class="frame" aria-busy=${busy ? 'true' : 'false'}>
        <div class="waiting-line" ?hidden=${!busy} aria-hidden="true"></div>
        <span class="visually-hidden" aria-live="polite">${busy ? busyText : ''}</span>
        <div class="head">
          <h2>${heading}</h2>
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
        </div>
        <beta-notifications in-dialog ${ref(this.#notifications)}></beta-notifications>
        <div class="content">${content}</div>
        ${footer === undefined ? nothing : html`<div class="foot">${footer}</div>`}
      </div>
    </dialog>`;
  }

  /** Takes away the second press of a double click, or a tap, that was meant for what was there before. */
  #isTakenAway(event: MouseEvent): boolean {
    const mayBeLate = event.detail > 1 || (event as Partial<PointerEvent>).pointerType === 'touch';
    if (!mayBeLate || performance.now() - this.#since > gestureMs) return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  readonly #onMousedown = {
    capture: true,
    handleEvent: (event: MouseEvent): void => void this.#isTakenAway(event),
  };

  readonly #onClick = {
    capture: true,
    handleEvent: (event: MouseEvent): void => {
      const dialog = this.#dialog.value;
      if (this.#isTakenAway(event)) return;
      if (this.#options.kind !== 'list' || !dialog || event.target !== dialog) return;
      const { left, right, top, bottom } = dialog.getBoundingClientRect();
      const { clientX: x, clientY: y } = event;
      if (x < left || x > right || y < top || y > bottom) this.close();
    },
  };

  /** Escape closes this one only, and not also what the page has it in. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') event.stopPropagation();
  };

  #leave(): void {
    if (this.#notifications.value) this.#options.notifier()?.leave(this.#notifications.value);
  }

  readonly #onClose = (): void => {
    this.#leave();
    const opener = this.#opener;
    this.#opener = null;
    // The browser gave the focus back when it closed, which is a while ago: where a user has gone since, he stays.
    if (opener?.isConnected && deepActiveElement() === null) opener.focus();
    this.#options.closed?.();
  };
}
