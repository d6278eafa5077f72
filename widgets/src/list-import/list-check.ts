import type { SavedStores, SaveStores } from '@beta-app/core/contract';
import { type ReactiveController, type ReactiveControllerHost } from 'lit';
import { nextTask } from '../beta-store-picker/browser-turn.js';
import { changesOf } from '../beta-store-picker/pending-changes.js';
import { readStoreList, type StoreListClient } from '../beta-store-picker/read-store-list.js';
import { StoreRows } from '../beta-store-picker/store-rows.js';
import { type WriteCallOptions } from '../client/beta-app-client.js';
import { isAborted } from '../failure/failure.js';
import { readList, type ReadList } from '../store-list/read-list.js';
import { Waiting } from '../waiting/waiting.js';
import { importReport, type ImportReport } from './import-report.js';
import { KnownStores } from './known-stores.js';
import { type ImportMode, meantStores, wishesOf } from './meant-stores.js';

/** What is needed of the client. */
export interface ImportClient extends StoreListClient {
  saveStores(input: SaveStores, options?: WriteCallOptions): Promise<SavedStores>;
}

/** A list that was checked against the stores that there are. */
export interface CheckedList {
  list: ReadList;
  known: KnownStores;
  report: ImportReport;
}

/** What a list is checked for. */
interface Question {
  text: string;
  mode: ImportMode;
}

/**
 * Owns the dry run of a list: reads the stores of the beta app as soon as a list may come, and asks the server what would
 * become of the one that came. It saves nothing.
 */
export class ListCheck implements ReactiveController {
  readonly waiting: Waiting;
  readonly #host: ReactiveControllerHost;
  readonly #client: () => ImportClient;
  #betaApp = 0;
  #stores: Promise<KnownStores> | undefined;
  #reading = new AbortController();
  #checking = new AbortController();
  #progress: { read: number; total: number } | undefined;
  #question: Question | undefined;
  #checked: CheckedList | undefined;
  #failure: unknown;

  constructor(host: ReactiveControllerHost, client: () => ImportClient) {
    this.#host = host;
    this.#client = client;
    this.waiting = new Waiting(host);
    host.addController(this);
  }

  /** What the last check has found; undefined while there is none. */
  get checked(): CheckedList | undefined {
    return this.#checked;
  }

  /** Why the last check has failed. */
  get failure(): unknown {
    return this.#failure;
  }

  /** How many stores are read, while not all are. */
  get progress(): { read: number; total: number } | undefined {
    return this.#progress;
  }

  /** Begins with a beta app: reads its stores, as they are by now. */
  begin(betaAppId: number): void {
    this.clear();
    this.#betaApp = betaAppId;
    this.#forgetStores();
    // Whoever checks a list is told if it fails.
    this.#knownStores().catch(() => undefined);
  }

  /** Checks a list. */
  async check(text: string, mode: ImportMode): Promise<void> {
    this.clear();
    const { signal } = this.#checking;
    this.#question = { text, mode };
    try {
      const checked = await this.waiting.during(this.#run(text, mode, signal));
      if (!signal.aborted) this.#checked = checked;
    } catch (error) {
      if (signal.aborted || isAborted(error)) return;
      this.#failure = error;
    }
    this.#host.requestUpdate();
  }

  /** Checks the same list once more. */
  async again(): Promise<void> {
    if (this.#question !== undefined) await this.check(this.#question.text, this.#question.mode);
  }

  /** Forgets what was found, as it isn't about the list any more that is shown. */
  clear(): void {
    this.#checking.abort();
    this.#checking = new AbortController();
    this.#checked = undefined;
    this.#failure = undefined;
    this.#host.requestUpdate();
  }

  /** Gives up everything that is on its way. */
  stop(): void {
    this.clear();
    this.#forgetStores();
  }

  hostDisconnected(): void {
    this.stop();
  }

  async #run(text: string, mode: ImportMode, signal: AbortSignal): Promise<CheckedList> {
    for (let isFirst = true; ; isFirst = false) {
      const known = await this.#knownStores();
      signal.throwIfAborted();
      // Between its steps the page hears keys.
      const list = readList(text, known);
      await nextTask();
      const meant = meantStores(list.entries, known);
      await nextTask();
      const wishes = wishesOf(meant, mode, known);
      // A list that seems to ask for nothing is asked about as well: that may be so no more.
      const { revision: baseRevision, directoryRevision } = known.revisions;
      const dryRun = await this.#client().saveStores(
        {
          id: this.#betaApp,
          baseRevision,
          directoryRevision,
          changes: changesOf(wishes),
          dryRun: true,
        },
        { signal },
      );
      // Somebody has saved since the stores were read.
      if (dryRun.revision !== baseRevision && isFirst) this.#forgetStores();
      else return { list, known, report: importReport(meant, mode, known, dryRun) };
    }
  }

  #knownStores(): Promise<KnownStores> {
    const { signal } = this.#reading;
    this.#stores ??= this.#readStores(signal).catch((error: unknown) => {
      // The next check tries again.
      if (!signal.aborted) this.#forgetStores();
      throw error;
    });
    return this.#stores;
  }

  async #readStores(signal: AbortSignal): Promise<KnownStores> {
    let rows = new StoreRows();
    let revision = 0;
    let directoryRevision = 0;
    for await (const { page, first } of readStoreList(
      this.#client(),
      { id: this.#betaApp },
      signal,
    )) {
      if (first) {
        rows = new StoreRows();
        revision = directoryRevision = Infinity;
      }
      rows.append(page.items);
      revision = Math.min(revision, page.revision);
      directoryRevision = Math.min(directoryRevision, page.directoryRevision);
      this.#progress = { read: rows.length, total: page.total };
      this.#host.requestUpdate();
    }
    this.#progress = undefined;
    return new KnownStores(rows, { revision, directoryRevision });
  }

  #forgetStores(): void {
    this.#reading.abort();
    this.#reading = new AbortController();
    this.#stores = undefined;
    this.#progress = undefined;
  }
}
