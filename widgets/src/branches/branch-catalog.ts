import type { Branch, BranchList, ListBranches } from '@beta-app/core/contract';
import { type ReactiveController, type ReactiveControllerHost } from 'lit';
import { isAborted } from '../failure/failure.js';
import { Waiting } from '../waiting/waiting.js';

interface BranchClient {
  listBranches(input: ListBranches, options: { signal: AbortSignal }): Promise<BranchList>;
}

/** Owns the branches with their counts for one beta app. */
export class BranchCatalog implements ReactiveController {
  readonly waiting: Waiting;
  readonly #host: ReactiveControllerHost;
  readonly #client: () => BranchClient;
  #reading = new AbortController();
  /** The beta app for which an answer is waited for. */
  #unread: number | undefined;
  #betaApp: number | undefined;
  #all: readonly Branch[] = [];
  #byCode: ReadonlyMap<string, Branch> = new Map();
  #failure: unknown;

  constructor(host: ReactiveControllerHost, client: () => BranchClient) {
    this.#host = host;
    this.#client = client;
    this.waiting = new Waiting(host);
    host.addController(this);
  }

  /** In order of name; the same array until they are read again. */
  get all(): readonly Branch[] {
    return this.#all;
  }

  /** The beta app for which they are counted; undefined until they are read. */
  get betaApp(): number | undefined {
    return this.#betaApp;
  }

  get failure(): unknown {
    return this.#failure;
  }

  find(code: string): Branch | undefined {
    return this.#byCode.get(code);
  }

  /** The branch's name, or its code while that isn't known. */
  nameOf(code: string): string {
    return this.#byCode.get(code)?.name ?? code;
  }

  /** Reads the branches with what is registered in a beta app. */
  async read(betaApp: number): Promise<void> {
    this.#reading.abort();
    const { signal } = (this.#reading = new AbortController());
    this.#failure = undefined;
    this.#unread = betaApp;
    try {
      const reading = this.#client().listBranches({ betaApp }, { signal });
      const { items } = await this.waiting.during(reading);
      if (signal.aborted) return;
      this.#betaApp = betaApp;
      this.#all = items;
      this.#byCode = new Map(items.map((branch) => [branch.code, branch]));
    } catch (error) {
      if (signal.aborted || isAborted(error)) return;
      this.#failure = error;
    }
    this.#unread = undefined;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    // The element was moved in the page before the answer came.
    if (this.#unread !== undefined) void this.read(this.#unread);
  }

  hostDisconnected(): void {
    this.#reading.abort();
  }
}
