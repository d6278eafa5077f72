import { csvFile } from '../file/csv.js';
import { type RowsFile, SavedFile } from '../file/saved-file.js';
import { type BetaPageElement } from '../page-element/beta-page-element.js';
import { readStoreList } from './read-store-list.js';

/** What of a beta app's stores is saved as a file. */
export interface ExportScope {
  id: number;
  /** The code of the branch; all of them without it. */
  branch: string | undefined;
  branchName: (code: string) => string;
}

/** Owns the saving of a beta app's registered stores as a file that can be imported again. */
export class ExportedStores extends SavedFile {
  readonly #host: BetaPageElement;

  constructor(host: BetaPageElement) {
    super(host, { language: host.language, notifier: () => host.notifier });
    this.#host = host;
  }

  async save(scope: ExportScope): Promise<void> {
    await this.saveRead((signal) => this.#read(scope, signal));
  }

  async #read({ id, branch, branchName }: ExportScope, signal: AbortSignal): Promise<RowsFile> {
    let stores: string[][] = [];
    const list = { id, branch, registered: true };
    for await (const { page, first } of readStoreList(this.#host.api, list, signal)) {
      if (first) stores = [];
      for (const { code, name, branchCode } of page.items) {
        stores.push([code, name, branchName(branchCode)]);
      }
    }
    const { common, lists } = this.#host.language.words;
    const { code, store, branch: branchHead } = common.field;
    const name = [lists.fileName, `${id}`, ...(branch === undefined ? [] : [branch])].join('-');
    return {
      name: `${name}.csv`,
      csv: csvFile([[code, store, branchHead], ...stores]),
      message: lists.exported(stores.length),
    };
  }
}
