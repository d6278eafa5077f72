import { type ReactiveController } from 'lit';
import { type BetaPageElement } from '../page-element/beta-page-element.js';
import { allBranches } from './branch-matches.js';
import { type ShownStores } from './shown-stores.js';

/**
 * Owns the offer to tick in all branches what was ticked in one: all stores, or those that match the search. Of the latter
 * only the server knows how many there are.
 */
export class WiderSelection implements ReactiveController {
  readonly #host: BetaPageElement;
  readonly #shown: () => ShownStores;
  /** For which beta app and search it was asked, and what came of it. */
  #asked: { id: number; q: string; stores: number } | undefined;

  constructor(host: BetaPageElement, shown: () => ShownStores) {
    this.#host = host;
    this.#shown = shown;
    host.addController(this);
  }

  /** What the offer says; undefined where there is none. */
  get text(): string | undefined {
    if (!this.#isDue) return undefined;
    const { branches, list } = this.#shown();
    const { stores } = this.#host.language.words;
    const q = this.#q;
    const count =
      q === '' ? branches.all.reduce((sum, branch) => sum + branch.stores, 0) : this.#matching;
    if (count <= list.table.tickable) return undefined;
    return q === '' ? stores.selectAllEverywhere(count) : stores.selectMatchingEverywhere(count, q);
  }

  hostUpdated(): void {
    if (this.#isDue && this.#q !== '') void this.#count();
  }

  get #q(): string {
    return this.#shown().typed.trim();
  }

  /** Whether all stores that are shown of one branch are ticked, and that isn't saved already. */
  get #isDue(): boolean {
    const { branch, filter, list } = this.#shown();
    if (branch === undefined || branch === allBranches || filter !== 'all') return false;
    const { ticks, headerState } = list.table;
    const pending = ticks.countsByBranch.get(branch);
    return list.complete && headerState === 'all' && (pending?.added ?? 0) > 0;
  }

  get #matching(): number {
    const { id, q, stores } = this.#asked ?? {};
    return id === this.#shown().branches.betaApp && q === this.#q ? (stores ?? 0) : 0;
  }

  async #count(): Promise<void> {
    const id = this.#shown().branches.betaApp;
    const q = this.#q;
    if (id === undefined || (this.#asked?.id === id && this.#asked.q === q)) return;
    const asked = (this.#asked = { id, q, stores: 0 });
    try {
      asked.stores = (await this.#host.api.listBetaAppStores({ id, q, limit: 1 })).total;
    } catch {
      // Nothing is offered: all branches can be chosen as well.
      return;
    }
    if (this.#asked === asked) this.#host.requestUpdate();
  }
}
