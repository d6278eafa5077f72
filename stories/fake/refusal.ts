import {
  type ErrorCode,
  errorStatuses,
  type FieldError,
  type FieldErrorCode,
} from '@beta-app/core/contract';
import { ApiError } from '@beta-app/widgets/client';
// The server's own sentences, so that a story shows what a user reads.
import { describe } from '../../server-adapter/src/messages/describe.js';

/** Why an operation isn't done, before it is put into words. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: ErrorCode,
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly errors: readonly FieldError[] = [],
  ) {
    super(code);
  }
}

/** The refusal of one field. */
export function invalidField(path: string, code: FieldErrorCode): Refusal {
  return new Refusal('VALIDATION_FAILED', {}, [{ path, code }]);
}

/** The error that a client throws for a refusal, in the words of a language. */
export function apiErrorOf(refusal: Refusal, lang: 'id' | 'en'): ApiError {
  const { code, details } = refusal;
  const { message, errors } = describe(refusal, lang);
  return new ApiError(errorStatuses[code], code, message, errors, details);
}
