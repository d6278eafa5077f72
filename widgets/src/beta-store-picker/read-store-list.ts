import type { BetaAppStorePage, ListBetaAppStores } from '@beta-app/core/contract';

/** What is needed of the client. */
export interface StoreListClient {
  listBetaAppStores(
    input: ListBetaAppStores,
    options: { signal: AbortSignal },
  ): Promise<BetaAppStorePage>;
}

export interface StoreListPart {
  page: BetaAppStorePage;
  /** True where the list begins, for the first time or anew: what came before doesn't count any more. */
  first: boolean;
  last: boolean;
}

const pageSize = 2_000;

/** A screen or two: of all stores, the first rows don't wait for two thousand. Most branches come in one page anyway. */
const firstPageSize = 200;

/** How often a list that changes while it is read is begun anew, before it is taken as it comes. */
const restarts = 3;

/**
 * Reads all pages of a beta app's stores, of one branch or of all, and only the registered ones if that is wanted. If somebody saves meanwhile, it
 * begins anew, so that the list is one consistent picture; if that goes on, the pages differ in their
 * revisions and it is up to the caller to go by the oldest.
 */
export async function* readStoreList(
  client: StoreListClient,
  list: Pick<ListBetaAppStores, 'id' | 'branch' | 'registered'>,
  signal: AbortSignal,
): AsyncGenerator<StoreListPart> {
  for (let pass = 0; ; pass += 1) {
    let begun: BetaAppStorePage | undefined;
    let cursor: string | undefined;
    for (;;) {
      const limit = cursor === undefined && list.branch === undefined ? firstPageSize : pageSize;
      const page = await client.listBetaAppStores({ ...list, cursor, limit }, { signal });
      signal.throwIfAborted();
      if (begun !== undefined && !isSamePicture(begun, page) && pass < restarts) break;
      cursor = page.nextCursor ?? undefined;
      yield { page, first: begun === undefined, last: cursor === undefined };
      if (cursor === undefined) return;
      begun ??= page;
    }
  }
}

function isSamePicture(one: BetaAppStorePage, other: BetaAppStorePage): boolean {
  return one.revision === other.revision && one.directoryRevision === other.directoryRevision;
}
