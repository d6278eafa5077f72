import { createFormats } from '../format/formats.js';

const { number } = createFormats('id');

/** Words of the page that chooses stores, in Indonesian. */
export const storesId = {
  infoNoChanges: 'Anda belum melakukan perubahan pada daftar toko.',
  count: (n: number, m: number) => `${number(n)} dari ${number(m)} toko terdaftar`,
};

export type StoresWords = typeof storesId;
