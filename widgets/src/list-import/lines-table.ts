import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { NarrowBox } from '../page-element/narrow-box.js';
import { baseStyles } from '../styles/base.styles.js';
import { WindowedTable } from '../windowed-rows/windowed-table.js';
import { windowedTableStyles } from '../windowed-rows/windowed-table.styles.js';
import { type ReportLine } from './import-report.js';
import { lineRemark } from './line-remark.js';

const styles = css`
  .wide .row {
    grid-template-columns: 64px minmax(0, 1fr) minmax(0, 1.4fr) minmax(0, 2fr);
  }

  :host([plain]) .wide .row {
    grid-template-columns: 64px minmax(0, 1fr) minmax(0, 2fr);
  }

  .long .scroller {
    min-height: 0;
    max-height: 280px;
  }

  .line {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  .narrow .line {
    flex: none;
  }

  .narrow .text {
    flex: 1 1 0;
    font-weight: 600;
  }

  .narrow .store,
  .narrow .remark {
    flex: 1 1 100%;
    font-weight: 400;
  }

  .narrow .store:empty {
    display: none;
  }

  .long .content .row > * {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }

  :host([plain]) .long .content .row > * {
    -webkit-line-clamp: 1;
    line-clamp: 1;
  }
`;

/** The lines of a list that have the same to come. */
export class LinesTable extends WindowedTable<ReportLine> {
  static override styles = [baseStyles, windowedTableStyles, styles];

  /** Whether there is no more to say of a line than of all. */
  @property({ type: Boolean, reflect: true }) plain = false;

  readonly #box = new NarrowBox(this, 560);

  protected override readonly allAtOnce = 8;

  protected override get rowHeights() {
    return this.plain ? { wide: 35, narrow: 66 } : { wide: 53, narrow: 106 };
  }

  protected override willUpdate(changes: PropertyValues): void {
    super.willUpdate(changes);
    this.narrow = this.#box.narrow;
  }

  protected override heads(): string[] {
    const { column } = this.language.words.lists;
    const heads = [column.line, column.text, column.store];
    return this.plain ? heads : [...heads, column.remark];
  }

  protected override cells(row: ReportLine): TemplateResult {
    const { lists } = this.language.words;
    const { line, text, store } = row;
    const remark = this.plain ? '' : lineRemark(row, this.language);
    return html`<span role="cell" class="line"
        >${line === undefined ? '–' : this.language.format.number(line)}</span
      >
      <span role="cell" class="text" title=${text}
        >${line === undefined ? lists.notListed : text}</span
      >
      <span role="cell" class="store" title=${store}>${store}</span>
      ${this.plain ? nothing : html`<span role="cell" class="remark" title=${remark}>${remark}</span>`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-import-lines': LinesTable;
  }
}
