import type { PageQuery } from '@beta-app/core/contract';
import { type ReactiveController, type ReactiveControllerHost } from 'lit';
import { Waiting } from '../waiting/waiting.js';

const usualSize = 50;

/** One page of a list, as far as it is needed here. */
interface ListedPage<Item> {
  items: Item[];
  nextCursor: string | null;
  /** How many there are on all pages, where that is counted. */
  total?: number;
}

/** Reads one page of a list. */
export type ReadPage<Item> = (query: PageQuery, signal: AbortSignal) => Promise<ListedPage<Item>>;

/**
 * Owns the items of a list that is read page by page, drops answers that are no longer asked for, and
 * keeps what is shown while a new first page is on its way. The filter is its owner's.
 */
export class PagedList<Item> implements ReactiveController {
  readonly waiting: Waiting;
  readonly #host: ReactiveControllerHost;
  readonly #readPage: ReadPage<Item>;
  readonly #limit: number;
  #reading = new AbortController();
  #items: readonly Item[] = [];
  #total: number | undefined;
  #nextCursor: string | null = null;
  #isThere = false;
  #readingMore = false;
  #settled: Promise<void> = Promise.resolve();
  #failure: unknown;

  /** @param limit How many items a page has. */
  constructor(host: ReactiveControllerHost, readPage: ReadPage<Item>, limit = usualSize) {
    this.#host = host;
    this.#readPage = readPage;
    this.#limit = limit;
    this.waiting = new Waiting(host);
    host.addController(this);
  }

  get items(): readonly Item[] {
    return this.#items;
  }

  /** How many there are on all pages; undefined before the first answer, and where that isn't counted. */
  get total(): number | undefined {
    return this.#total;
  }

  /** Whether a first page is there. */
  get isThere(): boolean {
    return this.#isThere;
  }

  /** Whether there are further pages. */
  get hasMore(): boolean {
    return this.#nextCursor !== null;
  }

  /** Whether a further page is being read. */
  get readingMore(): boolean {
    return this.#readingMore;
  }

  /** Why the last page couldn't be read. */
  get failure(): unknown {
    return this.#failure;
  }

  /**
   * The first items under the filter that was asked for last, once they are known; undefined if they can't be
   * read, or if another filter is asked for meanwhile.
   */
  async foundItems(): Promise<readonly Item[] | undefined> {
    const { signal } = this.#reading;
    await this.#settled;
    return signal.aborted || this.#failure !== undefined ? undefined : this.#items;
  }

  /** The only item under the filter that was asked for last; undefined if there are none or others. */
  async onlyItem(): Promise<Item | undefined> {
    const [only, ...others] = (await this.foundItems()) ?? [];
    return others.length === 0 ? only : undefined;
  }

  /** Takes a first page that has come with something else. */
  begin({ items, total, nextCursor }: ListedPage<Item>): void {
    this.#reading.abort();
    this.#reading = new AbortController();
    this.#readingMore = false;
    this.#failure = undefined;
    this.#items = items;
    this.#total = total;
    this.#isThere = true;
    this.#nextCursor = nextCursor;
    this.#host.requestUpdate();
  }

  /** Forgets everything, as before the first page. */
  clear(): void {
    this.begin({ items: [], nextCursor: null });
    this.#isThere = false;
  }

  /** Reads the first page under the owner's filter as it is now. */
  restart(): Promise<void> {
    return (this.#settled = this.#restart());
  }

  async #restart(): Promise<void> {
    this.#reading.abort();
    this.#reading = new AbortController();
    this.#readingMore = false;
    this.#nextCursor = null;
    await this.#read({ limit: this.#limit }, []);
  }

  /** Reads the next page, if there is one and it isn't being read. */
  async more(): Promise<void> {
    if (this.#nextCursor === null || this.#readingMore) return;
    const reading = this.#reading;
    this.#readingMore = true;
    await this.#read({ limit: this.#limit, cursor: this.#nextCursor }, this.#items);
    if (reading !== this.#reading) return;
    this.#readingMore = false;
    this.#host.requestUpdate();
  }

  /** Tries again what failed. */
  async retry(): Promise<void> {
    if (this.#nextCursor !== null) await this.more();
    else await this.restart();
  }

  hostDisconnected(): void {
    this.#reading.abort();
  }

  async #read(query: PageQuery, before: readonly Item[]): Promise<void> {
    const { signal } = this.#reading;
    this.#failure = undefined;
    try {
      const page = await this.waiting.during(this.#readPage(query, signal));
      if (signal.aborted) return;
      this.#items = [...before, ...page.items];
      this.#total = page.total;
      this.#isThere = true;
      this.#nextCursor = page.nextCursor;
    } catch (error) {
      if (signal.aborted) return;
      this.#failure = error;
    }
    this.#host.requestUpdate();
  }
}
