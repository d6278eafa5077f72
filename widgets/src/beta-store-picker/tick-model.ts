import { BranchCounts, type TickCounts } from './branch-counts.js';
import { grown, StoreRows } from './store-rows.js';

/** What a save starts from: the revisions of the beta app and of the master data. */
export interface Revisions {
  revision: number;
  directoryRevision: number;
}

/** A tick that differs from what the server has. */
export interface PendingTick {
  code: string;
  name: string;
  branchCode: string;
  /** What the user wants. */
  registered: boolean;
  /** Whether another beta app holds the store. */
  held?: boolean;
}

/**
 * The user's ticks over what the server has registered. Ticks on the rows of the list are bits beside
 * it; ticks on stores that it doesn't hold now wait by code, and return to it when their rows do.
 * Owns no list and no view of it.
 */
export class TickModel {
  #rows = new StoreRows();
  #listRevisions: Revisions = { revision: 0, directoryRevision: 0 };
  #length = 0;
  #ticked = new Uint8Array(0);
  readonly #waiting = new Map<string, PendingTick>();
  readonly #counts = new BranchCounts();
  #base: Revisions | undefined;

  /** The oldest revisions that a pending tick was made on, so that no clash is missed; none without one. */
  get base(): Revisions | undefined {
    return this.#base;
  }

  /** What the list shows, at the latest. */
  get listed(): Revisions {
    return this.#listRevisions;
  }

  /** How many ticks are pending, in all branches. */
  get counts(): TickCounts {
    return this.#counts.total;
  }

  get hasChanges(): boolean {
    return this.counts.added + this.counts.removed > 0;
  }

  /** The branches with pending ticks, and how many. */
  get countsByBranch(): ReadonlyMap<string, TickCounts> {
    return this.#counts.byBranch;
  }

