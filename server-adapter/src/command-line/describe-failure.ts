import { BetaAppError } from '@beta-app/core';
import { MigrationError } from '@beta-app/core/migrations';
import { CommandFailure, type CommandFailureCode } from './failures.js';

export interface FailureReport {
  code: string;
  message: string;
  details: Readonly<Record<string, unknown>>;
}

/** Tells a person at a terminal and a script what went wrong: a stable code where there is one, and the reason. */
export function describeFailure(error: unknown): FailureReport {
  if (error instanceof CommandFailure) {
    const { code, message, details } = error;
    return { code, message, details };
  }
  if (error instanceof BetaAppError) return describeRefusal(error);
  if (error instanceof MigrationError) {
    return { code: error.code, message: error.message, details: {} };
  }
  // insufficient_privilege, of migrate: sync and doctor say by themselves what to type.
  if (codeOf(error) === '42501') return lackOfRights(error);
  return { code: 'FAILED', message: reasonOf(error), details: {} };
}

function lackOfRights(error: unknown): FailureReport {
  const code: CommandFailureCode = 'RIGHTS_MISSING';
  const message = `${reasonOf(error)}; migrate needs CREATE on the database and its schema`;
  return { code, message, details: {} };
}

function describeRefusal(error: BetaAppError): FailureReport {
  const { code, details, errors } = error;
  if (code === 'CLOSURES_UNEXPECTED') {
    const { closures, openStores } = details;
    const message =
      `${String(closures)} of ${String(openStores)} open stores would close; ` +
      `if that is right, say so: --expected-closures ${String(closures)}`;
    return { code, message, details };
  }
  if (code === 'VALIDATION_FAILED') {
    return { code, message: error.message, details: { errors } };
  }
  const cause = error.cause === undefined ? '' : `: ${reasonOf(error.cause)}`;
  return { code, message: `${meanings[code] ?? code}${cause}`, details };
}

const meanings: Partial<Record<BetaAppError['code'], string>> = {
  DATABASE_UNAVAILABLE: 'The database is not available',
  DATABASE_TIMEOUT: 'The database gave up before it was done',
  SERVER_BUSY: 'Others were writing the same; try again',
};

/** The message, with the code of the database or the operating system; many of Node's own have no message. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = codeOf(error);
  return error.message.includes(code) ? error.message : `${code} ${error.message}`.trim();
}

/** The code that the database, the driver or the operating system gave; empty if there is none. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
