import { asCode } from '../format/store-code.js';

/** As many stores as the server looks up at once. */
export const maximalStores = 1_000;

/** What was pasted that is no code, and in which line, from 1. */
export interface Misunderstood {
  line: number;
  text: string;
}

/** What is in a pasted text. */
export interface PastedCodes {
  /** In the order of the text, each once, and no more than can be looked up at once. */
  codes: string[];
  misunderstood: Misunderstood[];
  /** How many further codes there are. */
  tooMany: number;
}

/** Reads codes of stores out of lines, and of what commas, semicolons and tabs part in them. */
export function readCodes(text: string): PastedCodes {
  const codes = new Set<string>();
  const misunderstood: Misunderstood[] = [];
  text.split(/\r\n?|\n/u).forEach((content, index) => {
    for (const part of content.split(/[,;\t]/u)) {
      const trimmed = part.trim();
      if (trimmed === '') continue;
      const code = asCode(trimmed);
      if (code === undefined) misunderstood.push({ line: index + 1, text: trimmed });
      else codes.add(code);
    }
  });
  const all = [...codes];
  return {
    codes: all.slice(0, maximalStores),
    misunderstood,
    tooMany: Math.max(0, all.length - maximalStores),
  };
}
