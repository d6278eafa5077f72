import type { StoreClash, StoreConflict } from '@beta-app/core/contract';

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
}

/** Why the server doesn't save some stores; without them it may. */
export type Refusal = { kind: 'refused'; stores: readonly string[] } & (
  | {
      reason: 'overlap';
      conflicts: readonly StoreConflict[];
      /** What is saved without them, where that hasn't been asked yet. */
      rest?: SaveQuestion | undefined;
    }
  | { reason: 'clash'; clashes: readonly StoreClash[] }
  | { reason: 'closed' | 'unknown' }
);
