import type { BetaApp, SavedStores, SaveStores } from '@beta-app/core/contract';
import { Deadline } from '../client/deadline.js';
import { NetworkError } from '../client/network-error.js';
import { RetryKey } from '../client/idempotency-key.js';
import { BetaStoresSavedEvent } from '../events.js';
import { describeFailure, type Failure } from '../failure/failure.js';
import { type BetaPageElement } from '../page-element/beta-page-element.js';
import { changesOf, wishesOf } from './pending-changes.js';
import { AskedSave } from '../save-dialog/asked-save.js';
import { clashRefusal, overlapRefusal } from '../save-dialog/read-refusal.js';
import { type SaveDialog } from '../save-dialog/save-dialog.js';
import {
  type BranchOutlook,
  type Refusal,
  type SaveQuestion,
} from '../save-dialog/save-question.js';
import { StoreMoves } from './store-moves.js';
import { type KnownSelection } from './ticked-all.js';
import { type StoreTable } from './store-table.js';
import { type TickModel } from './tick-model.js';
import { type TickCounts } from './branch-counts.js';
import { type OutlookContext, outlookOfTicks, outlookOfTrial } from './save-outlook.js';

/** What saving needs of the page around it. */
export interface SavingContext {
  dialog: () => SaveDialog;
  table: () => StoreTable;
  /** What was ticked, or unticked, all at once. */
  selected: () => KnownSelection | undefined;
  /** What the counts of a branch mean for it. */
  outlook: (branchCode: string, counts: TickCounts) => BranchOutlook;
  /** Whether ticks are still to come, for which the list has to be complete. */
  isAwaited: () => boolean;
  /** Reads what the server has by now. */
  refresh: () => Promise<void>;
}

/** A save as it is sent, the same again if no answer comes. */
interface SentSave {
  betaApp: BetaApp;
  table: StoreTable;
  wishes: ReadonlyMap<string, boolean>;
  input: SaveStores;
  idempotencyKey: string;
}

/** How long the question waits for what the server says; then it is asked with what the page knows. */
const trialMs = 2_000;

/** New stores that a save of a selection has left out. */
export interface SkippedStores {
  stores: number;
  /** What was searched for when they were selected. */
  q: string;
}

/**
 * Owns the saving of ticks: the question before it, the call and its repetition, what stands in its way, and
 * what is told afterwards. The ticks themselves it takes from the table.
 */
export class SavingStores {
  readonly #host: BetaPageElement;
  readonly #asked: AskedSave;
  readonly #context: SavingContext;
  readonly #key = new RetryKey();
  #betaApp: BetaApp | undefined;
  /** The ticks that were asked about; another beta app has a table of its own. */
  #table: StoreTable | undefined;
  #leftOut = new Set<string>();
  readonly #moves = new StoreMoves();
  /** The call that may have had its effect although no answer came. */
  #lost: SentSave | undefined;
  /** What stands on the screen because the last call has failed. */
  #failureCode: string | undefined;
  #skipped: SkippedStores | undefined;

