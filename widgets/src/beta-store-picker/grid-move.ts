/** Between which positions a key moves, and how far a page is. */
export interface GridExtent {
  /** Where the keys end at the top: the header, or the first row. */
  first: number;
  length: number;
  page: number;
}

/** Where a key leads from a position; undefined if it is none that moves. */
export function gridMove(key: string, from: number, extent: GridExtent): number | undefined {
  const { first, length, page } = extent;
  const last = Math.max(first, length - 1);
  const within = (position: number) => Math.max(first, Math.min(last, position));
  switch (key) {
    case 'ArrowDown':
      return within(from + 1);
    case 'ArrowUp':
      return within(from - 1);
    case 'PageDown':
      return within(from + page);
    case 'PageUp':
      // The header is a step of its own: a page leads to rows.
      return Math.max(Math.min(0, last), within(from - page));
    case 'Home':
      return Math.min(0, last);
    case 'End':
      return last;
    default:
      return undefined;
  }
}
