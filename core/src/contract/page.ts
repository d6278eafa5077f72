import { z } from 'zod';

/** One page of a list, in the list's own order. */
export interface Page<Item> {
  items: Item[];
  /** What to pass as `cursor` for the page after this one; null on the last. */
  nextCursor: string | null;
  /** How many there are on all pages. */
  total: number;
}

/** Which page of a list to read. */
export interface PageQuery {
  /** The `nextCursor` of the page before, under the same filter. */
  cursor?: string | undefined;
  /** How many items, 100 by default and at most 2,000. */
  limit?: number | undefined;
}

/** How many items a page has by default, and at most. */
export const pageLimits = { default: 100, max: 2_000 } as const;

export const pageQuery = {
  cursor: z.string().max(1_000).optional(),
  limit: z.number().int().min(1).max(pageLimits.max).optional(),
};

/** The schema of a page of items. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
  });
}
