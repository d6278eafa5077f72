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
  CreateBetaApp,
  ListApplications,
  ListBetaApps,
  ListBetaAppStores,
  ListBranches,
  ListStores,
  RemoveApplication,
  SavedStores,
  SaveStores,
  StorePage,
  UpdateBetaApp,
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

/**
 * The operations of the server, by their names in OpenAPI. Every call rejects with `ApiError` when the
 * server refuses, with `NetworkError` when it doesn't answer in time or can't be reached, and with the
 * signal's reason when it is given up.
 */
export interface BetaAppClient {
  listBetaApps(input?: ListBetaApps, options?: CallOptions): Promise<BetaAppPage>;
  createBetaApp(input: CreateBetaApp, options?: WriteCallOptions): Promise<BetaApp>;
  getBetaApp(input: BetaAppRef, options?: CallOptions): Promise<BetaApp>;
  updateBetaApp(input: UpdateBetaApp, options?: WriteCallOptions): Promise<BetaApp>;
  endBetaApp(input: BetaAppEdit, options?: WriteCallOptions): Promise<BetaApp>;
  cancelBetaApp(input: BetaAppEdit, options?: WriteCallOptions): Promise<BetaApp>;
  addApplication(input: AddApplication, options?: WriteCallOptions): Promise<BetaApp>;
  changeApplication(input: ChangeApplication, options?: WriteCallOptions): Promise<BetaApp>;
  removeApplication(input: RemoveApplication, options?: WriteCallOptions): Promise<BetaApp>;
  listBetaAppStores(input: ListBetaAppStores, options?: CallOptions): Promise<BetaAppStorePage>;
  saveStores(input: SaveStores, options?: WriteCallOptions): Promise<SavedStores>;
  listBranches(input?: ListBranches, options?: CallOptions): Promise<BranchList>;
  listApplications(input?: ListApplications, options?: CallOptions): Promise<ApplicationPage>;
  listStores(input?: ListStores, options?: CallOptions): Promise<StorePage>;
}
