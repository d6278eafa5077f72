/** What separates cells, by the names that --delimiter takes. */
export const delimiters = { comma: ',', semicolon: ';', tab: '\t' } as const;

export type DelimiterName = keyof typeof delimiters;

/** Finds what separates the cells of a header line: what it has most of, outside quotes. */
export function detectDelimiter(headerLine: string): DelimiterName {
  const bare = headerLine.replace(/"[^"]*"/gu, '');
  const names = Object.keys(delimiters) as DelimiterName[];
  const count = (name: DelimiterName) => bare.split(delimiters[name]).length;
  return names.reduce((best, name) => (count(name) > count(best) ? name : best));
}
