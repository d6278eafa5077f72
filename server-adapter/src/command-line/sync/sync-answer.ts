import {
  type RefusedRow,
  type RowRefusal,
  type SyncedPart,
  type SyncedStores,
  type SyncReport,
} from '@beta-app/core/contract';
import { type DelimiterName } from './delimiter.js';
import { type SyncKind } from './kinds.js';
import { type FileRows } from './read-file.js';
import { type KeyFault, type LineFault, type SourceRow } from './source-row.js';

export interface RefusedLine {
  /** The line of the file that the row begins on, from 1. */
  line: number;
  code: string | null;
  /** Absent if it is the whole line. */
  field?: string;
  reason: RowRefusal | LineFault | KeyFault;
}

/** What a sync did, or would do; this is what --json prints. */
export interface SyncAnswer {
  kind: SyncKind;
  file: string;
  dryRun: boolean;
  rows: number;
  delimiter?: DelimiterName;
  columns: Record<string, string>;
  unusedColumns: string[];
  revision: number;
  changes: Omit<SyncedPart, 'refused'> &
    Partial<Omit<SyncedStores, 'refused' | 'closuresWithheld'>>;
  /** Of stores: whether none was closed for not being in the file, since nobody knows which one a refused line meant. */
  closuresWithheld?: boolean;
  refused: RefusedLine[];
}

export interface SyncRun {
  kind: SyncKind;
  file: string;
  dryRun: boolean;
  read: FileRows;
  report: SyncReport;
}

/** Brings together what was read and what became of it. */
export function syncAnswer({ kind, file, dryRun, read, report }: SyncRun): SyncAnswer {
  const { rows, columns, headers, delimiter } = read;
  const part = report[kind];
  if (part === undefined) throw new Error(`The report lacks ${kind}`);
  const { refused, closuresWithheld, ...changes }: SyncedPart & Partial<SyncedStores> = part;
  const used = new Set(columns.values());
  return {
    kind,
    file,
    dryRun,
    rows: rows.length,
    ...(delimiter === undefined ? {} : { delimiter }),
    columns: Object.fromEntries(columns),
    unusedColumns: headers.filter((header) => !used.has(header)),
    revision: report.revision,
    changes,
    ...(closuresWithheld === undefined ? {} : { closuresWithheld }),
    refused: refused.map((row) => refusedLine(row, rows)),
  };
}

/** Core counts rows; people look for lines. */
function refusedLine({ line: number, code, field, reason }: RefusedRow, rows: SourceRow[]) {
  const row = rows[number - 1];
  if (row === undefined) throw new Error(`There is no row ${String(number)}`);
  const { line, fault, keyFaults } = row;
  if (fault !== undefined) return { line, code, reason: fault };
  return { line, code, field, reason: keyFaults?.get(field) ?? reason };
}
