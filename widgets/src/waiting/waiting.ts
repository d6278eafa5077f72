import { type ReactiveController, type ReactiveControllerHost } from 'lit';

/**
 * Owns the sign that a part of an element waits: at once a line, after 150 ms grey rows, after 500 ms
 * words for screen readers. What is waited for, and what comes of it, it leaves alone.
 */
export class Waiting implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #running = 0;
  #skeleton = false;
  #spoken = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether anything is waited for. */
  get active(): boolean {
    return this.#running > 0;
  }

  /** Whether a first load shows grey rows by now. */
  get skeleton(): boolean {
    return this.#skeleton;
  }

  /** Whether screen readers are told by now. */
  get spoken(): boolean {
    return this.#spoken;
  }

  /** Shows the sign until the work is over, well or badly. */
  async during<Result>(work: Promise<Result>): Promise<Result> {
    if (this.#running === 0) this.#begin();
    this.#running += 1;
    try {
      return await work;
    } finally {
      this.#running -= 1;
      if (this.#running === 0) this.#end();
    }
  }

  hostDisconnected(): void {
    this.#clearTimers();
  }

  #begin(): void {
    this.#timers.add(setTimeout(() => this.#turn(() => (this.#skeleton = true)), 150));
    this.#timers.add(setTimeout(() => this.#turn(() => (this.#spoken = true)), 500));
    this.#host.requestUpdate();
  }

  #end(): void {
    this.#clearTimers();
    this.#turn(() => (this.#skeleton = this.#spoken = false));
  }

  #turn(change: () => void): void {
    change();
    this.#host.requestUpdate();
  }

  #clearTimers(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
