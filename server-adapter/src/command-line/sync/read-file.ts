import { CommandFailure } from '../failures.js';
import { type Columns } from './columns.js';
import { type FileLayout, readCsvRows } from './csv-rows.js';
import { decodeText } from './decode-text.js';
import { type DelimiterName } from './delimiter.js';
import { readJsonRows } from './json-rows.js';
import { type SyncKind } from './kinds.js';
import { openFile } from './open-file.js';
import { type Progress } from './progress.js';
import { type SourceRow } from './source-row.js';

export type FileFormat = 'csv' | 'jsonl';

export interface ReadFileOptions {
  file: string;
  format: FileFormat;
  delimiter: DelimiterName | undefined;
  chosen: Columns;
}

/** What a file holds, row by row, and how it was understood. */
export interface FileRows extends FileLayout {
  rows: SourceRow[];
}

/** One statement takes them all in; this is many times the chain's stores. */
const mostRows = 200_000;

/** Reads a whole file. Throws `CommandFailure`; what is wrong with a single row is told with the row. */
export async function readFileRows(
  kind: SyncKind,
  options: ReadFileOptions,
  startProgress: (size: number | undefined) => Progress,
): Promise<FileRows> {
  const { file, format, delimiter, chosen } = options;
  const { bytes, size } = await openFile(file);
  const progress = startProgress(size);
  const rows: SourceRow[] = [];
  const take = (row: SourceRow) => {
    if (rows.length === mostRows) {
      const most = mostRows.toLocaleString('en');
      throw new CommandFailure(
        'FILE_TOO_LARGE',
        `The file has more than ${most} rows; split it and use --mode partial`,
        { mostRows },
      );
    }
    rows.push(row);
  };
  const text = decodeText(counted(bytes, (read) => progress.reading(read, rows.length)));
  try {
    const layout =
      format === 'csv'
        ? await readCsvRows(kind, text, { delimiter, chosen }, take)
        : await readJsonRows(kind, text, chosen, take);
    return { ...layout, rows };
  } finally {
    progress.end();
  }
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  tell: (read: number) => void,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of bytes) {
    read += chunk.length;
    yield chunk;
    tell(read);
  }
}
