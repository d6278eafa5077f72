import type { ErrorCode } from '@beta-app/core/contract';
import { ApiError } from '../client/api-error.js';
import { NetworkError } from '../client/network-error.js';
import { type Notification } from '../notification/notification.js';
import { type Words } from '../words/words.js';

/** What a failed call means for the user, and whether trying the same again can help. */
export interface Failure extends Pick<Notification, 'kind' | 'message' | 'code'> {
  retryable: boolean;
}

const defaultRetryAfter = 5;

const busyCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'SERVER_BUSY',
  'SERVER_STOPPING',
  'DATABASE_UNAVAILABLE',
  'DATABASE_TIMEOUT',
  'IDEMPOTENCY_IN_PROGRESS',
]);

/**
 * Says what a failed call means. Errors that a form or a dialog knows better, such as field errors and
 * conflicts, are for their owner to take out before; for them this repeats the server's own sentence.
 */
export function describeFailure(error: unknown, words: Words): Failure {
  const texts = words.common.error;
  if (error instanceof NetworkError) return failed('error.network', texts.network);
  if (!(error instanceof ApiError)) return failed('error.failed', texts.failed);
  if (busyCodes.has(error.code)) {
    return failed('error.busy', texts.busy(error.retryAfter ?? defaultRetryAfter));
  }
  if (error.code === 'AUTHENTICATION_REQUIRED') return failed('error.session', texts.session);
  if (error.code === 'BETA_APP_NOT_FOUND') return refused('error.gone', texts.gone);
  if (error.code === 'BETA_APP_ENDED') {
    const { state = 'ended' } = error.detailsOf('BETA_APP_ENDED') ?? {};
    return refused('error.ended', words.common.readOnly[state]);
  }
  if (error.code === 'FORBIDDEN') {
    const owner = error.detailsOf('FORBIDDEN')?.owner;
    const message = owner ? texts.forbidden(owner.name, owner.nik) : texts.forbiddenAtAll;
    return refused('error.forbidden', message);
  }
  return error.status >= 500 || error.message === ''
    ? failed('error.failed', texts.failed)
    : refused(error.code, error.message);
}

const failed = (code: string, message: string): Failure => ({
  kind: 'error',
  code,
  message,
  retryable: true,
});

const refused = (code: string, message: string): Failure => ({
  kind: 'warning',
  code,
  message,
  retryable: false,
});

/** Whether a call was given up by its own caller, which is nothing to tell. */
export const isAborted = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';
