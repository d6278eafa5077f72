import { type Sql, type TransactionSql } from 'postgres';
import {
  type AddApplication,
  type BetaApp,
  type BetaAppEdit,
  type PauseBetaApp,
  type BetaAppPage,
  type BetaAppRef,
  type ChangeApplication,
  type CopyBetaApp,
  type CreateBetaApp,
  type ListBetaApps,
  type RemoveApplication,
  type UpdateBetaApp,
  type WithdrawingEdit,
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
import {
  type HistoryPage,
  type HistoryStorePage,
  type ListBetaAppHistory,
  type ListHistoryStores,
  type ListStoreHistory,
} from './contract/history.js';
import { type Person } from './contract/person.js';
import { type GetTimeline, type Timeline } from './contract/timeline.js';
import { type LookUpVersions, type VersionLookup } from './contract/version-lookup.js';
import { type ListStoresOfVersion, type StoresOfVersionPage } from './contract/version-stores.js';

/** Where a core finds its database, and how it behaves there. */
export interface CoreOptions {
  /**
   * The host's own `postgres()` instance, or its transaction: then everything rolls back with it. So it does with
   * a connection out of `reserve()` on which the host has begun one by hand.
   */
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
  /** Something went wrong and was mended: what, and a sentence for people. */
  warn(facts: object, message: string): void;
}

/** Who reads. */
export interface ReadOptions {
  /** Whose beta apps come first in lists. */
  actor?: Person;
}

/** Who writes, and how often it counts. */
export interface WriteOptions {
  /** Who is recorded as having done it; core believes it. */
  actor: Person;
  /**
   * At most 200 visible ASCII characters. For 24 hours, repeating a write of the same actor with the same key
   * has the effect and the answer of doing it once.
   */
  idempotencyKey?: string;
}

/** Who saves stores, and what the host has found out about them. */
export interface SaveStoresOptions extends WriteOptions {
  /** Ids of beta apps that the actor may move stores out of, besides moving them between beta apps of their own. */
  mayMoveFrom?: readonly number[];
}

/**
 * The beta apps of one database, for reading and writing.
 *
 * Writes happen whole or not at all, and an expected error leaves the host's transaction usable.
 *
 * Every operation may throw `VALIDATION_FAILED`, with what is wrong field by field, and
 * `DATABASE_UNAVAILABLE`, `DATABASE_TIMEOUT` or `SERVER_BUSY`; lists `CURSOR_INVALID` for a cursor of another
 * list. Writes may throw `IDEMPOTENCY_KEY_REUSED` for a key that came with other input, and
 * `IDEMPOTENCY_IN_PROGRESS` while the first call with it is running. Codes beyond these stand with each.
 */
export interface Core {
  /** Lists beta apps: the actor's own first, then by start, newest first. */
  listBetaApps(input?: ListBetaApps, options?: ReadOptions): Promise<BetaAppPage>;
  /**
   * Reads which beta apps touch some days, which of them meet with the same application, and when an application is free.
   *
   * Throws `APPLICATION_NOT_FOUND`.
   */
  getTimeline(input?: GetTimeline): Promise<Timeline>;
  /** Reads one beta app with its applications and counts. Throws `BETA_APP_NOT_FOUND`. */
  getBetaApp(input: BetaAppRef): Promise<BetaApp>;
  /**
   * Creates a beta app that the actor owns, without applications and stores.
   *
   * Throws `NAME_TAKEN` if another one in that period has the name, unless it is cancelled.
   */
  createBetaApp(input: CreateBetaApp, options: WriteOptions): Promise<BetaApp>;
  /**
   * Creates a beta app that the actor owns, with the applications and the open stores of another one, all at once.
   *
   * Throws `BETA_APP_NOT_FOUND`, `NAME_TAKEN`, `STORES_UNKNOWN` for a code in `except`, or `STORES_OVERLAP` if a beta app
   * holds one of the stores with one of the applications on a common day: perhaps the one that is copied.
   */
  copyBetaApp(input: CopyBetaApp, options: WriteOptions): Promise<BetaApp>;
  /**
   * Changes name, period or owner; what isn't passed stays.
   *
   * Throws `BETA_APP_NOT_FOUND`, `BETA_APP_ENDED`, `DETAILS_STALE`, `NAME_TAKEN`, or `STORES_OVERLAP` if a
   * store would be in two trials of one application on a day of the new period. With these stores as `withdraw` it
   * is done without them; `STORES_UNKNOWN` for a code of none. So it is for pausing, resuming and adding applications.
   */
  updateBetaApp(input: UpdateBetaApp, options: WriteOptions): Promise<BetaApp>;
  /**
   * Pauses a beta app, or changes what its pause does with the stores: by default they keep the beta versions.
   *
   * Throws `BETA_APP_NOT_FOUND`, `BETA_APP_ENDED`, `DETAILS_STALE`, `BETA_APP_NOT_STARTED`, or `STORES_OVERLAP` if
   * stores that had gone back to production are to have the beta versions again, and another beta app has them.
   */
  pauseBetaApp(input: PauseBetaApp, options: WriteOptions): Promise<BetaApp>;
  /**
   * Ends a pause.
   *
   * Throws `BETA_APP_NOT_FOUND`, `BETA_APP_ENDED`, `DETAILS_STALE`, `BETA_APP_NOT_PAUSED`, or `STORES_OVERLAP` if
   * stores had gone back to production, and another beta app has them now.
   */
  resumeBetaApp(input: WithdrawingEdit, options: WriteOptions): Promise<BetaApp>;
  /**
   * Makes today, in the zone of the options, the last day; stores go back to production tomorrow.
   *
   * Throws `BETA_APP_NOT_FOUND`, `BETA_APP_ENDED`, `DETAILS_STALE`, or `BETA_APP_NOT_STARTED` for one that is
   * still to come: cancel it instead.
   */
  endBetaApp(input: BetaAppEdit, options: WriteOptions): Promise<BetaApp>;
  /**
   * Stops a beta app at once, for good.
   *
   * Throws `BETA_APP_NOT_FOUND`, `BETA_APP_ENDED`, `DETAILS_STALE`.
   */
  cancelBetaApp(input: BetaAppEdit, options: WriteOptions): Promise<BetaApp>;
  /**
   * Makes the beta versions the production versions, for all stores, and ends the beta app at once. A sync of the
   * master data takes that back only once they name another version than they did before.
   *
   * Throws `BETA_APP_NOT_FOUND`, `BETA_APP_ENDED`, `DETAILS_STALE`, `BETA_APP_NOT_STARTED`, or `BETA_APP_EMPTY` for
   * one without applications.
   */
  promoteBetaApp(input: BetaAppEdit, options: WriteOptions): Promise<BetaApp>;
  /**
   * Adds an application in its beta version, for all stores that are registered.
   *
   * Throws `BETA_APP_NOT_FOUND`, `BETA_APP_ENDED`, `DETAILS_STALE`, `APPLICATION_TWICE`, or `STORES_OVERLAP`
   * if some of those stores try it already. An unknown code is `VALIDATION_FAILED`.
   */
  addApplication(input: AddApplication, options: WriteOptions): Promise<BetaApp>;
  /**
   * Changes the beta version or the notes of an application, such as for a new build during the trial.
   *
   * Throws `BETA_APP_NOT_FOUND`, `BETA_APP_ENDED`, `DETAILS_STALE`, `APPLICATION_NOT_FOUND`.
   */
  changeApplication(input: ChangeApplication, options: WriteOptions): Promise<BetaApp>;
  /**
   * Takes an application out of a beta app; its stores go back to the production version at once.
   *
   * Throws `BETA_APP_NOT_FOUND`, `BETA_APP_ENDED`, `DETAILS_STALE`, `APPLICATION_NOT_FOUND`.
   */
  removeApplication(input: RemoveApplication, options: WriteOptions): Promise<BetaApp>;
  /**
   * Lists the stores that a beta app has or could have, with the revisions that a save starts from.
   *
   * Throws `BETA_APP_NOT_FOUND`.
   */
  listBetaAppStores(input: ListBetaAppStores): Promise<BetaAppStorePage>;
  /**
   * Registers and withdraws stores, merged with what others saved since the revision it starts from.
   *
   * Throws `BETA_APP_NOT_FOUND`, `BETA_APP_ENDED`, `STORES_UNKNOWN`, `STORES_CLOSED`, `STORES_CHANGED` if
   * somebody else set a store the opposite way, and `STORES_OVERLAP` if another beta app holds a store
   * with the same application on a common day. A dry run reports the last four, and saves nothing. A change with `from`
   * moves stores over from another beta app instead; `FORBIDDEN` if the actor may not.
   */
  saveStores(input: SaveStores, options: SaveStoresOptions): Promise<SavedStores>;
  /** Lists the branches, with counts of stores. Throws `BETA_APP_NOT_FOUND` for the one to count for. */
  listBranches(input?: ListBranches): Promise<BranchList>;
  /** Lists the applications that can be registered. */
  listApplications(input?: ListApplications): Promise<ApplicationPage>;
  /** Lists the stores, open and closed, the one whose code was typed first. */
  listStores(input?: ListStores): Promise<StorePage>;
  /**
   * Takes in branches, stores and applications from where they are kept, and reports the rows that it
   * refused. A dry run only reports. Works in read committed only, PostgreSQL's default.
   *
   * Throws `CLOSURES_UNEXPECTED` if it would close more than 2 % of the open stores and wasn't told so.
   */
  syncDirectory(input: SyncDirectory, options: WriteOptions): Promise<SyncReport>;
  /**
   * Says which versions stores run, or ran at a moment, why, since when, and what they ran before. What it said of a
   * moment that is past it says for ever, but for the names of applications, which are today's, and for what nobody knew
   * yet. Stores and applications that nobody knows are answered as such.
   */
  lookUpVersions(input: LookUpVersions): Promise<VersionLookup>;
  /**
   * Lists the open stores that run a version of an application, or ran it at a moment, with counts by branch. A version
   * in production counts every store to which no beta app gives another.
   *
   * Throws `APPLICATION_NOT_FOUND`.
   */
  listStoresOfVersion(input: ListStoresOfVersion): Promise<StoresOfVersionPage>;
  /**
   * Lists what happened to a beta app, newest first: changes of its details and stores, and syncs that moved, closed or
   * reopened stores while it had them. Each event tells who, when, what, before and after, and some of its stores.
   *
   * Throws `BETA_APP_NOT_FOUND`, `APPLICATION_NOT_FOUND`.
   */
  listBetaAppHistory(input: ListBetaAppHistory): Promise<HistoryPage>;
  /**
   * Lists all stores of one event in the history of a beta app, in order of code.
   *
   * Throws `BETA_APP_NOT_FOUND`, `EVENT_NOT_FOUND`.
   */
  listHistoryStores(input: ListHistoryStores): Promise<HistoryStorePage>;
  /**
   * Lists what happened to a store, newest first: who registered and withdrew it, and what syncs changed of it.
   *
   * Throws `STORE_NOT_FOUND`, `BETA_APP_NOT_FOUND`, `APPLICATION_NOT_FOUND`.
   */
  listStoreHistory(input: ListStoreHistory): Promise<HistoryPage>;
  /**
   * Checks that the database answers and has the schema that this version needs.
   *
   * Throws `DATABASE_UNAVAILABLE` otherwise.
   */
  checkHealth(): Promise<void>;
}
