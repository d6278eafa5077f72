import { absentFields, readValue } from './cell-values.js';
import {
  type Candidates,
  type Columns,
  findCandidates,
  findColumns,
  requireColumns,
} from './columns.js';
import { type FileLayout } from './csv-rows.js';
import { type SyncKind } from './kinds.js';
import { linesOf } from './lines.js';
import { type KeyFault, type SourceRow, type TakeRow } from './source-row.js';

type JsonObject = Readonly<Record<string, unknown>>;

/** What core takes for the value of no field. */
const unreadable = {};

/**
 * Reads the rows of a JSON Lines file: an object on each line; empty lines are skipped. The first line that has a field
 * says under which key it is in all of them.
 */
export async function readJsonRows(
  kind: SyncKind,
  text: AsyncIterable<string>,
  chosen: Columns,
  take: TakeRow,
): Promise<FileLayout> {
  let columns: Columns = new Map();
  const keys = new Set<string>();
  const objects: [row: SourceRow, value: JsonObject][] = [];
  let line = 0;
  for await (const content of linesOf(text)) {
    line += 1;
    if (content.trim() === '') continue;
    const value = parse(content);
    const row: SourceRow = { line, row: null };
    take(row);
    if (!isObject(value)) {
      row.fault = 'json';
      continue;
    }
    objects.push([row, value]);
    const own = Object.keys(value);
    if (own.every((key) => keys.has(key))) continue;
    for (const key of own) keys.add(key);
    columns = findColumns(kind, own, chosen, columns);
  }
  const headers = [...keys];
  if (headers.length > 0) requireColumns(kind, headers, { found: columns, chosen });
  // Only now: a later line may have a field that an earlier one lacks.
  const candidates = findCandidates(kind, headers, chosen);
  for (const [row, value] of objects) Object.assign(row, readFields(value, columns, candidates));
  return { columns, headers };
}

function readFields(
  value: JsonObject,
  columns: Columns,
  candidates: Candidates,
): Pick<SourceRow, 'row' | 'keyFaults'> {
  const keyFaults = new Map<string, KeyFault>();
  const fields = [...columns].map(([field, header]) => {
    const there = candidates.get(field)?.filter((key) => Object.hasOwn(value, key)) ?? [];
    if (there.length === 1 && there[0] === header) return [field, readValue(field, value[header])];
    if (there.length === 0 && absentFields.has(field)) return [field, null];
    keyFaults.set(field, there.length > 1 ? 'key_twice' : 'key_missing');
    return [field, unreadable];
  });
  const row: unknown = Object.fromEntries(fields);
  return keyFaults.size === 0 ? { row } : { row, keyFaults };
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
