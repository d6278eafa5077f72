import type { BetaApp, StoreSelection } from '@beta-app/core/contract';
import { BranchCatalog } from '../branches/branch-catalog.js';
import { type BetaPageElement } from '../page-element/beta-page-element.js';
import { readDeepLink, writeDeepLink } from '../page-element/deep-link.js';
import { type TickCounts } from './branch-counts.js';
import { allBranches } from './branch-matches.js';
import { type ShownList } from './list-labels.js';
import { type BranchOutlook } from '../save-dialog/save-question.js';
import { StoreList } from './store-list.js';
import { findSelected, type KnownSelection } from './ticked-all.js';
import { type StoreFilter } from './store-table.js';

const parameter = 'cabang';
const filterParameter = 'tampil';

/** What is changed by oneself isn't there in a link. */
const linkedFilters = ['registered', 'unregistered'] as const satisfies readonly StoreFilter[];

export interface ShownStoresOptions {
  /** A list is there to its end. */
  listed: () => void;
  /** The list begins anew. */
  fromTop: () => void;
  /** Another branch was chosen, or another beta app. */
  left: () => void;
  /** Another beta app was chosen. */
  leftBetaApp: () => void;
}

/**
 * Owns which stores are shown: those of a branch, or of all, as search and filter narrow them. It follows the beta app that
 * is chosen, and reads its stores and its branches' counts; what is ticked it leaves alone.
 */
export class ShownStores {
  readonly branches: BranchCatalog;
  readonly list: StoreList;
  readonly #host: BetaPageElement;
  readonly #options: ShownStoresOptions;
  #betaApp: { id: number; revision: number } | undefined;
  #branch: string | undefined;
  #typed = '';
  #filter: StoreFilter = 'all';

  constructor(host: BetaPageElement, options: ShownStoresOptions) {
    this.#host = host;
    this.#options = options;
    this.branches = new BranchCatalog(host, () => host.api);
    this.list = new StoreList(host, () => host.api, options.listed);
  }

  /** The code of the branch, `allBranches`, or undefined. */
  get branch(): string | undefined {
    return this.#branch;
  }

  get typed(): string {
    return this.#typed;
  }

  get filter(): StoreFilter {
    return this.#filter;
  }

  /** Whether the branches' counts are those of the beta app that is shown. */
  get isCounted(): boolean {
    return this.branches.betaApp === this.#betaApp?.id;
  }

