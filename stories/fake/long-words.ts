import { type DirectoryRows } from './directory.js';

/** As long as a server takes a name, and a word that nothing breaks. */
export const longName = 'Uji coba pembayaran QRIS lintas cabang '.repeat(5).trim();
export const longWord = 'Pertanggungjawabkannyalah'.repeat(4);
export const longNotes = 'Struk memuat kode QRIS, nomor referensi dan nama kasir. '
  .repeat(8)
  .trim();
export const longVersion = `4.19.0-${'beta'.repeat(14)}`;

export const longBranch = `Bandung ${longWord}`;
const branchCode = 'B'.repeat(32);
const codeOf = (store: number) => `${'T'.repeat(31)}${store}`;
/** The code of the first store of that branch. */
export const longStore = codeOf(1);

/** A branch, stores and an application with long names. */
export const longDirectory: DirectoryRows = {
  branches: [{ code: branchCode, name: longBranch, timeZone: 'Asia/Jakarta' }],
  stores: [longName, longWord, 'Cihapit'].map((name, store) => ({
    code: codeOf(store + 1),
    name,
    branchCode,
  })),
  applications: [
    {
      code: 'P'.repeat(32),
      name: longWord,
      productionVersion: longVersion,
      description: `${longName}. ${longWord}`,
    },
  ],
};
