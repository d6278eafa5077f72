import { type LookedUpStore } from '../../contract/version-lookup.js';
import { type BranchFacts, heldAt, type StoreFacts, type StoreState } from '../facts.js';
import { type Moment } from '../moments.js';
import { CodeTable } from './code-table.js';
import { TextColumn } from './text-column.js';

/** Stores as columns, one line for each, with what is known of a few of them. */
export interface StoreColumns {
  ids: Uint32Array;
  codes: readonly string[];
  names: readonly string[];
  branchIds: Uint32Array;
  /** Those that have stood as they do only since a moment within the horizon. */
  recent: readonly { storeId: number; since: Moment }[];
  /** How those stood earlier within the horizon, from the first on. */
  earlier: readonly StoreSpan[];
  /** Since when those that are closed have been. */
  closed: readonly { storeId: number; since: Moment }[];
}

export interface StoreSpan {
  storeId: number;
  branchId: number;
  open: boolean;
  since: Moment;
  until: Moment;
}

export interface BranchRow extends BranchFacts {
  id: number;
}

/** What stores have in common that stand alike: all that versions depend on, but registrations. */
export type StoreProfile = Omit<StoreFacts, 'code' | 'registrations'>;

const beforeTheHorizon: Moment = '-infinity';

/** All stores by code. Those that stand alike share a profile, of which there are about as many as branches. */
export class StoreTable {
  readonly profiles: StoreProfile[] = [];
  readonly #codes = new CodeTable();
  readonly #names = new TextColumn();
  readonly #profileNumbers = new Map<number | string, number>();
  readonly #branches = new Map<number, BranchFacts>();

  /** The row of a store, until the next `set`; -1 if none has that code. */
  rowOf(code: string): number {
    return this.#codes.find(code);
  }

  idAt(row: number): number {
    return this.#codes.idAt(row);
  }

  /** The number of a store's profile. */
  profileAt(row: number): number {
    return this.#codes.profileAt(row);
  }

  /** A store as it is now. */
  describe(row: number, at: Moment): LookedUpStore | null {
    const state = this.profiles[this.profileAt(row)]?.states.at(-1);
    const branch = state && (heldAt(state.branch.states, at) ?? state.branch.states.at(-1));
    if (state === undefined || branch === undefined) return null;
    return {
      name: this.#names.get(this.idAt(row)),
      branchCode: state.branch.code,
      branchName: branch.name,
      timeZone: branch.timeZone,
      open: state.open,
    };
  }

  setBranches(rows: readonly BranchRow[]): void {
    for (const { id, code, states } of rows) {
      const known = this.#branches.get(id);
      if (known === undefined) this.#branches.set(id, { code, states });
      // Profiles point at it.
      else Object.assign(known, { code, states });
    }
  }

  set({ ids, codes, names, branchIds, recent, earlier, closed }: StoreColumns): void {
    const sinceOf = new Map(recent.map(({ storeId, since }) => [storeId, since]));
    const closedSinceOf = new Map(closed.map(({ storeId, since }) => [storeId, since]));
    const spansOf = new Map<number, StoreSpan[]>();
    for (const span of earlier) {
      const spans = spansOf.get(span.storeId);
      if (spans === undefined) spansOf.set(span.storeId, [span]);
      else spans.push(span);
    }
    ids.forEach((id, index) => {
      const branchId = branchIds[index] ?? 0;
      const since = sinceOf.get(id) ?? beforeTheHorizon;
      const closedSince = closedSinceOf.get(id) ?? null;
      const now = { branchId, open: closedSince === null, since, until: 'infinity' };
      const before = spansOf.get(id) ?? [];
      const isUsual = since === beforeTheHorizon && closedSince === null;
      const key = isUsual
        ? branchId
        : [branchId, since, closedSince, ...before.map(keyOf)].join(' ');
      let number = this.#profileNumbers.get(key);
      if (number === undefined) {
        number = this.profiles.push(this.#profileOf([...before, now], closedSince)) - 1;
        this.#profileNumbers.set(key, number);
      }
      this.#codes.set(codes[index] ?? '', id, number);
      this.#names.set(id, names[index] ?? '');
    });
  }

  #profileOf(
    spans: readonly Omit<StoreSpan, 'storeId'>[],
    closedSince: Moment | null,
  ): StoreProfile {
    const states = spans.map(({ branchId, open, since, until }): StoreState => {
      const branch = this.#branches.get(branchId);
      if (branch === undefined) throw new TypeError(`A store names branch ${String(branchId)}`);
      return { branch, name: '', open, since, until };
    });
    return { states, recordedSince: states[0]?.since ?? beforeTheHorizon, closedSince };
  }
}

const keyOf = ({ branchId, open, since }: StoreSpan) =>
  `${String(branchId)} ${String(open)} ${since}`;
