import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { LanguageController } from '../language/language-controller.js';
import { rowWindow } from './row-window.js';
import { ScrollWindow } from './scroll-window.js';

/** How many rows before the last one more of them are asked for. */
const readAhead = 40;

/** The heights of rows of which only the visible ones are in the document. */
export interface RowHeights {
  wide: number;
  narrow: number;
}

/**
 * A table to be read: cards where it is narrow, and of a long one only the visible rows, on paper all.
 *
 * @event near-end - The last rows that there are will soon be seen.
 */
export abstract class WindowedTable<Row> extends LitElement {
  @property({ attribute: false }) rows: readonly Row[] = [];
  /** How many rows there will be with those that haven't come yet; as many as there are by default. */
  @property({ attribute: false }) total?: number | undefined;
  /** What the table shows, for screen readers. */
  @property() label = '';
  /** Whether the rows are cards. */
  @property({ type: Boolean }) narrow = false;

  @query('.scroller') private readonly scroller!: HTMLElement;

  protected readonly language = new LanguageController(this);
  readonly #window = new ScrollWindow(this, () => this.scroller);

  /** Up to so many rows all are in the document, as high as their texts. */
  protected abstract readonly allAtOnce: number;
  protected abstract readonly rowHeights: RowHeights;
  protected abstract heads(): readonly string[];
  /** The cells of a row, each with `role="cell"`. */
  protected abstract cells(row: Row): TemplateResult;

  /** Shows the table from its beginning. */
  toTop(): void {
    if (this.hasUpdated) this.#window.toTop();
  }

  protected override render(): TemplateResult {
    const { rows } = this;
    const total = this.total ?? rows.length;
    const isLong = total > this.allAtOnce;
    return html`<div
      role="table"
      class="table ${this.narrow ? 'narrow' : 'wide'} ${isLong ? 'long' : ''}"
      aria-label=${this.label}
      aria-rowcount=${total + 1}
    >
      <div role="rowgroup" class="heads">
        <div role="row" class="row" aria-rowindex="1">
          ${this.heads().map((head) => html`<span role="columnheader">${head}</span>`)}
        </div>
      </div>
      <div
        role="rowgroup"
        class="scroller"
        tabindex=${isLong ? '0' : nothing}
        aria-label=${isLong ? this.label : nothing}
        @scroll=${() => this.#window.look()}
      >
        ${
          isLong && !this.#window.isPrinted
            ? this.#visible(total)
            : rows.map((row, position) => this.#row(row, position))
        }
      </div>
    </div>`;
  }

  #visible(total: number): TemplateResult {
    const { rows } = this;
    const rowHeight = this.narrow ? this.rowHeights.narrow : this.rowHeights.wide;
    const { first, end, contentHeight, origin } = rowWindow(
      this.#window.measures(rows.length, rowHeight),
    );
    if (rows.length < total && end > rows.length - readAhead) this.#askForMore();
    return html`<div class="content" role="presentation" .style=${`height:${contentHeight}px`}>
      ${rows
        .slice(first, end)
        .map((row, offset) =>
          this.#row(row, first + offset, origin + (first + offset) * rowHeight, rowHeight),
        )}
    </div>`;
  }

  /** @param top Where the row stands, if its height is fixed. */
  #row(row: Row, position: number, top?: number, height?: number): TemplateResult {
    const place = top === undefined ? '' : `transform:translateY(${top}px);height:${height ?? 0}px`;
    return html`<div
      role="row"
      class="row"
      aria-rowindex=${position + 2}
      data-position=${position}
      .style=${place}
    >
      ${this.cells(row)}
    </div>`;
  }

  #askForMore(): void {
    // Whoever gives the rows is rendering as well.
    queueMicrotask(() => this.dispatchEvent(new Event('near-end')));
  }
}
