import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { LanguageController } from '../language/language-controller.js';
import { baseStyles } from '../styles/base.styles.js';
import { rowWindow } from '../windowed-rows/row-window.js';
import { channelBadge } from '../beta-version-lookup/channel-badge.js';
import { channelBadgeStyles } from '../beta-version-lookup/channel-badge.styles.js';
import { manyRowsTableStyles } from './many-rows-table.styles.js';
import { type ManyRow, rowTexts } from './many-rows.js';

/** Up to so many rows all are in the document, as high as their texts. */
const allAtOnce = 300;

/** The heights of rows of which only the visible ones are in the document. */
const rowHeights = { wide: 72, narrow: 168 };

/** The table of what many stores run: cards where it is narrow, and of a long one only the visible rows. */
export class ManyRowsTable extends LitElement {
  static override styles = [baseStyles, channelBadgeStyles, manyRowsTableStyles];

  @property({ attribute: false }) rows: readonly ManyRow[] = [];
  /** What the table shows, for screen readers. */
  @property() label = '';
  /** Whether the rows are cards. */
  @property({ type: Boolean }) narrow = false;

  @query('.scroller') private readonly scroller!: HTMLElement;

  readonly #language = new LanguageController(this);
  readonly #resized = new ResizeObserver(() => this.#look());
  /** Of the scrolling part, as last seen; at first as high as it may become. */
  #height = 640;
  #scrollTop = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => {
      if (this.isConnected) this.#resized.observe(this.scroller);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  protected override render(): TemplateResult {
    const { rows } = this;
    const { words } = this.#language;
    const { field } = words.common;
    const heads = [field.code, field.store, field.branch, ...Object.values(words.versions.column)];
    const isLong = rows.length > allAtOnce;
    return html`<div
      role="table"
      class="table ${this.narrow ? 'narrow' : 'wide'} ${isLong ? 'long' : ''}"
      aria-label=${this.label}
      aria-rowcount=${rows.length + 1}
    >
      <div role="rowgroup" class="heads">
        <div role="row" class="row" aria-rowindex="1">
          ${heads.map((head) => html`<span role="columnheader">${head}</span>`)}
        </div>
      </div>
      <div
        role="rowgroup"
        class="scroller"
        tabindex=${isLong ? '0' : nothing}
        aria-label=${isLong ? this.label : nothing}
        @scroll=${() => this.#look()}
      >
        ${isLong ? this.#visible() : rows.map((row, position) => this.#row(row, position))}
      </div>
    </div>`;
  }

  #visible(): TemplateResult {
    const { rows } = this;
    const rowHeight = this.narrow ? rowHeights.narrow : rowHeights.wide;
    const { first, end, contentHeight, origin } = rowWindow({
      count: rows.length,
      rowHeight,
      height: this.#height,
      scrollTop: this.#scrollTop,
    });
    return html`<div class="content" role="presentation" .style=${`height:${contentHeight}px`}>
      ${rows
        .slice(first, end)
        .map((row, offset) =>
          this.#row(row, first + offset, origin + (first + offset) * rowHeight, rowHeight),
        )}
    </div>`;
  }

  /** @param top Where the row stands, if its height is fixed. */
  #row(row: ManyRow, position: number, top?: number, height?: number): TemplateResult {
    const [code, store, branch, application, version, , betaApp, reason] = rowTexts(
      row,
      this.#language,
    );
    const { channel } = row.version;
    const place = top === undefined ? '' : `transform:translateY(${top}px);height:${height ?? 0}px`;
    return html`<div
      role="row"
      class="row"
      aria-rowindex=${position + 2}
      data-position=${position}
      .style=${place}
    >
      <span role="cell" class="code">${code}</span>
      <span role="cell" class="store" title=${store ?? nothing}>${store}</span>
      <span role="cell" class="branch">${branch}</span>
      <span role="cell" class="application">${application}</span>
      <span role="cell" class="version-cell"><span class="version">${version}</span></span>
      <span role="cell" class="channel"
        >${channel === null ? nothing : channelBadge(channel, this.#language.words)}</span
      >
      <span role="cell" class="beta-app">${betaApp}</span>
      <span role="cell" class="reason" title=${reason ?? nothing}>${reason}</span>
    </div>`;
  }

  #look(): void {
    const { clientHeight, scrollTop } = this.scroller;
    if (clientHeight === this.#height && scrollTop === this.#scrollTop) return;
    this.#height = clientHeight;
    this.#scrollTop = scrollTop;
    if (this.rows.length > allAtOnce) this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-many-rows': ManyRowsTable;
  }
}
