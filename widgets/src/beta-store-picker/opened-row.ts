import { type ReactiveController, type ReactiveControllerHost } from 'lit';
import { type RowGap } from '../windowed-rows/row-window.js';
import { type StoreTable } from './store-table.js';

/**
 * Owns which store has its line open, wherever the list around it brings it, and how high that line is. One is
 * open at a time; it closes when its store isn't shown or isn't held any more.
 */
export class OpenedRow implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #line: () => Element | null;
  readonly #fitted: () => void;
  #code: string | undefined;
  #position = -1;
  /** One line of text, until it is seen. */
  #height = 40;
  #isNew = false;
  #observed: Element | null = null;
  // Sizes may not change while they are being told.
  readonly #observer = new ResizeObserver(() => requestAnimationFrame(() => this.#fit()));

  /**
   * @param line Finds the line, while it is in the document.
   * @param fitted Called once there is room for a line that was opened.
   */
  constructor(host: ReactiveControllerHost, line: () => Element | null, fitted: () => void) {
    this.#host = host;
    this.#line = line;
    this.#fitted = fitted;
    host.addController(this);
  }

  /** The position of the store, -1 while none is open. */
  get position(): number {
    return this.#position;
  }

  /** The room that the line takes. */
  get gap(): RowGap | undefined {
    return this.#position < 0 ? undefined : { after: this.#position, height: this.#height };
  }

  /** Opens the line of the store at a position, if it is held, or closes it. */
  toggle(table: StoreTable, position: number): void {
    const isOpen = position === this.#position;
    const row = table.rowAt(position);
    if (!table.rows.holders.has(row)) return;
    this.#close();
    if (!isOpen) {
      this.#code = table.rows.codes[row];
      this.#position = position;
      this.#isNew = true;
    }
    this.#host.requestUpdate();
  }

  /** Keeps to the store when the list around it is another one. */
  follow(table: StoreTable): void {
    if (this.#code === undefined) return;
    const { rows } = table;
    if (rows.codes[table.rowAt(this.#position)] !== this.#code) {
      const row = rows.codes.indexOf(this.#code);
      const position = table.positionOf(row);
      this.#position = row >= 0 && table.rowAt(position) === row ? position : -1;
    }
    if (!rows.holders.has(table.rowAt(this.#position))) this.#close();
  }

  hostUpdated(): void {
    const line = this.#position < 0 ? null : this.#line();
    if (line === this.#observed) return;
    this.#observer.disconnect();
    this.#observed = line;
    if (line !== null) this.#observer.observe(line);
  }

  #close(): void {
    this.#code = undefined;
    this.#position = -1;
  }

  #fit(): void {
    const height = this.#observed?.getBoundingClientRect().height ?? 0;
    // A hidden page has no sizes.
    if (height === 0) return;
    const isNew = this.#isNew;
    if (height === this.#height && !isNew) return;
    this.#height = height;
    this.#isNew = false;
    this.#host.requestUpdate();
    if (isNew) void this.#host.updateComplete.then(() => this.#fitted());
  }
}
