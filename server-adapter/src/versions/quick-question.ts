import { lookupLimits } from '@beta-app/core/contract';

const code = '[A-Z0-9][A-Z0-9._-]{0,31}';
const whole = new RegExp(`^${code}$`, 'u');
const usual = new RegExp(`^store=(${code})&application=(${code})$`, 'u');

/** Takes the usual question out of an address, as it stands behind the question mark. */
export function questionOfQuery(query: string): { store: string; application: string } | undefined {
  const [, store, application] = usual.exec(query) ?? [];
  return store === undefined || application === undefined ? undefined : { store, application };
}

/** Which version of one application some stores run now. */
export interface QuickQuestion {
  /** Perhaps some twice, and perhaps no codes. */
  stores: readonly unknown[];
  application: string;
}

/** Takes the usual question out of a body: a list of stores, an application, and nothing else. */
export function questionOfBody(body: Buffer): QuickQuestion | undefined {
  const value = parse(body);
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) {
    return undefined;
  }
  const { store: stores, application } = value as { store?: unknown; application?: unknown };
  if (!isCode(application) || !Array.isArray(stores)) return undefined;
  if (stores.length === 0 || stores.length > lookupLimits.stores) return undefined;
  return { stores, application };
}

/** Codes are ASCII: what isn't need not be read right. */
function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('latin1'));
  } catch {
    return undefined;
  }
}

/** Whether a value is a code as it is kept. */
export const isCode = (value: unknown): value is string =>
  typeof value === 'string' && whole.test(value);
