import { type Page } from '../contract/page.js';

/** Makes a page out of an answer that was asked for one row more, which tells whether there is another. */
export function takePage<Item, Answer extends { items: Item[]; total: number }>(
  answer: Answer,
  limit: number,
  cursorAfter: (last: Item) => string,
): Answer & Page<Item> {
  const items = answer.items.slice(0, limit);
  const last = items.at(-1);
  const isLast = answer.items.length <= limit || last === undefined;
  return { ...answer, items, nextCursor: isLast ? null : cursorAfter(last) };
}
