import { readValue } from './cell-values.js';
import { type Columns, findColumns, requireColumns } from './columns.js';
import { type FileLayout } from './csv-rows.js';
import { type SyncKind } from './kinds.js';
import { linesOf } from './lines.js';
import { type SourceRow, type TakeRow } from './source-row.js';

/** Reads the rows of a JSON Lines file: an object on each line; empty lines are skipped. */
export async function readJsonRows(
  kind: SyncKind,
  text: AsyncIterable<string>,
  chosen: Columns,
  take: TakeRow,
): Promise<FileLayout> {
  const columns = new Map<string, string>();
  const headers = new Set<string>();
  let line = 0;
  for await (const content of linesOf(text)) {
    line += 1;
    if (content.trim() === '') continue;
    const value = parse(content);
    if (!isObject(value)) {
      take({ line, row: null, fault: 'json' });
      continue;
    }
    const keys = Object.keys(value);
    const found = findColumns(kind, keys, chosen);
    for (const key of keys) headers.add(key);
    for (const [field, header] of found) columns.set(field, header);
    take(rowOf(line, value, found));
  }
  const layout = { columns, headers: [...headers] };
  if (headers.size > 0) requireColumns(kind, layout.headers, { found: columns, chosen });
  return layout;
}

function rowOf(line: number, value: Record<string, unknown>, columns: Columns): SourceRow {
  const fields = [...columns].map(([field, header]) => [field, readValue(field, value[header])]);
  return { line, row: Object.fromEntries(fields) };
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
