import type { BetaApp, DetailsAction, ErrorCode, StoreConflict } from '@beta-app/core/contract';
import { ApiError } from '../client/api-error.js';
import { type BetaAppClient, type WriteCallOptions } from '../client/beta-app-client.js';
import { RetryKey } from '../client/idempotency-key.js';
import { type ChosenBetaApp } from '../chosen-beta-app/chosen-beta-app.js';
import { BetaAppChangedEvent, BetaAppCreatedEvent, BetaAppSelectedEvent } from '../events.js';
import { describeFailure } from '../failure/failure.js';
import { type BetaAppPageElement } from '../page-element/beta-app-page-element.js';
import { storesOf } from '../save-dialog/read-refusal.js';
import { type EditConflicts } from './edit-conflicts.js';

/** The element whose details are saved. */
export interface DetailsHost extends BetaAppPageElement {
  readonly chosen: ChosenBetaApp;
  readonly conflicts: EditConflicts;
}

/** Refusals that say that the beta app isn't as the page shows it. */
const outOfState: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'BETA_APP_ENDED',
  'BETA_APP_NOT_STARTED',
  'BETA_APP_NOT_PAUSED',
  'BETA_APP_EMPTY',
]);

/** The codes of stores that a write is to do without. */
export interface Withdrawing {
  withdraw?: string[];
}

/** One write of a beta app's details. */
export interface DetailsWrite<Input> {
  action: DetailsAction;
  input: Input;
  send: (
    client: BetaAppClient,
    input: Input & Withdrawing,
    options: WriteCallOptions,
  ) => Promise<BetaApp>;
  /** The server has saved it: closes the dialog, and answers what to tell. */
  saved: (betaApp: BetaApp) => { code: string; message: string };
  /** What the server has against single fields, or else shows in its own way; answers whether that was all there is to say. */
  refused?: (error: ApiError) => boolean;
  /** Goes on from the latest data after a stale edit. */
  useLatest: (latest: BetaApp) => void;
  /** Does the same once more, in its dialog. */
  retry: () => void;
  /** Whether the list of stores is where to mend an overlap: not from forms, whose input would be left behind. */
  leadsToStores?: boolean;
}

/**
 * Owns one kind of write at a time: that it is sent once, with one key however often it is tried, and what
 * the user and the page are told of its end. Values and dialogs belong to the write's owner.
 */
export class DetailsSave {
  readonly #host: DetailsHost;
  readonly #key = new RetryKey();
  #busy = false;

  constructor(host: DetailsHost) {
    this.#host = host;
  }

  /** Whether a write is running. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Sends it, and answers whether it is saved; without stores that stand in its way, that is later. */
  run<Input>(write: DetailsWrite<Input>): Promise<boolean> {
    return this.#run(write, []);
  }

  async #run<Input>(write: DetailsWrite<Input>, withdraw: string[]): Promise<boolean> {
    if (this.#busy) return false;
    const { action } = write;
    const input = { ...write.input, ...(withdraw.length > 0 && { withdraw }) };
    this.#host.notifier.dismissAlerts();
    this.#turn(true);
    try {
      const idempotencyKey = this.#key.for([action, input]);
      const betaApp = await write.send(this.#host.api, input, { idempotencyKey });
      this.#key.used();
      this.#succeed(write, betaApp);
      return true;
    } catch (error) {
      this.#fail(write, withdraw, error);
      return false;
    } finally {
      this.#turn(false);
    }
  }

  #succeed<Input>(
    { action, saved }: DetailsWrite<Input>,
    { withdrawn = 0, ...betaApp }: BetaApp,
  ): void {
    const { chosen, conflicts, notifier, language } = this.#host;
    conflicts.closeOverlap();
    const { code, message } = saved(betaApp);
    if (action === 'create' || this.#host.betaAppId === betaApp.id) chosen.adopt(betaApp);
    const more = withdrawn === 0 ? '' : ` ${language.words.editor.ok.withdrawn(withdrawn)}`;
    notifier.show({ kind: 'success', code, message: `${message}${more}` });
    if (action === 'create') {
      this.#host.dispatchEvent(new BetaAppCreatedEvent(betaApp));
      this.#host.dispatchEvent(new BetaAppSelectedEvent(betaApp));
    } else {
      this.#host.dispatchEvent(new BetaAppChangedEvent(betaApp, action));
    }
  }

  #fail<Input>(write: DetailsWrite<Input>, withdraw: string[], error: unknown): void {
    const { chosen, conflicts, notifier, language } = this.#host;
    const { kind, code, message, retryable } = describeFailure(error, language.words);
    if (error instanceof ApiError) {
      const overlap = error.detailsOf('STORES_OVERLAP');
      // What is told belongs to the form below it.
      if (!overlap && !retryable) conflicts.closeOverlap();
      const stale = error.detailsOf('DETAILS_STALE');
      if (stale) {
        void conflicts.showStale(stale.changes, async () => {
          await chosen.reload();
          if (chosen.current && !chosen.failure) write.useLatest(chosen.current);
          return chosen.failure;
        });
        return;
      }
      if (write.refused?.(error)) return;
      if (overlap) {
        this.#askWithout(write, withdraw, overlap.conflicts);
        return;
      }
      if (outOfState.has(error.code)) void chosen.reload();
    }
    const retry = conflicts.overlapOpen ? () => void this.#run(write, withdraw) : write.retry;
    notifier.show({ kind, code, message, ...(retryable && { retry }) });
  }

  /** Lists the stores that stand in its way, beside those that it is to do without already. */
  #askWithout<Input>(
    write: DetailsWrite<Input>,
    withdraw: readonly string[],
    conflicts: readonly StoreConflict[],
  ): void {
    void this.#host.conflicts.showOverlap(conflicts, {
      leadsToStores: write.leadsToStores === true,
      without: () => this.#run(write, [...withdraw, ...storesOf(conflicts)]),
    });
  }

  #turn(busy: boolean): void {
    this.#busy = busy;
    this.#host.requestUpdate();
  }
}
