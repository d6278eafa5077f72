import { type LanguageController } from '../language/language-controller.js';
import { type StoreFilter } from './store-table.js';

/** What is shown of a list. */
export interface ShownList {
  /** The branch's name, or the word for all of them. */
  branch: string;
  typed: string;
  filter: StoreFilter;
  /** How many stores the header's checkbox ticks. */
  tickable: number;
}

/** What the header's checkbox does, with its extent. */
export function headerLabel(shown: ShownList, { words }: LanguageController): string {
  const { stores } = words;
  const q = shown.typed.trim();
  if (q !== '') return stores.selectMatching(shown.tickable, q);
  if (shown.filter === 'all') return stores.selectAll(shown.tickable, shown.branch);
  return stores.selectFiltered(shown.tickable, stores.filter[shown.filter], shown.branch);
}

/** Why nothing is shown. */
export function emptyText(shown: ShownList, { words }: LanguageController, rows: number): string {
  const { stores } = words;
  const q = shown.typed.trim();
  if (rows === 0) return stores.emptyBranch;
  return q === '' ? stores.noneShown[shown.filter] : stores.noMatch(q, shown.branch);
}
