import { type Core, errorOf } from '@beta-app/core';
import { type BetaApp, type OperationId, type Person } from '@beta-app/core/contract';
import { type BoundedCall } from '../calls/bounded-calls.js';
import { askHost } from './ask-host.js';

/** The operations' names, such as `updateBetaApp`, and `moveStores`: taking stores out of a beta app into another one. */
export type Action = OperationId | 'moveStores';

/**
 * Says whether somebody may do something, and to which beta app, for operations on one. What it throws is logged, and the
 * client is asked to try again.
 */
export type Authorize = (
  actor: Person,
  action: Action,
  betaApp?: BetaApp,
) => boolean | Promise<boolean>;

/** What is about to be done. */
export interface Attempt {
  actor: Person;
  action: OperationId;
  /** The id from the path or the query; undefined for operations that aren't about one beta app. */
  id: unknown;
}

/** Throws `FORBIDDEN`, with the owner to ask, unless the host allows it; `HostFailed` if it can't say. */
export async function checkRights(
  authorize: Authorize,
  { actor, action, id }: Attempt,
  core: Pick<Core, 'getBetaApp'>,
  bounded: BoundedCall,
): Promise<void> {
  // An id that is none goes through as well: core refuses it as it refuses all bad input.
  const betaApp =
    id === undefined ? undefined : await bounded(() => core.getBetaApp({ id: id as number }));
  const allowed: unknown = await askHost('authorize', () => authorize(actor, action, betaApp));
  // Whatever a module in plain JavaScript gives, only a clear yes is one.
  if (allowed === true) return;
  throw errorOf('FORBIDDEN', betaApp === undefined ? {} : { details: { owner: betaApp.owner } });
}
