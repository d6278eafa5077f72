import type {
  Application,
  BetaApp,
  BetaAppPage,
  BetaAppRef,
  ListBetaApps,
} from '@beta-app/core/contract';
import { type ReactiveController, type ReactiveControllerHost } from 'lit';
import { type CallOptions } from '../client/beta-app-client.js';
import { isAborted } from '../failure/failure.js';

interface BetaAppsClient {
  listBetaApps(input: ListBetaApps, options?: CallOptions): Promise<BetaAppPage>;
  getBetaApp(input: BetaAppRef, options?: CallOptions): Promise<BetaApp>;
}

/** A version that stores run, or may run. */
export interface KnownVersion {
  version: string;
  /** The name of a beta app that gives it; undefined in production. */
  betaApp: string | undefined;
}

/** More beta apps at once than there ever are; each is one request. */
const limit = 50;

/** Owns the beta versions that are in use now, as far as the API tells them: they are read out of the open beta apps. */
export class KnownVersions implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #client: () => BetaAppsClient;
  #reading = new AbortController();
  #betaApps: readonly BetaApp[] = [];
  #failure: unknown;

  constructor(host: ReactiveControllerHost, client: () => BetaAppsClient) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  /** Why they couldn't be read. */
  get failure(): unknown {
    return this.#failure;
  }

  /** The versions of an application, the one in production first. */
  of(code: string, applications: readonly Application[]): KnownVersion[] {
    const versions = new Map<string, KnownVersion>();
    const production = applications.find((each) => each.code === code)?.productionVersion;
    if (production != null) versions.set(production, { version: production, betaApp: undefined });
    for (const { name, applications: taken } of this.#betaApps) {
      const version = taken.find((each) => each.code === code)?.version;
      if (version !== undefined && !versions.has(version)) {
        versions.set(version, { version, betaApp: name });
      }
    }
    return [...versions.values()];
  }

  /** Reads them as they are now. */
  async read(): Promise<void> {
    this.#reading.abort();
    const { signal } = (this.#reading = new AbortController());
    const client = this.#client();
    try {
      const { items } = await client.listBetaApps(
        { state: ['active', 'paused'], limit },
        { signal },
      );
      const betaApps = await Promise.all(
        items.map(({ id }) => client.getBetaApp({ id }, { signal })),
      );
      if (signal.aborted) return;
      this.#betaApps = betaApps;
      this.#failure = undefined;
    } catch (error) {
      if (signal.aborted || isAborted(error)) return;
      this.#failure = error;
    }
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#reading.abort();
  }
}
