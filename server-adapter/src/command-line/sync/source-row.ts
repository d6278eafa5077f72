/** Why a line can't even become a row; core has further reasons. */
export type LineFault = 'cells' | 'json';

/** One row of a file, and the line that it begins on, from 1. */
export interface SourceRow {
  line: number;
  /** What it holds, field by field; core judges it. */
  row: unknown;
  fault?: LineFault;
}

/** Receives the rows as they are read. */
export type TakeRow = (row: SourceRow) => void;
