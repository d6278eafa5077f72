import type { OtherBetaApp } from '@beta-app/core/contract';
import { type OverlapRefusal } from '../save-dialog/save-question.js';

/** Stores that another beta app is to let go of. */
export interface StoreMove {
  betaApp: OtherBetaApp;
  stores: readonly string[];
}

/** Keeps what the user has said is to be moved over from other beta apps. */
export class StoreMoves {
  readonly #byBetaApp = new Map<number, StoreMove>();

  clear(): void {
    this.#byBetaApp.clear();
  }

  /** Takes over what may be moved of the stores that stand in the way. */
  take({ conflicts, movable = [] }: OverlapRefusal): void {
    const wanted = new Set(movable);
    for (const { betaApp, stores } of conflicts) {
      const taken = stores.filter((code) => wanted.has(code));
      if (taken.length === 0) continue;
      const before = this.#byBetaApp.get(betaApp.id)?.stores ?? [];
      this.#byBetaApp.set(betaApp.id, { betaApp, stores: [...new Set([...before, ...taken])] });
    }
  }

  /** What is moved if some stores are left out. */
  without(leftOut: ReadonlySet<string>): StoreMove[] {
    return [...this.#byBetaApp.values()]
      .map(({ betaApp, stores }) => ({
        betaApp,
        stores: stores.filter((code) => !leftOut.has(code)),
      }))
      .filter(({ stores }) => stores.length > 0);
  }
}
