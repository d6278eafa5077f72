import { CommandFailure } from '../failures.js';
import { readValue } from './cell-values.js';
import { type Columns, findColumns, requireColumns } from './columns.js';
import {
  delimiterOf,
  type DelimiterName,
  detectDelimiter,
  readSeparatorLine,
} from './delimiter.js';
import { type SyncKind } from './kinds.js';
import { peekLine } from './lines.js';
import { type CsvRecord, readCsv } from './read-csv.js';
import { type SourceRow, type TakeRow } from './source-row.js';

/** How the file was understood. */
export interface FileLayout {
  columns: Columns;
  /** All that the file names, in order. */
  headers: readonly string[];
  delimiter?: DelimiterName;
}

export interface CsvOptions {
  /** Found in the first line if absent. */
  delimiter: DelimiterName | undefined;
  chosen: Columns;
}

/** Reads the rows of a CSV file, whose first line names the columns, or the second if the first is one for Excel. */
export async function readCsvRows(
  kind: SyncKind,
  source: AsyncIterable<string>,
  { chosen, ...options }: CsvOptions,
  take: TakeRow,
): Promise<FileLayout> {
  const { line: firstLine, text } = await peekLine(source);
  const separator = readSeparatorLine(firstLine);
  const delimiter =
    options.delimiter ??
    (separator === undefined ? detectDelimiter(firstLine) : delimiterOf(separator));
  let isForExcel = separator !== undefined;
  let layout: FileLayout | undefined;
  await readCsv(text, delimiter, (record) => {
    if (isForExcel) {
      isForExcel = false;
      return;
    }
    if (layout !== undefined) {
      take(rowOf(record, layout));
      return;
    }
    const headers = record.cells.map((header) => header.trim());
    const columns = findColumns(kind, headers, chosen);
    requireColumns(kind, headers, { found: columns, chosen });
    layout = { columns, headers, delimiter };
  });
  if (layout === undefined) throw new CommandFailure('COLUMNS_MISSING', 'The file is empty');
  return layout;
}

function rowOf({ line, cells }: CsvRecord, { columns, headers }: FileLayout): SourceRow {
  const hasSurplus = cells.slice(headers.length).some((cell) => cell !== '');
  // With cells too many or too few nobody knows which is which, not even which code it is.
  if (cells.length < headers.length || hasSurplus) return { line, row: null, fault: 'cells' };
  const fields = [...columns].map(([field, header]) => [
    field,
    readValue(field, cells[headers.indexOf(header)]),
  ]);
  return { line, row: Object.fromEntries(fields) };
}
