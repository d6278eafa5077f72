import {
  type BetaAppStore,
  type BetaAppStorePage,
  type ListBetaAppStores,
  listBetaAppStoresSchema,
} from '../contract/beta-app-stores.js';
import { pageLimits } from '../contract/page.js';
import { type Context } from '../context.js';
import { errorOf } from '../errors.js';
import { readCursor, writeCursor } from '../input/cursor.js';
import { parseInput } from '../input/parse-input.js';
import { searchWords } from '../input/search-words.js';
import { type StoresAnswer, storesQuery } from './beta-app-stores-query.js';
import { takePage } from './take-page.js';

export async function listBetaAppStores(
  { database }: Context,
  input: ListBetaAppStores,
): Promise<BetaAppStorePage> {
  const {
    id,
    branch,
    q,
    registered,
    cursor,
    limit = pageLimits.default,
  } = parseInput(listBetaAppStoresSchema, input);
  const words = searchWords(q);
  const filter = ['stores', id, branch ?? null, words, registered ?? null];
  const after = readCursor(filter, cursor, ['string'])?.[0];
  const filters = {
    branch: branch !== undefined,
    words: words.length > 0,
    after: after !== undefined,
    registered,
  };
  const answer = await database.read<StoresAnswer>(storesQuery(filters), {
    id,
    branch,
    words,
    after,
    rows: limit + 1,
  });
  if (!answer.found) throw errorOf('BETA_APP_NOT_FOUND');
  if (!answer.branchFound) {
    throw errorOf('VALIDATION_FAILED', { errors: [{ path: 'branch', code: 'unknown' }] });
  }
  const { revision, directoryRevision, registered: registeredTotal } = answer;
  const page = {
    items: storesOf(answer),
    total: totalOf(answer, registered),
    registeredTotal,
    revision,
    directoryRevision,
  };
  return takePage(page, limit, ({ code }) => writeCursor(filter, [code]));
}

function totalOf(answer: StoresAnswer, registered: boolean | undefined): number {
  if (registered === undefined) return answer.open;
  return registered ? answer.registered : answer.open - answer.registered;
}

function storesOf({ columns, branches }: StoresAnswer): BetaAppStore[] {
  const moment = momentReader();
  return columns.code.map((code, row) => {
    const registeredSince = moment(columns.registeredSince[row]);
    const closedSince = moment(columns.closedSince[row]);
    const store: BetaAppStore = {
      code,
      name: columns.name[row] ?? '',
      branchCode: branches[columns.branch[row] ?? 0] ?? '',
      registered: registeredSince !== undefined,
    };
    if (registeredSince !== undefined) store.registeredSince = registeredSince;
    if (closedSince !== undefined) store.closedSince = closedSince;
    return store;
  });
}

/** Writes times in UTC as moments, always to the microsecond. Many stores are registered at once. */
function momentReader(): (time: string | null | undefined) => string | undefined {
  const known = new Map<string, string>();
  return (time) => {
    if (time === null || time === undefined) return undefined;
    let moment = known.get(time);
    if (moment === undefined) {
      const [second = '', fraction = ''] = time.split('.');
      moment = `${second}.${fraction.padEnd(6, '0')}Z`;
      known.set(time, moment);
    }
    return moment;
  };
}
