import { type BetaAppStore, type BetaAppStorePage } from '@beta-app/core/contract';

/** A store of a list, open and not registered unless said otherwise. */
export function storeOf(code: string, facts: Partial<BetaAppStore> = {}): BetaAppStore {
  return { code, name: `Toko ${code}`, branchCode: 'B1', registered: false, ...facts };
}

/** A page of a list, at revision 1 and the last one unless said otherwise. */
export function pageOf(
  items: BetaAppStore[],
  facts: Partial<BetaAppStorePage> = {},
): BetaAppStorePage {
  return {
    items,
    nextCursor: null,
    total: items.filter(({ closedSince }) => closedSince === undefined).length,
    registeredTotal: items.filter(({ registered }) => registered).length,
    revision: 1,
    directoryRevision: 1,
    holders: [],
    ...facts,
  };
}
