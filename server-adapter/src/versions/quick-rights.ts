import { type IncomingMessage } from 'node:http';
import { type OperationId, type Person, personSchema } from '@beta-app/core/contract';
import { type Authenticate } from '../access/authenticate.js';
import { type Authorize } from '../access/authorize.js';
import { requestOf } from './incoming-request.js';

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
  function mayAsk(found: Person | null | undefined, action: OperationId): unknown {
    const person = personSchema.safeParse(found);
    if (!person.success) return false;
    return authorize === undefined || authorize(person.data, action);
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
