import type { BetaAppStorePage } from '@beta-app/core/contract';
import { type ReactiveController, type ReactiveControllerHost } from 'lit';
import { isAborted } from '../failure/failure.js';
import { Waiting } from '../waiting/waiting.js';
import { nextPicture, nextTask } from './browser-turn.js';
import { readStoreList, type StoreListClient } from './read-store-list.js';
import { StoreRows } from './store-rows.js';
import { StoreTable } from './store-table.js';

/** Which stores are listed: those of one branch, or of all. */
export interface StoreListScope {
  id: number;
  branch?: string | undefined;
}

/**
 * Owns the list of stores of the page: reads it, in one go or quietly behind the one that is shown, and
 * gives it to the table. Which list it is, and what is ticked in it, is for others to say.
 */
export class StoreList implements ReactiveController {
  readonly waiting: Waiting;
  readonly #host: ReactiveControllerHost;
  readonly #client: () => StoreListClient;
  readonly #listed: () => void;
  #table = new StoreTable();
  #reading = new AbortController();
  #scope: StoreListScope | undefined;
  #facts: BetaAppStorePage | undefined;
  #complete = false;
  /** Whether answers are waited for. */
  #unread = false;
  #failure: unknown;
  #whenComplete: (() => void) | undefined;

  /** @param listed Called whenever a list is there to its end. */
  constructor(host: ReactiveControllerHost, client: () => StoreListClient, listed: () => void) {
    this.#host = host;
    this.#client = client;
    this.#listed = listed;
    this.waiting = new Waiting(host);
    host.addController(this);
  }

  get table(): StoreTable {
    return this.#table;
  }

  /** The counts of the whole list, known from its first page on. */
  get facts(): BetaAppStorePage | undefined {
    return this.#facts;
  }

  /** Whether all pages are there. */
  get complete(): boolean {
    return this.#complete;
  }

  /** Why it couldn't be read, or not to its end. */
  get failure(): unknown {
    return this.#failure;
  }

  /** Begins with another beta app: all ticks are gone. */
  reset(): void {
    this.#begin();
    this.#table = new StoreTable();
    this.#scope = undefined;
    this.#facts = undefined;
    this.#host.requestUpdate();
  }

  /** Reads a list and shows each page as it comes. */
  async read(scope: StoreListScope): Promise<void> {
    const signal = this.#begin();
    this.#scope = scope;
    this.#facts = undefined;
    this.#complete = false;
    this.#table.open(new StoreRows(), { revision: 0, directoryRevision: 0 });
    await this.#run(signal, async () => {
      let rows = new StoreRows();
      for await (const { page, first, last } of readStoreList(this.#client(), scope, signal)) {
        if (first) {
          rows = new StoreRows();
          this.#table.open(rows, page);
          this.#facts = page;
        }
        rows.append(page.items, page.holders);
        this.#table.take(page);
        if (last) this.#finish();
        this.#host.requestUpdate();
        // The first rows are painted, and keys are heard, before the next ones are taken in.
        if (!last) await (first ? nextPicture() : nextTask());
      }
    });
  }

  /** Reads the list again, and puts it in the place of the one that is shown when it is complete. */
  async refresh(): Promise<void> {
    const scope = this.#scope;
    if (scope === undefined) return;
    if (!this.#complete) return this.read(scope);
    const signal = this.#begin();
    await this.#run(signal, async () => {
      let rows = new StoreRows();
      let facts: BetaAppStorePage | undefined;
      let revision = Infinity;
      let directoryRevision = Infinity;
      for await (const { page, first, last } of readStoreList(this.#client(), scope, signal)) {
        if (first) {
          rows = new StoreRows();
          facts = page;
          revision = directoryRevision = Infinity;
        }
        rows.append(page.items, page.holders);
        revision = Math.min(revision, page.revision);
        directoryRevision = Math.min(directoryRevision, page.directoryRevision);
        if (!last) continue;
        this.#table.open(rows, { revision, directoryRevision });
        this.#facts = facts;
        this.#finish();
      }
    });
  }

  /** Whether something waits for the list to be complete. */
  get isAwaited(): boolean {
    return this.#whenComplete !== undefined;
  }

  /** Does something once all pages are there, unless the list is left before. */
  whenComplete(action: () => void): void {
    if (this.#complete) action();
    else this.#whenComplete = action;
  }

  /** Forgets what waits for the list to be complete. */
  forgetWaiting(): void {
    this.#whenComplete = undefined;
  }

  hostConnected(): void {
    // The element was moved in the page before all answers came.
    if (this.#unread) void this.refresh();
  }

  hostDisconnected(): void {
    this.#reading.abort();
  }

  #begin(): AbortSignal {
    this.#reading.abort();
    this.#reading = new AbortController();
    this.#failure = undefined;
    this.#unread = false;
    this.#whenComplete = undefined;
    return this.#reading.signal;
  }

  #finish(): void {
    this.#complete = true;
    const action = this.#whenComplete;
    this.#whenComplete = undefined;
    action?.();
    this.#listed();
  }

  async #run(signal: AbortSignal, reading: () => Promise<void>): Promise<void> {
    this.#unread = true;
    try {
      await this.waiting.during(reading());
    } catch (error) {
      if (signal.aborted || isAborted(error)) return;
      this.#failure = error;
      this.#whenComplete = undefined;
    }
    this.#unread = false;
    this.#host.requestUpdate();
  }
}
