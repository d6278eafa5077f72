import { type LookedUpStore } from '../../contract/version-lookup.js';
import { type BranchFacts, heldAt, type StoreFacts, type StoreState } from '../facts.js';
import { type Moment, momentOfMicroseconds } from '../moments.js';

/** Stores as columns, one line for each. */
export interface StoreColumns {
  id: readonly number[];
  code: readonly string[];
  name: readonly string[];
  branchId: readonly number[];
  open: readonly boolean[];
  /** Since when it has stood as it does, in microseconds since 1970; 0 if that was before the horizon. */
  since: readonly number[];
  /** How some of them stood earlier within the horizon, from the first on. */
  earlier: readonly {
    storeId: number;
    branchId: number;
    open: boolean;
    since: Moment;
    until: Moment;
  }[];
  /** Since when those that are closed have been. */
  closed: readonly { storeId: number; since: Moment }[];
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
  readonly #ids = new Map<string, number>();
  readonly #names: string[] = [];
  #profileNumbers = new Uint32Array(0);
  readonly #numbers = new Map<string, number>();
  readonly #branches = new Map<number, BranchFacts>();

  /** The id that a code stands for. */
  idOf(code: string): number | undefined {
    return this.#ids.get(code);
  }

  /** The number of a store's profile. */
  profileOf(id: number): number {
    return this.#profileNumbers[id] ?? 0;
  }

  /** A store as it is now. */
  describe(id: number, at: Moment): LookedUpStore | null {
    const state = this.profiles[this.profileOf(id)]?.states.at(-1);
    const branch = state && (heldAt(state.branch.states, at) ?? state.branch.states.at(-1));
    if (state === undefined || branch === undefined) return null;
    return {
      name: this.#names[id] ?? '',
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

  set(columns: StoreColumns): void {
    const earlier = new Map<number, StoreColumns['earlier'][number][]>();
    for (const row of columns.earlier) {
      earlier.set(row.storeId, [...(earlier.get(row.storeId) ?? []), row]);
    }
    const closed = new Map(columns.closed.map(({ storeId, since }) => [storeId, since]));
    this.#makeRoom(columns.id.reduce((highest, id) => Math.max(highest, id), 0));
    columns.id.forEach((id, index) => {
      this.#ids.set(columns.code[index] ?? '', id);
      this.#names[id] = columns.name[index] ?? '';
      const branchId = columns.branchId[index] ?? 0;
      const open = columns.open[index] ?? false;
      const since = columns.since[index] ?? 0;
      const before = earlier.get(id) ?? [];
      const closedSince = closed.get(id) ?? null;
      const key = [branchId, open, since, closedSince, ...before.map(keyOf)].join(' ');
      let number = this.#numbers.get(key);
      if (number === undefined) {
        const now = {
          branchId,
          open,
          since: since === 0 ? beforeTheHorizon : momentOfMicroseconds(since),
          until: 'infinity',
        };
        number = this.profiles.push(this.#profileOf([...before, now], closedSince)) - 1;
        this.#numbers.set(key, number);
      }
      this.#profileNumbers[id] = number;
    });
  }

  #profileOf(
    spans: readonly { branchId: number; open: boolean; since: Moment; until: Moment }[],
    closedSince: Moment | null,
  ): StoreProfile {
    const states = spans.map(({ branchId, open, since, until }): StoreState => {
      const branch = this.#branches.get(branchId);
      if (branch === undefined) throw new TypeError(`A store names branch ${String(branchId)}`);
      return { branch, name: '', open, since, until };
    });
    return { states, recordedSince: states[0]?.since ?? beforeTheHorizon, closedSince };
  }

  #makeRoom(highest: number): void {
    if (highest < this.#profileNumbers.length) return;
    const numbers = new Uint32Array(highest + 1);
    numbers.set(this.#profileNumbers);
    this.#profileNumbers = numbers;
  }
}

const keyOf = ({ branchId, open, since }: StoreColumns['earlier'][number]) =>
  `${String(branchId)} ${String(open)} ${since}`;
