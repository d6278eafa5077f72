import type {
  AddApplication,
  ApplicationPage,
  BetaApp,
  BetaAppEdit,
  BetaAppPage,
  BetaAppRef,
  BetaAppStorePage,
  BranchList,
  ChangeApplication,
  CopyBetaApp,
  CreateBetaApp,
  GetTimeline,
  HistoryPage,
  HistoryStorePage,
  ListApplications,
  ListBetaAppHistory,
  ListBetaApps,
  ListBetaAppStores,
  ListBranches,
  ListHistoryStores,
  ListStoreHistory,
  ListStores,
  ListStoresOfVersion,
  LookUpVersions,
  PauseBetaApp,
  RemoveApplication,
  SavedStores,
  SaveStores,
  StorePage,
  StoresOfVersionPage,
  Timeline,
  UpdateBetaApp,
  VersionLookup,
  WithdrawingEdit,
} from '@beta-app/core/contract';

/** How one call is made. */
export interface CallOptions {
  /** Gives the call up; it then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** How one writing call is made. */
export interface WriteCallOptions extends CallOptions {
  /**
   * At most 200 visible ASCII characters, the same for every attempt at one thing: within 24 hours, a call with the same key
   * and input has its effect once and the same answer. A new key by default; see `RetryKey`.
   */
  idempotencyKey?: string | undefined;
}

/** How far a beta app has come: it grows with every change of its details or its stores. */
export interface BetaAppRevision {
  revision: number;
}

/**
 * The operations of the server, by their names in OpenAPI; `lookUpVersions` is also `lookUpManyVersions`. Every call rejects with `ApiError` when the
 * server refuses, with `NetworkError` when it doesn't answer in time or can't be reached, and with the
 * signal's reason when it is given up.
 */
export interface BetaAppClient {
  /** Lists beta apps: the user's own first, then by start, newest first. */
  listBetaApps(input?: ListBetaApps, options?: CallOptions): Promise<BetaAppPage>;
  /**
   * Reads which beta apps touch some days, which of them meet, and when an application is free. Rejects with
   * `APPLICATION_NOT_FOUND`.
   */
  getTimeline(input?: GetTimeline, options?: CallOptions): Promise<Timeline>;
  /** Creates a beta app that the user owns. Rejects with `NAME_TAKEN`. */
  createBetaApp(input: CreateBetaApp, options?: WriteCallOptions): Promise<BetaApp>;
  /**
   * Creates a beta app with the applications and the open stores of another one, all or nothing. Rejects with
   * `BETA_APP_NOT_FOUND`, `NAME_TAKEN`, `STORES_UNKNOWN`, `STORES_OVERLAP`.
   */
  copyBetaApp(input: CopyBetaApp, options?: WriteCallOptions): Promise<BetaApp>;
  /** Reads one beta app. Rejects with `BETA_APP_NOT_FOUND`. */
  getBetaApp(input: BetaAppRef, options?: CallOptions): Promise<BetaApp>;
  /**
   * Tells the revision of a beta app now and whenever somebody has changed it, within a moment where the server can tell,
   * else within a quarter of a minute. Goes on over lost connections until the signal is aborted; rejects with what the
   * server refuses, such as `BETA_APP_NOT_FOUND`. In HTTP/1.1 a browser has six connections to a server for all of its
   * pages, and this takes one: don't watch in pages that nobody sees.
   */
  watchBetaApp(input: BetaAppRef, options?: CallOptions): AsyncIterable<BetaAppRevision>;
  /**
   * Changes name, period or owner. Rejects with `DETAILS_STALE`, `NAME_TAKEN`, `BETA_APP_ENDED`, `STORES_OVERLAP`: then the
   * stores of that refusal as `withdraw` do it without them, here and wherever it takes them.
   */
  updateBetaApp(input: UpdateBetaApp, options?: WriteCallOptions): Promise<BetaApp>;
  /**
   * Pauses, or changes what the pause does with the stores. Rejects with `DETAILS_STALE`, `BETA_APP_NOT_STARTED`,
   * `STORES_OVERLAP` where they are to have the beta versions again, `BETA_APP_ENDED`.
   */
  pauseBetaApp(input: PauseBetaApp, options?: WriteCallOptions): Promise<BetaApp>;
  /** Ends a pause. Rejects with `DETAILS_STALE`, `BETA_APP_NOT_PAUSED`, `STORES_OVERLAP`, `BETA_APP_ENDED`. */
  resumeBetaApp(input: WithdrawingEdit, options?: WriteCallOptions): Promise<BetaApp>;
  /** Makes today the last day. Rejects with `DETAILS_STALE`, `BETA_APP_NOT_STARTED`, `BETA_APP_ENDED`. */
  endBetaApp(input: BetaAppEdit, options?: WriteCallOptions): Promise<BetaApp>;
  /** Stops a beta app at once, for good. Rejects with `DETAILS_STALE`, `BETA_APP_ENDED`. */
  cancelBetaApp(input: BetaAppEdit, options?: WriteCallOptions): Promise<BetaApp>;
  /**
   * Makes the beta versions the production versions, and ends the beta app at once. Rejects with `DETAILS_STALE`,
   * `BETA_APP_NOT_STARTED`, `BETA_APP_EMPTY`, `BETA_APP_ENDED`.
   */
  promoteBetaApp(input: BetaAppEdit, options?: WriteCallOptions): Promise<BetaApp>;
  /**
   * Adds an application. Rejects with `DETAILS_STALE`, `APPLICATION_TWICE`, `STORES_OVERLAP`, `BETA_APP_ENDED`.
   */
  addApplication(input: AddApplication, options?: WriteCallOptions): Promise<BetaApp>;
  /**
   * Changes a beta version or its notes. Rejects with `DETAILS_STALE`, `APPLICATION_NOT_FOUND`, `BETA_APP_ENDED`.
   */
  changeApplication(input: ChangeApplication, options?: WriteCallOptions): Promise<BetaApp>;
  /** Takes an application out. Rejects with `DETAILS_STALE`, `APPLICATION_NOT_FOUND`, `BETA_APP_ENDED`. */
  removeApplication(input: RemoveApplication, options?: WriteCallOptions): Promise<BetaApp>;
  /** Lists the stores that a beta app has or could have. Rejects with `BETA_APP_NOT_FOUND`. */
  listBetaAppStores(input: ListBetaAppStores, options?: CallOptions): Promise<BetaAppStorePage>;
  /**
   * Registers and withdraws stores, merged with what others saved since. Rejects with `STORES_CHANGED`,
   * `STORES_OVERLAP`, `STORES_UNKNOWN`, `STORES_CLOSED`, `BETA_APP_ENDED`; a dry run reports the first four.
   */
  saveStores(input: SaveStores, options?: WriteCallOptions): Promise<SavedStores>;
  /** Lists the branches, with counts of stores. */
  listBranches(input?: ListBranches, options?: CallOptions): Promise<BranchList>;
  /** Lists the applications that can be registered. */
  listApplications(input?: ListApplications, options?: CallOptions): Promise<ApplicationPage>;
  /** Lists the stores, open and closed, the one whose code was typed first. */
  listStores(input?: ListStores, options?: CallOptions): Promise<StorePage>;
  /** Says which versions stores run, or ran at a moment, why, since when, and what they ran before. */
  lookUpVersions(input: LookUpVersions, options?: CallOptions): Promise<VersionLookup>;
  /** Lists the open stores that run a version, or ran it at a moment. Rejects with `APPLICATION_NOT_FOUND`. */
  listStoresOfVersion(
    input: ListStoresOfVersion,
    options?: CallOptions,
  ): Promise<StoresOfVersionPage>;
  /** Lists what happened to a beta app, newest first. Rejects with `BETA_APP_NOT_FOUND`, `APPLICATION_NOT_FOUND`. */
  listBetaAppHistory(input: ListBetaAppHistory, options?: CallOptions): Promise<HistoryPage>;
  /** Lists all stores of an event of a beta app. Rejects with `BETA_APP_NOT_FOUND`, `EVENT_NOT_FOUND`. */
  listHistoryStores(input: ListHistoryStores, options?: CallOptions): Promise<HistoryStorePage>;
  /**
   * Lists what happened to a store, newest first. Rejects with `STORE_NOT_FOUND`, `BETA_APP_NOT_FOUND`,
   * `APPLICATION_NOT_FOUND`.
   */
  listStoreHistory(input: ListStoreHistory, options?: CallOptions): Promise<HistoryPage>;
}
