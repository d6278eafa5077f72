import { type ReactiveController, type ReactiveControllerHost } from 'lit';

/** Boxes less wide than this, in pixels, are narrow. */
const wide = 720;

/** Owns whether an element's own box is narrow, whatever the window is. */
export class NarrowBox implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #narrow = false;
  readonly #observer = new ResizeObserver((entries) => {
    const width = entries.at(-1)?.contentRect.width ?? 0;
    // A hidden box has no width, and keeps its form.
    if (width === 0 || width < wide === this.#narrow) return;
    this.#narrow = width < wide;
    this.#host.requestUpdate();
  });

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  get narrow(): boolean {
    return this.#narrow;
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}
