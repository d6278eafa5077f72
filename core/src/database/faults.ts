import { errorOf } from '../errors.js';

/**
 * SQLSTATEs of two transactions that met, where one was sent away and may try again. The constraint on names
 * (23P01) decides only between transactions that couldn't see each other.
 */
const lostRaces = new Set(['40001', '40P01', '23P01']);

/** SQLSTATEs that say the database is not there to write; so do all of the classes below. */
const unavailable = new Set([
  '25006', // read_only_sql_transaction: a standby
  '3D000', // invalid_catalog_name: being restored
]);

/** 08: no connection; 53: out of connections, memory or disk; 57P: shutting down, starting or dropped. */
const unavailableClasses = /^(?:08|53|57P)/u;

/** SQLSTATEs of a time limit that the host or the database has set. */
const timedOut = new Set(['57014', '55P03', '25P03', '25P04']);

/** Codes of the driver and of the operating system for a connection that isn't there. */
const unreachable = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
]);

/** Says what a fault of the database means to the caller; what it doesn't know comes back as it is. */
export function translateFault(cause: unknown): unknown {
  const code = codeOf(cause);
  if (code === undefined) return cause;
  if (lostRaces.has(code)) return 'lost_race';
  if (timedOut.has(code)) return errorOf('DATABASE_TIMEOUT', { cause });
  if (unavailable.has(code) || unreachable.has(code) || unavailableClasses.test(code)) {
    return errorOf('DATABASE_UNAVAILABLE', { cause });
  }
  return cause;
}

function codeOf(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return undefined;
  return typeof cause.code === 'string' ? cause.code : undefined;
}
