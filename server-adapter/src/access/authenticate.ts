import { errorOf } from '@beta-app/core';
import { type Person, personSchema } from '@beta-app/core/contract';

/** Says who sent a request; null if nobody is signed in. It can't read the body. */
export type Authenticate = (
  request: Request,
) => Person | null | undefined | Promise<Person | null | undefined>;

/** Finds who sent a request; throws `AUTHENTICATION_REQUIRED`, also where there is nobody to ask. */
export async function findActor(
  request: Request,
  authenticate: Authenticate | undefined,
): Promise<Person> {
  const found = await authenticate?.(withoutBody(request));
  if (found == null) throw errorOf('AUTHENTICATION_REQUIRED');
  const person = personSchema.safeParse(found);
  if (!person.success) throw new TypeError('authenticate has to give a name and a NIK, or null');
  return person.data;
}

/** The body can be read once only, and it is ours. */
function withoutBody(request: Request): Request {
  const { method, headers, signal } = request;
  if (method === 'GET' || method === 'HEAD') return request;
  return new Request(request.url, { method, headers: new Headers([...headers]), signal });
}
