import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { CommandFailure } from '../failures.js';
import { delimiters, type DelimiterName } from './delimiter.js';

/** One line of cells, or several lines where cells in quotes have them; `line` is the first. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/** Many times the longest row that core takes; what is longer has a quote that never ends. */
const longestRecord = 100_000;

/** Reads lines of cells, and skips empty ones. Throws `FILE_MALFORMED` with the line of a quote that is astray. */
export async function readCsv(
  text: AsyncIterable<string>,
  delimiter: DelimiterName,
  take: (record: CsvRecord) => void,
): Promise<void> {
  // The parser's own count takes a line end of two characters in quotes for two.
  let line = 1;
  const parser = parse({
    delimiter: delimiters[delimiter],
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: longestRecord,
    raw: true,
    on_record: (parsed: unknown) => {
      // With `raw`, what comes isn't the cells alone, as the types have it.
      const { record: cells, raw } = parsed as { record: string[]; raw: string };
      const begins = line;
      line += lineEndsIn(raw);
      if (cells.some((cell) => cell !== '')) take({ line: begins, cells });
      return null;
    },
  });
  try {
    // Records are taken while they are parsed, and none comes out of its end.
    await pipeline(text, parser.resume());
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new CommandFailure('FILE_MALFORMED', messageOf(cause.code, line), {
      line,
      reason: cause.code,
    });
  }
}

function lineEndsIn(raw: string): number {
  return raw.split(/\r\n|\n|\r/u).length - 1;
}

function messageOf(code: string, line: number): string {
  const where = `the row that begins on line ${String(line)}`;
  return code === 'CSV_MAX_RECORD_SIZE' || code === 'CSV_QUOTE_NOT_CLOSED'
    ? `A quote that opens in ${where} never closes, or that row is too long`
    : `A quote in ${where} is not where a cell begins or ends; double it if it belongs to the text`;
}
