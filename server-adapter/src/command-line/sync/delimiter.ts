import { CommandFailure } from '../failures.js';

/** What separates cells, by the names that --delimiter takes. */
export const delimiters = { comma: ',', semicolon: ';', tab: '\t' } as const;

export type DelimiterName = keyof typeof delimiters;

const names = Object.keys(delimiters) as DelimiterName[];

/**
 * Reads a line such as `sep=;`, which tells Excel what separates the cells of those below; undefined for any other line.
 */
export function readSeparatorLine(line: string): string | undefined {
  return /^"?sep=(.)"?\s*$/iu.exec(line)?.[1];
}

/** Finds the name of what separates cells. Throws `FILE_MALFORMED` if it has none. */
export function delimiterOf(separator: string): DelimiterName {
  const found = names.find((name) => delimiters[name] === separator);
  if (found !== undefined) return found;
  throw new CommandFailure(
    'FILE_MALFORMED',
    `The first line says that ${separator} separates the cells; it has to be one of ${names.join(', ')}`,
    { separator },
  );
}

/** Finds what separates the cells of a header line: what it has most of, outside quotes. */
export function detectDelimiter(headerLine: string): DelimiterName {
  const bare = headerLine.replace(/"[^"]*"/gu, '');
  const count = (name: DelimiterName) => bare.split(delimiters[name]).length;
  return names.reduce((best, name) => (count(name) > count(best) ? name : best));
}
