import { type Sql, type TransactionSql } from 'postgres';
import {
  type AddApplication,
  type BetaApp,
  type BetaAppEdit,
  type BetaAppPage,
  type BetaAppRef,
  type ChangeApplication,
  type CreateBetaApp,
  type ListBetaApps,
  type RemoveApplication,
  type UpdateBetaApp,
} from './contract/beta-app.js';
import {
  type BetaAppStorePage,
  type ListBetaAppStores,
  type SavedStores,
  type SaveStores,
} from './contract/beta-app-stores.js';
import {
  type ApplicationPage,
  type BranchList,
  type ListApplications,
  type ListBranches,
  type ListStores,
  type StorePage,
  type TimeZone,
} from './contract/directory.js';
import { type SyncDirectory, type SyncReport } from './contract/directory-sync.js';
import { type Person } from './contract/person.js';
import { type GetStoreVersions, type StoreVersions } from './contract/store-versions.js';

export interface CoreOptions {
  /** The host's own `postgres()` instance, or its transaction: then everything rolls back with it. */
  sql: Sql | TransactionSql;
  /** The schema that holds the tables; `beta_app` by default. The search_path is left alone. */
  schema?: string;
  /** Hears of statements that are tried again; silent by default. */
  logger?: Logger;
  /** The zone whose date decides the state in lists and the day a beta app ends; `Asia/Jakarta` by default. */
  zone?: TimeZone;
  /** False for poolers that can't keep prepared statements; true by default. */
  prepare?: boolean;
}

/** What core needs of a logger; pino and console both fit. */
export interface Logger {
  warn(facts: object, message: string): void;
}

/** Who reads. */
export interface ReadOptions {
  /** Whose beta apps come first in lists. */
  actor?: Person;
}

/** Who writes, and how often it counts. */
export interface WriteOptions {
  actor: Person;
  /** Repeating a write with the same key has the effect and the answer of doing it once, for 24 hours. */
  idempotencyKey?: string;
}

/**
 * The beta apps of one database. Every operation checks its input, throws `InvalidInputError` with what is
 * wrong field by field, and `UnavailableError` while the database is away. Writes are one statement each:
 * they happen whole or not at all, and an expected error leaves the host's transaction usable.
 */
export interface Core {
  /** Lists beta apps: the actor's own first, then by start, newest first. */
  listBetaApps(input?: ListBetaApps, options?: ReadOptions): Promise<BetaAppPage>;
  /** Reads one beta app with its applications and counts. */
  getBetaApp(input: BetaAppRef): Promise<BetaApp>;
  /** Creates a beta app that the actor owns. Throws `NAME_TAKEN`. */
  createBetaApp(input: CreateBetaApp, options: WriteOptions): Promise<BetaApp>;
  /** Changes name, period or owner. Throws `DETAILS_STALE`, `NAME_TAKEN`, `STORES_OVERLAP`, `BETA_APP_ENDED`. */
  updateBetaApp(input: UpdateBetaApp, options: WriteOptions): Promise<BetaApp>;
  /** Makes today the last day. Throws `DETAILS_STALE`, `BETA_APP_NOT_STARTED`, `BETA_APP_ENDED`. */
  endBetaApp(input: BetaAppEdit, options: WriteOptions): Promise<BetaApp>;
  /** Stops a beta app at once. Throws `DETAILS_STALE`, `BETA_APP_ENDED`. */
  cancelBetaApp(input: BetaAppEdit, options: WriteOptions): Promise<BetaApp>;
  /** Adds an application in its beta version. Throws `APPLICATION_TWICE`, `STORES_OVERLAP` and as above. */
  addApplication(input: AddApplication, options: WriteOptions): Promise<BetaApp>;
  /** Changes the beta version or the notes of an application. Throws `APPLICATION_NOT_FOUND` and as above. */
  changeApplication(input: ChangeApplication, options: WriteOptions): Promise<BetaApp>;
  /** Takes an application out of a beta app. Throws `APPLICATION_NOT_FOUND` and as above. */
  removeApplication(input: RemoveApplication, options: WriteOptions): Promise<BetaApp>;
  /** Lists the stores of a beta app's page, registered or not. */
  listBetaAppStores(input: ListBetaAppStores): Promise<BetaAppStorePage>;
  /**
   * Registers and withdraws stores, merged with what others saved since. Throws `STORES_CHANGED` on a
   * clash, `STORES_OVERLAP`, `STORES_UNKNOWN`, `STORES_CLOSED`, `BETA_APP_ENDED`; a dry run reports them.
   */
  saveStores(input: SaveStores, options: WriteOptions): Promise<SavedStores>;
  /** Lists the branches, with counts of stores. */
  listBranches(input?: ListBranches): Promise<BranchList>;
  /** Lists the applications that can be registered. */
  listApplications(input?: ListApplications): Promise<ApplicationPage>;
  /** Lists the stores, open and closed. */
  listStores(input?: ListStores): Promise<StorePage>;
  /**
   * Takes in branches, stores and applications from where they are kept. Throws `CLOSURES_UNEXPECTED`. Works
   * in read committed only, PostgreSQL's default.
   */
  syncDirectory(input: SyncDirectory, options: WriteOptions): Promise<SyncReport>;
  /** Says which versions a store runs at a moment. Throws `STORE_NOT_FOUND`. */
  getStoreVersions(input: GetStoreVersions): Promise<StoreVersions>;
  /** Checks that the database answers and has the schema that this version needs; throws otherwise. */
  checkHealth(): Promise<void>;
}
