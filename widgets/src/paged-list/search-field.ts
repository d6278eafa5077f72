import { type ReactiveController, type ReactiveControllerHost } from 'lit';

const pauseMs = 250;

/** Owns what is typed into a search, and calls back once typing has paused or Enter was pressed. */
export class SearchField implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #settled: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #text = '';

  constructor(host: ReactiveControllerHost, settled: () => void) {
    this.#host = host;
    this.#settled = settled;
    host.addController(this);
  }

  get text(): string {
    return this.#text;
  }

  /** What to search for; undefined for everything. */
  get q(): string | undefined {
    return this.#text.trim() || undefined;
  }

  type(text: string): void {
    this.#text = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), pauseMs);
    this.#host.requestUpdate();
  }

  /** Sets the text without calling back. */
  reset(): void {
    this.#text = '';
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Calls back at once if a call is due; answers whether one was. */
  flush(): boolean {
    if (this.#timer === undefined) return false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#settled();
    return true;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
