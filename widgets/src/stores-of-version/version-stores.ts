import type {
  ListStoresOfVersion,
  StoreOfVersion,
  StoresOfBranch,
  StoresOfVersionPage,
} from '@beta-app/core/contract';
import { type ReactiveControllerHost } from 'lit';
import { StandingQuestion } from '../version-answer/standing-question.js';
import { answeredNow, type AnsweredMoment } from '../version-answer/store-answer.js';
import { ApiError } from '../client/api-error.js';
import { type CallOptions } from '../client/beta-app-client.js';
import { PagedList } from '../paged-list/paged-list.js';

/** The part of the client that lists stores of a version. */
export interface VersionStoresClient {
  listStoresOfVersion(
    input: ListStoresOfVersion,
    options?: CallOptions,
  ): Promise<StoresOfVersionPage>;
}

/** Which version of which application is asked about, and of which moment. */
export interface VersionQuestion {
  application: string;
  version: string;
  at: string | undefined;
}

/** What the server has said of one version. */
export interface VersionAnswer extends AnsweredMoment {
  question: VersionQuestion;
  /** The first page of all stores; undefined if there is no such application. */
  first: StoresOfVersionPage | undefined;
}

/** So many rows are seen only after a while. */
const pageSize = 500;

/** As many as one page of the server holds. */
const largestPage = 2_000;

/**
 * Owns the question which stores run a version, the counts by branch that answer it, and the list of the stores, all of
 * them or those of one branch, as they are read.
 */
export class VersionStores {
  readonly asked: StandingQuestion<VersionQuestion, VersionAnswer>;
  readonly list: PagedList<StoreOfVersion>;
  readonly #host: ReactiveControllerHost;
  readonly #client: () => VersionStoresClient;
  readonly #now: () => Date;
  #branch: string | undefined;

  constructor(host: ReactiveControllerHost, client: () => VersionStoresClient, now: () => Date) {
    this.#host = host;
    this.#client = client;
    this.#now = now;
    this.asked = new StandingQuestion<VersionQuestion, VersionAnswer>(
      host,
      (question, signal) => this.#read(question, signal),
      ({ first }) => this.#begin(first),
    );
    this.list = new PagedList<StoreOfVersion>(
      host,
      (page, signal) => client().listStoresOfVersion({ ...this.#filter(), ...page }, { signal }),
      pageSize,
    );
  }

  /** The branch whose stores are listed; undefined for all. */
  get branch(): StoresOfBranch | undefined {
    return this.asked.answer?.first?.byBranch.find(({ code }) => code === this.#branch);
  }

  /** How many stores are listed, with those that haven't been read yet. */
  get total(): number {
    return this.branch?.stores ?? this.asked.answer?.first?.total ?? 0;
  }

  /** Lists the stores of one branch only, or all. */
  showBranch(code: string | undefined): void {
    this.#branch = code;
    if (code === undefined) this.#begin(this.asked.answer?.first);
    else {
      // No store is listed under a branch that isn't its own.
      this.list.begin({ items: [], total: 0, nextCursor: null });
      void this.list.restart();
    }
    this.#host.requestUpdate();
  }

  /** What reads all stores that are listed now, for a file, be it when others are listed. */
  readAll(): (signal: AbortSignal) => Promise<StoreOfVersion[]> {
    // The list that is shown is of the moment of its first page, however long ago that came.
    const filter = { ...this.#filter(), at: this.asked.answer?.first?.at };
    return async (signal) => {
      const stores: StoreOfVersion[] = [];
      let cursor: string | undefined;
      do {
        const query = { ...filter, limit: largestPage, cursor };
        const page = await this.#client().listStoresOfVersion(query, { signal });
        stores.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return stores;
    };
  }

  #begin(first: StoresOfVersionPage | undefined): void {
    this.#branch = undefined;
    if (first !== undefined) this.list.begin(first);
  }

  /** What is listed. Further pages of all stores belong to the question as it was asked. */
  #filter(): ListStoresOfVersion {
    const { question, first } = this.asked.answer ?? {};
    if (question === undefined) throw new Error('No version is asked about.');
    const { application, version, at } = question;
    return this.#branch === undefined
      ? { application, version, at }
      : { application, version, at: first?.at, branch: this.#branch };
  }

  async #read(question: VersionQuestion, signal: AbortSignal): Promise<VersionAnswer> {
    const input = { ...question, limit: pageSize };
    try {
      const first = await this.#client().listStoresOfVersion(input, { signal });
      return { question, first, ...answeredNow(question.at, this.#now()) };
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'APPLICATION_NOT_FOUND') throw error;
      return { question, first: undefined, ...answeredNow(question.at, this.#now()) };
    }
  }
}
