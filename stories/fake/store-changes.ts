import type { SaveStores } from '@beta-app/core/contract';
import { type BetaAppRecord } from './beta-app-record.js';
import { invalidField } from './refusal.js';
import { type World } from './world.js';

/** What the changes of a save add up to. */
export interface ReadChanges {
  /** By the store's code: whether it is to be registered. */
  wishes: Map<string, boolean>;
  /** Stores that joined a filter after the page was read. */
  skipped: string[];
  /** Codes that no store has. */
  unknown: string[];
  /** By the id of the beta app that they are to be taken out of: the codes of stores. */
  moves: Map<number, Set<string>>;
}

/** Reads the changes of a save: later entries win over earlier ones. */
export function readChanges(
  { betaApps, directory }: Pick<World, 'betaApps' | 'directory'>,
  record: BetaAppRecord,
  { changes, directoryRevision }: SaveStores,
): ReadChanges {
  const wishes = new Map<string, boolean>();
  const skipped = new Set<string>();
  const unknown = new Set<string>();
  const moves: ReadChanges['moves'] = new Map();
  const known = (codes: readonly string[]): string[] => {
    const isKnown = (code: string) => directory.store(code) !== undefined;
    for (const code of codes) if (!isKnown(code)) unknown.add(code);
    return codes.filter(isKnown);
  };
  for (const [index, change] of changes.entries()) {
    if ('codes' in change) {
      const named = known(change.codes);
      for (const code of named) wishes.set(code, change.registered);
      const { from } = change;
      if (from !== undefined) {
        if (from === record.id || !betaApps.some(({ id }) => id === from)) {
          throw invalidField(`changes.${index}.from`, 'unknown');
        }
        moves.set(from, new Set([...(moves.get(from) ?? []), ...named]));
      }
    } else if ('asOf' in change) {
      if (change.asOf > record.revision) throw invalidField(`changes.${index}.asOf`, 'range');
      const except = new Set(known(change.except ?? []));
      const then = registeredAsOf(record, change.asOf);
      for (const code of [...record.registrations.keys(), ...then]) {
        if (!except.has(code)) wishes.set(code, then.has(code));
      }
    } else {
      const { branch } = change.select;
      if (branch !== undefined && !directory.branches.has(branch)) {
        throw invalidField(`changes.${index}.select.branch`, 'unknown');
      }
      const except = new Set(known(change.except ?? []));
      const found = directory.select(change.select, directoryRevision);
      for (const code of found.chosen) if (!except.has(code)) wishes.set(code, change.registered);
      for (const code of found.newcomers) if (!except.has(code)) skipped.add(code);
    }
  }
  return {
    wishes,
    skipped: [...skipped].filter((code) => !wishes.has(code)).sort(),
    unknown: [...unknown].sort(),
    moves,
  };
}

/** The stores that were registered at a revision. */
function registeredAsOf(record: BetaAppRecord, revision: number): Set<string> {
  const at = record.events.filter((event) => event.revision <= revision).at(-1)?.at ?? '';
  const past = record.history.registrations.filter(({ since, until }) => since <= at && at < until);
  const lasting = [...record.registrations].filter(([, { since }]) => since <= at);
  return new Set([...past.map(({ code }) => code), ...lasting.map(([code]) => code)]);
}
