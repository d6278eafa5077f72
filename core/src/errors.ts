import {
  type ErrorCode,
  type ErrorDetails,
  errorStatuses,
  type FieldError,
} from './contract/errors.js';

/** What an error carries besides its code. */
export interface BetaAppErrorOptions {
  /** What is wrong field by field. */
  errors?: readonly FieldError[];
  /** Facts by code, such as the conflict. */
  details?: Readonly<Record<string, unknown>>;
  /** What led to it, for logs. */
  cause?: unknown;
}

/** An expected refusal. Branch on `code`, which is stable; the message is for logs and in English. */
export class BetaAppError extends Error {
  /** Stable: what programs branch on. */
  readonly code: ErrorCode;
  /** What is wrong field by field; empty where it isn't about fields. */
  readonly errors: readonly FieldError[];
  /** Facts by code, such as the conflict: `isBetaAppError` gives their type. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, options: BetaAppErrorOptions = {}) {
    const { errors = [], details = {}, cause } = options;
    const fields = errors.map(({ path, code: fault }) => `${path}: ${fault}`).join(', ');
    super(fields === '' ? code : `${code} (${fields})`, cause === undefined ? {} : { cause });
    this.name = new.target.name;
    this.code = code;
    this.errors = errors;
    this.details = details;
  }
}

/** What was passed can't be used, now or later. */
export class InvalidInputError extends BetaAppError {}

/** What was named doesn't exist. */
export class NotFoundError extends BetaAppError {}

/** What was asked for doesn't fit what is stored now. */
export class ConflictError extends BetaAppError {}

/** The edit started from details that have changed since. */
export class StaleEditError extends BetaAppError {}

/** The database is away, too slow or too busy; the same call may work later. */
export class UnavailableError extends BetaAppError {}

const kinds: Readonly<Record<number, typeof BetaAppError>> = {
  400: InvalidInputError,
  404: NotFoundError,
  409: ConflictError,
  412: StaleEditError,
  422: InvalidInputError,
  503: UnavailableError,
  504: UnavailableError,
};

/** Makes the error of a code, in the class of its kind. */
export function errorOf(code: ErrorCode, options?: BetaAppErrorOptions): BetaAppError {
  const Kind = kinds[errorStatuses[code]] ?? BetaAppError;
  return new Kind(code, options);
}

/** Whether a value is an error of that code, with the details that belong to it. */
export function isBetaAppError<Code extends ErrorCode>(
  value: unknown,
  code: Code,
): value is BetaAppError & {
  code: Code;
  details: Code extends keyof ErrorDetails ? ErrorDetails[Code] : Record<string, never>;
} {
  return value instanceof BetaAppError && value.code === code;
}