  /** Goes over to another list, which may still be empty; ticks on the former one wait. */
  open(rows: StoreRows, revisions: Revisions): void {
    for (const tick of this.#pendingRows()) this.#waiting.set(tick.code, tick);
    this.#rows = rows;
    this.#length = 0;
    this.#ticked = new Uint8Array(rows.length);
    this.take(revisions);
  }

  /** Takes in the rows that the list has got since, with the ticks that waited for them. */
  take(revisions: Revisions): void {
    const { codes } = this.#rows;
    this.#listRevisions = this.#length === 0 ? revisions : older(this.#listRevisions, revisions);
    this.#ticked = grown(this.#ticked, this.#rows.length);
    for (let row = this.#length; row < this.#rows.length; row += 1) {
      const registered = this.#rows.isRegistered(row);
      this.#ticked[row] = registered ? 1 : 0;
      if (this.#waiting.size === 0) continue;
      const tick = this.#waiting.get(codes[row] ?? '');
      if (tick !== undefined) this.#return(row, tick);
    }
    this.#length = this.#rows.length;
    this.#forgetBaseIfDone();
  }

  isTicked(row: number): boolean {
    return this.#ticked[row] === 1;
  }

  /** Whether the row's tick differs from what the server has. */
  isChanged(row: number): boolean {
    return this.isTicked(row) !== this.#rows.isRegistered(row);
  }

  /** Ticks or unticks rows; says how many that changed. Rows of closed stores stay as they are. */
  set(rows: Iterable<number>, ticked: boolean): number {
    const list = this.#rows;
    // Counted by branch first: one look-up a branch, not one a row.
    const made = new Uint32Array(list.branchCodes.length);
    const undone = new Uint32Array(list.branchCodes.length);
    let changed = 0;
    for (const row of rows) {
      if (row < 0 || row >= this.#length || this.isTicked(row) === ticked || list.isClosed(row)) {
        continue;
      }
      this.#ticked[row] = ticked ? 1 : 0;
      const tally = ticked === list.isRegistered(row) ? undone : made;
      const branch = list.branchNumber(row);
      tally[branch] = (tally[branch] ?? 0) + 1;
      changed += 1;
    }
    list.branchCodes.forEach((branchCode, branch) => {
      this.#counts.count(branchCode, ticked, made[branch] ?? 0);
      this.#counts.count(branchCode, !ticked, -(undone[branch] ?? 0));
    });
    if (changed > 0) this.#base = older(this.#base ?? this.#listRevisions, this.#listRevisions);
    this.#forgetBaseIfDone();
    return changed;
  }

  /** Takes back all ticks that the server doesn't have. */
  discard(): void {
    this.#drop(() => true);
  }

  /** Takes back the ticks on some stores. */
  drop(codes: ReadonlySet<string>): void {
    this.#drop((code) => codes.has(code));
  }

  /**
   * Makes what was sent the server's state. Later ticks go on from the save's revision, if the list is
   * known to be as of that one; else they keep to what they started from.
   */
  settle(sent: ReadonlyMap<string, boolean>, revision: number | undefined): void {
    const base = this.#base;
    this.#counts.clear();
    for (let row = 0; row < this.#length; row += 1) {
      const registered = sent.get(this.#rows.codes[row] ?? '');
      if (registered !== undefined && registered !== this.#rows.isRegistered(row)) {
        this.#rows.setRegistered(row, registered);
      }
      if (this.isChanged(row))
        this.#counts.count(this.#rows.branchCode(row), this.isTicked(row), 1);
    }
    for (const tick of [...this.#waiting.values()]) {
      if (sent.get(tick.code) === tick.registered) this.#waiting.delete(tick.code);
      else this.#counts.count(tick.branchCode, tick.registered, 1);
    }
    if (revision !== undefined) this.#listRevisions = { ...this.#listRevisions, revision };
    this.#base = revision === undefined ? base : this.#listRevisions;
    this.#forgetBaseIfDone();
  }

  /** Whether the list shows that the server has all that was sent. */
  isStored(sent: ReadonlyMap<string, boolean>): boolean {
    let stored = 0;
    for (let row = 0; row < this.#length; row += 1) {
      const registered = sent.get(this.#rows.codes[row] ?? '');
      if (registered === this.#rows.isRegistered(row)) stored += 1;
    }
    return stored === sent.size;
  }

  /** Every pending tick, those of the list first. */
  *pending(): Generator<PendingTick> {
    yield* this.#pendingRows();
    yield* this.#waiting.values();
  }

  /** The codes of stores that are to be added although other beta apps hold them. */
  heldTicks(): string[] {
    const { holders, codes } = this.#rows;
    const rows = [...holders.keys()].filter((row) => this.#ticked[row] === 1);
    const waiting = [...this.#waiting.values()].filter(({ held }) => held === true);
    return [...rows.map((row) => codes[row] ?? ''), ...waiting.map(({ code }) => code)];
  }

  *#pendingRows(): Generator<PendingTick> {
    const rows = this.#rows;
    for (let row = 0; row < this.#length; row += 1) {
      if (!this.isChanged(row)) continue;
      yield {
        code: rows.codes[row] ?? '',
        name: rows.names[row] ?? '',
        branchCode: rows.branchCode(row),
        registered: this.isTicked(row),
        ...(rows.holders.has(row) && { held: true }),
      };
    }
  }

  /** Gives a row the tick that waited for it; one that the server has by now falls away. */
  #return(row: number, tick: PendingTick): void {
    // A store that has closed meanwhile can't be ticked any more; its tick waits, for the server to judge.
    if (this.#rows.isClosed(row) && tick.registered !== this.#rows.isRegistered(row)) return;
    this.#waiting.delete(tick.code);
    this.#counts.count(tick.branchCode, tick.registered, -1);
    if (tick.registered === this.#rows.isRegistered(row)) return;
    this.#ticked[row] = tick.registered ? 1 : 0;
    this.#counts.count(this.#rows.branchCode(row), tick.registered, 1);
  }

  #drop(isMeant: (code: string) => boolean): void {
    const { codes } = this.#rows;
    const added: number[] = [];
    const removed: number[] = [];
    for (let row = 0; row < this.#length; row += 1) {
      if (!this.isChanged(row) || !isMeant(codes[row] ?? '')) continue;
      (this.isTicked(row) ? added : removed).push(row);
    }
    this.set(added, false);
    this.set(removed, true);
    for (const tick of [...this.#waiting.values()]) {
      if (!isMeant(tick.code)) continue;
      this.#waiting.delete(tick.code);
      this.#counts.count(tick.branchCode, tick.registered, -1);
    }
    this.#forgetBaseIfDone();
  }

  #forgetBaseIfDone(): void {
    if (!this.hasChanges) this.#base = undefined;
  }
}

function older(one: Revisions, other: Revisions): Revisions {
  return {
    revision: Math.min(one.revision, other.revision),
    directoryRevision: Math.min(one.directoryRevision, other.directoryRevision),
  };
}
