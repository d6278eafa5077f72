import type { StoreSelection } from '@beta-app/core/contract';
import { SearchIndex } from './search-index.js';
import { searchWords } from './search-text.js';
import { grown, StoreRows } from './store-rows.js';
import { type Revisions, TickModel } from './tick-model.js';
import { type TickedAll } from './ticked-all.js';

/** Which stores to show, by what is stored, or by what would be saved. */
export type StoreFilter = 'all' | 'registered' | 'unregistered' | 'changed';

export const storeFilters = [
  'all',
  'registered',
  'unregistered',
  'changed',
] as const satisfies readonly StoreFilter[];

/** Whether the shown stores that can be ticked are ticked. */
export type HeaderState = 'none' | 'some' | 'all';

/**
 * The table of one list: which rows the search and the filter show, and ticking them one by one, in a
 * range or all together. What is shown changes when the search, the filter or the list does, never by
 * a tick: no row moves away under the pointer.
 */
export class StoreTable {
  readonly ticks = new TickModel();
  #rows = new StoreRows();
  #index = new SearchIndex(this.#rows);
  #words: readonly string[] = [];
  #filter: StoreFilter = 'all';
  #shown = new Uint32Array(0);
  #length = 0;
  #examined = 0;
  #tickable = 0;
  #ticked = 0;
  #anchor: number | undefined;
  #tickedAll: TickedAll | undefined;

  get rows(): StoreRows {
    return this.#rows;
  }

  /** How many rows are shown. */
  get length(): number {
    return this.#length;
  }

  /** How many of the shown rows can be ticked. */
  get tickable(): number {
    return this.#tickable;
  }

  get headerState(): HeaderState {
    if (this.#ticked === 0) return 'none';
    return this.#ticked === this.#tickable ? 'all' : 'some';
  }

  /** What was last done to all stores of a selection, until it is saved or taken back. */
  get tickedAll(): TickedAll | undefined {
    return this.#tickedAll;
  }

  /** The row at a position of what is shown; -1 outside of it. */
  rowAt(position: number): number {
    return position >= 0 && position < this.#length ? (this.#shown[position] ?? -1) : -1;
  }

  /** The position at which a row is shown, or where it would be. */
  positionOf(row: number): number {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#shown[middle] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Goes over to another list, with the rows that it has already. */
  open(rows: StoreRows, revisions: Revisions): void {
    this.#rows = rows;
    this.#index = new SearchIndex(rows);
    this.#index.look(this.#words);
    this.ticks.open(rows, revisions);
    this.#showAnew();
  }

  /** Shows what the list has got since. */
  take(revisions: Revisions): void {
    this.ticks.take(revisions);
    this.#examineNew();
  }

  /** Shows only stores with all typed words, and of the filter. */
  show(typed: string, filter: StoreFilter): void {
    this.#words = searchWords(typed);
    this.#index.look(this.#words);
    this.#filter = filter;
    this.#showAnew();
  }

  /** Ticks or unticks the store at a position. */
  toggle(position: number): void {
    const row = this.rowAt(position);
    if (row < 0) return;
    this.#set([row], !this.ticks.isTicked(row));
    this.#anchor = row;
  }

  /** Does to all from the last ticked one to here what was done to that one. */
  toggleTo(position: number): void {
    const anchor = this.#anchor === undefined ? -1 : this.positionOf(this.#anchor);
    if (this.#anchor === undefined || this.rowAt(anchor) !== this.#anchor) {
      this.toggle(position);
      return;
    }
    const from = Math.max(0, Math.min(anchor, position));
    const to = Math.min(this.#length - 1, Math.max(anchor, position));
    this.#set(this.#shown.subarray(from, to + 1), this.ticks.isTicked(this.#anchor));
  }

  /**
   * Ticks all that is shown, or unticks it if all of it is ticked. Says what was done.
   *
   * @param select What is shown, if that is what a selection finds.
   */
  toggleAll(select?: StoreSelection): boolean {
    const ticked = this.headerState !== 'all';
    this.setAll(ticked, select);
    return ticked;
  }

  /** Ticks or unticks all that is shown. */
  setAll(ticked: boolean, select?: StoreSelection): void {
    this.#set(this.#shown.subarray(0, this.#length), ticked);
    this.#tickedAll = select && { registered: ticked, select };
  }

  /** Takes back all pending ticks. */
  discard(): void {
    this.#tickedAll = undefined;
    this.ticks.discard();
    this.#showAnew();
  }

  /** Takes back the pending ticks on some stores. */
  drop(codes: ReadonlySet<string>): void {
    this.ticks.drop(codes);
    this.#showAnew();
  }

  /** Makes what a save has sent what is stored. */
  settle(sent: ReadonlyMap<string, boolean>, revision: number | undefined): void {
    this.#tickedAll = undefined;
    this.ticks.settle(sent, revision);
    this.#showAnew();
  }

  #set(rows: Iterable<number>, ticked: boolean): void {
    const changed = this.ticks.set(rows, ticked);
    this.#ticked += ticked ? changed : -changed;
  }

  #showAnew(): void {
    this.#length = 0;
    this.#examined = 0;
    this.#tickable = 0;
    this.#ticked = 0;
    this.#anchor = undefined;
    this.#examineNew();
  }

  #examineNew(): void {
    this.#index.take();
    this.#shown = grown(this.#shown, this.#rows.length);
    for (; this.#examined < this.#rows.length; this.#examined += 1) {
      const row = this.#examined;
      if (!this.#isShown(row)) continue;
      this.#shown[this.#length] = row;
      this.#length += 1;
      if (this.#rows.isClosed(row)) continue;
      this.#tickable += 1;
      if (this.ticks.isTicked(row)) this.#ticked += 1;
    }
  }

  #isShown(row: number): boolean {
    return this.#passesFilter(row) && this.#index.matches(row);
  }

  #passesFilter(row: number): boolean {
    const registered = this.#rows.isRegistered(row);
    switch (this.#filter) {
      case 'registered':
        return registered;
      case 'unregistered':
        return !registered;
      case 'changed':
        return this.ticks.isChanged(row);
      case 'all':
        // Closed stores are told only where one looks at what is registered.
        return !this.#rows.isClosed(row);
    }
  }
}
