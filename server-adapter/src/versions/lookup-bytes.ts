import { type VersionResolver } from '@beta-app/core';
import { type StoreVersion } from '@beta-app/core/contract';
import { envelopeText } from '../response/envelope.js';
import { lookupEnd, lookupStart, storeEnd, storeText, versionText } from './lookup-text.js';
import { isCode, type QuickQuestion } from './quick-question.js';

/** So much is remembered; beyond that, memory would be spent on what nobody asks twice. */
const mostKept = 20_000;

/**
 * Writes which version of an application stores run now, as the whole answer over HTTP. Undefined if one of the stores or
 * the application isn't known, or no code in upper case.
 */
export type LookupBytes = (
  question: QuickQuestion,
  allocate: (length: number) => Buffer,
) => Buffer | undefined;

interface KeptStore {
  /** What is written of it up to its version. */
  bytes: Uint8Array;
  /** The number of the last question that it was in: an answer has each store once. */
  lastAsked: number;
}

/**
 * Creates what writes the answers of a resolver quickly: their bytes are put together from those of stores and of versions,
 * which are kept. They are the same as those of `lookupText`.
 */
export function createLookupBytes(versions: VersionResolver): LookupBytes {
  const first = lookupStart(null);
  const [before = '', after = ''] = envelopeText(200, first + lookupEnd).split(first);
  const start = Buffer.from(before + first);
  const end = Buffer.from(after);
  const ofStores = new Map<unknown, KeptStore>();
  const ofVersions = new Map<StoreVersion, Uint8Array>();
  let asked = 0;
  // What a store is called changes with the directory, and with that the versions of all applications.
  versions.subscribe(({ type }) => {
    if (type !== 'changed') return;
    ofStores.clear();
    ofVersions.clear();
  });

  function keepStore(store: unknown, application: string): KeptStore | undefined {
    if (!isCode(store)) return undefined;
    const [found] = versions.lookUp({ store, application }).stores;
    if (!found?.store) return undefined;
    const kept = { bytes: Buffer.from(storeText(found)), lastAsked: 0 };
    ofStores.set(store, kept);
    return kept;
  }

  function keepVersion(version: StoreVersion): Uint8Array | undefined {
    if (version.application.name === null) return undefined;
    if (ofVersions.size >= mostKept) ofVersions.clear();
    const bytes = Buffer.from(`${versionText(version)}${storeEnd},`);
    ofVersions.set(version, bytes);
    return bytes;
  }

  return ({ stores, application }, allocate) => {
    if (ofStores.size + stores.length > mostKept) ofStores.clear();
    asked += 1;
    const parts: Uint8Array[] = [start];
    let length = start.length;
    for (const store of stores) {
      const kept = ofStores.get(store) ?? keepStore(store, application);
      if (kept === undefined) return undefined;
      if (kept.lastAsked === asked) continue;
      kept.lastAsked = asked;
      const version = versions.resolve(store as string, application);
      const bytes = ofVersions.get(version) ?? keepVersion(version);
      if (bytes === undefined) return undefined;
      parts.push(kept.bytes, bytes);
      length += kept.bytes.length + bytes.length;
    }
    const bytes = allocate(length - 1 + end.length);
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    // In place of the last comma.
    bytes.set(end, at - 1);
    return bytes;
  };
}
