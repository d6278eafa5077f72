import { type ErrorCode, type FieldErrorCode } from './errors.js';

/** Every success over HTTP. */
export interface SuccessBody<Data> {
  status_code: 200 | 201;
  status: 'Success';
  message: 'OK';
  data: Data;
}

/** Every error over HTTP, unless `application/problem+json` was asked for. */
export interface ErrorBody {
  status_code: number;
  status: 'Error';
  /** For people, in the language of the request. */
  message: string;
  code: ErrorCode;
  errors: { path: string; code: FieldErrorCode; message: string; max?: number | undefined }[];
  /** Facts by code: see `ErrorDetails`. */
  details: Record<string, unknown>;
}

/** An error as RFC 9457 describes it. */
export interface ProblemBody {
  type: 'about:blank';
  title: string;
  status: number;
  detail: string;
  code: ErrorCode;
  errors: ErrorBody['errors'];
  details: Record<string, unknown>;
}
