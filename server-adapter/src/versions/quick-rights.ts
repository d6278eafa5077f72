import { type IncomingMessage } from 'node:http';
import { type OperationId, type Person } from '@beta-app/core/contract';
import { type Authenticate, nameAndNik, personOf } from '../access/authenticate.js';
import { type Authorize } from '../access/authorize.js';
import { requestOf } from './incoming-request.js';

/** So many people are remembered. */
const mostKept = 1_000;

export interface QuickRightsOptions {
  authenticate: Authenticate | undefined;
  authorize: Authorize | undefined;
}

/**
 * Says at once, if the host does, whether whoever sent a request may do something. Who may not, and what fails, is told by
 * the handler, which asks once more.
 */
export type QuickRights = (
  incoming: IncomingMessage,
  action: OperationId,
) => boolean | Promise<boolean>;

export function createQuickRights({ authenticate, authorize }: QuickRightsOptions): QuickRights {
  const check = createPersonCheck();

  function mayAsk(found: Person | null | undefined, action: OperationId): unknown {
    const person = found == null ? undefined : check(found);
    if (person === undefined) return false;
    return authorize === undefined || authorize(person, action);
  }

  return (incoming, action) => {
    if (authenticate === undefined) return false;
    try {
      const found = authenticate(requestOf(incoming));
      const allowed =
        found instanceof Promise
          ? found.then((person) => mayAsk(person, action))
          : mayAsk(found, action);
      if (!(allowed instanceof Promise)) return allowed === true;
      return allowed.then(
        (yes: unknown) => yes === true,
        () => false,
      );
    } catch {
      return false;
    }
  };
}

/** Checks what a host says of its users, who ask again and again: the check takes longer than finding their answers. */
function createPersonCheck(): (found: Person) => Person | undefined {
  const known = new Map<string, Person>();
  return (found) => {
    const asked = nameAndNik(found);
    const before = known.get(asked.nik);
    if (before?.name === asked.name) return before;
    const person = personOf(asked);
    if (person === undefined) return undefined;
    if (known.size >= mostKept) known.clear();
    known.set(asked.nik, person);
    return person;
  };
}
