import { type StoreVersion, type VersionLookup } from '@beta-app/core/contract';

/** Texts of answers that many stores share. */
const texts = new WeakMap<StoreVersion, string>();

/**
 * Writes a lookup as JSON. Answers out of memory are the same objects for many stores and many requests, and each of them
 * is written once.
 */
export function lookupText({ at, stores }: VersionLookup): string {
  const parts = stores.map(
    ({ code, store, versions }) =>
      `{"code":${JSON.stringify(code)},"store":${JSON.stringify(store)},"versions":[${versions.map(versionText).join(',')}]}`,
  );
  return `{"at":${JSON.stringify(at)},"stores":[${parts.join(',')}]}`;
}

function versionText(version: StoreVersion): string {
  // Only what can't change any more may be kept.
  if (!Object.isFrozen(version)) return JSON.stringify(version);
  let text = texts.get(version);
  if (text === undefined) {
    text = JSON.stringify(version);
    texts.set(version, text);
  }
  return text;
}
