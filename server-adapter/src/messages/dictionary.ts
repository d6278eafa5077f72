import { type ErrorCode, type FieldError, type FieldErrorCode } from '@beta-app/core/contract';

/** The languages that messages are written in. */
export type Language = 'id' | 'en';

/** Parts of the input that people know by a name. */
export type FieldName =
  | 'name'
  | 'startsOn'
  | 'endsOn'
  | 'owner'
  | 'nik'
  | 'application'
  | 'version'
  | 'notes'
  | 'branch'
  | 'store'
  | 'betaApp'
  | 'state'
  | 'search'
  | 'moment'
  | 'changes'
  | 'actor'
  | 'action'
  | 'from'
  | 'to'
  | 'event'
  | 'body';

/** An error as far as it is put into words; core's errors are such ones. */
export interface Refused {
  readonly code: ErrorCode;
  readonly errors: readonly FieldError[];
  readonly details: Readonly<Record<string, unknown>>;
}

/** What a message may tell beside its code. */
export interface MessageFacts {
  error: Refused;
  /** After how many seconds to try again, where that is known. */
  retryAfter: number;
}

/** Everything the API says in one language. */
export interface Dictionary {
  fields: Readonly<Record<FieldName, string>>;
  /** One sentence on one field; `label` is what the field is called, `whole` the error it belongs to. */
  fieldErrors: Readonly<
    Record<FieldErrorCode, (label: string, field: FieldError, whole: Refused) => string>
  >;
  /** One sentence by code; `VALIDATION_FAILED` here is for input that is wrong in several ways. */
  errors: Readonly<Record<ErrorCode, (facts: MessageFacts) => string>>;
  /** Names the fields that aren't filled in. */
  incomplete: (labels: string) => string;
  /** Names the fields that are wrong. */
  incorrect: (labels: string) => string;
}
