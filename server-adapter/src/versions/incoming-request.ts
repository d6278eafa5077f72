import { type IncomingMessage } from 'node:http';

/**
 * A request without a body as a host's `authenticate` sees it. Making a real one takes longer than answering it, so that
 * happens only if something is asked for that isn't its address, its method or its headers.
 */
class IncomingRequest {
  readonly #incoming: IncomingMessage;
  #headers: Headers | undefined;
  #real: Request | undefined;

  constructor(incoming: IncomingMessage) {
    this.#incoming = incoming;
  }

  get url(): string {
    const { headers, socket, url = '/' } = this.#incoming;
    const scheme = 'encrypted' in socket ? 'https' : 'http';
    return `${scheme}://${headers.host ?? ''}${url}`;
  }

  get method(): string {
    return this.#incoming.method ?? 'GET';
  }

  get headers(): Headers {
    if (this.#headers === undefined) {
      this.#headers = new Headers();
      const { rawHeaders } = this.#incoming;
      for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
        this.#headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
      }
    }
    return this.#headers;
  }

  static real(request: IncomingRequest): Request {
    const { url, method, headers } = request;
    return (request.#real ??= new Request(url, { method, headers }));
  }
}

for (const name of Object.getOwnPropertyNames(Request.prototype)) {
  if (Object.hasOwn(IncomingRequest.prototype, name)) continue;
  Object.defineProperty(IncomingRequest.prototype, name, {
    get(this: IncomingRequest): unknown {
      const real = IncomingRequest.real(this);
      const member: unknown = Reflect.get(real, name);
      return typeof member === 'function' ? (member.bind(real) as unknown) : member;
    },
  });
}
Object.setPrototypeOf(IncomingRequest.prototype, Request.prototype);

/** Makes what looks like a `Request` of a message, as cheaply as can be. */
export const requestOf = (incoming: IncomingMessage): Request =>
  new IncomingRequest(incoming) as unknown as Request;
