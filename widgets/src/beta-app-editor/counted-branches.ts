import type { BetaApp, Branch } from '@beta-app/core/contract';
import { type ReactiveController, type ReactiveControllerHost } from 'lit';
import { BranchCatalog } from '../branches/branch-catalog.js';
import { type BetaAppClient } from '../client/beta-app-client.js';
import { type Waiting } from '../waiting/waiting.js';

/** Owns how many stores of each branch the shown beta app has, and reads that anew when the beta app has changed. */
export class CountedBranches implements ReactiveController {
  readonly #catalog: BranchCatalog;
  readonly #shown: () => BetaApp | undefined;
  #read: { id: number; revision: number } | undefined;

  /** @param shown Gives the beta app that is shown. */
  constructor(
    host: ReactiveControllerHost,
    client: () => BetaAppClient,
    shown: () => BetaApp | undefined,
  ) {
    this.#catalog = new BranchCatalog(host, client);
    this.#shown = shown;
    host.addController(this);
  }

  get waiting(): Waiting {
    return this.#catalog.waiting;
  }

  get failure(): unknown {
    return this.#catalog.failure;
  }

  /** All branches in order of name; undefined until they are counted for the shown beta app. */
  get all(): readonly Branch[] | undefined {
    return this.#catalog.betaApp === this.#shown()?.id ? this.#catalog.all : undefined;
  }

  /** Counts again what couldn't be counted. */
  async retry(): Promise<void> {
    if (this.#read !== undefined) await this.#catalog.read(this.#read.id);
  }

  hostUpdate(): void {
    const { id, revision } = this.#shown() ?? {};
    if (id === undefined || revision === undefined) return;
    if (this.#read?.id === id && this.#read.revision === revision) return;
    this.#read = { id, revision };
    void this.#catalog.read(id);
  }
}
