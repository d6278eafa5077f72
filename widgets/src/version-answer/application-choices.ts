import type { Application, ApplicationPage, ListApplications } from '@beta-app/core/contract';
import { type ReactiveController, type ReactiveControllerHost } from 'lit';
import { type CallOptions } from '../client/beta-app-client.js';
import { isAborted } from '../failure/failure.js';

interface ApplicationClient {
  listApplications(input: ListApplications, options?: CallOptions): Promise<ApplicationPage>;
}

/** As many as one page of the server holds. */
const limit = 2_000;

/** Owns the applications that "Aplikasi" offers. */
export class ApplicationChoices implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #client: () => ApplicationClient;
  #reading = new AbortController();
  #all: readonly Application[] | undefined;
  #failure: unknown;

  constructor(host: ReactiveControllerHost, client: () => ApplicationClient) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  /** In order of code; none until they are read. */
  get all(): readonly Application[] {
    return this.#all ?? [];
  }

  get failure(): unknown {
    return this.#failure;
  }

  /** Reads them, if they aren't there. */
  async read(): Promise<void> {
    if (this.#all !== undefined) return;
    this.#reading.abort();
    const { signal } = (this.#reading = new AbortController());
    try {
      const { items } = await this.#client().listApplications({ limit }, { signal });
      if (signal.aborted) return;
      this.#all = items;
      this.#failure = undefined;
    } catch (error) {
      if (signal.aborted || isAborted(error)) return;
      this.#failure = error;
    }
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    // The first time, once the page has said where the server is.
    if (this.#all === undefined && !this.#begun) void this.read();
    this.#begun = true;
  }

  #begun = false;

  hostDisconnected(): void {
    this.#reading.abort();
    this.#begun = false;
  }
}
