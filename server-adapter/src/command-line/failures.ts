/** What was typed can't be used; the message says why. */
export class UsageError extends Error {}

/** Why a command couldn't do its work, beside the codes of core. Codes are stable. */
export type CommandFailureCode =
  | 'FILE_UNREADABLE'
  | 'ENCODING_UNSUPPORTED'
  | 'FILE_MALFORMED'
  | 'COLUMNS_MISSING'
  | 'FILE_TOO_LARGE'
  | 'SCHEMA_MISSING'
  | 'RIGHTS_MISSING'
  | 'DATABASE_UNAVAILABLE'
  | 'DATABASE_TIMEOUT'
  | 'OUTCOME_UNKNOWN'
  | 'INTERRUPTED';

/** A command couldn't do its work, for a reason that its user can do something about. */
export class CommandFailure extends Error {
  readonly code: CommandFailureCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: CommandFailureCode,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'CommandFailure';
    this.code = code;
    this.details = details;
  }
}
