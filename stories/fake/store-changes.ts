import type { SaveStores } from '@beta-app/core/contract';
import { type Directory } from './directory.js';
import { invalidField } from './refusal.js';

/** What the changes of a save add up to. */
export interface ReadChanges {
  /** By the store's code: whether it is to be registered. */
  wishes: Map<string, boolean>;
  /** Stores that joined a filter after the page was read. */
  skipped: string[];
  /** Codes that no store has. */
  unknown: string[];
}

/** Reads the changes of a save: later entries win over earlier ones. */
export function readChanges(
  directory: Directory,
  { changes, directoryRevision }: SaveStores,
): ReadChanges {
  const wishes = new Map<string, boolean>();
  const skipped = new Set<string>();
  const unknown = new Set<string>();
  const known = (codes: readonly string[]): string[] => {
    const isKnown = (code: string) => directory.store(code) !== undefined;
    for (const code of codes) if (!isKnown(code)) unknown.add(code);
    return codes.filter(isKnown);
  };
  for (const [index, change] of changes.entries()) {
    let chosen: readonly string[];
    if ('codes' in change) {
      chosen = known(change.codes);
    } else {
      const { branch } = change.select;
      if (branch !== undefined && !directory.branches.has(branch)) {
        throw invalidField(`changes.${index}.select.branch`, 'unknown');
      }
      const except = new Set(known(change.except ?? []));
      const found = directory.select(change.select, directoryRevision);
      chosen = found.chosen.filter((code) => !except.has(code));
      for (const code of found.newcomers) if (!except.has(code)) skipped.add(code);
    }
    for (const code of chosen) wishes.set(code, change.registered);
  }
  return {
    wishes,
    skipped: [...skipped].filter((code) => !wishes.has(code)).sort(),
    unknown: [...unknown].sort(),
  };
}
