/** Texts by number, kept as bytes: a million names take half of what they take as strings. */
export class TextColumn {
  #bytes = Buffer.alloc(0);
  #end = 0;
  #starts = new Uint32Array(0);
  /** In bytes. */
  #lengths = new Uint16Array(0);

  /** How many bytes are kept for texts, with room for more. */
  get bytes(): number {
    return this.#bytes.length;
  }

  /** The text of a number; empty if it has none. */
  get(number: number): string {
    const start = this.#starts[number] ?? 0;
    return this.#bytes.toString('utf8', start, start + (this.#lengths[number] ?? 0));
  }

  /** Keeps a text of up to 65,535 bytes. */
  set(number: number, text: string): void {
    const length = Buffer.byteLength(text);
    if (number >= this.#starts.length) this.#makeRoomFor(number);
    if (this.#end + length > this.#bytes.length) this.#makeRoom(length);
    this.#bytes.write(text, this.#end);
    this.#starts[number] = this.#end;
    this.#lengths[number] = length;
    this.#end += length;
  }

  #makeRoomFor(number: number): void {
    const room = Math.max(number + 1, Math.ceil(this.#starts.length * 1.5));
    const starts = new Uint32Array(room);
    starts.set(this.#starts);
    this.#starts = starts;
    const lengths = new Uint16Array(room);
    lengths.set(this.#lengths);
    this.#lengths = lengths;
  }

  /** Leaves behind what was replaced. */
  #makeRoom(length: number): void {
    const used = this.#lengths.reduce((sum, each) => sum + each, 0);
    const bytes = Buffer.alloc(Math.ceil((used + length) * 1.5));
    let end = 0;
    this.#lengths.forEach((each, number) => {
      const start = this.#starts[number] ?? 0;
      this.#bytes.copy(bytes, end, start, start + each);
      this.#starts[number] = end;
      end += each;
    });
    this.#bytes = bytes;
    this.#end = end;
  }
}
