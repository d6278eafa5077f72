import { codeLikeness, likeness } from './code-likeness.js';
import { isColumnWord } from './column-words.js';

/** Tells the codes and names that there are. */
export interface KnownTexts {
  isCode(text: string): boolean;
  isName(text: string): boolean;
}

/** The column of a table that says which stores are meant. */
export interface StoreColumn {
  /** From 1. */
  number: number;
  /** What stands over it; undefined if nothing does. */
  heading: string | undefined;
}

/** A column that was found, and how sure that is: more than of another one with a smaller number. */
export interface FoundColumn {
  column: StoreColumn;
  certainty: number;
}

/** How many cells of a column are what. */
interface Tally {
  number: number;
  filled: number;
  known: number;
  /** Counted where they are needed: it takes longer than to count codes. */
  names: () => number;
  /** By likeness, how many cells look at least so much like codes. */
  like: number[];
  distinct: number;
}

/**
 * Finds the column of a table in which most cells are codes that there are, or look like codes; else the one with names
 * that there are; else the one that may hold codes. Of several such the one whose cells differ most: codes of branches
 * come again. Undefined where no column is any of this, or where a single row has several.
 */
export function storeColumn(
  rows: readonly (readonly string[])[],
  known: KnownTexts | undefined,
): FoundColumn | undefined {
  const [first = []] = rows;
  const mayBeStore = (cell: string) =>
    codeLikeness(cell) >= likeness.number || known?.isCode(cell) === true;
  const isHeaded = first.some(isColumnWord) && !first.some(mayBeStore);
  const body = isHeaded && rows.length > 1 ? rows.slice(1) : rows;
  // Spread into arguments, so many rows would be too many.
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const columns = Array.from({ length: width }, (_, index) => tally(body, index, known));
  const signs: ((column: Tally) => number)[] = [
    ({ known: count }) => count,
    ({ like }) => like[likeness.code] ?? 0,
    ({ names }) => names(),
    ({ like }) => like[likeness.number] ?? 0,
    ({ like }) => like[likeness.word] ?? 0,
  ];
  for (const [position, sign] of signs.entries()) {
    const found = best(columns, sign);
    if (found === undefined) continue;
    const isCodes = (column: Tally) =>
      column.known > 0 || (column.like[likeness.number] ?? 0) === column.filled;
    if (
      rows.length === 1 &&
      columns.filter((each) => each.filled > 0 && isCodes(each)).length > 1
    ) {
      return undefined;
    }
    const heading = isHeaded ? (first[found.number - 1] ?? '') : headingOf(rows, found, known);
    return { column: { number: found.number, heading }, certainty: signs.length - position };
  }
  return undefined;
}

function tally(
  rows: readonly (readonly string[])[],
  index: number,
  known: KnownTexts | undefined,
): Tally {
  const cells = rows.map((cells) => cells[index] ?? '').filter((cell) => cell !== '');
  const like = [0, 0, 0, 0];
  for (const cell of cells) {
    const found = codeLikeness(cell);
    for (let level = 0; level <= found; level += 1) like[level] = (like[level] ?? 0) + 1;
  }
  return {
    number: index + 1,
    filled: cells.length,
    known: cells.filter((cell) => known?.isCode(cell)).length,
    names: () => cells.filter((cell) => known?.isName(cell)).length,
    like,
    distinct: new Set(cells).size,
  };
}

/** The column with the greatest count, if that is at least half of its cells. */
function best(columns: readonly Tally[], count: (column: Tally) => number): Tally | undefined {
  return columns
    .filter((column) => count(column) > 0 && count(column) * 2 >= column.filled)
    .sort((one, other) => count(other) - count(one) || other.distinct - one.distinct)[0];
}

/** The first row is a heading if it holds nothing that stands for a store, while the column below does. */
function headingOf(
  rows: readonly (readonly string[])[],
  { number, filled, known: codes, names, like }: Tally,
  known: KnownTexts | undefined,
): string | undefined {
  const first = rows[0]?.[number - 1] ?? '';
  if (first === '' || codeLikeness(first) >= likeness.number) return undefined;
  if (known?.isCode(first) === true || known?.isName(first) === true) return undefined;
  const below = Math.max(codes, like[likeness.number] ?? 0) || names();
  return below * 2 >= filled - 1 && below > 0 ? first : undefined;
}
