import type { SavedStores } from '@beta-app/core/contract';
import { type BranchOutlook, type SaveQuestion } from '../save-dialog/save-question.js';
import { BranchCounts, type TickCounts } from './branch-counts.js';
import { type PendingTick } from './tick-model.js';

/** What the confirmation tells of the branches. */
export type SaveOutlook = Pick<SaveQuestion, 'branches' | 'removed'>;

export interface OutlookContext {
  /** What the counts of a branch mean for it. */
  outlook: (branchCode: string, counts: TickCounts) => BranchOutlook;
  lang: string;
}

/** What ticks would do to the list as the page knows it, without the stores that are left out. */
export function outlookOfTicks(
  pending: Iterable<PendingTick>,
  leftOut: ReadonlySet<string>,
  { outlook, lang }: OutlookContext,
): SaveOutlook {
  const counts = new BranchCounts();
  for (const { code, branchCode, registered } of pending) {
    if (!leftOut.has(code)) counts.count(branchCode, registered, 1);
  }
  const branches = [...counts.byBranch].map(([code, ofBranch]) => outlook(code, ofBranch));
  return { branches: sorted(branches, lang), removed: counts.total.removed };
}

/** What a dry run says; undefined if it would do nothing. */
export function outlookOfTrial(
  { byBranch, removed }: SavedStores,
  { outlook, lang }: OutlookContext,
): SaveOutlook | undefined {
  if (byBranch.length === 0) return undefined;
  const branches = byBranch.map(({ code, ...counts }) => ({
    ...counts,
    name: outlook(code, { added: 0, removed: 0 }).name,
  }));
  return { branches: sorted(branches, lang), removed };
}

const sorted = (branches: BranchOutlook[], lang: string): BranchOutlook[] =>
  branches.sort((one, other) => one.name.localeCompare(other.name, lang));
