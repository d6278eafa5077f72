import type { BetaApp, SavedStores } from '@beta-app/core/contract';
import { type ReactiveController, type ReactiveControllerHost } from 'lit';
import { changesOf } from '../beta-store-picker/pending-changes.js';
import { RetryKey } from '../client/idempotency-key.js';
import { describeFailure, isAborted } from '../failure/failure.js';
import { type LanguageController } from '../language/language-controller.js';
import { type Notifier } from '../notification/notifier.js';
import { readRefusal } from '../save-dialog/read-refusal.js';
import { type SaveDialog } from '../save-dialog/save-dialog.js';
import { type Refusal, type SaveQuestion } from '../save-dialog/save-question.js';
import { branchOutlooks } from './branch-outlooks.js';
import { type CheckedList, type ImportClient } from './list-check.js';

/** What saving needs of the dialog around it. */
export interface SavingListContext {
  client: () => ImportClient;
  language: LanguageController;
  notifier: () => Notifier | undefined;
  dialog: () => SaveDialog;
  branchName: (code: string) => string;
  saved: (betaApp: BetaApp, saved: SavedStores) => void;
}

/** Owns the saving of a list that was checked: the question before it, the one call, and what stands in its way. */
export class SavingList implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #context: SavingListContext;
  readonly #key = new RetryKey();
  #betaApp: BetaApp | undefined;
  #checked: CheckedList | undefined;
  #leftOut = new Set<string>();
  #question: SaveQuestion | Refusal | undefined;
  #busy = false;

  constructor(host: ReactiveControllerHost, context: SavingListContext) {
    this.#host = host;
    this.#context = context;
    host.addController(this);
  }

  get question(): SaveQuestion | Refusal | undefined {
    return this.#question;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** Asks whether to save what of a list can be saved. */
  async ask(betaApp: BetaApp, checked: CheckedList): Promise<void> {
    if (this.#busy) return;
    const { known, report } = checked;
    const removed = [...report.wishes.values()].filter((registered) => !registered).length;
    this.#betaApp = betaApp;
    this.#checked = checked;
    this.#leftOut = new Set();
    this.#question = {
      kind: 'save',
      betaApp: betaApp.name,
      branches: branchOutlooks(report.wishes, known, this.#context.branchName),
      removed,
    };
    await this.#show();
  }

  /** Goes on, as "Ya" and "Simpan tanpa…" do. */
  async confirm(): Promise<void> {
    const betaApp = this.#betaApp;
    const checked = this.#checked;
    if (this.#busy || betaApp === undefined || checked === undefined) return;
    if (this.#question?.kind === 'refused') {
      for (const code of this.#question.stores) this.#leftOut.add(code);
    }
    const wishes = new Map(checked.report.wishes);
    for (const code of this.#leftOut) wishes.delete(code);
    if (wishes.size === 0) {
      this.#context.dialog().close();
      const message = this.#context.language.words.stores.infoNothingLeft;
      this.#context.notifier()?.show({ kind: 'information', code: 'info.no_changes', message });
      return;
    }
    const { revision: baseRevision, directoryRevision } = checked.known.revisions;
    const changes = changesOf(wishes);
    const input = { id: betaApp.id, baseRevision, directoryRevision, changes };
    const idempotencyKey = this.#key.for(input);
    this.#context.notifier()?.dismissAlerts();
    this.#turnBusy(true);
    try {
      const saved = await this.#context.client().saveStores(input, { idempotencyKey });
      this.#key.used();
      this.#turnBusy(false);
      this.#context.dialog().close();
      this.#context.saved(betaApp, saved);
    } catch (error) {
      this.#turnBusy(false);
      if (!isAborted(error)) await this.#failed(error);
    }
  }

  hostDisconnected(): void {
    this.#question = undefined;
  }

  async #failed(error: unknown): Promise<void> {
    const { words } = this.#context.language;
    const refusal = readRefusal(error);
    if (refusal !== undefined) {
      this.#question = refusal;
      await this.#show();
      return;
    }
    const { kind, code, message, retryable } = describeFailure(error, words);
    this.#context.notifier()?.show({
      kind,
      code,
      message,
      // The same again has the same key: what has been saved already isn't saved twice.
      ...(retryable && { retry: () => void this.confirm() }),
    });
  }

  async #show(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await this.#context.dialog().show();
  }

  #turnBusy(busy: boolean): void {
    this.#busy = busy;
    this.#host.requestUpdate();
  }
}
