import { type StoreRow } from '@beta-app/core/contract';
import { getDistricts, getVillages } from 'idn-area-data';
import { type BranchPlan, branches } from './branches.js';

/** How many stores of each branch close soon after they were registered. */
const closedPerBranch = 1;

export interface StorePlan {
  rows: StoreRow[];
  /** Codes by branch, in the order in which the stores were opened. */
  codes: ReadonlyMap<string, readonly string[]>;
  /** Those that close. */
  closing: StoreRow[];
}

/** Plans the stores of all branches, each named after a real district or village of its area. */
export async function planStores(): Promise<StorePlan> {
  const [districts, villages] = await Promise.all([getDistricts(), getVillages()]);
  const codes = new Map<string, string[]>();
  const rows: StoreRow[] = [];
  const closing: StoreRow[] = [];
  let franchises = 0;

  for (const branch of branches) {
    const inArea = ({ code }: { code: string }) =>
      branch.areas.some((area) => code.startsWith(`${area}.`));
    const names = storeNames(districts.filter(inArea), villages.filter(inArea));
    const ownCodes: string[] = [];
    for (let index = 0; index < branch.stores + closedPerBranch; index++) {
      const isFranchise = index % 12 === 7;
      const code = isFranchise ? franchiseCode(franchises++) : regularCode(branch, index);
      const row = { code, name: nameAt(names, index), branchCode: branch.code };
      ownCodes.push(code);
      rows.push(row);
      if (index < closedPerBranch) closing.push({ ...row, open: false });
    }
    codes.set(branch.code, ownCodes);
  }
  return { rows, codes, closing };
}

/** Each district's own name first, then one village of each district after the other. */
function storeNames(
  districts: { code: string; name: string }[],
  villages: { name: string; district_code: string }[],
): string[] {
  const byDistrict = new Map<string, string[]>(districts.map(({ code, name }) => [code, [name]]));
  for (const { district_code, name } of villages) byDistrict.get(district_code)?.push(name);
  const names = new Set<string>();
  const longest = Math.max(...[...byDistrict.values()].map(({ length }) => length));
  for (let round = 0; round < longest; round++) {
    for (const own of byDistrict.values()) {
      const name = own[round];
      if (name !== undefined) names.add(name);
    }
  }
  return [...names];
}

/** Where a branch has more stores than places, they are numbered: Cipadu, Cipadu 2. */
function nameAt(names: readonly string[], index: number): string {
  const name = names[index % names.length] ?? '';
  const turn = Math.floor(index / names.length) + 1;
  return turn === 1 ? name : `${name} ${turn}`;
}

function regularCode({ prefix }: BranchPlan, index: number): string {
  return `${prefix}${String(index + 1).padStart(4, '0')}`;
}

function franchiseCode(count: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + Math.floor(count / 999));
  return `T${String((count % 999) + 1).padStart(3, '0')}${letter}`;
}
