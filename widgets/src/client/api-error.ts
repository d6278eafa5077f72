import type { ErrorBody, ErrorCode, ErrorDetails } from '@beta-app/core/contract';

/** What is wrong with one field, with a sentence in the language of the request. */
export type ApiFieldError = ErrorBody['errors'][number];

/** The server's refusal of a call. Branch on `code`; `message` is for people. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly code: ErrorCode,
    message: string,
    readonly errors: readonly ApiFieldError[] = [],
    /** Facts by code: narrow them by `detailsOf`. */
    readonly details: Readonly<Record<string, unknown>> = {},
    /** After how many seconds to try again, where the server says so. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }

  /** The facts that come with a code, or undefined if this is another error. */
  detailsOf<Code extends keyof ErrorDetails>(code: Code): ErrorDetails[Code] | undefined {
    return this.code === code ? (this.details as unknown as ErrorDetails[Code]) : undefined;
  }
}
