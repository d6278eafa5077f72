import { type HistoryEvent, type HistoryPage, type HistoryQuery } from '../contract/history.js';
import { pageLimits } from '../contract/page.js';
import { type Context } from '../context.js';
import { errorOf } from '../errors.js';
import { readCursor, writeCursor } from '../input/cursor.js';
import { searchWords } from '../input/search-words.js';

/** Which history to read. */
export interface HistoryRead {
  /** Keeps its cursors apart from those of other lists. */
  list: string;
  /** Made twice: what isn't asked for is left out, since a plan that has it takes twice as long to begin. */
  query: (schema: string, isNarrowed: boolean) => string;
  wanted: HistoryQuery & { betaApp?: number | undefined; store?: string | undefined };
  /** What a store is refused with that nobody knows. */
  unknownStore: 'STORE_NOT_FOUND' | 'VALIDATION_FAILED';
}

interface Answer {
  betaAppFound: boolean;
  storeFound: boolean;
  applicationFound: boolean;
  items: HistoryEvent[];
}

/** Reads a page of a history: one event more than it has tells whether there is another. */
export async function readHistory(
  { database, zone }: Context,
  { list, query, wanted, unknownStore }: HistoryRead,
): Promise<HistoryPage> {
  const { cursor, limit = pageLimits.default, actor, action, ...filter } = wanted;
  const words = searchWords(actor);
  const actions = action === undefined || action.length === 0 ? undefined : [...action].sort();
  const { betaApp, store, application, from, to } = filter;
  const bound = [list, betaApp, store, application, from, to, words, actions];
  const after = readCursor(bound, cursor, ['number']);
  const isNarrowed = [application, from, to, actions, words[0]].some((each) => each !== undefined);
  const answer = await database.read<Answer>((schema) => query(schema, isNarrowed), {
    ...filter,
    zone,
    words,
    actions,
    after: after?.[0],
    rows: limit + 1,
  });
  if (!answer.betaAppFound) throw errorOf('BETA_APP_NOT_FOUND');
  if (!answer.storeFound) {
    throw errorOf(unknownStore, {
      ...(unknownStore === 'VALIDATION_FAILED' && {
        errors: [{ path: 'store', code: 'unknown' }],
      }),
    });
  }
  if (!answer.applicationFound) throw errorOf('APPLICATION_NOT_FOUND');
  const items = answer.items.slice(0, limit);
  const last = items.at(-1);
  const isLast = answer.items.length <= limit || last === undefined;
  return { items, nextCursor: isLast ? null : writeCursor(bound, [last.id]) };
}
