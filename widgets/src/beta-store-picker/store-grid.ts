import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { LanguageController } from '../language/language-controller.js';
import { baseStyles } from '../styles/base.styles.js';
import { type BranchCatalog } from '../branches/branch-catalog.js';
import { codeRoom, type CodeRoom } from './code-room.js';
import { gridMove } from './grid-move.js';
import { holderText } from '../failure/overlap-text.js';
import { OpenedRow } from './opened-row.js';
import { rowTop, rowWindow, type WindowMeasures } from '../windowed-rows/row-window.js';
import { ScrollWindow } from '../windowed-rows/scroll-window.js';
import { storeGridStyles } from './store-grid.styles.js';
import { storeRow } from './store-row.js';
import { StoreTable } from './store-table.js';

/** The position of the header in the order in which the keys move. */
const header = -1;

/**
 * The table of stores with their checkboxes: one tab stop, only the visible rows in the document, and the
 * row with the focus. It ticks in the table that it is given, and tells of it.
 *
 * @event tick - Ticks have changed.
 * @event tick-all - The header's checkbox was pressed, or Ctrl+A.
 * @event search - "/" was pressed.
 */
export class StoreGrid extends LitElement {
  static override styles = [baseStyles, storeGridStyles];

  @property({ attribute: false }) table = new StoreTable();
  @property({ attribute: false }) branches?: BranchCatalog;
  /** What the table shows, for screen readers. */
  @property() label = '';
  /** How many rows there are with the header, those that haven't come yet too; -1 while nobody knows. */
  @property({ type: Number, attribute: 'row-count' }) rowCount = -1;
  /** What the header's checkbox does. */
  @property({ attribute: 'header-label' }) headerLabel = '';
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;
  /** Whether the rows are cards. */
  @property({ type: Boolean }) narrow = false;
  /** Whether grey rows stand in for a list that is on its way. */
  @property({ type: Boolean }) skeleton = false;

  @query('.scroller') private readonly scroller!: HTMLElement;

