import {
  type BetaAppRef,
  lookupLimits,
  type OperationId,
  type Person,
  routes,
} from '@beta-app/core/contract';
import {
  type BetaAppClient,
  type BetaAppRevision,
  type CallOptions,
  type WriteCallOptions,
} from '@beta-app/widgets/client';
import { type FakeServer } from './fake-server.js';
import { apiErrorOf, Refusal } from './refusal.js';

type Method = Exclude<keyof BetaAppClient, 'watchBetaApp'>;

/** Dry runs of saves are heard of under a name of their own. */
type Heard = Method | 'tryStores';

/** One call that was made. */
export interface Call {
  operation: Heard;
  input: Readonly<Record<string, unknown>>;
  idempotencyKey: string | undefined;
}

/** What stories and tests do to a client beside calling it. */
export interface FakeControls {
  /** All calls so far, in order. */
  readonly calls: readonly Call[];
  callsOf(operation: Heard): Call[];
  /** Lets the next call of an operation fail, before the server has heard of it. */
  failNext(operation: Heard, error: Error): void;
  /** Lets calls of an operation wait until what is returned is called. */
  hold(operation: Heard): () => void;
}

export type FakeClient = BetaAppClient & FakeControls;

export interface FakeClientOptions {
  /** Who calls. */
  actor: Person;
  /** The language of the server's messages: `id` by default. */
  lang?: 'id' | 'en';
}

/** Creates a client of a server in memory. */
export function createFakeClient(
  server: FakeServer,
  { actor, lang = 'id' }: FakeClientOptions,
): FakeClient {
  const calls: Call[] = [];
  const failures: { operation: Heard; error: Error }[] = [];
  const holds = new Map<Heard, Promise<void>>();

  async function call(
    operation: Method,
    input: Call['input'] = {},
    { signal, idempotencyKey }: WriteCallOptions = {},
  ): Promise<unknown> {
    signal?.throwIfAborted();
    const heard = input['dryRun'] === true ? 'tryStores' : operation;
    calls.push({ operation: heard, input, idempotencyKey });
    // Like an answer over the network, it never comes at once.
    await Promise.race([holds.get(heard) ?? Promise.resolve(), aborted(signal)]);
    signal?.throwIfAborted();
    const failure = failures.find((each) => each.operation === heard);
    if (failure !== undefined) {
      failures.splice(failures.indexOf(failure), 1);
      throw failure.error;
    }
    try {
      const asked = isLongLookup(operation, input) ? 'lookUpManyVersions' : operation;
      return structuredClone(server.answer({ operation: asked, input, actor, idempotencyKey }));
    } catch (error) {
      throw error instanceof Refusal ? apiErrorOf(error, lang) : error;
    }
  }

  const methods = (Object.keys(routes) as OperationId[])
    .filter((id): id is Method => id !== 'lookUpManyVersions')
    .map((name) => [
      name,
      (input?: Call['input'], options?: WriteCallOptions) => call(name, input, options),
    ]);
  async function* watchBetaApp(
    { id }: BetaAppRef,
    { signal }: CallOptions = {},
  ): AsyncGenerator<BetaAppRevision, void> {
    let last = 0;
    for (;;) {
      signal?.throwIfAborted();
      const found = server.betaApps.find((each) => each.id === id);
      if (found === undefined) throw apiErrorOf(new Refusal('BETA_APP_NOT_FOUND'), lang);
      if (found.revision !== last) yield { revision: (last = found.revision) };
      else await Promise.race([server.changed(), aborted(signal)]);
    }
  }

  return {
    ...(Object.fromEntries(methods) as Pick<BetaAppClient, Method>),
    watchBetaApp,
    calls,
    callsOf: (operation) => calls.filter((each) => each.operation === operation),
    failNext: (operation, error) => void failures.push({ operation, error }),
    hold: (operation) => {
      let release: () => void = () => undefined;
      holds.set(operation, new Promise((resolve) => (release = resolve)));
      return () => {
        holds.delete(operation);
        release();
      };
    },
  };
}

/** What an address has no room for goes to the server in another way, which whoever calls doesn't see. */
function isLongLookup(operation: Method, { store, application }: Call['input']): boolean {
  const isLong = (codes: unknown) => Array.isArray(codes) && codes.length > lookupLimits.inAddress;
  return operation === 'lookUpVersions' && (isLong(store) || isLong(application));
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}
