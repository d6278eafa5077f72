/**
 * Gives each store of a beta app a small number. Most stores of a beta app share one, so a bit is kept for each store and
 * numbers only for the others: a million stores take 125 kB.
 */
export class StoreIndex {
  #bits = new Uint32Array(0);
  #common = 0;
  /** Stores with other numbers than the common one, in order, and those numbers. */
  #ids = new Uint32Array(0);
  #numbers = new Uint32Array(0);

  /** Whether a store has a number. */
  has(id: number): boolean {
    return ((this.#bits[id >>> 5] ?? 0) & (1 << (id & 31))) !== 0;
  }

  /** The number of a store that has one. */
  numberOf(id: number): number {
    if (this.#ids.length === 0) return this.#common;
    const at = firstNotBefore(this.#ids, id);
    return this.#ids[at] === id ? (this.#numbers[at] ?? 0) : this.#common;
  }

  /** Numbers stores anew; -1 takes the number away. */
  set(changes: ReadonlyMap<number, number>): void {
    if (changes.size === 0) return;
    const ids = Uint32Array.from(changes.keys()).sort();
    this.#makeRoom(ids[ids.length - 1] ?? 0);
    if (this.#ids.length === 0 && this.#isEmpty()) this.#common = mostFrequent(changes.values());
    for (const id of ids) {
      const mask = 1 << (id & 31);
      const word = this.#bits[id >>> 5] ?? 0;
      this.#bits[id >>> 5] = changes.get(id) === -1 ? word & ~mask : word | mask;
    }
    this.#mergeOthers(ids, changes);
  }

  #isEmpty(): boolean {
    return this.#bits.every((word) => word === 0);
  }

  #makeRoom(highest: number): void {
    const words = (highest >>> 5) + 1;
    if (words <= this.#bits.length) return;
    const bits = new Uint32Array(words);
    bits.set(this.#bits);
    this.#bits = bits;
  }

  #mergeOthers(changed: Uint32Array, changes: ReadonlyMap<number, number>): void {
    const others = (id: number) => {
      const number = changes.get(id);
      return number !== -1 && number !== this.#common;
    };
    const added = changed.filter(others);
    const kept = this.#ids.reduce((count, id) => count + (changes.has(id) ? 0 : 1), 0);
    const ids = new Uint32Array(kept + added.length);
    const numbers = new Uint32Array(ids.length);
    let end = 0;
    let next = 0;
    const put = (id: number, number: number) => {
      ids[end] = id;
      numbers[end] = number;
      end += 1;
    };
    const putAddedBefore = (limit: number) => {
      for (; next < added.length && (added[next] ?? 0) < limit; next += 1) {
        const id = added[next] ?? 0;
        put(id, changes.get(id) ?? 0);
      }
    };
    this.#ids.forEach((id, at) => {
      putAddedBefore(id);
      if (!changes.has(id)) put(id, this.#numbers[at] ?? 0);
    });
    putAddedBefore(Infinity);
    this.#ids = ids;
    this.#numbers = numbers;
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

function mostFrequent(numbers: Iterable<number>): number {
  const counts = new Map<number, number>();
  for (const number of numbers) {
    if (number !== -1) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  let best = 0;
  for (const [number, count] of counts) {
    if (count > (counts.get(best) ?? 0)) best = number;
  }
  return best;
}
