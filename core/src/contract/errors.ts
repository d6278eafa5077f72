import { type Person } from './person.js';
import { type StoreClash, type StoreConflict } from './beta-app-stores.js';

/**
 * Every code that an answer can carry, with its HTTP status. Codes are stable: programs branch on them;
 * messages follow the language of the request.
 */
export const errorStatuses = {
  VALIDATION_FAILED: 400,
  BODY_MALFORMED: 400,
  CURSOR_INVALID: 400,
  STORES_UNKNOWN: 400,
  AUTHENTICATION_REQUIRED: 401,
  FORBIDDEN: 403,
  ROUTE_NOT_FOUND: 404,
  BETA_APP_NOT_FOUND: 404,
  APPLICATION_NOT_FOUND: 404,
  STORE_NOT_FOUND: 404,
  EVENT_NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  NAME_TAKEN: 409,
  APPLICATION_TWICE: 409,
  BETA_APP_ENDED: 409,
  BETA_APP_NOT_STARTED: 409,
  BETA_APP_NOT_PAUSED: 409,
  BETA_APP_EMPTY: 409,
  STORES_CLOSED: 409,
  STORES_CHANGED: 409,
  STORES_OVERLAP: 409,
  CLOSURES_UNEXPECTED: 409,
  IDEMPOTENCY_IN_PROGRESS: 409,
  DETAILS_STALE: 412,
  BODY_TOO_LARGE: 413,
  MEDIA_TYPE_UNSUPPORTED: 415,
  IDEMPOTENCY_KEY_REUSED: 422,
  IF_MATCH_REQUIRED: 428,
  INTERNAL: 500,
  DATABASE_UNAVAILABLE: 503,
  SERVER_BUSY: 503,
  SERVER_STOPPING: 503,
  DATABASE_TIMEOUT: 504,
} as const;

/** What programs branch on. */
export type ErrorCode = keyof typeof errorStatuses;

/** What is wrong with one field. */
export type FieldErrorCode =
  | 'required'
  | 'type'
  | 'format'
  | 'characters'
  | 'too_long'
  | 'too_many'
  | 'range'
  | 'date'
  | 'end_before_start'
  | 'end_in_past'
  | 'name_taken'
  | 'application_twice'
  | 'unknown'
  | 'unknown_key';

/** One fault of an input. */
export interface FieldError {
  /** Where it is, such as `startsOn` or `changes.0.codes.3`. */
  path: string;
  code: FieldErrorCode;
  /** The most there may be, with `too_long`, `too_many` and `range`. */
  max?: number | undefined;
}

/** What was done to a beta app's details. */
export type DetailsAction =
  | 'create'
  | 'update'
  | 'pause'
  | 'resume'
  | 'end'
  | 'cancel'
  | 'promote'
  | 'add_application'
  | 'change_application'
  | 'remove_application';

/** A change that a stale edit didn't know of. */
export interface DetailsChange {
  actor: Person;
  at: string;
  action: DetailsAction;
  /** The fields or the application's code that it was about. */
  subjects: string[];
}

/** The facts that come with an error, by its code. Codes that aren't here come without any. */
export interface ErrorDetails {
  FORBIDDEN: { owner?: Person | undefined };
  NAME_TAKEN: {
    betaApp: { id: number; name: string; startsOn: string; endsOn: string; owner: Person };
  };
  BETA_APP_ENDED: { state: 'ended' | 'promoted' | 'cancelled' };
  BETA_APP_NOT_STARTED: { startsOn: string };
  STORES_UNKNOWN: { stores: string[] };
  STORES_CLOSED: { stores: string[] };
  STORES_CHANGED: { clashes: StoreClash[] };
  STORES_OVERLAP: { conflicts: StoreConflict[] };
  CLOSURES_UNEXPECTED: { closures: number; openStores: number };
  DETAILS_STALE: { detailsRevision: number; changes: DetailsChange[] };
}
