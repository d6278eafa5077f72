/** How many stores will be registered and withdrawn. */
export interface TickCounts {
  added: number;
  removed: number;
}

/** Pending ticks, counted as they come and go, in all and by branch. */
export class BranchCounts {
  readonly total: TickCounts = { added: 0, removed: 0 };
  readonly byBranch = new Map<string, TickCounts>();

  /** Counts ticks of one kind up, or down with a negative number. */
  count(branchCode: string, registered: boolean, by: number): void {
    const kind = registered ? 'added' : 'removed';
    const branch = this.byBranch.get(branchCode) ?? { added: 0, removed: 0 };
    branch[kind] += by;
    this.total[kind] += by;
    if (branch.added + branch.removed === 0) this.byBranch.delete(branchCode);
    else this.byBranch.set(branchCode, branch);
  }

  clear(): void {
    this.byBranch.clear();
    this.total.added = 0;
    this.total.removed = 0;
  }
}