  /** The branch's name, or the word for all of them. */
  get branchName(): string {
    if (this.#branch === allBranches) return this.#host.language.words.common.field.branchAll;
    return this.#branch === undefined ? '' : this.branches.nameOf(this.#branch);
  }

  /** How many rows the table has with its header, before all have come too; -1 while nobody knows. */
  get rowCount(): number {
    const { table, facts, complete } = this.list;
    if (complete) return table.length + 1;
    return this.#isWhole && facts !== undefined ? facts.total + 1 : -1;
  }

  /** What the labels say of the list. */
  get view(): ShownList {
    const { table, facts, complete } = this.list;
    const tickable = this.#isWhole && !complete ? (facts?.total ?? 0) : table.tickable;
    return { branch: this.branchName, typed: this.#typed, filter: this.#filter, tickable };
  }

  /** How many changes there are in all. */
  get pending(): number {
    const { added, removed } = this.list.table.ticks.counts;
    return added + removed;
  }

  /** "Diubah" shows what will be saved: how much of that isn't in the list. */
  get elsewhere(): number {
    const branch = this.#branch;
    if (this.#filter !== 'changed' || branch === undefined || branch === allBranches) return 0;
    const here = this.list.table.ticks.countsByBranch.get(branch);
    return this.pending - (here ? here.added + here.removed : 0);
  }

  /** What the bar says of the list, while nothing else is told. */
  get countText(): string {
    const { facts, complete, table, isAwaited } = this.list;
    const { stores } = this.#host.language.words;
    if (isAwaited) return stores.selectsLater(!this.#isWhole);
    if (facts === undefined) return '';
    if (!complete) return stores.loaded(table.rows.length, facts.total);
    return stores.count(facts.registeredTotal, facts.total);
  }

  /** What was ticked, or unticked, all at once, if the list has all the stores that it means. */
  get selected(): KnownSelection | undefined {
    const { table, complete } = this.list;
    const { tickedAll } = table;
    if (tickedAll === undefined || !complete) return undefined;
    return findSelected(tickedAll, table.rows, this.#oneBranch);
  }

  /** Ticks all stores that are shown, or unticks them if all are ticked. Says what was done. */
  toggleAll(): boolean {
    return this.list.table.toggleAll(this.#selection);
  }

  /** Goes over to all branches, and ticks what matches the search there once it has come. */
  tickEverywhere(ticked: () => void): void {
    this.chooseBranch(allBranches);
    this.list.whenComplete(() => {
      this.list.table.setAll(true, this.#selection);
      ticked();
    });
  }

  /** What ticks mean for a branch. */
  outlook(branchCode: string, { added, removed }: TickCounts): BranchOutlook {
    const registered = this.branches.find(branchCode)?.registered ?? 0;
    const after = registered + added - removed;
    return { name: this.branches.nameOf(branchCode), added, removed, after };
  }

  /** Takes the branch that the address names, unless one is chosen, and which of its stores to show. */
  readAddress(): void {
    if (this.#host.noUrl) return;
    this.#branch ??= readDeepLink(parameter)?.toUpperCase();
    const named = readDeepLink(filterParameter);
    this.#filter = linkedFilters.find((each) => each === named) ?? this.#filter;
  }

  /** Reads what belongs to the beta app that is shown by now, and reads it again when it has changed. */
  follow(current: BetaApp | undefined): void {
    if (current?.id !== this.#betaApp?.id) {
      this.list.reset();
      this.#options.leftBetaApp();
      this.#options.left();
      this.#betaApp = current && { id: current.id, revision: current.revision };
      if (current === undefined) return;
      void this.readBranches();
      if (this.#branch !== undefined) void this.#readList();
    } else if (current !== undefined && this.#betaApp?.revision !== current.revision) {
      this.#betaApp = { id: current.id, revision: current.revision };
      void this.readBranches();
      void this.list.refresh();
    }
  }

  async readBranches(): Promise<void> {
    const id = this.#betaApp?.id;
    if (id === undefined) return;
    await this.branches.read(id);
    const branch = this.#branch;
    if (branch === undefined || branch === allBranches || this.branches.failure !== undefined) {
      return;
    }
    // A link may name a branch that isn't there any more.
    if (this.branches.find(branch) === undefined) this.chooseBranch(undefined);
  }

  chooseBranch(branch: string | undefined): void {
    this.#branch = branch;
    this.#host.requestUpdate();
    this.#options.left();
    if (!this.#host.noUrl) writeDeepLink(parameter, branch);
    void this.#readList();
  }

  /** Narrows the list to what was typed, and to a filter. */
  narrow(typed: string, filter: StoreFilter): void {
    this.#typed = typed;
    this.#filter = filter;
    this.#host.requestUpdate();
    this.#writeFilter();
    this.list.forgetWaiting();
    this.list.table.show(typed, filter);
    this.#options.fromTop();
  }

  /** What is shown, as a selection; undefined where a filter leaves out what the server has, or has not. */
  get #selection(): StoreSelection | undefined {
    if (this.#filter !== 'all' && this.#filter !== 'unregistered') return undefined;
    const q = this.#typed.trim();
    const branch = this.#oneBranch;
    return { ...(branch !== undefined && { branch }), ...(q !== '' && { q }) };
  }

  /** The branch, unless all are listed. */
  get #oneBranch(): string | undefined {
    return this.#branch === allBranches ? undefined : this.#branch;
  }

  #writeFilter(): void {
    const linked = linkedFilters.find((each) => each === this.#filter);
    if (!this.#host.noUrl) writeDeepLink(filterParameter, linked);
  }

  /** Whether neither search nor filter leaves stores out. */
  get #isWhole(): boolean {
    return this.#typed.trim() === '' && this.#filter === 'all';
  }

  async #readList(): Promise<void> {
    const branch = this.#branch;
    const id = this.#betaApp?.id;
    if (id === undefined || branch === undefined) return;
    this.list.table.show(this.#typed, this.#filter);
    this.#options.fromTop();
    await this.list.read({ id, branch: this.#oneBranch });
  }
}
