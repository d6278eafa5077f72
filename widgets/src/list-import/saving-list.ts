import type { BetaApp, SavedStores } from '@beta-app/core/contract';
import { type ReactiveControllerHost } from 'lit';
import { changesOf } from '../beta-store-picker/pending-changes.js';
import { RetryKey } from '../client/idempotency-key.js';
import { AskedSave, type AskedSaveContext } from '../save-dialog/asked-save.js';
import { type Refusal, type SaveQuestion } from '../save-dialog/save-question.js';
import { branchOutlooks } from './branch-outlooks.js';
import { type CheckedList, type ImportClient } from './list-check.js';

/** What saving needs of the dialog around it. */
export interface SavingListContext extends AskedSaveContext {
  client: () => ImportClient;
  branchName: (code: string) => string;
  saved: (betaApp: BetaApp, saved: SavedStores) => void;
}

/** Owns the saving of a list that was checked: the question before it, the one call, and what stands in its way. */
export class SavingList {
  readonly #asked: AskedSave;
  readonly #context: SavingListContext;
  readonly #key = new RetryKey();
  #betaApp: BetaApp | undefined;
  #checked: CheckedList | undefined;
  #leftOut = new Set<string>();

  constructor(host: ReactiveControllerHost, context: SavingListContext) {
    this.#asked = new AskedSave(host, context);
    this.#context = context;
  }

  get question(): SaveQuestion | Refusal | undefined {
    return this.#asked.question;
  }

  get busy(): boolean {
    return this.#asked.busy;
  }

  /** Asks whether to save what of a list can be saved. */
  async ask(betaApp: BetaApp, checked: CheckedList): Promise<void> {
    if (this.busy) return;
    const { known, report } = checked;
    const removed = [...report.wishes.values()].filter((registered) => !registered).length;
    this.#betaApp = betaApp;
    this.#checked = checked;
    this.#leftOut = new Set();
    await this.#asked.show({
      kind: 'save',
      betaApp: betaApp.name,
      branches: branchOutlooks(report.wishes, known, this.#context.branchName),
      removed,
    });
  }

  /** Goes on, as "Ya" and "Simpan tanpa…" do. */
  async confirm(): Promise<void> {
    const betaApp = this.#betaApp;
    const checked = this.#checked;
    if (this.busy || betaApp === undefined || checked === undefined) return;
    if (this.question?.kind === 'refused') {
      for (const code of this.question.stores) this.#leftOut.add(code);
    }
    const wishes = new Map(checked.report.wishes);
    for (const code of this.#leftOut) wishes.delete(code);
    if (wishes.size === 0) {
      this.#asked.endWithoutChanges(this.#context.language.words.stores.infoNothingLeft);
      return;
    }
    const { revision: baseRevision, directoryRevision } = checked.known.revisions;
    const changes = changesOf(wishes);
    const input = { id: betaApp.id, baseRevision, directoryRevision, changes };
    const idempotencyKey = this.#key.for(input);
    try {
      const saved = await this.#asked.during(() =>
        this.#context.client().saveStores(input, { idempotencyKey }),
      );
      this.#key.used();
      this.#context.dialog().close();
      this.#context.saved(betaApp, saved);
    } catch (error) {
      // The same again has the same key: what has been saved already isn't saved twice.
      await this.#asked.failed(error, () => void this.confirm());
    }
  }
}
