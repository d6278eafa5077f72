import { lookupLimits } from '@beta-app/core/contract';
import { type CodeList, JsonReader } from './json-reader.js';

const code = '[A-Z0-9][A-Z0-9._-]{0,31}';
const usual = new RegExp(`^store=(${code})&application=(${code})$`, 'u');

/** Takes the usual question out of an address, as it stands behind the question mark. */
export function questionOfQuery(query: string): { store: string; application: string } | undefined {
  const [, store, application] = usual.exec(query) ?? [];
  return store === undefined || application === undefined ? undefined : { store, application };
}

/** Which version of one application some stores run now. */
export interface QuickQuestion {
  /** Perhaps some twice. */
  stores: CodeList;
  application: string;
}

/** Takes the usual question out of a body: a list of stores, an application, and nothing else. */
export function questionOfBody(body: Uint8Array): QuickQuestion | undefined {
  const reader = new JsonReader(body);
  let stores: CodeList | undefined;
  let application: string | undefined;
  for (let more = reader.takes('{'); more; more = reader.takes(',')) {
    const key = reader.readWord();
    if (!reader.takes(':')) return undefined;
    if (key === 'store' && stores === undefined) {
      stores = reader.readCodes(lookupLimits.stores);
      if (stores === undefined) return undefined;
    } else if (key === 'application' && application === undefined) {
      application = reader.readCode();
      if (application === undefined) return undefined;
    } else {
      return undefined;
    }
  }
  if (stores === undefined || application === undefined) return undefined;
  return reader.takes('}') && reader.isAtEnd() ? { stores, application } : undefined;
}
