import { errorOf } from '@beta-app/core';
import { type Person, personSchema } from '@beta-app/core/contract';
import { askHost } from './ask-host.js';

/**
 * Says who sent a request; null if nobody is signed in. Of what it gives, only name and NIK are read. It can't read the body.
 * What it throws is logged, and the client is asked to try again.
 */
export type Authenticate = (
  request: Request,
) => Person | null | undefined | Promise<Person | null | undefined>;

/**
 * Finds who sent a request; throws `AUTHENTICATION_REQUIRED`, also where there is nobody to ask, and
 * `HostFailed`.
 */
export async function findActor(
  request: Request,
  authenticate: Authenticate | undefined,
): Promise<Person> {
  const asked = withoutBody(request);
  const found = await askHost('authenticate', () => authenticate?.(asked));
  if (found == null) throw errorOf('AUTHENTICATION_REQUIRED');
  const person = personOf(nameAndNik(found));
  if (person === undefined) {
    throw new TypeError('authenticate has to give a name and a NIK, or null');
  }
  return person;
}

/** Reads, once, what a person is made of; a host's users have more, and perhaps work it out when they are asked. */
export const nameAndNik = ({ name, nik }: Person): Person => ({ name, nik });

/** Checks what a host says; undefined if that is no person. */
export const personOf = (found: Person): Person | undefined => personSchema.safeParse(found).data;

/** The body can be read once only, and it is ours. */
function withoutBody(request: Request): Request {
  const { method, headers, signal } = request;
  if (method === 'GET' || method === 'HEAD') return request;
  return new Request(request.url, { method, headers: new Headers([...headers]), signal });
}
