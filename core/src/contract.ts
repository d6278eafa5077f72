/**
 * What core, server and clients agree on: inputs and answers, error codes, routes, limits.
 *
 * @module @beta-app/core/contract
 */

export {
  type AddApplication,
  type BetaApp,
  type BetaAppApplication,
  type BetaAppEdit,
  type PauseBetaApp,
  type PausedStores,
  type BetaAppPage,
  type BetaAppRef,
  type BetaAppState,
  betaAppStates,
  type BetaAppSummary,
  type ChangeApplication,
  type CopyBetaApp,
  type CreateBetaApp,
  type ListBetaApps,
  type RemoveApplication,
  type UpdateBetaApp,
  type WithdrawingEdit,
} from './contract/beta-app.js';
export {
  type BetaAppStore,
  type BetaAppStorePage,
  type BranchChange,
  type ListBetaAppStores,
  type MovedStores,
  type OtherBetaApp,
  type OtherSave,
  type SavedStores,
  saveLimits,
  type SaveStores,
  type StoreChange,
  type StoreClash,
  type StoreConflict,
  type StoreHolder,
  type StoreSelection,
} from './contract/beta-app-stores.js';
export {
  type Application,
  type ApplicationPage,
  type Branch,
  type BranchList,
  type ListApplications,
  type ListBranches,
  type ListStores,
  type Store,
  type StorePage,
  type TimeZone,
  timeZones,
} from './contract/directory.js';
export {
  type ApplicationRow,
  type BranchRow,
  type RefusedRow,
  type RowRefusal,
  type StoreRow,
  type SyncDirectory,
  type SyncedPart,
  type SyncedStores,
  type SyncMode,
  type SyncPart,
  type SyncReport,
} from './contract/directory-sync.js';
export { type CheckedInput, checkInput } from './contract/check-input.js';
export { type ErrorBody, type ProblemBody, type SuccessBody } from './contract/envelope.js';
export {
  type DetailsAction,
  type DetailsChange,
  type ErrorCode,
  type ErrorDetails,
  errorStatuses,
  type FieldError,
  type FieldErrorCode,
} from './contract/errors.js';
export {
  type HistoryAction,
  historyActions,
  type HistoryEvent,
  type HistoryPage,
  type HistoryQuery,
  type HistoryStore,
  type HistoryStoreChange,
  type HistoryStorePage,
  type HistoryStores,
  historyStoresAtOnce,
  type HistoryStoreValues,
  type HistoryValues,
  type ListBetaAppHistory,
  type ListHistoryStores,
  type ListStoreHistory,
} from './contract/history.js';
export { type JsonSchema, jsonSchemaOf } from './contract/json-schema.js';
export { type Page, pageLimits, type PageQuery } from './contract/page.js';
export { type Person, personSchema } from './contract/person.js';
export { type OperationId, type ParameterKind, type Route, routes } from './contract/routes.js';
export { textLimits } from './contract/text.js';
export {
  type GetTimeline,
  type Timeline,
  type TimelineApplication,
  type TimelineBetaApp,
  type TimelineDays,
  type TimelineMeeting,
  type TimelineVersion,
} from './contract/timeline.js';
export {
  type LookedUpBetaApp,
  type LookedUpStore,
  lookupHorizonDays,
  lookupLimits,
  type LookUpVersions,
  type StoreVersion,
  type StoreVersions,
  type VersionChannel,
  type VersionLookup,
  type VersionReason,
  type VersionReasonCode,
  versionReasons,
} from './contract/version-lookup.js';
export {
  type ListStoresOfVersion,
  type StoreOfVersion,
  type StoresOfBranch,
  type StoresOfVersionPage,
} from './contract/version-stores.js';
