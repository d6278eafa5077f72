import { type BranchOutlook } from '../save-dialog/save-question.js';
import { type KnownStores } from './known-stores.js';

/** What a save does to each branch that it changes; how many open stores are registered in it afterwards. */
export function branchOutlooks(
  wishes: ReadonlyMap<string, boolean>,
  known: KnownStores,
  nameOf: (branchCode: string) => string,
): BranchOutlook[] {
  const { rows } = known;
  const outlooks = new Map<string, BranchOutlook>();
  for (const [code, registered] of wishes) {
    const row = known.rowOf(code);
    if (row === undefined) continue;
    const branchCode = rows.branchCode(row);
    const outlook = outlooks.get(branchCode) ?? {
      name: nameOf(branchCode),
      added: 0,
      removed: 0,
      after: 0,
    };
    outlooks.set(branchCode, outlook);
    if (registered) outlook.added += 1;
    else outlook.removed += 1;
  }
  rows.codes.forEach((code, row) => {
    const outlook = outlooks.get(rows.branchCode(row));
    if (outlook === undefined || rows.isClosed(row)) return;
    if (wishes.get(code) ?? rows.isRegistered(row)) outlook.after += 1;
  });
  return [...outlooks.values()].sort((one, other) => one.name.localeCompare(other.name));
}
