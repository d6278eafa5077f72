import { type ReactiveController, type ReactiveControllerHost } from 'lit';
import { scrollTopFor, type WindowMeasures } from './row-window.js';

/**
 * Owns what is seen of a scrolling part of which only the visible rows are in the document: how high it is, and where it
 * stands. To ask for them while rendering would cost a layout each time, so they are looked at when they may have changed.
 * Which rows there are, and how high, is its host's business.
 */
export class ScrollWindow implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #scroller: () => HTMLElement;
  readonly #resized = new ResizeObserver(() => this.look());
  /**
   * Until it is seen it counts as high as it may become (`max-height` of `.scroller`), so that the first rows needn't be
   * drawn twice.
   */
  #height = 640;
  #scrollTop = 0;
  #isPrinted = false;
  #connection = new AbortController();

  /** @param scroller Gives the scrolling part, which is there once the host has rendered. */
  constructor(host: ReactiveControllerHost & Element, scroller: () => HTMLElement) {
    this.#host = host;
    this.#scroller = scroller;
    host.addController(this);
  }

  /** Whether the page is being printed, where nobody scrolls. */
  get isPrinted(): boolean {
    return this.#isPrinted;
  }

  /** What the window onto a list is computed from. */
  measures(count: number, rowHeight: number): WindowMeasures {
    return { count, rowHeight, height: this.#height, scrollTop: this.#scrollTop };
  }

  /** Looks where the part stands; for its `scroll` event. */
  look(): void {
    const { clientHeight, scrollTop } = this.#scroller();
    if (clientHeight === this.#height && scrollTop === this.#scrollTop) return;
    this.#height = clientHeight;
    this.#scrollTop = scrollTop;
    this.#host.requestUpdate();
  }

  toTop(): void {
    this.#scrollTo(0);
  }

  /** Brings a row into sight with the least movement. */
  toRow(row: number, measures: WindowMeasures): void {
    this.#scrollTo(scrollTopFor(row, measures));
  }

  hostConnected(): void {
    const { signal } = (this.#connection = new AbortController());
    window.addEventListener('beforeprint', () => this.#print(true), { signal });
    window.addEventListener('afterprint', () => this.#print(false), { signal });
    void this.#host.updateComplete.then(() => {
      if (this.#host.isConnected) this.#resized.observe(this.#scroller());
    });
  }

  hostDisconnected(): void {
    this.#connection.abort();
    this.#resized.disconnect();
  }

  #print(isPrinted: boolean): void {
    this.#isPrinted = isPrinted;
    this.#host.requestUpdate();
  }

  #scrollTo(top: number): void {
    this.#scroller().scrollTop = top;
    this.look();
  }
}
