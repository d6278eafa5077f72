import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { type BetaAppClient } from '../client/beta-app-client.js';
import { createClient } from '../client/create-client.js';
import { LanguageController } from '../language/language-controller.js';
import { Notifier } from '../notification/notifier.js';

/**
 * What the elements that pages use have in common: the server, the language, and the page's address.
 *
 * @fires beta-notify - Something is to be told. Cancel it to tell it by other means.
 *
 * @cssprop --beta-font-family - The font of all text.
 * @cssprop --beta-font-monospace - The font of versions.
 * @cssprop --beta-text-color - The colour of text.
 * @cssprop --beta-muted-color - The colour of labels.
 * @cssprop --beta-surface - The fill of cards, fields and dialogs.
 * @cssprop --beta-hover-background - The fill of rows under the pointer.
 * @cssprop --beta-border-color - The edges of cards, and the lines of tables.
 * @cssprop --beta-control-border-color - The edges of fields and buttons; 3:1 on the surface.
 * @cssprop --beta-border-radius - The corners of fields and buttons.
 * @cssprop --beta-border-radius-lg - The corners of cards and dialogs.
 * @cssprop --beta-primary - The fill of the main action.
 * @cssprop --beta-primary-text - The words on the main action.
 * @cssprop --beta-link-color - The colour of links.
 * @cssprop --beta-focus-color - The ring around what has the focus.
 * @cssprop --beta-danger - The fill of what removes, in a confirmation.
 * @cssprop --beta-danger-text - The words about faults of fields.
 * @cssprop --beta-removes-color - The words on buttons that remove, in tables.
 * @cssprop --beta-picker-background - The fill of the yellow field.
 * @cssprop --beta-picker-color - The words in the yellow field.
 * @cssprop --beta-picker-border-color - The edge of the yellow field; 3:1 on the surface.
 */
export abstract class BetaPageElement extends LitElement {
  /** Where the server's routes begin. */
  @property({ attribute: 'base-url' }) baseUrl = '/api';

  /** A client to use in place of one for `base-url`. */
  @property({ attribute: false }) client?: BetaAppClient;

  /** Leaves the page's address alone, in which what is chosen is otherwise kept. */
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
