import { ApiError } from './api-error.js';
import { type BetaAppClient, type WriteCallOptions } from './beta-app-client.js';
import { callBody, type CallInput, callUrl, endpointOf } from './call-request.js';
import { Deadline } from './deadline.js';
import { type CallMethod, type Endpoint, endpoints, methodNames } from './endpoints.js';
import { createIdempotencyKey } from './idempotency-key.js';
import { NetworkError } from './network-error.js';
import { readAnswer } from './read-answer.js';
import { withRetries } from './retry.js';
import { watchBetaApp } from './watch-beta-app.js';

/** Where a client finds its server, and how it calls it. */
export interface ClientOptions {
  /** Where the server's routes begin, such as `/api`. */
  baseUrl: string;
  /** The language of the server's messages: `id` by default. A function is asked at every call. */
  lang?: string | (() => string);
  /** More headers, such as a token against forged requests. A function is asked at every call. */
  headers?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);
  /** What makes the requests; the page's own `fetch` by default. */
  fetch?: typeof fetch;
  /** How many milliseconds an answer may take; 30,000 by default. */
  timeoutMs?: number;
  /**
   * How often a call is made again after a lost connection, or when the server is busy and asks to come back
   * within 2 seconds; 2 by default. A write has its effect once all the same.
   */
  retries?: number;
}

/** Creates a client of the server's operations, with the page's own cookies. */
export function createClient(options: ClientOptions): BetaAppClient {
  const methods = methodNames.map((name) => [
    name,
    (input: CallInput = {}, callOptions: WriteCallOptions = {}) =>
      call(options, endpointOf(name, input), input, callOptions),
  ]);
  return {
    ...(Object.fromEntries(methods) as Pick<BetaAppClient, CallMethod>),
    watchBetaApp: (input, { signal } = {}) =>
      watchBetaApp(
        (accept, until) =>
          request(options, endpoints.getBetaApp, { ...input }, { accept, signal: until }),
        signal,
      ),
  };
}

async function call(
  options: ClientOptions,
  endpoint: Endpoint,
  input: CallInput,
  { signal, idempotencyKey = createIdempotencyKey() }: WriteCallOptions,
): Promise<unknown> {
  const attempt = () => send(options, endpoint, input, idempotencyKey, signal);
  return await withRetries(attempt, options.retries ?? 2, signal);
}

async function send(
  options: ClientOptions,
  endpoint: Endpoint,
  input: CallInput,
  idempotencyKey: string,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  signal?.throwIfAborted();
  const deadline = new Deadline(options.timeoutMs ?? 30_000, signal);
  try {
    const response = await request(options, endpoint, input, {
      idempotencyKey,
      signal: deadline.signal,
    });
    return await readAnswer(response);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ApiError) throw error;
    throw new NetworkError(deadline.expired, { cause: error });
  } finally {
    deadline.clear();
  }
}

interface RequestOptions {
  /** What kind of answer is wanted; JSON by default. */
  accept?: string;
  idempotencyKey?: string;
  signal: AbortSignal;
}

async function request(
  options: ClientOptions,
  endpoint: Endpoint,
  input: CallInput,
  { accept = 'application/json', idempotencyKey = '', signal }: RequestOptions,
): Promise<Response> {
  const send = options.fetch ?? ((...values) => fetch(...values));
  const body = callBody(endpoint, input);
  const hasBody = body !== undefined;
  return await send(callUrl(options.baseUrl, endpoint, input), {
    method: endpoint.method,
    headers: {
      ...callHeaders(options, endpoint, input, idempotencyKey, hasBody),
      Accept: accept,
    },
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'manual',
    signal,
    ...(hasBody ? { body } : {}),
  });
}

function callHeaders(
  { lang = 'id', headers = {} }: ClientOptions,
  endpoint: Endpoint,
  input: CallInput,
  idempotencyKey: string,
  hasBody: boolean,
): Record<string, string> {
  return {
    'Accept-Language': typeof lang === 'function' ? lang() : lang,
    ...(typeof headers === 'function' ? headers() : headers),
    ...(hasBody && { 'Content-Type': 'application/json' }),
    ...(endpoint.ifMatch && { 'If-Match': `"${String(input['detailsRevision'])}"` }),
    ...(endpoint.writes && { 'Idempotency-Key': idempotencyKey }),
  };
}
