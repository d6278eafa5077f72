import type {
  BetaApp,
  BetaAppApplication,
  CreateBetaApp,
  SavedStores,
} from '@beta-app/core/contract';
import { type BetaAppClient, type WriteCallOptions } from '../client/beta-app-client.js';

export interface CopyPlan {
  /** Name and period of the copy. */
  input: CreateBetaApp;
  applications: readonly BetaAppApplication[];
  /** The id of the beta app whose stores are copied, if they are. */
  storesOf: number | undefined;
}

interface Stores {
  codes: string[];
  directoryRevision: number;
}

const pageSize = 2_000;

/**
 * Copies a beta app in steps, as the server has no single one for it: the new one, its applications, its stores. After a
 * step has failed, the rest can be gone on with, from what is there by then.
 */
export class CopyRun {
  readonly #client: BetaAppClient;
  readonly #plan: CopyPlan;
  #copy: BetaApp | undefined;
  #stores: Stores = { codes: [], directoryRevision: 0 };
  #saved: SavedStores | undefined;
  #registered = 0;

  constructor(client: BetaAppClient, plan: CopyPlan) {
    this.#client = client;
    this.#plan = plan;
  }

  /** The copy as far as it is there; undefined until it is created. */
  get betaApp(): BetaApp | undefined {
    return this.#copy;
  }

  /** What the save of the stores did; undefined until then. */
  get saved(): SavedStores | undefined {
    return this.#saved;
  }

  /** How many stores the copy has got. */
  get registered(): number {
    return this.#registered;
  }

  /** The applications that are still to be copied. */
  get missingApplications(): readonly BetaAppApplication[] {
    const codes = new Set(this.#copy?.applications.map(({ code }) => code));
    return this.#plan.applications.filter(({ code }) => !codes.has(code));
  }

  /** How many stores are still to be copied. */
  get missingStores(): number {
    return this.#stores.codes.length;
  }

  /** Reads which stores there are, and creates the beta app. If that fails, nothing is there. */
  async create(options: WriteCallOptions): Promise<BetaApp> {
    const { input, storesOf } = this.#plan;
    if (storesOf !== undefined) this.#stores = await this.#readStores(storesOf);
    return (this.#copy = await this.#client.createBetaApp(input, options));
  }

  /** Copies what is still missing of the one that is there. */
  async fill(there: BetaApp): Promise<BetaApp> {
    let copy = (this.#copy = there);
    for (const { code: applicationCode, version, notes } of this.missingApplications) {
      const { id, detailsRevision } = copy;
      const input = { id, detailsRevision, applicationCode, version, notes };
      copy = this.#copy = await this.#client.addApplication(input);
    }
    const { codes, directoryRevision } = this.#stores;
    if (codes.length === 0) return copy;
    const saved = await this.#client.saveStores({
      id: copy.id,
      baseRevision: copy.revision,
      directoryRevision,
      changes: [{ registered: true, codes }],
    });
    this.#saved = saved;
    this.#registered = codes.length;
    this.#stores = { codes: [], directoryRevision };
    const registeredBranches = saved.byBranch.filter(({ after }) => after > 0).length;
    const { revision } = saved;
    const registeredStores = codes.length;
    return (this.#copy = { ...copy, revision, registeredStores, registeredBranches });
  }

  /** Reads what is there by now, and copies what is still missing: an answer may have been lost, or somebody been here. */
  async goOn(): Promise<BetaApp | undefined> {
    if (this.#copy === undefined) return undefined;
    return await this.fill(await this.#client.getBetaApp({ id: this.#copy.id }));
  }

  /** Doesn't copy these stores. */
  leaveOut(stores: readonly string[]): void {
    const out = new Set(stores);
    this.#stores = {
      ...this.#stores,
      codes: this.#stores.codes.filter((code) => !out.has(code)),
    };
  }

  async #readStores(id: number): Promise<Stores> {
    const codes: string[] = [];
    let cursor: string | undefined;
    for (;;) {
      const page = await this.#client.listBetaAppStores({
        id,
        registered: true,
        cursor,
        limit: pageSize,
      });
      for (const { code, closedSince } of page.items) {
        // A closed store stays registered where it is, but can't be registered anew.
        if (closedSince === undefined) codes.push(code);
      }
      if (page.nextCursor === null) return { codes, directoryRevision: page.directoryRevision };
      cursor = page.nextCursor;
    }
  }
}
