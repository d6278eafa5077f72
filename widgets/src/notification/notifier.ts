import { type ReactiveController, type ReactiveControllerHost } from 'lit';
import { BetaNotifyEvent } from '../events.js';
import { BetaNotifications } from './beta-notifications.js';
import { type Notification } from './notification.js';

const tagName = 'beta-notifications';

/**
 * Tells the user what happened: inside the dialog that is open on top, else at the top of the screen, unless
 * the page cancels `beta-notify` to show it by itself. Owns where it is shown, not what is said.
 */
export class Notifier implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  /** The open dialogs' places, the one on top last. */
  readonly #dialogs: BetaNotifications[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  show(notification: Notification): void {
    const { kind, message, code } = notification;
    const dialog = this.#dialogs.at(-1);
    const inDialog = dialog !== undefined;
    const shown = this.#host.dispatchEvent(new BetaNotifyEvent({ kind, message, code, inDialog }));
    if (inDialog) dialog.show(notification);
    else if (shown) this.#page().show(notification);
  }

  /** Takes away what these codes said: its cause is mended. */
  dismiss(...codes: string[]): void {
    for (const place of [...this.#dialogs, this.#page()]) place.dismiss(...codes);
  }

  /** Takes away the warnings and errors: what they were about is tried anew. */
  dismissAlerts(): void {
    for (const place of [...this.#dialogs, this.#page()]) place.dismissAlerts();
  }

  /** A dialog has opened: from now on notifications stand in it. */
  enter(dialog: BetaNotifications): void {
    this.#dialogs.push(dialog);
  }

  /** A dialog has closed, and what was said in it is over. */
  leave(dialog: BetaNotifications): void {
    const index = this.#dialogs.indexOf(dialog);
    if (index >= 0) this.#dialogs.splice(index, 1);
    dialog.clear();
  }

  hostConnected(): void {
    // Screen readers only notice what changes in a region that they have seen before.
    this.#page();
  }

  /** One place at the top of the screen for all widgets of the page. */
  #page(): BetaNotifications {
    const found = document.body.querySelector(`:scope > ${tagName}`);
    if (found instanceof BetaNotifications) return found;
    const made = document.createElement(tagName);
    document.body.append(made);
    return made;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-notifications': BetaNotifications;
  }
}