  readonly #language = new LanguageController(this);
  readonly #window = new ScrollWindow(this, () => this.scroller);
  readonly #opened: OpenedRow = new OpenedRow(
    this,
    () => this.renderRoot.querySelector('.holders'),
    () => this.#window.toRow(this.#opened.position, this.#measures()),
  );
  #active = 0;
  #activeCode: string | undefined;
  #focusActive = false;

  /** Shows the list from its beginning. */
  toTop(): void {
    this.#active = 0;
    this.#activeCode = undefined;
    if (this.hasUpdated) this.#window.toTop();
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    this.#followActive();
    this.#opened.follow(this.table);
  }

  protected override updated(changes: PropertyValues): void {
    super.updated(changes);
    if (!this.#focusActive) return;
    this.#focusActive = false;
    this.renderRoot.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const { words } = this.#language;
    const { column } = words.stores;
    const { columnWidth, twoLines } = this.#codeRoom;
    const layout = classMap({
      grid: true,
      narrow: this.narrow,
      'long-codes': twoLines,
      'one-branch': this.table.rows.branchCodes.length === 1,
    });
    const measures = this.#measures();
    const { contentHeight } = rowWindow(measures);
    return html`<span id="mark-hint" hidden>${words.stores.held.hint}</span>
      <span class="visually-hidden" aria-live="polite">${this.#openedText}</span>
      <div
        role="grid"
        class=${layout}
        .style=${`--_code-width:${columnWidth}px`}
        aria-label=${this.label}
        aria-rowcount=${this.rowCount}
        aria-colcount="5"
        aria-readonly=${this.readOnly ? 'true' : nothing}
        @focusin=${this.#onFocusin}
        @keydown=${this.#onKeydown}
        @keyup=${this.#onKeyup}
      >
        <div class="head" role="rowgroup">
          <div class="row" role="row" aria-rowindex="1">
            <span role="columnheader" class="code">${column.code}</span>
            <span role="columnheader" class="name">${column.store}</span>
            <span role="columnheader" class="branch">${column.branch}</span>
            <span role="columnheader" class="remark">${column.remark}</span>
            <span role="columnheader" class="check">${this.#headerCheckbox()}</span>
          </div>
        </div>
        <div
          class="scroller"
          role="rowgroup"
          tabindex="-1"
          @scroll=${() => this.#window.look()}
          @click=${this.#onClick}
        >
          <div class="content" role="presentation" .style=${`height:${contentHeight}px`}>
            ${this.#rows(measures)}
          </div>
          ${this.table.length === 0 ? this.#inPlaceOfRows() : nothing}
        </div>
      </div>`;
  }

  /** What is said in place of rows stands in a row of its own: a grid may hold nothing else. */
  #inPlaceOfRows() {
    if (this.skeleton) return skeleton();
    return html`<div role="row">
      <div role="gridcell" aria-colspan="5"><slot></slot></div>
    </div>`;
  }

  #headerCheckbox() {
    if (this.readOnly) {
      return html`<span class="visually-hidden">${this.#language.words.stores.column.tick}</span>`;
    }
    const { headerState } = this.table;
    return html`<input
      type="checkbox"
      aria-label=${this.headerLabel}
      tabindex=${this.#active === header ? 0 : -1}
      .checked=${live(headerState === 'all')}
      .indeterminate=${live(headerState === 'some')}
      @click=${this.#onHeaderClick}
    />`;
  }

  #rows(measures: WindowMeasures) {
    const { table } = this;
    const { first, end, origin } = rowWindow(measures);
    const positions = Array.from({ length: end - first }, (_, offset) => first + offset);
    // The row that has the focus, or would get it, stays in the document wherever it is.
    if (this.#active >= 0 && this.#active < table.length) {
      if (this.#active < first) positions.unshift(this.#active);
      else if (this.#active >= end) positions.push(this.#active);
    }
    return repeat(
      positions,
      (position) => table.rows.codes[table.rowAt(position)],
      (position) =>
        storeRow({
          table,
          position,
          top: origin + rowTop(position, measures),
          active: position === this.#active,
          opened: position === this.#opened.position,
          readOnly: this.readOnly,
          branches: this.branches,
          language: this.#language,
        }),
    );
  }

  get #codeRoom(): CodeRoom {
    return codeRoom(this.table.rows.longestCode, this.narrow);
  }

  #measures(): WindowMeasures {
    const { gap } = this.#opened;
    return { ...this.#window.measures(this.table.length, this.#codeRoom.rowHeight), gap };
  }

  /** What the open line says, for screen readers: the focus stays in the row. */
  get #openedText(): string {
    const holders = this.table.rows.holders.get(this.table.rowAt(this.#opened.position));
    return (holders ?? []).map((holder) => holderText(holder, this.#language)).join('. ');
  }

  /** Keeps to the same store when the list around it is another one. */
  #followActive(): void {
    if (this.#active === header) return;
    const { rows, length } = this.table;
    const codeAt = (position: number) => rows.codes[this.table.rowAt(position)];
    if (this.#activeCode !== undefined && codeAt(this.#active) !== this.#activeCode) {
      const row = rows.codes.indexOf(this.#activeCode);
      this.#active = row < 0 ? this.#active : this.table.positionOf(row);
    }
    this.#active = Math.max(0, Math.min(this.#active, length - 1));
    this.#activeCode = codeAt(this.#active);
  }

  /** Makes a row, or the header, the one that the tab key comes to. */
  #follow(position: number): void {
    this.#active = position;
    this.#activeCode = this.table.rows.codes[this.table.rowAt(position)];
    this.requestUpdate();
  }

  #activate(position: number): void {
    this.#focusActive = true;
    this.#follow(position);
    if (position >= 0) this.#window.toRow(position, this.#measures());
  }

  /** Gives the focus to the row that the tab key comes to. */
  takeFocus(): void {
    this.#focusActive = true;
    this.requestUpdate();
  }

  #tick(position: number, range: boolean): void {
    if (this.readOnly) return;
    if (range) this.table.toggleTo(position);
    else this.table.toggle(position);
    this.dispatchEvent(new Event('tick'));
  }

  #tickAll(): void {
    if (!this.readOnly) this.dispatchEvent(new Event('tick-all'));
  }

  readonly #onHeaderClick = (): void => {
    this.#active = header;
    this.#tickAll();
    this.requestUpdate();
  };

  readonly #onClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    const position = Number(target.closest<HTMLElement>('[data-position]')?.dataset['position']);
    if (Number.isNaN(position) || target.closest('.holders') !== null) return;
    if (target.closest('.mark') !== null) this.#opened.toggle(this.table, position);
    else if (this.narrow || target.closest('.check') !== null) this.#tick(position, event.shiftKey);
    this.#focusActive = true;
    this.#follow(position);
  };

  /** Screen readers give the focus to any checkbox, past the keys. */
  readonly #onFocusin = ({ target }: FocusEvent): void => {
    const row = (target as Element).closest<HTMLElement>('[data-position], .head');
    if (row === null) return;
    const position = Number(row.dataset['position'] ?? header);
    if (position !== this.#active) this.#follow(position);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const { key } = event;
    const commanded = event.ctrlKey || event.metaKey;
    const isMark = (event.target as Element).closest('.mark') !== null;
    if (key === 'Enter' || (key === ' ' && isMark)) {
      this.#opened.toggle(this.table, this.#active);
    } else if (key === ' ') {
      if (this.#active === header) this.#tickAll();
      else this.#tick(this.#active, event.shiftKey);
    } else if (commanded && key.toLowerCase() === 'a') {
      this.#tickAll();
    } else if (key === '/' && !commanded) {
      // The page may have a search of its own.
      event.stopPropagation();
      this.dispatchEvent(new Event('search'));
    } else {
      const { height, rowHeight } = this.#measures();
      const page = Math.max(1, Math.floor(height / rowHeight) - 1);
      const first = this.readOnly ? 0 : header;
      const to = commanded
        ? undefined
        : gridMove(key, this.#active, { first, length: this.table.length, page });
      if (to === undefined) return;
      this.#activate(to);
    }
    event.preventDefault();
  };

  /** Some browsers press a checkbox when the key goes up. */
  readonly #onKeyup = (event: KeyboardEvent): void => {
    if (event.key === ' ') event.preventDefault();
  };
}

const skeleton = (): TemplateResult =>
  html`<div class="bones" aria-hidden="true">
    ${Array.from({ length: 8 }, () => html`<div class="row"><span class="bone"></span></div>`)}
  </div>`;

declare global {
  interface HTMLElementTagNameMap {
    'beta-store-grid': StoreGrid;
  }
}
