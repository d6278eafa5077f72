import {
  type BetaAppStore,
  type BetaAppStorePage,
  type ListBetaAppStores,
  type StoreHolder,
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
  { database, zone }: Context,
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
    zone,
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
  const items = storesOf(answer);
  const page = {
    items,
    total: totalOf(answer, registered),
    registeredTotal,
    revision,
    directoryRevision,
    holders: markHeld(items.slice(0, limit), answer),
  };
  return takePage(page, limit, ({ code }) => writeCursor(filter, [code]));
}

/** Tells the stores who holds them, and gives those that hold any. */
function markHeld(stores: readonly BetaAppStore[], { holders, ids }: StoresAnswer): StoreHolder[] {
  if (holders.length === 0) return [];
  const byId = new Map(stores.map((store, row) => [ids?.[row], store]));
  const found: StoreHolder[] = [];
  for (const { holder, stores: held } of holders) {
    const marked = held.flatMap((id) => byId.get(id) ?? []);
    if (marked.length === 0) continue;
    for (const store of marked) (store.heldBy ??= []).push(found.length);
    found.push(holder);
  }
  return found;
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
