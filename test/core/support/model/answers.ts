import { BetaAppError, type Core, isBetaAppError, type SaveStoresOptions } from '@beta-app/core';
import {
  type ErrorCode,
  type Person,
  type SavedStores,
  type StoreClash,
  type StoreConflict,
} from '@beta-app/core/contract';

/** The operations of core that write. */
export type WriteOperation =
  | 'createBetaApp'
  | 'copyBetaApp'
  | 'updateBetaApp'
  | 'pauseBetaApp'
  | 'resumeBetaApp'
  | 'endBetaApp'
  | 'cancelBetaApp'
  | 'promoteBetaApp'
  | 'addApplication'
  | 'changeApplication'
  | 'removeApplication'
  | 'saveStores'
  | 'syncDirectory';

/** One call of one of them. */
export type Write = {
  [Operation in WriteOperation]: {
    operation: Operation;
    input: Parameters<Core[Operation]>[0];
    /** Of saves: out of which beta apps the host lets the actor move stores. */
    mayMoveFrom?: number[];
  };
}[WriteOperation];

/** What a write answers, without moments and what is only for show: as much as a model can foretell. */
export type Answer = { ok: object } | { refused: ErrorCode; facts: object };

export const refusal = (refused: ErrorCode, facts: object = {}): Answer => ({ refused, facts });

/** Does a write through core, and puts its answer as the model does. */
export async function answerOf(core: Core, write: Write, actor: Person): Promise<Answer> {
  const operations = core as unknown as Record<
    WriteOperation,
    (input: object, options: SaveStoresOptions) => Promise<object>
  >;
  try {
    const { mayMoveFrom = [] } = write;
    const answer = await operations[write.operation](write.input, { actor, mayMoveFrom });
    return { ok: write.operation === 'saveStores' ? plainSave(answer as SavedStores) : answer };
  } catch (error) {
    if (!(error instanceof BetaAppError)) throw error;
    return refusal(error.code, factsOf(error));
  }
}

function factsOf(error: BetaAppError): object {
  if (isBetaAppError(error, 'NAME_TAKEN')) return { betaApp: error.details.betaApp.id };
  if (isBetaAppError(error, 'STORES_OVERLAP')) {
    return { conflicts: plainConflicts(error.details.conflicts) };
  }
  if (isBetaAppError(error, 'STORES_CHANGED')) {
    return { clashes: plainClashes(error.details.clashes) };
  }
  if (isBetaAppError(error, 'DETAILS_STALE')) {
    const { detailsRevision, changes } = error.details;
    return {
      detailsRevision,
      changes: changes.map(({ actor, action, subjects }) => ({ nik: actor.nik, action, subjects })),
    };
  }
  if (error.code === 'VALIDATION_FAILED') {
    return { errors: error.errors.map(({ path, code }) => ({ path, code })) };
  }
  return error.details;
}

function plainSave({ moved, others, conflicts, clashes, ...saved }: SavedStores): object {
  return {
    ...saved,
    moved: moved.map(({ betaApp, stores }) => ({ betaApp: betaApp.id, stores })),
    others: others.map(({ actor, stores }) => ({ nik: actor.nik, stores })),
    ...(conflicts && { conflicts: plainConflicts(conflicts) }),
    ...(clashes && { clashes: plainClashes(clashes) }),
  };
}

function plainConflicts(conflicts: readonly StoreConflict[]): object[] {
  return conflicts.map(({ betaApp, application, version, stores, movable }) => ({
    betaApp: betaApp.id,
    application: application.code,
    version,
    stores,
    ...(movable !== undefined && { movable }),
  }));
}

function plainClashes(clashes: readonly StoreClash[]): object[] {
  return clashes.map(({ actor, stores }) => ({ nik: actor.nik, stores }));
}
