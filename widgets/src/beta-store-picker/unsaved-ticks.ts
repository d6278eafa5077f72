import { type ReactiveController } from 'lit';
import { type BetaConfirmation } from '../dialog/beta-confirmation.js';
import { type BetaPageElement } from '../page-element/beta-page-element.js';

/**
 * Owns the questions before unsaved ticks are given up: the browser's own when the page is left, and ours
 * when another beta app takes the place of this one.
 */
export class UnsavedTicks implements ReactiveController {
  readonly #host: BetaPageElement;
  readonly #count: () => number;
  readonly #confirmation: () => BetaConfirmation;
  #answer: ((leave: boolean) => void) | undefined;

  constructor(host: BetaPageElement, count: () => number, confirmation: () => BetaConfirmation) {
    this.#host = host;
    this.#count = count;
    this.#confirmation = confirmation;
    host.addController(this);
  }

  /** Asks, if there is anything to lose; true to go on. */
  async mayLeave(): Promise<boolean> {
    if (this.#count() === 0) return true;
    this.#answer?.(false);
    const answer = new Promise<boolean>((resolve) => (this.#answer = resolve));
    this.#host.requestUpdate();
    await this.#confirmation().show();
    return answer;
  }

  /** "Ya" was pressed, or the question has closed without it. */
  settle(leave: boolean): void {
    const answer = this.#answer;
    this.#answer = undefined;
    answer?.(leave);
    if (leave) this.#confirmation().close();
  }

  hostConnected(): void {
    window.addEventListener(
      'beforeunload',
      (event) => {
        if (this.#count() === 0) return;
        event.preventDefault();
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- browsers before Chrome 119 ask only if it is set
        event.returnValue = true;
      },
      { signal: this.#host.connection },
    );
  }
}
