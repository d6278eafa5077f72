import { type z } from 'zod';
import { type Page, type PageQuery, pageLimits } from '../contract/page.js';
import { type Context } from '../context.js';
import { type Keyset, readCursor, writeCursor } from '../input/cursor.js';
import { parseInput } from '../input/parse-input.js';
import { searchWords, typedWords } from '../input/search-words.js';
import { takePage } from './take-page.js';

/** A searched list in an order of its own. */
export interface SearchedList<Item> {
  /** Keeps its cursors apart from those of other lists. */
  name: string;
  schema: z.ZodType<PageQuery & { q?: string | undefined }>;
  /** Answers `total` and `items`, from `words`, `typed` and `rows`, and from `after` on, which is a keyset. */
  query: (schema: string) => string;
  /** Of what the keyset consists. */
  kinds: Parameters<typeof readCursor>[2];
  keyOf: (item: Item) => Keyset;
}

export async function listSearched<Item>(
  { database }: Context,
  { name, schema, query, kinds, keyOf }: SearchedList<Item>,
  input: object,
): Promise<Page<Item>> {
  const { q, cursor, limit = pageLimits.default } = parseInput(schema, input);
  const words = searchWords(q);
  const filter = [name, words];
  const answer = await database.read<{ total: number; items: Item[] }>(query, {
    words,
    typed: typedWords(q),
    after: readCursor(filter, cursor, kinds),
    rows: limit + 1,
  });
  return takePage(answer, limit, (last) => writeCursor(filter, keyOf(last)));
}
