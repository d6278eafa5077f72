import { createFormats } from '../format/formats.js';
import { type StoresWords } from './stores.id.js';

const { number } = createFormats('en');

/** Words of the page that chooses stores, in English. */
export const storesEn: StoresWords = {
  infoNoChanges: "You haven't changed the list of stores yet.",
  count: (n, m) => `${number(n)} of ${number(m)} ${m === 1 ? 'store' : 'stores'} registered`,
};
