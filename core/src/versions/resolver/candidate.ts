import { type StoreVersion } from '../../contract/version-lookup.js';
import { type HeldBetaApp } from './held-beta-app.js';

/** Answers by profile, as far as they were worked out. */
export type Answers = (StoreVersion | undefined)[];

/**
 * A beta app that may give an application another version, with the answers for its stores. It holds until something
 * changes in the beta app, and therefore keeps what its store index is made of: a lookup spends its time on steps to it.
 */
export class Candidate {
  readonly betaApp: HeldBetaApp;
  readonly #bits: Uint32Array;
  readonly #isUniform: boolean;
  /** For all its stores if they have the same number. */
  readonly #common: Answers = [];
  /** By number if they don't. */
  readonly #byNumber = new Map<number, Answers>();

  constructor(betaApp: HeldBetaApp) {
    this.betaApp = betaApp;
    this.#bits = betaApp.stores.bits;
    this.#isUniform = betaApp.stores.isUniform;
  }

  has(id: number): boolean {
    return ((this.#bits[id >>> 5] ?? 0) & (1 << (id & 31))) !== 0;
  }

  /** The answers for a store that it has. */
  answersOf(id: number): Answers {
    return this.#isUniform ? this.#common : this.#answersByNumber(id);
  }

  #answersByNumber(id: number): Answers {
    const number = this.betaApp.stores.numberOf(id);
    let answers = this.#byNumber.get(number);
    if (answers === undefined) {
      answers = [];
      this.#byNumber.set(number, answers);
    }
    return answers;
  }
}
