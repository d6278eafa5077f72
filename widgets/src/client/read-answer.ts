import type { ErrorBody, ErrorCode, SuccessBody } from '@beta-app/core/contract';
import { ApiError } from './api-error.js';

/** Takes the data out of an answer, or throws what it says. Rejects if the answer is cut or foreign. */
export async function readAnswer(response: Response): Promise<unknown> {
  if (isRedirect(response)) throw new ApiError(401, 'AUTHENTICATION_REQUIRED', '');
  const text = await response.text();
  if (response.ok) return (JSON.parse(text) as SuccessBody<unknown>).data;
  throw readError(response, text);
}

/** The server itself redirects nowhere: it is the host, who leads those without a session to its login page. */
const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || (status >= 300 && status < 400);

function readError(response: Response, text: string): ApiError {
  const retryAfter = readRetryAfter(response.headers.get('Retry-After'));
  const body = parseErrorBody(text);
  if (body === undefined) {
    // A proxy in between answers in its own words.
    const code = codesByStatus[response.status] ?? 'INTERNAL';
    return new ApiError(response.status, code, response.statusText, [], {}, retryAfter);
  }
  const { code, message, errors = [], details = {} } = body;
  return new ApiError(response.status, code, message, errors, details, retryAfter);
}

type PartialErrorBody = Pick<ErrorBody, 'code' | 'message'> & Partial<ErrorBody>;

function parseErrorBody(text: string): PartialErrorBody | undefined {
  try {
    const body = JSON.parse(text) as Partial<ErrorBody> | null;
    return typeof body?.code === 'string'
      ? { ...body, code: body.code, message: body.message ?? '' }
      : undefined;
  } catch {
    return undefined;
  }
}

const codesByStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'AUTHENTICATION_REQUIRED',
  403: 'FORBIDDEN',
  404: 'ROUTE_NOT_FOUND',
  413: 'BODY_TOO_LARGE',
  429: 'SERVER_BUSY',
  502: 'DATABASE_UNAVAILABLE',
  503: 'SERVER_BUSY',
  504: 'DATABASE_TIMEOUT',
};

/** Seconds, or a date, as HTTP has it. */
function readRetryAfter(header: string | null): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds));
  const moment = Date.parse(header);
  if (Number.isNaN(moment)) return undefined;
  return Math.max(0, Math.ceil((moment - Date.now()) / 1000));
}
