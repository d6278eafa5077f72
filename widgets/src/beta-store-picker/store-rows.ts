import type { BetaAppStore, StoreHolder } from '@beta-app/core/contract';

/**
 * The stores of one list, column by column: 150,000 of them are a few arrays, not as many objects.
 * A row is a position in these arrays; it stays the same for as long as the list lives.
 */
export class StoreRows {
  readonly codes: string[] = [];
  readonly names: string[] = [];
  /** Since when the stores are registered, of which that is known. */
  readonly registeredSince = new Map<number, string>();
  /** Since when the stores are closed, of those that are. */
  readonly closedSince = new Map<number, string>();
  /** Which other beta apps hold the stores that are held, so that registering them would be refused. */
  readonly holders = new Map<number, readonly StoreHolder[]>();
  /** The branches that occur, in the order in which they were met. */
  readonly branchCodes: string[] = [];
  #branches = new Uint16Array(0);
  #registered = new Uint8Array(0);
  #closed = new Uint8Array(0);
  #branchNumbers = new Map<string, number>();
  #longestCode = 0;

  get length(): number {
    return this.codes.length;
  }

  /** The length of the longest code. */
  get longestCode(): number {
    return this.#longestCode;
  }

  /** Adds a page of stores behind those that are there, with the holders that the page tells. */
  append(stores: readonly BetaAppStore[], holders: readonly StoreHolder[] = []): void {
    const start = this.length;
    this.#branches = grown(this.#branches, start + stores.length);
    this.#registered = grown(this.#registered, start + stores.length);
    this.#closed = grown(this.#closed, start + stores.length);
    stores.forEach(
      ({ code, name, branchCode, registered, registeredSince, closedSince, heldBy }, offset) => {
        const row = start + offset;
        this.codes.push(code);
        this.#longestCode = Math.max(this.#longestCode, code.length);
        this.names.push(name);
        this.#branches[row] = this.#branchNumber(branchCode);
        if (registered) this.#registered[row] = 1;
        if (registeredSince !== undefined) this.registeredSince.set(row, registeredSince);
        if (heldBy !== undefined) {
          this.holders.set(
            row,
            heldBy.flatMap((place) => holders[place] ?? []),
          );
        }
        if (closedSince === undefined) return;
        this.closedSince.set(row, closedSince);
        this.#closed[row] = 1;
      },
    );
  }

  /** The position of a row's branch in `branchCodes`. */
  branchNumber(row: number): number {
    return this.#branches[row] ?? 0;
  }

  branchCode(row: number): string {
    return this.branchCodes[this.branchNumber(row)] ?? '';
  }

  /** Whether the server has the store registered. */
  isRegistered(row: number): boolean {
    return this.#registered[row] === 1;
  }

  isClosed(row: number): boolean {
    return this.#closed[row] === 1;
  }

  /** Takes over what the server has stored meanwhile. */
  setRegistered(row: number, registered: boolean): void {
    this.#registered[row] = registered ? 1 : 0;
    this.registeredSince.delete(row);
    this.holders.delete(row);
  }

  #branchNumber(code: string): number {
    const known = this.#branchNumbers.get(code);
    if (known !== undefined) return known;
    this.#branchNumbers.set(code, this.branchCodes.length);
    return this.branchCodes.push(code) - 1;
  }
}

/** The same array, or a copy with room for at least so many and half as many again. */
export function grown<
  Column extends Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>,
>(column: Column, length: number): Column {
  if (column.length >= length) return column;
  const Kind = column.constructor as new (length: number) => Column;
  const copy = new Kind(Math.ceil(length * 1.5));
  copy.set(column);
  return copy;
}
