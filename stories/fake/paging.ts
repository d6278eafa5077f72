import { type Page, pageLimits, type PageQuery } from '@beta-app/core/contract';
import { Refusal } from './refusal.js';

type Keyset = readonly (string | number)[];

export interface Paging<Item> {
  query: PageQuery;
  /** What the list is of, and its filter: a cursor means nothing in another list. */
  filter: unknown;
  /** The place of an item in the list's order. */
  keyOf: (item: Item) => Keyset;
  descending?: boolean;
}

/** Sorts a list and takes one page out of it. */
export function takePage<Item>(
  items: readonly Item[],
  { query, filter, keyOf, descending = false }: Paging<Item>,
): Page<Item> {
  const order = (one: Keyset, other: Keyset) => compare(one, other) * (descending ? -1 : 1);
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor, filter);
  const rest = items
    .map((item) => ({ item, key: keyOf(item) }))
    .filter(({ key }) => after === undefined || order(key, after) > 0)
    .sort((one, other) => order(one.key, other.key));
  const page = rest.slice(0, query.limit ?? pageLimits.default);
  const last = page.at(-1);
  const isLast = page.length === rest.length || last === undefined;
  return {
    items: page.map(({ item }) => item),
    nextCursor: isLast ? null : writeCursor(last.key, filter),
    total: items.length,
  };
}

function compare(one: Keyset, other: Keyset): number {
  for (const [index, part] of one.entries()) {
    const against = other[index] ?? '';
    if (part !== against) return part < against ? -1 : 1;
  }
  return 0;
}

function writeCursor(key: Keyset, filter: unknown): string {
  return encodeURIComponent(JSON.stringify([JSON.stringify(filter), ...key]));
}

function readCursor(cursor: string, filter: unknown): Keyset {
  try {
    const [bound, ...key] = JSON.parse(decodeURIComponent(cursor)) as Keyset;
    if (bound === JSON.stringify(filter)) return key;
  } catch {
    // What this list didn't write is told below.
  }
  throw new Refusal('CURSOR_INVALID');
}
