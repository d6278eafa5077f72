import { searchForm } from '../beta-store-picker/search-text.js';
import { type StoreRows } from '../beta-store-picker/store-rows.js';
import { type Revisions } from '../beta-store-picker/tick-model.js';
import { squashedCode } from '../format/store-code.js';
import { type KnownTexts } from '../store-list/store-column.js';

/** Which rows a text may mean: one, or several of the same name. */
export type FoundStores = readonly number[];

/** The stores that the page can read, found by what a list says of them. */
export class KnownStores implements KnownTexts {
  readonly rows: StoreRows;
  readonly revisions: Revisions;
  readonly #byCode = new Map<string, number>();
  #byName: Map<string, number[]> | undefined;
  #bySquashed: Map<string, number[]> | undefined;

  constructor(rows: StoreRows, revisions: Revisions) {
    this.rows = rows;
    this.revisions = revisions;
    rows.codes.forEach((code, row) => this.#byCode.set(code, row));
  }

  /** The row of a code; undefined if it isn't listed, as closed stores aren't. */
  rowOf(code: string): number | undefined {
    return this.#byCode.get(code);
  }

  isCode(text: string): boolean {
    return this.#rowOfCode(text) !== undefined;
  }

  isName(text: string): boolean {
    return this.#named(text).length > 0;
  }

  /** The stores that a text means: by code, by exact name, or by a code that is written more loosely. */
  find(text: string): FoundStores {
    const row = this.#rowOfCode(text);
    if (row !== undefined) return [row];
    const named = this.#named(text);
    if (named.length > 0) return named;
    this.#bySquashed ??= grouped(this.rows.codes, squashedCode);
    const loose = this.#bySquashed.get(squashedCode(text)) ?? [];
    return loose.length === 1 ? loose : [];
  }

  #rowOfCode(text: string): number | undefined {
    return this.#byCode.get(text.trim().toUpperCase());
  }

  #named(text: string): FoundStores {
    this.#byName ??= grouped(this.rows.names, nameForm);
    return this.#byName.get(nameForm(text)) ?? [];
  }
}

/** Names are the same without case, and however many blanks are in them. */
const nameForm = (name: string): string => searchForm(name).trim().replace(/\s+/gu, ' ');

function grouped(texts: readonly string[], form: (text: string) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  texts.forEach((text, row) => {
    const key = form(text);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  });
  return groups;
}
