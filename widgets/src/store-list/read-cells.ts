/** A row of cells, and the line of the text in which it begins, from 1. */
export interface CellRow {
  line: number;
  cells: string[];
}

/** What may part the cells of a line. */
export type Separator = '\t' | ';' | ',';

const lineEnd = /\r\n|\r|\n/gu;
const byteOrderMark = '\ufeff';

/**
 * Parts a text into rows of cells, as RFC 4180 has it: a quoted cell may hold separators, line ends and doubled quotes.
 * Quotes that don't enclose a whole cell are characters like others, so that one that is astray costs its own cell and
 * no line behind it.
 *
 * @param separators One, or several that part cells alike.
 */
export function readCells(text: string, separators: readonly Separator[]): CellRow[] {
  const isSeparator = (at: number) => separators.includes(text.charAt(at) as Separator);
  const ending = new RegExp(`[\r\n${separators.join('')}]`, 'gu');
  const rows: CellRow[] = [];
  let at = text.startsWith(byteOrderMark) ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const row: CellRow = { line, cells: [] };
    rows.push(row);
    for (;;) {
      const quoted = readQuoted(text, at, isSeparator);
      if (quoted === undefined) {
        ending.lastIndex = at;
        const end = ending.exec(text)?.index ?? text.length;
        row.cells.push(text.slice(at, end));
        at = end;
      } else {
        row.cells.push(quoted.cell);
        line += quoted.cell.match(lineEnd)?.length ?? 0;
        at = quoted.end;
      }
      if (!isSeparator(at)) break;
      at += 1;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
  }
  return rows;
}

/** The quoted cell that begins here, and where it ends; undefined if none does. Blanks around it don't count. */
function readQuoted(
  text: string,
  from: number,
  isSeparator: (at: number) => boolean,
): { cell: string; end: number } | undefined {
  const start = afterBlanks(text, from);
  if (text.charAt(start) !== '"') return undefined;
  let closing = text.indexOf('"', start + 1);
  while (closing >= 0 && text.charAt(closing + 1) === '"') closing = text.indexOf('"', closing + 2);
  if (closing < 0) return undefined;
  const end = afterBlanks(text, closing + 1);
  if (end < text.length && !isSeparator(end) && !'\r\n'.includes(text.charAt(end))) {
    return undefined;
  }
  return { cell: text.slice(start + 1, closing).replace(/""/gu, '"'), end };
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === ' ') at += 1;
  return at;
}