  constructor(host: BetaPageElement, context: SavingContext) {
    this.#host = host;
    this.#context = context;
    this.#asked = new AskedSave(host, {
      dialog: context.dialog,
      language: host.language,
      notifier: () => host.notifier,
      offersMoves: true,
    });
  }

  get question(): SaveQuestion | Refusal | undefined {
    return this.#asked.question;
  }

  get busy(): boolean {
    return this.#asked.busy;
  }

  /** The stores that have joined what was selected since, which the last save has left as they are. */
  get skipped(): SkippedStores | undefined {
    return this.#skipped;
  }

  /** They have been seen. */
  forgetSkipped(): void {
    this.#skipped = undefined;
    this.#host.requestUpdate();
  }

  /** Asks whether to save, and without which stores, or says that there is nothing to. */
  async ask(betaApp: BetaApp): Promise<void> {
    const table = this.#context.table();
    const { ticks } = table;
    const { notifier, language } = this.#host;
    if (this.busy) return;
    if (this.#context.isAwaited()) {
      const message = language.words.stores.infoStillLoading;
      notifier.show({ kind: 'information', code: 'info.still_loading', message });
      return;
    }
    if (!ticks.hasChanges) {
      if (this.#askAgain()) return;
      const message = language.words.stores.infoNoChanges;
      notifier.show({ kind: 'information', code: 'info.no_changes', message });
      return;
    }
    this.#betaApp = betaApp;
    this.#table = table;
    this.#leftOut = new Set();
    this.#moves.clear();
    this.#skipped = undefined;
    const input = this.#inputOf(betaApp, ticks, wishesOf(ticks.pending()));
    const trial = await this.#try(input);
    if (trial === 'refused') return;
    const { conflicts = [], clashes = [] } = trial ?? {};
    // Another beta app may be shown by now, or nothing be left to save.
    if (this.#table !== table || !table.ticks.hasChanges) return;
    if (clashes.length > 0) {
      await this.#asked.show(clashRefusal(clashes));
    } else if (conflicts.length === 0) {
      // More may have been ticked meanwhile, of which the dry run knows nothing.
      const now = this.#inputOf(betaApp, ticks, wishesOf(ticks.pending()));
      const isKnown = JSON.stringify(now) === JSON.stringify(input);
      const outlook = isKnown && trial && outlookOfTrial(trial, this.#outlookContext);
      await this.#asked.show({ ...this.#questionOf(betaApp, table), ...outlook });
    } else {
      const refusal = overlapRefusal(conflicts);
      const rest = this.#questionOf(betaApp, table, new Set(refusal.stores));
      await this.#asked.show({ ...refusal, rest });
    }
  }

  /** Goes on, as "Ya" and "Simpan tanpa…" do. */
  async confirm(): Promise<void> {
    const { question } = this;
    if (this.busy || question === undefined) return;
    if (question.kind === 'refused') {
      for (const code of question.stores) this.#leftOut.add(code);
    }
    await this.#send();
  }

  /**
   * "Pindahkan…" was pressed: asks about the same save, with those stores taken over and without what can't be. The server
   * tells what that means for them.
   */
  async move(): Promise<void> {
    const { question } = this;
    const [betaApp, table] = [this.#betaApp, this.#table];
    if (this.busy || betaApp === undefined || table === undefined) return;
    if (question?.kind !== 'refused' || question.reason !== 'overlap') return;
    const movable = new Set(question.movable);
    for (const code of question.stores) if (!movable.has(code)) this.#leftOut.add(code);
    this.#moves.take(question);
    const wishes = wishesOf(table.ticks.pending(), this.#leftOut);
    const input = this.#inputOf(betaApp, table.ticks, wishes);
    if (input === undefined) {
      this.#nothingLeft();
      return;
    }
    try {
      const trial = await this.#asked.during(() =>
        this.#host.api.saveStores({ ...input, dryRun: true }),
      );
      const { conflicts = [], moved } = trial;
      // He may have gone back meanwhile, or to another beta app.
      if (this.#table !== table || !this.#context.dialog().open) return;
      const { size: leftOut } = this.#leftOut;
      await this.#asked.show(
        conflicts.length > 0
          ? overlapRefusal(conflicts)
          : {
              ...this.#questionOf(betaApp, table, this.#leftOut),
              ...outlookOfTrial(trial, this.#outlookContext),
              moved,
              leftOut,
            },
      );
    } catch (error) {
      await this.#tellFailure(error, () => void this.move());
    }
  }

  /** The dialog has closed. If a lost answer may have saved something, the list is read again. */
  closed(): void {
    if (this.#lost === undefined || this.busy || this.#askAgain()) return;
    void this.#context.refresh();
  }

  /** The list was read: it may show what a lost answer would have told. */
  listed(): void {
    if (!this.busy) this.#askAgain();
  }

  /** Another beta app is shown, and the ticks of the former one are given up: so is trying again. */
  leave(): void {
    const isAsked = this.#table !== undefined;
    this.#table = undefined;
    this.#lost = undefined;
    if (isAsked) this.#context.dialog().close();
    this.#skipped = undefined;
    if (this.#failureCode !== undefined) this.#host.notifier.dismiss(this.#failureCode);
    this.#failureCode = undefined;
  }

  /** The question whether to save, as far as the page knows what that does. */
  #questionOf(
    { name }: BetaApp,
    { ticks }: StoreTable,
    leftOut: ReadonlySet<string> = new Set(),
  ): SaveQuestion {
    const outlook = outlookOfTicks(ticks.pending(), leftOut, this.#outlookContext);
    return { kind: 'save', betaApp: name, ...outlook };
  }

  get #outlookContext(): OutlookContext {
    return { outlook: this.#context.outlook, lang: this.#host.language.lang };
  }

  /**
   * What the save would do, as a dry run tells it; undefined where that fails or takes long: the save itself tells it then.
   * What would be refused whatever is asked is told at once.
   */
  async #try(input: SaveStores | undefined): Promise<SavedStores | 'refused' | undefined> {
    if (input === undefined) return undefined;
    const deadline = new Deadline(trialMs, undefined);
    const { signal } = deadline;
    try {
      return await this.#asked.during(() =>
        this.#host.api.saveStores({ ...input, dryRun: true }, { signal }),
      );
    } catch (error) {
      const isFinal = !describeFailure(error, this.#host.language.words).retryable;
      if (!isFinal) return undefined;
      await this.#tellFailure(error, () => undefined);
      return 'refused';
    } finally {
      deadline.clear();
    }
  }

  async #send(): Promise<void> {
    const betaApp = this.#betaApp;
    const table = this.#table;
    if (betaApp === undefined || table === undefined || this.busy) return;
    const { ticks } = table;
    const wishes = wishesOf(ticks.pending(), this.#leftOut);
    const input = this.#inputOf(betaApp, ticks, wishes);
    if (input === undefined) {
      if (!this.#askAgain()) this.#nothingLeft();
      return;
    }
    await this.#call({ betaApp, table, wishes, input, idempotencyKey: this.#key.for(input) });
  }

  /** A save as it is sent; undefined if there is nothing to. */
  #inputOf(
    { id }: BetaApp,
    { base, listed }: TickModel,
    wishes: ReadonlyMap<string, boolean>,
  ): SaveStores | undefined {
    if (wishes.size === 0 || base === undefined) return undefined;
    const changes = changesOf(wishes, {
      moves: this.#moves.without(this.#leftOut),
      selected: this.#context.selected(),
      leftOut: this.#leftOut,
    });
    // A selection means the stores that the list shows; to codes it makes no difference.
    const { directoryRevision } = listed;
    return { id, baseRevision: base.revision, directoryRevision, changes };
  }

  /**
   * Sends what got no answer once more, if the list shows that all of it is saved: by its key the server gives
   * the answer that was lost, and changes nothing. Says whether it does.
   */
  #askAgain(): boolean {
    const lost = this.#lost;
    if (!lost?.table.ticks.isStored(lost.wishes)) return false;
    void this.#call(lost);
    return true;
  }

  async #call(sent: SentSave): Promise<void> {
    const { input, idempotencyKey } = sent;
    try {
      const saved = await this.#asked.during(() =>
        this.#host.api.saveStores(input, { idempotencyKey }),
      );
      this.#key.used();
      this.#saved(sent, saved);
    } catch (error) {
      if (sent.table !== this.#table) return;
      if (error instanceof NetworkError) this.#lost = sent;
      await this.#tellFailure(error, () => void this.#retry(sent));
    }
  }

  #saved({ betaApp, table, wishes, input }: SentSave, saved: SavedStores): void {
    const { save } = this.#host.language.words.stores;
    // The user may be with another beta app by now, whose ticks and questions are none of this.
    const stays = table === this.#table;
    const skipped = skippedOf(input, saved);
    if (stays) {
      this.#lost = undefined;
      this.#skipped = skipped;
      // Another's save in between may have changed rows that this page doesn't know of yet.
      table.settle(wishes, saved.others.length === 0 ? saved.revision : undefined);
      table.drop(this.#leftOut);
      this.#context.dialog().close();
    }
    this.#host.notifier.show({
      kind: 'success',
      code: 'ok.stores_saved',
      message: [
        save.saved(saved.added, saved.removed),
        ...saved.moved.map((each) => save.moved(each.stores, each.betaApp.name)),
        ...(skipped ? [save.skipped(skipped.stores)] : []),
      ].join(' '),
    });
    const others = new Map<string, { name: string; stores: number }>();
    for (const { actor, stores } of saved.others) {
      const sum = (others.get(actor.nik)?.stores ?? 0) + stores;
      others.set(actor.nik, { name: actor.name, stores: sum });
    }
    for (const { name, stores } of others.values()) {
      const message = save.merged(name, stores);
      this.#host.notifier.show({ kind: 'information', code: 'conflict.merged', message });
    }
    this.#host.dispatchEvent(new BetaStoresSavedEvent(betaApp.id, saved));
    this.#host.requestUpdate();
    if (stays) void this.#context.refresh();
  }

  /** All that was ticked stood in the way of something else. */
  #nothingLeft(): void {
    this.#table?.drop(this.#leftOut);
    this.#asked.endWithoutChanges(this.#host.language.words.stores.infoNothingLeft);
    this.#host.requestUpdate();
    void this.#context.refresh();
  }

  async #tellFailure(error: unknown, retry: () => void): Promise<void> {
    const failure = await this.#asked.failed(error, retry, describeSaveFailure);
    if (failure === undefined) return;
    this.#failureCode = failure.code;
    // It may have ended, or gone: then the page has to show it.
    if (!failure.retryable) void this.#context.refresh();
  }

  /** "Coba lagi": sends what was asked about; if other ticks have come to it since, it asks again. */
  async #retry({ betaApp, wishes }: SentSave): Promise<void> {
    if (this.#table === undefined || this.busy) return;
    const now = wishesOf(this.#table.ticks.pending(), this.#leftOut);
    const same = JSON.stringify(changesOf(now)) === JSON.stringify(changesOf(wishes));
    if (same) await this.#send();
    else if (!this.#askAgain()) await this.ask(betaApp);
  }
}

/** Ticks that aren't saved are still there, which is the first thing to know. */
const describeSaveFailure: typeof describeFailure = (error, words): Failure => {
  const failure = describeFailure(error, words);
  return failure.code === 'error.failed'
    ? { ...failure, code: 'error.save_failed', message: words.stores.save.failed }
    : failure;
};

/** What isn't registered is news only where a selection was to be registered. */
function skippedOf({ changes }: SaveStores, { skipped }: SavedStores): SkippedStores | undefined {
  for (const change of changes) {
    if (skipped.length === 0 || !('select' in change) || !change.registered) continue;
    return { stores: skipped.length, q: change.select.q ?? '' };
  }
  return undefined;
}
