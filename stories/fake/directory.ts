import type { Application, Branch, Person, Store } from '@beta-app/core/contract';
import { type Clock } from './clock.js';
import { searchFor } from './search.js';
import { follow, type Span } from './spans.js';

type BranchRecord = Pick<Branch, 'code' | 'name' | 'timeZone'>;

interface StoreState extends Span {
  name: string;
  branchCode: string;
  open: boolean;
  /** The directory's revision that brought it. */
  revision: number;
}

/** What a person who chose "all of these" meant. */
export interface StoreFilter {
  branch?: string | undefined;
  q?: string | undefined;
}

/** Master data to add or to change; what isn't named stays. */
export interface DirectoryRows {
  branches?: readonly BranchRecord[];
  stores?: readonly (Omit<Store, 'open' | 'branchName'> & { open?: boolean })[];
  applications?: readonly Application[];
}

/** Branches, stores and applications, with what they were before. */
export class Directory {
  readonly branches = new Map<string, BranchRecord>();
  readonly applications = new Map<string, Application>();
  readonly #branchStates = new Map<string, (Span & BranchRecord)[]>();
  readonly #production = new Map<string, (Span & { version: string })[]>();
  /** The production versions that the master data named last. */
  readonly #synced = new Map<string, string | null>();
  readonly #stores = new Map<string, StoreState[]>();
  /** Those that changed something, with who did it. */
  readonly syncs: { at: string; actor: Person }[] = [];
  readonly #clock: Clock;
  #revision = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Raised by every sync that changes something. */
  get revision(): number {
    return this.#revision;
  }

  sync(
    { branches = [], stores = [], applications = [] }: DirectoryRows,
    actor: Person = { name: 'Data Induk', nik: '1000000001' },
  ): void {
    const since = this.#clock.moment();
    const revision = this.#revision + 1;
    let changed = false;
    for (const row of branches) {
      if (!put(this.branches, row)) continue;
      follow(listAt(this.#branchStates, row.code), row, since);
      changed = true;
    }
    for (const row of applications) {
      const before = this.applications.get(row.code)?.productionVersion ?? null;
      const synced = row.productionVersion;
      // A version that was named before is no news: a promotion may have overtaken it since.
      const version = this.#synced.get(row.code) === synced ? before : synced;
      this.#synced.set(row.code, synced);
      if (!put(this.applications, { ...row, productionVersion: version })) continue;
      if (version !== before) this.#follow(row.code, version, since);
      changed = true;
    }
    for (const { code, name, branchCode, open = true } of stores) {
      const states = listAt(this.#stores, code);
      const now = states.at(-1);
      if (now?.name === name && now.branchCode === branchCode && now.open === open) continue;
      follow(states, { name, branchCode, open, revision }, since);
      changed = true;
    }
    if (!changed) return;
    this.#revision = revision;
    this.syncs.push({ at: since, actor });
  }

  /** Makes a version the production version of an application. */
  promote(code: string, version: string, since: string): void {
    const application = this.applications.get(code);
    if (application === undefined || application.productionVersion === version) return;
    this.applications.set(code, { ...application, productionVersion: version });
    this.#follow(code, version, since);
  }

  #follow(code: string, version: string | null, since: string): void {
    follow(listAt(this.#production, code), version === null ? null : { version }, since);
  }

  /** All stores as they are now, in order of code. */
  stores(): Store[] {
    return [...this.#stores.keys()].sort().flatMap((code) => this.store(code) ?? []);
  }

  store(code: string): Store | undefined {
    const state = this.#stores.get(code)?.at(-1);
    if (state === undefined) return undefined;
    const { name, branchCode, open } = state;
    const branchName = this.branches.get(branchCode)?.name ?? '';
    return { code, name, branchCode, branchName, open };
  }

  /** Since when a store that is closed is so; or was, at a moment. */
  closedSince(code: string, at?: string): string | undefined {
    const states = this.storeStates(code).filter(({ since }) => at === undefined || since <= at);
    if (states.at(-1)?.open !== false) return undefined;
    const lastOpen = states.map(({ open }) => open).lastIndexOf(true);
    return states[lastOpen + 1]?.since;
  }

  /** All that a store was, from the first on. */
  storeStates(code: string): readonly StoreState[] {
    return this.#stores.get(code) ?? [];
  }

  /** All that a branch was. */
  branchStates(code: string): readonly (Span & BranchRecord)[] {
    return this.#branchStates.get(code) ?? [];
  }

  /** All production versions that an application had. */
  production(code: string): readonly (Span & { version: string })[] {
    return this.#production.get(code) ?? [];
  }

  /** The open stores that match a filter, and those among them that didn't at an earlier revision. */
  select({ branch, q }: StoreFilter, known: number): { chosen: string[]; newcomers: string[] } {
    const isFound = searchFor(q);
    const fits = (code: string, state: StoreState | undefined) =>
      state?.open === true &&
      (branch === undefined || state.branchCode === branch) &&
      isFound(code, state.name);
    const chosen: string[] = [];
    const newcomers: string[] = [];
    for (const [code, states] of this.#stores) {
      if (!fits(code, states.at(-1))) continue;
      const wasThere = fits(code, states.filter(({ revision }) => revision <= known).at(-1));
      (wasThere ? chosen : newcomers).push(code);
    }
    return { chosen, newcomers };
  }
}

/** The list under a code, which is a new one the first time. */
function listAt<Item>(lists: Map<string, Item[]>, code: string): Item[] {
  const list = lists.get(code) ?? [];
  lists.set(code, list);
  return list;
}

function put<Row extends { code: string }>(rows: Map<string, Row>, row: Row): boolean {
  const same = JSON.stringify(rows.get(row.code)) === JSON.stringify(row);
  if (!same) rows.set(row.code, row);
  return !same;
}
