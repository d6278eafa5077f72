import type { MovedStores, StoreClash, StoreConflict } from '@beta-app/core/contract';

/** What happens to one branch, as the confirmation tells it. */
export interface BranchOutlook {
  name: string;
  added: number;
  removed: number;
  /** How many of its open stores are registered afterwards. */
  after: number;
}

/** What is asked before changes are saved. */
export interface SaveQuestion {
  kind: 'save';
  betaApp: string;
  branches: readonly BranchOutlook[];
  removed: number;
  /** Where stores are moved over from. */
  moved?: readonly MovedStores[] | undefined;
  /** How many of the stores that were ticked aren't saved. */
  leftOut?: number | undefined;
}

interface Refused {
  kind: 'refused';
  stores: readonly string[];
}

/** Other beta apps hold some of the stores. */
export interface OverlapRefusal extends Refused {
  reason: 'overlap';
  conflicts: readonly StoreConflict[];
  /** Those of the stores that may be moved over instead; absent where nothing is moved. */
  movable?: readonly string[] | undefined;
  /** What is saved without them, where that hasn't been asked yet. */
  rest?: SaveQuestion | undefined;
}

/** Why the server doesn't save some stores; without them it may. */
export type Refusal =
  | OverlapRefusal
  | (Refused & { reason: 'clash'; clashes: readonly StoreClash[] })
  | (Refused & { reason: 'closed' | 'unknown' });
