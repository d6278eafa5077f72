const mostSpare = 32;
const largest = 2 ** 21;

/** Memory for large answers that is used again: to get it anew from the system takes longer than to fill it. */
export interface SpareBuffers {
  /** Gives memory of a length; what is in it is undefined. */
  take: (length: number) => Buffer;
  /** Takes it back once nobody reads it any more. */
  giveBack: (buffer: Buffer) => void;
}

/** Creates what keeps as many pieces of up to 2 MiB as were on their way at once, but at most 32. */
export function createSpareBuffers(): SpareBuffers {
  const spare: ArrayBuffer[] = [];
  return {
    take: (length) => {
      const kept = spare.pop();
      if (kept !== undefined && kept.byteLength >= length) return Buffer.from(kept, 0, length);
      // With room for answers that are a little longer.
      return Buffer.from(new ArrayBuffer(2 ** Math.ceil(Math.log2(length))), 0, length);
    },
    giveBack: ({ buffer }) => {
      if (spare.length < mostSpare && buffer.byteLength <= largest) {
        spare.push(buffer as ArrayBuffer);
      }
    },
  };
}
