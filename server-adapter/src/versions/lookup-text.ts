import { type StoreVersion, type StoreVersions, type VersionLookup } from '@beta-app/core/contract';

/** Texts of answers that many stores share. */
const texts = new WeakMap<StoreVersion, string>();

/**
 * Writes a lookup as JSON. Answers out of memory are the same objects for many stores and many requests, and each of them
 * is written once.
 */
export function lookupText({ at, stores }: VersionLookup): string {
  const parts = stores.map(
    (store) => `${storeText(store)}${store.versions.map(versionText).join(',')}${storeEnd}`,
  );
  return `${lookupStart(at)}${parts.join(',')}${lookupEnd}`;
}

/** What comes before the stores, and after them. */
export const lookupStart = (at: string | null): string => `{"at":${JSON.stringify(at)},"stores":[`;
export const lookupEnd = ']}';

/** A store up to its versions, and what comes after them. */
export const storeText = ({ code, store }: StoreVersions): string =>
  `{"code":${JSON.stringify(code)},"store":${JSON.stringify(store)},"versions":[`;
export const storeEnd = ']}';

export function versionText(version: StoreVersion): string {
  // Only what can't change any more may be kept.
  if (!Object.isFrozen(version)) return JSON.stringify(version);
  let text = texts.get(version);
  if (text === undefined) {
    text = JSON.stringify(version);
    texts.set(version, text);
  }
  return text;
}
