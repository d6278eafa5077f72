import { type Locator, type Page } from 'playwright-core';
import { confirmation } from './screen.js';
import { type PageOptions, type Stage } from './stage.js';

/** The page of a beta app's stores, used as a user does. */
export interface StorePage {
  readonly page: Page;
  readonly branch: Locator;
  readonly search: Locator;
  readonly save: Locator;
  /** The question before saving. */
  readonly asked: Locator;
  /** The checkbox in the table's header. */
  readonly all: Locator;
  /** Finds one store by its code, and gives its checkbox. */
  find: (code: string) => Promise<Locator>;
  /** Finds one store and presses its checkbox. */
  tick: (code: string) => Promise<void>;
  /** Presses "Simpan Perubahan" and answers "Ya". */
  saveAll: () => Promise<void>;
}

/** Opens the stores of a beta app by its link. */
export async function openStores(
  stage: Stage,
  id: number,
  branch = 'BDG1',
  options?: PageOptions,
): Promise<StorePage> {
  const address = `/beta-app-store?beta-app=${id}&cabang=${branch}`;
  const stores = storePage(await stage.open(address, options));
  await stores.all.waitFor();
  return stores;
}

export function storePage(page: Page): StorePage {
  const search = page.getByLabel('Cari toko');
  const save = page.getByRole('button', { name: 'Simpan Perubahan' });
  const asked = confirmation(page, 'Simpan perubahan daftar toko?');
  const find = async (code: string) => {
    await search.fill(code);
    const box = page.getByRole('checkbox', { name: new RegExp(`^Daftarkan toko ${code} `, 'u') });
    await box.waitFor();
    return box;
  };
  return {
    page,
    branch: page.getByRole('combobox', { name: 'Cabang' }),
    search,
    save,
    asked,
    all: page.getByRole('checkbox', { name: /^Pilih / }),
    find,
    tick: async (code) => (await find(code)).click(),
    saveAll: async () => {
      await save.click();
      await asked.getByRole('button', { name: 'Ya', exact: true }).click();
    },
  };
}
