/** How many rows PageUp and PageDown go. */
const pageStep = 10;

/**
 * Moves the focus in a list of buttons with a search above it: ArrowDown leaves the search for the first
 * row, arrows and Home, End, PageUp, PageDown move, and typing goes back to the search.
 */
export function moveInRows(
  event: KeyboardEvent,
  search: HTMLInputElement,
  rows: readonly HTMLElement[],
): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const at = rows.findIndex((row) => row === event.target);
  const inSearch = event.target === search;
  if (!inSearch && at < 0) return;
  if (!inSearch && (event.key.length === 1 ? event.key !== ' ' : event.key === 'Backspace')) {
    // The key itself then lands in the search.
    search.focus();
    return;
  }
  const target = targetRow(event.key, at, rows.length, inSearch);
  if (target === undefined) return;
  event.preventDefault();
  if (target < 0) search.focus();
  else rows[target]?.focus();
}

/** The index of the row to go to, −1 for the search, undefined if the key means nothing here. */
function targetRow(key: string, at: number, count: number, inSearch: boolean): number | undefined {
  if (count === 0) return undefined;
  if (inSearch) return key === 'ArrowDown' || key === 'PageDown' ? 0 : undefined;
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, last);
    case 'ArrowUp':
      return at - 1;
    case 'PageDown':
      return Math.min(at + pageStep, last);
    case 'PageUp':
      return Math.max(at - pageStep, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
