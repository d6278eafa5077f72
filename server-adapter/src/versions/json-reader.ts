/** Codes where they stand in some bytes. */
export interface CodeList {
  bytes: Uint8Array;
  count: number;
  /** Where each begins, and where it ends. */
  places: Int32Array;
}

/** The list of one code. */
export const codeListOf = (code: string): CodeList => ({
  bytes: Buffer.from(code),
  count: 1,
  places: Int32Array.of(0, code.length),
});

/** The most characters that a code has. */
export const longestCode = 32;
/** What a character may be part of; small letters are only in words. */
const kinds = { codeStart: 1, code: 2, word: 4 } as const;
const kindsOf = new Uint8Array(256);
const allow = (characters: string, kind: number) => {
  for (const byte of Buffer.from(characters)) kindsOf[byte] = (kindsOf[byte] ?? 0) | kind;
};
allow('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', kinds.codeStart | kinds.code);
allow('._-', kinds.code);
allow('abcdefghijklmnopqrstuvwxyz', kinds.word);

const quote = 0x22;
const space = 0x20;
const spaces = new Set([space, 0x09, 0x0a, 0x0d]);

/**
 * Reads JSON made of words and codes step by step, without making a text of each code: that takes a quarter of the time of
 * `JSON.parse`. What it doesn't expect, it doesn't take.
 */
export class JsonReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  /** Where the last string began, and where it ended. */
  #start = 0;
  #end = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Takes a sign if it comes next. */
  takes(sign: '{' | '}' | '[' | ']' | ':' | ','): boolean {
    return this.#takes(sign.charCodeAt(0));
  }

  isAtEnd(): boolean {
    this.#skipSpaces();
    return this.#at === this.#bytes.length;
  }

  /** Takes a string of small letters. */
  readWord(): string | undefined {
    return this.#takesString(kinds.word) ? this.#lastString() : undefined;
  }

  /** Takes a string that is a code. */
  readCode(): string | undefined {
    return this.#takesCode() ? this.#lastString() : undefined;
  }

  /** Takes a list of 1 to `most` codes. */
  readCodes(most: number): CodeList | undefined {
    const places = new Int32Array(2 * most);
    let count = 0;
    for (let more = this.takes('['); more; more = this.takes(',')) {
      if (count === most || !this.#takesCode()) return undefined;
      places[2 * count] = this.#start;
      places[2 * count + 1] = this.#end;
      count += 1;
    }
    return count > 0 && this.takes(']') ? { bytes: this.#bytes, count, places } : undefined;
  }

  #takesCode(): boolean {
    return (
      this.#takesString(kinds.code) &&
      this.#end - this.#start <= longestCode &&
      ((kindsOf[this.#bytes[this.#start] ?? 0] ?? 0) & kinds.codeStart) !== 0
    );
  }

  #takesString(kind: number): boolean {
    if (!this.#takes(quote)) return false;
    const bytes = this.#bytes;
    let at = this.#at;
    while (((kindsOf[bytes[at] ?? 0] ?? 0) & kind) !== 0) at += 1;
    this.#start = this.#at;
    this.#end = at;
    this.#at = at + 1;
    return bytes[at] === quote;
  }

  #lastString(): string {
    return String.fromCharCode(...this.#bytes.subarray(this.#start, this.#end));
  }

  #takes(byte: number): boolean {
    this.#skipSpaces();
    if (this.#bytes[this.#at] !== byte) return false;
    this.#at += 1;
    return true;
  }

  #skipSpaces(): void {
    for (;;) {
      const byte = this.#bytes[this.#at] ?? 0;
      if (byte > space || !spaces.has(byte)) return;
      this.#at += 1;
    }
  }
}
