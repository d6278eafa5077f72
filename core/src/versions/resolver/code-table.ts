/** What follows from a code: whose it is, and which profile that has. */
const columns = { high: 0, low: 1, id: 2, profile: 3 } as const;
const width = 4;

/** Codes of so many characters are kept as two numbers; of longer ones there are few. */
const keptLength = 12;
const halfLength = keptLength / 2;
const longCode = -1;
const smallest = 16;

/** The digits that the characters of codes stand for; those that codes don't have stand for none. */
const base = 40;
const digits = new Uint8Array(128);
const characters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ._-';
for (let index = 0; index < characters.length; index += 1) {
  digits[characters.charCodeAt(index)] = index + 1;
}

/**
 * Finds stores by their codes. A code is kept as a number of twelve digits in base 40, next to what is known of its
 * store: one look into memory instead of the four of a `Map` of texts, and half its room. Rows move when codes are added.
 */
export class CodeTable {
  #rows = new Int32Array(smallest * width);
  #mask = smallest - 1;
  #count = 0;
  readonly #longCodes = new Map<string, number>();
  /** The code that was looked for last, as it is kept. */
  #high = 0;
  #low = 0;

  /** The row of a code; -1 if there is none. */
  find(code: string): number {
    if (!this.#read(code)) return -1;
    const row = this.#place();
    return this.#rows[row + columns.id] === 0 ? -1 : row;
  }

  idAt(row: number): number {
    return this.#rows[row + columns.id] ?? 0;
  }

  profileAt(row: number): number {
    return this.#rows[row + columns.profile] ?? 0;
  }

  /** Says whose a code is by an id above 0, and which profile that has. */
  set(code: string, id: number, profile: number): void {
    if (code.length > keptLength && !this.#longCodes.has(code)) {
      this.#longCodes.set(code, this.#longCodes.size);
    }
    if (!this.#read(code)) throw new TypeError(`“${code}” is no code`);
    let row = this.#place();
    if (this.#rows[row + columns.id] === 0) {
      this.#count += 1;
      if (this.#count * 3 > (this.#mask + 1) * 2) {
        this.#grow();
        row = this.#place();
      }
    }
    this.#rows[row + columns.high] = this.#high;
    this.#rows[row + columns.low] = this.#low;
    this.#rows[row + columns.id] = id;
    this.#rows[row + columns.profile] = profile;
  }

  /** Reads a code into two numbers; false if no code is like that. */
  #read(code: string): boolean {
    if (code.length > keptLength) {
      const number = this.#longCodes.get(code);
      this.#high = number ?? 0;
      this.#low = longCode;
      return number !== undefined;
    }
    let high = 0;
    let low = 0;
    for (let index = 0; index < code.length; index += 1) {
      const unit = code.charCodeAt(index);
      const digit = unit < digits.length ? (digits[unit] ?? 0) : 0;
      if (digit === 0) return false;
      if (index < halfLength) high = (Math.imul(high, base) + digit) | 0;
      else low = (Math.imul(low, base) + digit) | 0;
    }
    this.#high = high;
    this.#low = low;
    return true;
  }

  /** The row of the code that was read, or the free one where it belongs. */
  #place(): number {
    const rows = this.#rows;
    const high = this.#high;
    const low = this.#low;
    const hash = Math.imul(high, 0x9e3779b1) ^ Math.imul(low, 0x85ebca77);
    for (let at = hash ^ (hash >>> 15); ; at += 1) {
      const row = (at & this.#mask) * width;
      if (rows[row + columns.id] === 0) return row;
      if (rows[row + columns.high] === high && rows[row + columns.low] === low) return row;
    }
  }

  #grow(): void {
    const [rows, high, low] = [this.#rows, this.#high, this.#low];
    this.#rows = new Int32Array(rows.length * 2);
    this.#mask = this.#mask * 2 + 1;
    for (let row = 0; row < rows.length; row += width) {
      if (rows[row + columns.id] === 0) continue;
      this.#high = rows[row + columns.high] ?? 0;
      this.#low = rows[row + columns.low] ?? 0;
      this.#rows.set(rows.subarray(row, row + width), this.#place());
    }
    this.#high = high;
    this.#low = low;
  }
}
