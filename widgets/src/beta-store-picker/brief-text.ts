import { type ReactiveController, type ReactiveControllerHost } from 'lit';

/** Milliseconds for which a text is shown. */
const shownFor = 2_500;

/** Owns a text that stands somewhere for a moment, in place of what else stands there. */
export class BriefText implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #text: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get text(): string | undefined {
    return this.#text;
  }

  show(text: string): void {
    this.clear();
    this.#text = text;
    this.#timer = setTimeout(() => this.clear(), shownFor);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#text = undefined;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.clear();
  }
}
