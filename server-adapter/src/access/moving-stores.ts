import { type Core, errorOf, isBetaAppError } from '@beta-app/core';
import {
  type Person,
  type SavedStores,
  saveLimits,
  type StoreConflict,
} from '@beta-app/core/contract';
import { type BoundedCall } from '../calls/bounded-calls.js';
import { askHost } from './ask-host.js';
import { type Authorize } from './authorize.js';

/** What the rights to move stores are found with. */
export interface MovingContext {
  core: Pick<Core, 'getBetaApp'>;
  bounded: BoundedCall;
  authorize: Authorize;
}

/** Runs a save with what the host allows. */
export type RunSave = (options: { mayMoveFrom: number[] }) => Promise<SavedStores>;

/**
 * Saves stores for an actor who may move them out of the beta apps that `authorize` allows for the action `moveStores`,
 * besides from own to own, which needs no one's leave. Conflicts tell of each beta app whether its stores may be moved.
 */
export async function saveWithMoves(
  actor: Person,
  input: unknown,
  { core, bounded, authorize }: MovingContext,
  save: RunSave,
): Promise<SavedStores> {
  const rights = new Map<number, Promise<boolean>>();
  const isAllowed = (id: number): Promise<boolean> => {
    const found = rights.get(id) ?? findRight(id);
    rights.set(id, found);
    return found;
  };
  async function findRight(id: number): Promise<boolean> {
    try {
      const betaApp = await bounded(() => core.getBetaApp({ id }));
      const allowed: unknown = await askHost('authorize', () =>
        authorize(actor, 'moveStores', betaApp),
      );
      return allowed === true;
    } catch (error) {
      // The save itself is refused for what isn't there, or is no id.
      const isNone = ['BETA_APP_NOT_FOUND', 'VALIDATION_FAILED'] as const;
      if (isNone.some((code) => isBetaAppError(error, code))) return false;
      throw error;
    }
  }
  async function mark(conflicts: readonly StoreConflict[]): Promise<StoreConflict[]> {
    const marked: StoreConflict[] = [];
    for (const conflict of conflicts) {
      const movable = conflict.movable === true || (await isAllowed(conflict.betaApp.id));
      marked.push({ ...conflict, movable });
    }
    return marked;
  }

  const allowed: number[] = [];
  for (const id of originsOf(input)) if (await isAllowed(id)) allowed.push(id);
  try {
    const saved = await save({ mayMoveFrom: allowed });
    return saved.conflicts === undefined
      ? saved
      : { ...saved, conflicts: await mark(saved.conflicts) };
  } catch (error) {
    if (!isBetaAppError(error, 'STORES_OVERLAP')) throw error;
    throw errorOf('STORES_OVERLAP', {
      details: { conflicts: await mark(error.details.conflicts) },
    });
  }
}

/** The beta apps that an input, unchecked as yet, wants to take stores out of. */
function originsOf(input: unknown): Set<number> {
  const changes = (input as { changes?: unknown } | null)?.changes;
  if (!Array.isArray(changes)) return new Set();
  const origins = changes
    .slice(0, saveLimits.changes)
    .map((change: { from?: unknown } | null) => change?.from);
  return new Set(origins.filter((id) => Number.isSafeInteger(id)) as number[]);
}
