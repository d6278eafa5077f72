/**
 * Beta apps, the stores that run them and the version lookup, on a PostgreSQL connection.
 *
 * @module @beta-app/core
 */

export {
  type ChangeFeed,
  type ChangeFeedOptions,
  type ChangeListener,
  createChangeFeed,
} from './changes/change-feed.js';
export { createCore } from './create-core.js';
export {
  type Core,
  type CoreOptions,
  type Logger,
  type ReadOptions,
  type SaveStoresOptions,
  type WriteOptions,
} from './core.js';
export {
  BetaAppError,
  type BetaAppErrorOptions,
  ConflictError,
  errorOf,
  InvalidInputError,
  isBetaAppError,
  NotFoundError,
  StaleEditError,
  UnavailableError,
} from './errors.js';
export { createVersionResolver } from './versions/resolver/create-version-resolver.js';
export {
  type Freshness,
  type ResolveVersions,
  type VersionResolver,
  type VersionResolverEvent,
  type VersionResolverOptions,
} from './versions/resolver/version-resolver.js';
