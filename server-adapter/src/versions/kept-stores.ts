import { type CodeList, longestCode } from './json-reader.js';

const none = -1;
const cacheLine = 64;
const nothing = new Uint8Array(0);

/** What is kept of stores, which get numbers from 0 on, found by the bytes of their codes. */
export class KeptStores {
  readonly #texts: Uint8Array[] = [];
  readonly #textLengths: Int32Array;
  readonly #most: number;
  readonly #numbers: Int32Array;
  readonly #codes: Uint8Array;
  readonly #lengths: Uint8Array;
  /** Keeps what is only fetched from being left out as useless. */
  readonly #fetched = new Uint8Array(1);

  /** Takes so many stores at most. */
  constructor(most: number) {
    this.#most = most;
    this.#numbers = new Int32Array(2 ** Math.ceil(Math.log2(most * 2))).fill(none);
    this.#codes = new Uint8Array(most * longestCode);
    this.#lengths = new Uint8Array(most);
    this.#textLengths = new Int32Array(most);
  }

  /** Whether so many more can be kept. */
  hasRoomFor(count: number): boolean {
    return this.#texts.length + count <= this.#most;
  }

  /** The number of the store whose code stands there; -1 if it isn't kept. */
  find(bytes: Uint8Array, start: number, end: number): number {
    return this.#numbers[this.#slotOf(bytes, start, end)] ?? none;
  }

  /**
   * Writes down the numbers of a list's stores; -1 for those that aren't kept. Memory is far away, and what is looked at in
   * short rounds that need nothing of each other comes together: half of the time of one store after the other.
   */
  findAll({ bytes, count, places }: CodeList, numbers: Int32Array): void {
    for (let index = 0; index < count; index += 1) {
      const hash = hashOf(bytes, places[2 * index] ?? 0, places[2 * index + 1] ?? 0);
      numbers[index] = this.#numbers[hash & (this.#numbers.length - 1)] ?? none;
    }
    let fetched = 0;
    for (let index = 0; index < count; index += 1) {
      const number = numbers[index] ?? none;
      fetched ^= (this.#codes[number * longestCode] ?? 0) ^ (this.#textLengths[number] ?? 0);
    }
    this.#fetched[0] = fetched;
    for (let index = 0; index < count; index += 1) {
      const start = places[2 * index] ?? 0;
      const end = places[2 * index + 1] ?? 0;
      const number = numbers[index] ?? none;
      if (number !== none && !this.#isCodeOf(number, bytes, start, end)) {
        numbers[index] = this.find(bytes, start, end);
      }
    }
  }

  /** Fetches the texts of some stores. */
  fetchTexts(numbers: Int32Array): void {
    let fetched = 0;
    for (const number of numbers) {
      const text = this.textAt(number);
      for (let at = 0; at < text.length; at += cacheLine) fetched ^= text[at] ?? 0;
    }
    this.#fetched[0] = fetched;
  }

  /** What is written of a store up to its versions. */
  textAt(number: number): Uint8Array {
    return this.#texts[number] ?? nothing;
  }

  /** The length of that, without a look at the text itself, which is far away. */
  textLengthAt(number: number): number {
    return this.#textLengths[number] ?? 0;
  }

  /** Keeps a store, and gives it a number. */
  add(code: Uint8Array, text: Uint8Array): number {
    const number = this.#texts.length;
    this.#numbers[this.#slotOf(code, 0, code.length)] = number;
    this.#codes.set(code, number * longestCode);
    this.#lengths[number] = code.length;
    this.#textLengths[number] = text.length;
    this.#texts.push(text);
    return number;
  }

  clear(): void {
    this.#texts.length = 0;
    this.#numbers.fill(none);
  }

  /** Where the number of a code is, or would be. */
  #slotOf(bytes: Uint8Array, start: number, end: number): number {
    const mask = this.#numbers.length - 1;
    for (let slot = hashOf(bytes, start, end) & mask; ; slot = (slot + 1) & mask) {
      const number = this.#numbers[slot] ?? none;
      if (number === none || this.#isCodeOf(number, bytes, start, end)) return slot;
    }
  }

  #isCodeOf(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    if (this.#lengths[number] !== end - start) return false;
    const offset = number * longestCode - start;
    for (let at = start; at < end; at += 1) {
      if (this.#codes[offset + at] !== bytes[at]) return false;
    }
    return true;
  }
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}
