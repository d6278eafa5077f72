/** Why a line can't even become a row; core has further reasons. */
export type LineFault = 'cells' | 'json';

/** Why an object has no value for a field that other lines have. */
export type KeyFault = 'key_missing' | 'key_twice';

/** One row of a file, and the line that it begins on, from 1. */
export interface SourceRow {
  line: number;
  /** What it holds, field by field; core judges it. */
  row: unknown;
  fault?: LineFault;
  /** By field. Core refuses what stands there; this is the reason. */
  keyFaults?: ReadonlyMap<string, KeyFault>;
}

/** Receives the rows as they are read. */
export type TakeRow = (row: SourceRow) => void;
