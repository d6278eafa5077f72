import { readCode } from '../store-list/code-likeness.js';
import { type ListEntry, readList } from '../store-list/read-list.js';

/** As many stores as the server looks up at once. */
export const maximalStores = 1_000;

/** What is in a pasted text. */
export interface PastedCodes {
  /** In the order of the text, each once, and no more than can be looked up at once. */
  codes: string[];
  /** What is no code. */
  misunderstood: ListEntry[];
  /** How many further codes there are. */
  tooMany: number;
}

/** Reads codes of stores out of a pasted list or table. */
export function readCodes(text: string): PastedCodes {
  const codes = new Set<string>();
  const misunderstood: ListEntry[] = [];
  for (const entry of readList(text).entries) {
    const code = readCode(entry.text);
    if (code === undefined) misunderstood.push(entry);
    else codes.add(code);
  }
  const all = [...codes];
  return {
    codes: all.slice(0, maximalStores),
    misunderstood,
    tooMany: Math.max(0, all.length - maximalStores),
  };
}
