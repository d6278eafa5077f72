import { BetaAppError, errorOf } from '@beta-app/core';
import { errorStatuses } from '@beta-app/core/contract';
import { HostFailed } from '../access/ask-host.js';
import { describeCause } from '../logging/describe-cause.js';
import { type AdapterLogger } from '../logging/logger.js';
import { BodyTooLarge } from '../request/body.js';
import { errorResponse } from './error-response.js';
import { lingeringResponse } from './lingering-response.js';

const closing = { Connection: 'close' };

/** The request that went wrong. */
export interface FailedRequest {
  headers: Headers;
  requestId: string;
  logger: AdapterLogger;
}

/** Turns whatever was thrown into an answer. What nobody expected is logged, and told to no client. */
export function answerError(thrown: unknown, request: FailedRequest): Response | Promise<Response> {
  if (thrown instanceof BodyTooLarge) {
    const answer = errorResponse(errorOf('BODY_TOO_LARGE'), request.headers, closing);
    return lingeringResponse(answer, thrown.drained);
  }
  const error = logFailure(thrown, request);
  return errorResponse(error, request.headers, headersOf(error));
}

/** Logs whatever was thrown, as which error it gives. */
export function logFailure(thrown: unknown, request: FailedRequest): BetaAppError {
  const error = thrown instanceof BetaAppError ? thrown : errorOf('INTERNAL', { cause: thrown });
  log(error, request);
  return error;
}

function headersOf(error: BetaAppError): Record<string, string> {
  if (error.code === 'SERVER_STOPPING') return closing;
  return error instanceof MethodNotAllowed ? { Allow: error.allow.join(', ') } : {};
}

/** The address exists, and takes other methods. */
export class MethodNotAllowed extends BetaAppError {
  constructor(readonly allow: readonly string[]) {
    super('METHOD_NOT_ALLOWED');
  }
}

function log(error: BetaAppError, { logger, requestId }: FailedRequest): void {
  const { code, cause } = error;
  if (errorStatuses[code] < 500 || code === 'SERVER_STOPPING') return;
  const facts = {
    requestId,
    code,
    ...(cause === undefined ? {} : { cause: describeCause(cause) }),
  };
  if (code === 'INTERNAL') logger.error(facts, 'A request failed unexpectedly');
  else if (error instanceof HostFailed) logger.error(facts, `${error.question} failed`);
  else logger.warn(facts, 'A request could not be served');
}
