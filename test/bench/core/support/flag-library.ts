import { type Trial } from '../../support/quarter-trials.js';

export type Pair = readonly [store: string, application: string];

/** A library of feature flags that was told everything, with a flag for each application. */
export interface FlagLibrary {
  /** Counts the pairs of which it says that the store runs the beta version. */
  countBeta: (pairs: readonly Pair[]) => number | Promise<number>;
  close: () => void | Promise<void>;
}

export type OpenFlagLibrary = (trials: readonly Trial[]) => FlagLibrary | Promise<FlagLibrary>;

/** What the flags of all applications say. */
export const versions = { production: '1.0.0', beta: '1.1.0-beta.1' };
