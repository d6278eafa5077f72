import { codeLikeness, likeness } from './code-likeness.js';
import { isColumnWord } from './column-words.js';
import {
  type FoundColumn,
  type KnownTexts,
  type StoreColumn,
  storeColumn,
} from './store-column.js';
import { isOneList, regularRows } from './list-layout.js';
import { type CellRow, readCells, type Separator } from './read-cells.js';

/** What stands for one store, and in which line, from 1. */
export interface ListEntry {
  line: number;
  text: string;
}

/** What is in a list of stores. */
export interface ReadList {
  entries: ListEntry[];
  /** The column that was read, where there are several. */
  column?: StoreColumn;
}

const separators: readonly Separator[] = ['\t', ';', ','];

/** A list is known by so many characters: beyond them it goes on as it began. */
const sampleLength = 100_000;

/**
 * Reads a list of stores, pasted or out of a CSV file: one store a line, or several parted by commas, semicolons and
 * tabs, or a table of which one column holds the codes or else the names.
 *
 * @param known Tells codes and names that there are from other texts.
 */
export function readList(text: string, known?: KnownTexts): ReadList {
  const sample = text.length > sampleLength ? text.slice(0, wholeLines(text)) : text;
  const all = filled(readCells(sample, separators));
  if (!isOneList(all.flatMap(({ cells }) => cells.map(clean)))) {
    const table = tableOf(text, sample, known);
    if (table !== undefined) return table;
  }
  return { entries: listed(filled(readCells(text, separators)), known) };
}

/** Reads a list as a table, by the separator that makes the best one of it; undefined if none makes one. */
function tableOf(
  text: string,
  sample: string,
  known: KnownTexts | undefined,
): ReadList | undefined {
  let best: { found: FoundColumn; separator: Separator } | undefined;
  for (const separator of separators) {
    const rows = filled(readCells(sample, [separator])).map(({ cells }) => cells);
    if (!regularRows(rows)) continue;
    const found = storeColumn(
      rows.map((cells) => cells.map(clean)),
      known,
    );
    if (found === undefined || found.certainty <= (best?.found.certainty ?? 0)) continue;
    best = { found, separator };
  }
  if (best === undefined) return undefined;
  const { column } = best.found;
  return { entries: entriesOf(filled(readCells(text, [best.separator])), column), column };
}

/** What a cell says, without what spreadsheets put around it. */
function clean(cell: string): string {
  return cell
    .replace(/[\u200b-\u200d\u2060\ufeff]/gu, '')
    .trim()
    .replace(/^="(.*)"$/u, '$1')
    .replace(/^'(?=[=+\-@])/u, '');
}

const filled = (rows: CellRow[]): CellRow[] =>
  rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));

const wholeLines = (text: string): number => {
  const end = text.slice(0, sampleLength).search(/[\r\n][^\r\n]*$/u);
  return end < 0 ? sampleLength : end;
};

function entriesOf(rows: readonly CellRow[], { number, heading }: StoreColumn): ListEntry[] {
  return rows.slice(heading === undefined ? 0 : 1).map(({ line, cells }) => {
    const text = clean(cells[number - 1] ?? '');
    // A line without its code is told with what it has.
    const rest = () => cells.map(clean).filter((each) => each !== '');
    return { line, text: text === '' ? rest().join(' ') : text };
  });
}

function listed(rows: readonly CellRow[], known: KnownTexts | undefined): ListEntry[] {
  const entries = rows.flatMap(({ line, cells }) =>
    cells
      .map(clean)
      .filter((text) => text !== '')
      .map((text) => ({ line, text })),
  );
  const [first] = entries;
  const isHeading =
    first !== undefined &&
    entries.length > 1 &&
    isColumnWord(first.text) &&
    codeLikeness(first.text) < likeness.number &&
    known?.isCode(first.text) !== true &&
    known?.isName(first.text) !== true;
  return isHeading ? entries.slice(1) : entries;
}
