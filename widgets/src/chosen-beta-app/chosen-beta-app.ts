import type { BetaApp } from '@beta-app/core/contract';
import { type ReactiveController } from 'lit';
import { BetaAppSelectedEvent } from '../events.js';
import { describeFailure, type Failure, isAborted } from '../failure/failure.js';
import { type BetaAppPageElement } from '../page-element/beta-app-page-element.js';
import { readDeepLink, writeDeepLink } from '../page-element/deep-link.js';
import { idOf } from '../page-element/id-of.js';
import { Waiting } from '../waiting/waiting.js';

const parameter = 'beta-app';

/**
 * Owns which beta app an element shows and what the server last said of it: by choice, by the element's
 * attribute, by the address, or by what another element of the page has done. Forms and ticks are none of
 * its business.
 */
export class ChosenBetaApp implements ReactiveController {
  readonly waiting: Waiting;
  readonly #host: BetaAppPageElement;
  readonly #mayLeave: () => Promise<boolean>;
  #betaApp: BetaApp | undefined;
  #failure: unknown;
  #reading = new AbortController();
  /** Whether an answer is waited for. */
  #unread = false;

  /** @param mayLeave Asked before another beta app takes the place of the one that is shown. */
  constructor(
    host: BetaAppPageElement,
    mayLeave: () => Promise<boolean> = () => Promise.resolve(true),
  ) {
    this.#host = host;
    this.#mayLeave = mayLeave;
    this.waiting = new Waiting(host);
    host.addController(this);
  }

  /** The beta app as the server last gave it; undefined while there is none. */
  get current(): BetaApp | undefined {
    return this.#betaApp;
  }

  /** Why it couldn't be read; what was shown before stays. */
  get failure(): Failure | undefined {
    if (this.#failure === undefined) return undefined;
    return describeFailure(this.#failure, this.#host.language.words);
  }

  /** Whether it has ended, was promoted or cancelled, so that it can only be viewed. */
  get readOnly(): boolean {
    const state = this.#betaApp?.state;
    return state === 'ended' || state === 'promoted' || state === 'cancelled';
  }

  /** Whether another one is on its way: the one that is shown is not to be worked on any more. */
  get leaving(): boolean {
    return this.#betaApp !== undefined && this.#betaApp.id !== this.#wanted;
  }

  /** Shows the beta app that the user has chosen, says so, and tells the page. */
  async choose(id: number): Promise<void> {
    if (id !== this.#host.betaAppId && !(await this.#mayLeave())) return;
    const betaApp = await this.#read(id);
    if (betaApp === undefined) return;
    const { words } = this.#host.language;
    // Only the last choice counts.
    this.#host.notifier.dismiss('ok.picked');
    this.#host.notifier.show({
      kind: 'success',
      code: 'ok.picked',
      message: words.common.ok.picked(betaApp.name),
    });
    this.#host.dispatchEvent(new BetaAppSelectedEvent(betaApp));
  }

  /** Takes over what the server answered to a write of the element's own. */
  adopt(betaApp: BetaApp): void {
    this.#reading.abort();
    this.#take(betaApp);
  }

  /** Reads the one that is shown, or that couldn't be read, again. */
  async reload(): Promise<void> {
    const id = this.#host.betaAppId;
    if (id !== undefined) await this.#read(id);
  }

  hostConnected(): void {
    const host = this.#host;
    const signal = host.connection;
    const follow = (event: Event, id: number) => {
      if (event.composedPath()[0] !== host && id === host.betaAppId) void this.reload();
    };
    document.addEventListener(
      'beta-app-selected',
      (event) => {
        const { id } = event.detail.betaApp;
        if (event.composedPath()[0] !== host && id !== host.betaAppId) void this.#goOver(id);
        else follow(event, id);
      },
      { signal },
    );
    document.addEventListener(
      'beta-app-changed',
      (event) => follow(event, event.detail.betaApp.id),
      { signal },
    );
    document.addEventListener(
      'beta-stores-saved',
      (event) => follow(event, event.detail.betaAppId),
      { signal },
    );
    if (host.betaAppId === undefined && !host.noUrl) {
      host.betaAppId = idOf(readDeepLink(parameter));
    }
    // The element was moved in the page before the answer came.
    if (this.#unread) void this.reload();
  }

  hostDisconnected(): void {
    this.#reading.abort();
  }

  /** Follows the id, whoever has set it. */
  hostUpdate(): void {
    const id = this.#host.betaAppId;
    // Not by ===: a page may set NaN, which would be read again and again.
    if (Object.is(id, this.#wanted)) return;
    if (id === undefined) this.#clear();
    else void this.#read(id);
  }

  async #goOver(id: number): Promise<void> {
    if (await this.#mayLeave()) this.#host.betaAppId = id;
  }

  /** The id that is shown, being read, or that couldn't be read. */
  #wanted: number | undefined;

  #clear(): void {
    this.#reading.abort();
    this.#unread = false;
    this.#wanted = undefined;
    this.#betaApp = undefined;
    this.#failure = undefined;
    this.#writeAddress();
  }

  async #read(id: number): Promise<BetaApp | undefined> {
    this.#reading.abort();
    const { signal } = (this.#reading = new AbortController());
    this.#unread = true;
    this.#wanted = id;
    this.#host.betaAppId = id;
    try {
      const betaApp = await this.waiting.during(this.#host.api.getBetaApp({ id }, { signal }));
      if (signal.aborted) return undefined;
      this.#take(betaApp);
      return betaApp;
    } catch (error) {
      if (signal.aborted || isAborted(error)) return undefined;
      this.#unread = false;
      if (this.#betaApp?.id !== id) this.#betaApp = undefined;
      this.#failure = error;
      this.#host.requestUpdate();
      return undefined;
    }
  }

  #take(betaApp: BetaApp): void {
    this.#unread = false;
    this.#wanted = betaApp.id;
    this.#betaApp = betaApp;
    this.#failure = undefined;
    this.#host.betaAppId = betaApp.id;
    this.#host.requestUpdate();
    this.#writeAddress();
  }

  #writeAddress(): void {
    if (!this.#host.noUrl) writeDeepLink(parameter, this.#host.betaAppId?.toString());
  }
}
