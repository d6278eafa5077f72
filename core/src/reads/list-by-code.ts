import { type z } from 'zod';
import { type Page, type PageQuery, pageLimits } from '../contract/page.js';
import { type Context } from '../context.js';
import { readCursor, writeCursor } from '../input/cursor.js';
import { parseInput } from '../input/parse-input.js';
import { searchWords } from '../input/search-words.js';
import { takePage } from './take-page.js';

/** A searched list in order of code. */
export interface ListByCode {
  /** Keeps its cursors apart from those of other lists. */
  name: string;
  schema: z.ZodType<PageQuery & { q?: string | undefined }>;
  /** Answers `total` and `items`, from `words` and `rows`, and from `after` on, which is a code. */
  query: (schema: string) => string;
}

export async function listByCode<Item extends { code: string }>(
  { database }: Context,
  { name, schema, query }: ListByCode,
  input: object,
): Promise<Page<Item>> {
  const { q, cursor, limit = pageLimits.default } = parseInput(schema, input);
  const words = searchWords(q);
  const filter = [name, words];
  const after = readCursor(filter, cursor, ['string'])?.[0];
  const answer = await database.read<{ total: number; items: Item[] }>(query, {
    words,
    after,
    rows: limit + 1,
  });
  return takePage(answer, limit, ({ code }) => writeCursor(filter, [code]));
}
