import { type ReactiveController, type ReactiveControllerHost } from 'lit';

/** Boxes less wide than this, in pixels, are narrow to most elements. */
const wide = 720;

/** Owns whether an element's own box is narrow, whatever the window is. */
export class NarrowBox implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #narrow = false;
  readonly #observer = new ResizeObserver((entries) => {
    const width = entries.at(-1)?.contentRect.width ?? 0;
    // Another form has another size, and sizes may not change while they are being told.
    requestAnimationFrame(() => this.#measure(width));
  });

  readonly #wide: number;

  /** @param width From which width on, in pixels, the box isn't narrow. */
  constructor(host: ReactiveControllerHost & Element, width = wide) {
    this.#host = host;
    this.#wide = width;
    host.addController(this);
  }

  get narrow(): boolean {
    return this.#narrow;
  }

  hostConnected(): void {
    this.#measure(this.#host.getBoundingClientRect().width);
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #measure(width: number): void {
    // A hidden box has no width, and keeps its form.
    if (width === 0 || width < this.#wide === this.#narrow) return;
    this.#narrow = width < this.#wide;
    this.#host.requestUpdate();
  }
}
