import type { BetaApp, HistoryEvent } from '@beta-app/core/contract';
import { type ReactiveController } from 'lit';
import { type BetaStoresSavedEvent } from '../events.js';
import { type BetaPageElement } from '../page-element/beta-page-element.js';

export interface ChangesElsewhereOptions {
  /** The beta app as it is shown. */
  current: () => BetaApp | undefined;
  /** Whether a save of this page is running: what it changes isn't news. */
  isSaving: () => boolean;
}

/**
 * Watches whether somebody else changes the beta app that is shown, and tells who and what. The list stays as it is, until
 * the user wants to see it. Pages that nobody sees don't watch: a browser has few connections to a server.
 */
export class ChangesElsewhere implements ReactiveController {
  readonly #host: BetaPageElement;
  readonly #options: ChangesElsewhereOptions;
  #watching: { id: number; end: AbortController } | undefined;
  /** How far the beta app has come, as far as was told. */
  #told = 0;
  /** Up to where it came by a save of this page, which isn't news. */
  #own = 0;
  /** Up to which revision it was asked what has happened. */
  #asked = 0;
  #events: readonly HistoryEvent[] = [];

  constructor(host: BetaPageElement, options: ChangesElsewhereOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The last change that isn't shown yet. */
  get latest(): HistoryEvent | undefined {
    const [latest] = this.#events;
    return (latest?.revision ?? 0) > this.#known ? latest : undefined;
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#follow);
    this.#host.addEventListener('beta-stores-saved', this.#onSaved);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#follow);
    this.#host.removeEventListener('beta-stores-saved', this.#onSaved);
    this.#leave();
  }

  hostUpdated(): void {
    this.#follow();
    void this.#askWhatHappened();
  }

  /** Up to which revision the page knows what has happened. */
  get #known(): number {
    return Math.max(this.#options.current()?.revision ?? Infinity, this.#own);
  }

  readonly #onSaved = ({ detail }: BetaStoresSavedEvent): void => {
    if (detail.betaAppId === this.#watching?.id) this.#own = detail.saved.revision;
  };

  readonly #follow = (): void => {
    const { id } = this.#options.current() ?? {};
    const wanted = document.visibilityState === 'visible' ? id : undefined;
    if (this.#watching?.id === wanted) return;
    this.#leave();
    if (wanted !== undefined) void this.#watch(wanted);
  };

  #leave(): void {
    this.#watching?.end.abort();
    this.#watching = undefined;
    this.#told = this.#asked = this.#own = 0;
    this.#events = [];
  }

  async #watch(id: number): Promise<void> {
    const end = new AbortController();
    this.#watching = { id, end };
    try {
      for await (const { revision } of this.#host.api.watchBetaApp({ id }, end)) {
        if (end.signal.aborted) return;
        this.#told = revision;
        void this.#askWhatHappened();
      }
    } catch {
      // What the server refuses here, it refuses the list as well, which says so.
    }
  }

  async #askWhatHappened(): Promise<void> {
    const id = this.#options.current()?.id;
    const told = this.#told;
    if (told <= this.#known || told <= this.#asked || this.#options.isSaving()) return;
    const watching = this.#watching;
    if (id === undefined || watching?.id !== id) return;
    this.#asked = told;
    try {
      const { items } = await this.#host.api.listBetaAppHistory(
        { id, limit: 20 },
        { signal: watching.end.signal },
      );
      this.#events = items.filter((event) => event.revision !== null);
    } catch {
      if (this.#watching === watching) this.#asked = 0;
      return;
    }
    this.#host.requestUpdate();
  }
}
