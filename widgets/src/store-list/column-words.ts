const words = new Set(['kode', 'code', 'toko', 'store', 'nama', 'name']);

/** Whether a text is what usually stands over a column of stores, such as "Kode toko". */
export const isColumnWord = (text: string): boolean =>
  text
    .toLowerCase()
    .split(/[^a-z]+/u)
    .every((word) => words.has(word));
