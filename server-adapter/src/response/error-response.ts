import { STATUS_CODES } from 'node:http';
import { type BetaAppError } from '@beta-app/core';
import {
  type ErrorBody,
  type ErrorCode,
  errorStatuses,
  type ProblemBody,
} from '@beta-app/core/contract';
import { describe } from '../messages/describe.js';
import { languageOf, prefersProblem } from '../request/preferences.js';
import { apiHeaders } from './envelope.js';

/** After how many seconds trying again may help. */
const retryAfterSeconds: Partial<Record<ErrorCode, number>> = {
  IDEMPOTENCY_IN_PROGRESS: 1,
  SERVER_BUSY: 1,
  DATABASE_UNAVAILABLE: 2,
  SERVER_STOPPING: 5,
};

/** Answers an error as the client wants it: in its language, in the envelope or as RFC 9457 has it. */
export function errorResponse(
  error: BetaAppError,
  wishes: Headers,
  extraHeaders: Readonly<Record<string, string>> = {},
): Response {
  const language = languageOf(wishes);
  const isProblem = prefersProblem(wishes);
  const retryAfter = retryAfterSeconds[error.code];
  const headers = new Headers({
    ...apiHeaders,
    'Content-Type': isProblem ? 'application/problem+json' : 'application/json',
    'Content-Language': language,
    ...extraHeaders,
  });
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter));
  if (error.code === 'AUTHENTICATION_REQUIRED') headers.set('WWW-Authenticate', 'Session');

  const told = describe(error, language, retryAfter);
  const body = isProblem ? problemBody(error, told) : errorBody(error, told);
  return new Response(JSON.stringify(body), { status: errorStatuses[error.code], headers });
}

type Told = ReturnType<typeof describe>;

function errorBody({ code, details }: BetaAppError, { message, errors }: Told): ErrorBody {
  return { status_code: errorStatuses[code], status: 'Error', message, code, errors, details };
}

function problemBody({ code, details }: BetaAppError, { message, errors }: Told): ProblemBody {
  const status = errorStatuses[code];
  const title = STATUS_CODES[status] ?? code;
  return { type: 'about:blank', title, status, detail: message, code, errors, details };
}
