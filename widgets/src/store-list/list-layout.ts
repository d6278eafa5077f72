import { codeLikeness, codeShape, likeness } from './code-likeness.js';

/** As many of all as make something the rule. */
const most = 0.8;
/** As many of all codes as are others in a list that says each store once, or a few of them twice. */
const distinct = 0.75;

/**
 * Whether all cells are codes of one form that hardly come again: then it is one list, however its lines and
 * separators part it. Beside a column of stores, codes of branches would come again.
 */
export function isOneList(cells: readonly string[]): boolean {
  const codes = cells.filter((cell) => codeLikeness(cell) >= likeness.number);
  if (codes.length === 0) return false;
  const filled = cells.filter((cell) => cell !== '').length;
  const shapes = new Map<string, number>();
  for (const code of codes) {
    const shape = codeShape(code);
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
  }
  return (
    Math.max(...shapes.values()) >= most * filled &&
    new Set(codes.map((code) => code.toUpperCase())).size >= distinct * codes.length
  );
}

/** Whether most rows have the same number of cells, and more than one: then they are those of a table. */
export function regularRows(rows: readonly (readonly string[])[]): boolean {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].some(([length, count]) => length > 1 && count >= most * rows.length);
}
