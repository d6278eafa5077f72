import { type BenchStore } from './bench-stores.js';

/** A list of stores with checkboxes, as one of the compared elements shows it. */
export interface ListSubject {
  /** Puts the list into the page; whatever can be made before the rows are there is made by then. */
  prepare: (parent: HTMLElement, stores: readonly BenchStore[]) => Promise<void> | void;
  /** Shows the rows. */
  showRows: () => void;
  hasRows: () => boolean;
  /** Presses the checkbox of the header. */
  selectAll: () => void;
  /** Whether the first and the last row that can be seen are ticked, and the element knows that all are. */
  isAllSelected: () => boolean;
}
