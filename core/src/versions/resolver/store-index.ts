/**
 * Gives each store of a beta app a small number. Most stores of a beta app share one, so a bit is kept for each store and
 * numbers only for the others: a million stores take 125 kB.
 */
export class StoreIndex {
  #bits = new Uint32Array(0);
  #common = 0;
  #isEmpty = true;
  /** Stores with other numbers than the common one, in order, and those numbers. */
  #ids = new Uint32Array(0);
  #numbers = new Int32Array(0);

  /** A bit for each id that has a number, until the next `set`. */
  get bits(): Uint32Array {
    return this.#bits;
  }

  /** Whether a store has a number. */
  has(id: number): boolean {
    return ((this.#bits[id >>> 5] ?? 0) & (1 << (id & 31))) !== 0;
  }

  /** Whether all have the same number. */
  get isUniform(): boolean {
    return this.#ids.length === 0;
  }

  /** The number of a store that has one. */
  numberOf(id: number): number {
    return this.#ids.length === 0 ? this.#common : this.#otherNumberOf(id);
  }

  /** Numbers some stores anew, whose ids are in order. */
  set(ids: Uint32Array, numbers: Int32Array): void {
    if (ids.length === 0) return;
    this.#makeRoom(ids[ids.length - 1] ?? 0);
    if (this.#isEmpty) this.#common = mostFrequent(numbers);
    this.#isEmpty = false;
    for (const id of ids) this.#bits[id >>> 5] = (this.#bits[id >>> 5] ?? 0) | (1 << (id & 31));
    this.#mergeOthers(ids, numbers);
  }

  #otherNumberOf(id: number): number {
    const at = firstNotBefore(this.#ids, id);
    return this.#ids[at] === id ? (this.#numbers[at] ?? 0) : this.#common;
  }

  #makeRoom(highest: number): void {
    const words = (highest >>> 5) + 1;
    if (words <= this.#bits.length) return;
    const bits = new Uint32Array(words);
    bits.set(this.#bits);
    this.#bits = bits;
  }

  #mergeOthers(changed: Uint32Array, changedTo: Int32Array): void {
    const added = changedTo.reduce((count, number) => count + Number(number !== this.#common), 0);
    if (added === 0 && this.#ids.length === 0) return;
    const ids = new Uint32Array(this.#ids.length + added);
    const numbers = new Int32Array(ids.length);
    let end = 0;
    let next = 0;
    const put = (id: number, number: number) => {
      ids[end] = id;
      numbers[end] = number;
      end += 1;
    };
    const putChangedBefore = (limit: number) => {
      for (; next < changed.length && (changed[next] ?? 0) < limit; next += 1) {
        const number = changedTo[next] ?? 0;
        if (number !== this.#common) put(changed[next] ?? 0, number);
      }
    };
    this.#ids.forEach((id, at) => {
      putChangedBefore(id);
      if (changed[next] !== id) put(id, this.#numbers[at] ?? 0);
    });
    putChangedBefore(Infinity);
    this.#ids = ids.slice(0, end);
    this.#numbers = numbers.slice(0, end);
  }
}

/** Where an id is, or would be, in a list in order. */
function firstNotBefore(ids: Uint32Array, id: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

function mostFrequent(numbers: Int32Array): number {
  const counts: number[] = [];
  for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1;
  return counts.reduce((best, count, number) => (count > (counts[best] ?? 0) ? number : best), 0);
}
