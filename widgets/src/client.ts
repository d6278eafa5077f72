/**
 * The client of the API, for pages and scripts with their own screen.
 *
 * @module @beta-app/widgets/client
 */

export { ApiError, type ApiFieldError } from './client/api-error.js';
export {
  type BetaAppClient,
  type BetaAppRevision,
  type CallOptions,
  type WriteCallOptions,
} from './client/beta-app-client.js';
export { type ClientOptions, createClient } from './client/create-client.js';
export { createIdempotencyKey, RetryKey } from './client/idempotency-key.js';
export { NetworkError } from './client/network-error.js';
