/** No element may be higher; browsers end between 17 and 33 million pixels. */
const maximalHeight = 8_000_000;

/** Rows rendered above and below what can be seen, so that quick scrolling shows no gap. */
const overscan = 6;

/** What a window onto a list of equally high rows is computed from. */
export interface WindowMeasures {
  count: number;
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
  const { count, rowHeight, height } = measures;
  const contentHeight = Math.min(count * rowHeight, maximalHeight);
  const scrollTop = Math.max(0, Math.min(measures.scrollTop, contentHeight - height));
  const top = scrollTop * scale(measures);
  const first = Math.max(0, Math.floor(top / rowHeight) - overscan);
  const end = Math.min(count, Math.ceil((top + height) / rowHeight) + overscan);
  return { first, end: Math.max(first, end), contentHeight, origin: scrollTop - top };
}

/** The scroll position that brings a row into sight with the least movement. */
export function scrollTopFor(row: number, measures: WindowMeasures): number {
  const { rowHeight, height, scrollTop } = measures;
  const factor = scale(measures);
  const top = scrollTop * factor;
  const rowTop = row * rowHeight;
  if (rowTop < top) return Math.floor(rowTop / factor);
  if (rowTop + rowHeight > top + height) return Math.ceil((rowTop + rowHeight - height) / factor);
  return scrollTop;
}

/** By how much the rows move further than the scroll bar; 1 unless the list is too high. */
function scale({ count, rowHeight, height }: WindowMeasures): number {
  const full = count * rowHeight;
  if (full <= maximalHeight) return 1;
  return (full - height) / (maximalHeight - height);
}
