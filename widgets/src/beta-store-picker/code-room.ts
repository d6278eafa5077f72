/** What the codes of a list need, so that each can be read to its end. */
export interface CodeRoom {
  /** Whether a code may take two lines. */
  twoLines: boolean;
  /** The height of every row of the list, in pixels. */
  rowHeight: number;
  /** The width of the column of codes, where there are columns, in pixels. */
  columnWidth: number;
}

/** Codes of at most so many characters stay on one line, as all do that are usual. */
const oneLine = 12;

/** The width of a usual character and of the widest, in pixels. */
const usualWidth = 10;
const greatestWidth = 15.5;

/** Gives codes their room by the length of the longest in the list. */
export function codeRoom(longest: number, narrow: boolean): CodeRoom {
  const twoLines = longest > oneLine;
  const onALine = twoLines ? Math.ceil(longest / 2) * greatestWidth : longest * usualWidth;
  return {
    twoLines,
    rowHeight: narrow ? (twoLines ? 88 : 56) : twoLines ? 48 : 40,
    columnWidth: Math.max(112, 16 + onALine),
  };
}
