import { type ReactiveController } from 'lit';
import { describeFailure, isAborted } from '../failure/failure.js';
import { csvFile } from '../file/csv.js';
import { saveFile } from '../file/save-file.js';
import { type BetaPageElement } from '../page-element/beta-page-element.js';
import { readStoreList } from './read-store-list.js';

/** What of a beta app's stores is saved as a file. */
export interface ExportScope {
  id: number;
  /** The code of the branch; all of them without it. */
  branch: string | undefined;
  branchName: (code: string) => string;
}

/** Owns the reading of a beta app's registered stores, and their saving as a file that can be imported again. */
export class ExportedStores implements ReactiveController {
  readonly #host: BetaPageElement;
  #reading: AbortController | undefined;

  constructor(host: BetaPageElement) {
    this.#host = host;
    host.addController(this);
  }

  get busy(): boolean {
    return this.#reading !== undefined;
  }

  async save({ id, branch, branchName }: ExportScope): Promise<void> {
    if (this.busy) return;
    const reading = (this.#reading = new AbortController());
    const { notifier, language } = this.#host;
    const { common, lists } = language.words;
    this.#host.requestUpdate();
    try {
      let stores: string[][] = [];
      const list = { id, branch, registered: true };
      for await (const { page, first } of readStoreList(this.#host.api, list, reading.signal)) {
        if (first) stores = [];
        for (const { code, name, branchCode } of page.items) {
          stores.push([code, name, branchName(branchCode)]);
        }
      }
      const { code, store, branch: branchHead } = common.field;
      const name = [lists.fileName, `${id}`, ...(branch === undefined ? [] : [branch])].join('-');
      const file = csvFile([[code, store, branchHead], ...stores]);
      saveFile(`${name}.csv`, 'text/csv;charset=utf-8', file);
      const message = lists.exported(stores.length);
      notifier.show({ kind: 'success', code: 'ok.exported', message });
    } catch (error) {
      if (isAborted(error) || reading.signal.aborted) return;
      const { kind, message, code } = describeFailure(error, language.words);
      notifier.show({ kind, message, code });
    } finally {
      if (this.#reading === reading) this.#reading = undefined;
      this.#host.requestUpdate();
    }
  }

  hostDisconnected(): void {
    this.#reading?.abort();
    this.#reading = undefined;
  }
}
