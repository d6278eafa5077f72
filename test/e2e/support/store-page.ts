import { type Locator, type Page } from 'playwright-core';
import { confirmation } from './screen.js';
import { type PageOptions, type Stage } from './stage.js';
import { type Way, withMouse } from './ways.js';

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
  way = withMouse,
): Promise<StorePage> {
  const address = `/beta-app-store?beta-app=${id}&cabang=${branch}&lang=${way.words.lang}`;
  const stores = storePage(await stage.open(address, options), way);
  await stores.all.waitFor();
  return stores;
}

/** The page of stores that is open, used in some way. */
export function storePage(page: Page, { hand, words }: Way = withMouse): StorePage {
  const search = page.getByLabel(words.searchStores);
  const save = page.getByRole('button', { name: words.saveChanges });
  const asked = confirmation(page, words.saveTitle);
  const find = async (code: string) => {
    await hand.fill(search, code);
    const box = page.getByRole('checkbox', { name: words.selectOne(code) });
    await box.waitFor();
    return box;
  };
  return {
    page,
    branch: page.getByRole('combobox', { name: words.branch }),
    search,
    save,
    asked,
    all: page.getByRole('checkbox', { name: words.select }),
    find,
    tick: async (code) => hand.tick(await find(code)),
    saveAll: async () => {
      await hand.press(save);
      await hand.press(asked.getByRole('button', { name: words.yes, exact: true }));
    },
  };
}
