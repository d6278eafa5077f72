/** No element may be higher; browsers end between 17 and 33 million pixels. */
const maximalHeight = 8_000_000;

/** Rows rendered above and below what can be seen, so that quick scrolling shows no gap. */
const overscan = 6;

/** Room under one of the rows. */
export interface RowGap {
  after: number;
  height: number;
}

/** What a window onto a list of equally high rows is computed from. */
export interface WindowMeasures {
  count: number;
  gap?: RowGap | undefined;
  rowHeight: number;
  /** The height of the scrolling part. */
  height: number;
  scrollTop: number;
}

/** Which rows to render, and where. */
export interface RowWindow {
  first: number;
  /** Behind the last. */
  end: number;
  /** The height of the element that is scrolled through. */
  contentHeight: number;
  /** Where in that element the row with number 0 would be, in pixels. */
  origin: number;
}

/**
 * Computes the window. Lists that would be higher than browsers allow are scrolled through faster than
 * they move: the scroll position is scaled to the rows.
 */
export function rowWindow(measures: WindowMeasures): RowWindow {
  const { count, height } = measures;
  const contentHeight = Math.min(rowTop(count, measures), maximalHeight);
  const scrollTop = Math.max(0, Math.min(measures.scrollTop, contentHeight - height));
  const top = scrollTop * scale(measures);
  const first = Math.max(0, Math.floor(rowsAbove(top, measures)) - overscan);
  const end = Math.min(count, Math.ceil(rowsAbove(top + height, measures)) + overscan);
  return { first, end: Math.max(first, end), contentHeight, origin: scrollTop - top };
}

/** The scroll position that brings a row into sight with the least movement. */
export function scrollTopFor(row: number, measures: WindowMeasures): number {
  const { height, scrollTop } = measures;
  const factor = scale(measures);
  const top = scrollTop * factor;
  const start = rowTop(row, measures);
  // With the room under it, as far as both fit.
  const end = Math.min(rowTop(row + 1, measures), start + height);
  if (start < top) return Math.floor(start / factor);
  if (end > top + height) return Math.ceil((end - height) / factor);
  return scrollTop;
}

/** Where a row begins, seen from the first one, in pixels. */
export function rowTop(row: number, { rowHeight, gap }: WindowMeasures): number {
  return row * rowHeight + (gap !== undefined && row > gap.after ? gap.height : 0);
}

/** How many rows end above a place, and which part of one; the room under a row counts for nothing. */
function rowsAbove(top: number, { rowHeight, gap }: WindowMeasures): number {
  if (gap === undefined) return top / rowHeight;
  const gapTop = (gap.after + 1) * rowHeight;
  return (Math.min(top, gapTop) + Math.max(0, top - gapTop - gap.height)) / rowHeight;
}

/** By how much the rows move further than the scroll bar; 1 unless the list is too high. */
function scale(measures: WindowMeasures): number {
  const { count, height } = measures;
  const full = rowTop(count, measures);
  if (full <= maximalHeight) return 1;
  return (full - height) / (maximalHeight - height);
}
