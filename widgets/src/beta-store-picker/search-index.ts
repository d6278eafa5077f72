import { hasAllWords, storeSearchText } from './search-text.js';
import { type StoreRows } from './store-rows.js';

/** Rows whose text is made in one go before the clock is looked at. */
const batch = 500;

/** The search texts of a list's rows, made ahead of time in slices, or when a search needs them. */
export class SearchIndex {
  readonly #rows: StoreRows;
  readonly #texts: string[] = [];

  constructor(rows: StoreRows) {
    this.#rows = rows;
  }

  /** Whether every row has its text. */
  get complete(): boolean {
    return this.#texts.length >= this.#rows.length;
  }

  /** Makes texts for as long as there is time left; says whether all are made. */
  build(hasTime: () => boolean): boolean {
    while (!this.complete && hasTime()) this.#buildTo(this.#texts.length + batch);
    return this.complete;
  }

  matches(row: number, words: readonly string[]): boolean {
    if (words.length === 0) return true;
    if (row >= this.#texts.length) this.#buildTo(row + batch);
    return hasAllWords(this.#texts[row] ?? '', words);
  }

  #buildTo(end: number): void {
    const { codes, names } = this.#rows;
    const stop = Math.min(end, this.#rows.length);
    for (let row = this.#texts.length; row < stop; row += 1) {
      this.#texts.push(storeSearchText(codes[row] ?? '', names[row] ?? ''));
    }
  }
}
