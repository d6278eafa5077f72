import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { dayIn } from '../format/days.js';
import { type LanguageController } from '../language/language-controller.js';
import { type BranchCatalog } from '../branches/branch-catalog.js';
import { holderMark } from './holder-mark.js';
import { type StoreTable } from './store-table.js';

export interface StoreRowView {
  table: StoreTable;
  position: number;
  /** Where it stands in the list, in pixels. */
  top: number;
  /** Whether the tab key comes here. */
  active: boolean;
  /** Whether the line with its holders is open. */
  opened: boolean;
  readOnly: boolean;
  branches: BranchCatalog | undefined;
  language: LanguageController;
}

/** One store: a row of cells, or a card where it is narrow. */
export function storeRow(view: StoreRowView): TemplateResult {
  const { table, position, top } = view;
  const row = table.rowAt(position);
  const { rows, ticks } = table;
  const closed = rows.isClosed(row);
  const changed = ticks.isChanged(row);
  const branchCode = rows.branchCode(row);
  const held = rows.holders.has(row);
  const classes = `row store ${closed ? 'closed' : ''} ${changed ? 'changed' : ''} ${held ? 'held' : ''} ${view.opened ? 'opened' : ''}`;
  // As a property: hosts with a strict Content-Security-Policy refuse attributes with styles.
  return html`<div
    role="row"
    class=${classes}
    aria-rowindex=${position + 2}
    data-position=${position}
    tabindex=${closed ? (view.active ? 0 : -1) : nothing}
    .style=${`transform:translateY(${top}px)`}
  >
    <span role="gridcell" class="code">${rows.codes[row]}</span>
    <span role="gridcell" class="name">${rows.names[row]}</span>
    <span role="gridcell" class="branch">${view.branches?.nameOf(branchCode) ?? branchCode}</span>
    <span role="gridcell" class=${held ? 'remark marked' : 'remark'}>${remark(view, row)}</span>
    <span role="gridcell" class="check">${closed ? nothing : checkbox(view, row)}</span>
  </div>`;
}

function checkbox(view: StoreRowView, row: number) {
  const { table, position, active, readOnly, language } = view;
  const { rows, ticks } = table;
  const held = rows.holders.has(row);
  return html`<input
    type="checkbox"
    aria-label=${language.words.stores.selectOne(rows.codes[row] ?? '', rows.names[row] ?? '')}
    aria-describedby=${held ? `mark-${position} mark-hint` : nothing}
    aria-disabled=${readOnly ? 'true' : nothing}
    tabindex=${active ? 0 : -1}
    .checked=${live(ticks.isTicked(row))}
  />`;
}

function remark(view: StoreRowView, row: number) {
  const holders = view.table.rows.holders.get(row);
  const said = state(view, row);
  return holders === undefined ? said : html`${said}${holderMark({ ...view, holders })}`;
}

function state({ table, language, branches }: StoreRowView, row: number) {
  const { rows, ticks } = table;
  const { stores: words } = language.words;
  const zone = branches?.find(rows.branchCode(row))?.timeZone ?? 'Asia/Jakarta';
  const date = (moment: string) => language.format.date(dayIn(zone, new Date(moment)));
  if (ticks.isChanged(row)) {
    return html`<strong>${ticks.isTicked(row) ? words.willBeAdded : words.willBeRemoved}</strong>`;
  }
  const closed = rows.closedSince.get(row);
  if (closed !== undefined) return html`<span>${words.closedSince(date(closed))}</span>`;
  const since = rows.registeredSince.get(row);
  return since === undefined
    ? nothing
    : html`<span class="since">${words.registeredOn(date(since))}</span>`;
}
