import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { type BetaAppClient } from '../client/beta-app-client.js';
import { createClient } from '../client/create-client.js';
import { LanguageController } from '../language/language-controller.js';
import { Notifier } from '../notification/notifier.js';

/** What the elements that pages use have in common: the server, the language, and the chosen beta app's id. */
export abstract class BetaPageElement extends LitElement {
  /** Where the server's routes begin. */
  @property({ attribute: 'base-url' }) baseUrl = '/api';

  /** A client to use in place of one for `base-url`. */
  @property({ attribute: false }) client?: BetaAppClient;

  /** The id of the beta app that is shown. */
  @property({ type: Number, attribute: 'beta-app-id' }) betaAppId?: number | undefined;

  /** Leaves the page's address alone, where the choice is otherwise kept as `?beta-app=ID`. */
  @property({ type: Boolean, attribute: 'no-url' }) noUrl = false;

  /** @internal */
  readonly language = new LanguageController(this);
  /** @internal */
  readonly notifier = new Notifier(this);

  #own: { baseUrl: string; client: BetaAppClient } | undefined;
  #connection = new AbortController();

  /** @internal The client to call: the one given, else one for `base-url` in the element's language. */
  get api(): BetaAppClient {
    if (this.client) return this.client;
    if (this.#own?.baseUrl !== this.baseUrl) {
      const { baseUrl } = this;
      this.#own = { baseUrl, client: createClient({ baseUrl, lang: () => this.language.lang }) };
    }
    return this.#own.client;
  }

  /** @internal Fires when the element leaves the document, and releases listeners outside of it. */
  get connection(): AbortSignal {
    return this.#connection.signal;
  }

  /** @internal */
  override connectedCallback(): void {
    if (this.#connection.signal.aborted) this.#connection = new AbortController();
    super.connectedCallback();
  }

  /** @internal */
  override disconnectedCallback(): void {
    this.#connection.abort();
    super.disconnectedCallback();
  }
}
