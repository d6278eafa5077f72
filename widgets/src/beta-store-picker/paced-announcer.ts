import { type ReactiveController, type ReactiveControllerHost } from 'lit';

/** Milliseconds between two announcements. */
const pause = 1_000;

/** Owns what screen readers are told of counts that change quickly: the latest, at most once a second. */
export class PacedAnnouncer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #text = '';
  #next: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** What stands in the live region. */
  get text(): string {
    return this.#text;
  }

  say(text: string): void {
    this.#next = text;
    if (this.#timer === undefined) this.#speak();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #speak(): void {
    this.#timer = undefined;
    if (this.#next === undefined || this.#next === this.#text) return;
    this.#text = this.#next;
    this.#next = undefined;
    this.#timer = setTimeout(() => this.#speak(), pause);
    this.#host.requestUpdate();
  }
}
