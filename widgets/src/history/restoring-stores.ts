import type { SavedStores } from '@beta-app/core/contract';
import { type ReactiveControllerHost } from 'lit';
import { type BetaAppClient } from '../client/beta-app-client.js';
import { RetryKey } from '../client/idempotency-key.js';
import { AskedSave, type AskedSaveContext } from '../save-dialog/asked-save.js';
import { overlapRefusal } from '../save-dialog/read-refusal.js';
import { type Refusal, type SaveQuestion } from '../save-dialog/save-question.js';

export interface RestoringStoresContext extends AskedSaveContext {
  client: () => BetaAppClient | undefined;
  /** Whether the history is open that it is asked in. */
  isOpen: () => boolean;
  saved: (betaAppId: number, saved: SavedStores) => void;
}

/** The stores of which beta app, as they were at which revision. */
interface Wanted {
  id: number;
  name: string;
  revision: number;
}

/** What a save of it would start from. */
type Base = Record<'baseRevision' | 'directoryRevision', number>;

/**
 * Owns the restoring of stores as they were: first the difference and what stands in the way, as a dry run tells them, then
 * the one save.
 */
export class RestoringStores {
  readonly #asked: AskedSave;
  readonly #context: RestoringStoresContext;
  readonly #key = new RetryKey();
  #wanted: Wanted | undefined;
  #base: Base | undefined;
  #except = new Set<string>();

  constructor(host: ReactiveControllerHost, context: RestoringStoresContext) {
    this.#asked = new AskedSave(host, context);
    this.#context = context;
  }

  get question(): SaveQuestion | Refusal | undefined {
    return this.#asked.question;
  }

  get busy(): boolean {
    return this.#asked.busy;
  }

  /** Shows what restoring would do, and asks whether to. */
  async ask(wanted: Wanted): Promise<void> {
    if (this.busy) return;
    this.#wanted = wanted;
    this.#except = new Set();
    await this.#try();
  }

  /** Goes on, as "Ya" and "Simpan tanpa…" do. */
  async confirm(): Promise<void> {
    const { question } = this;
    if (this.busy || question === undefined) return;
    if (question.kind === 'save') {
      await this.#save();
      return;
    }
    for (const code of question.stores) this.#except.add(code);
    await this.#try();
  }

  /** Tells the difference to what is there by now. */
  async #try(): Promise<void> {
    const isAskedAgain = this.#context.dialog().open;
    await this.#during(async (client, wanted) => {
      const { id } = wanted;
      const [{ revision, directoryRevision }, { items }] = await Promise.all([
        client.listBetaAppStores({ id, limit: 1 }),
        client.listBranches({ betaApp: id }),
      ]);
      this.#base = { baseRevision: revision, directoryRevision };
      const trial = await client.saveStores({ ...this.#input(wanted, this.#base), dryRun: true });
      // Whoever closed it meanwhile has thought better of it.
      if (!this.#context.isOpen() || (isAskedAgain && !this.#context.dialog().open)) return;
      const names = new Map(items.map(({ code, name }) => [code, name]));
      await this.#show(refusalOf(trial) ?? questionOf(wanted, trial, names));
    });
  }

  async #save(): Promise<void> {
    await this.#during(async (client, wanted) => {
      if (this.#base === undefined) return;
      const input = this.#input(wanted, this.#base);
      const saved = await client.saveStores(input, { idempotencyKey: this.#key.for(input) });
      this.#key.used();
      this.#context.dialog().close();
      const { words } = this.#context.language;
      const message = words.stores.save.saved(saved.added, saved.removed);
      this.#context.notifier()?.show({ kind: 'success', code: 'ok.stores_saved', message });
      this.#context.saved(wanted.id, saved);
    });
  }

  #input({ id, revision }: Wanted, base: Base) {
    const except = [...this.#except].sort();
    const change = { asOf: revision, ...(except.length > 0 && { except }) };
    return { id, ...base, changes: [change] };
  }

  async #during(action: (client: BetaAppClient, wanted: Wanted) => Promise<void>): Promise<void> {
    const client = this.#context.client();
    const wanted = this.#wanted;
    if (client === undefined || wanted === undefined) return;
    try {
      await this.#asked.during(() => action(client, wanted));
    } catch (error) {
      await this.#asked.failed(error, () => void this.#during(action));
    }
  }

  async #show(question: SaveQuestion | Refusal): Promise<void> {
    if (question.kind === 'save' && question.branches.length === 0) {
      this.#asked.endWithoutChanges(this.#context.language.words.history.nothingToRestore);
    } else {
      await this.#asked.show(question);
    }
  }
}

/** What would refuse the save, one thing after the other. */
function refusalOf({ closed = [], conflicts = [] }: SavedStores): Refusal | undefined {
  if (closed.length > 0) return { kind: 'refused', reason: 'closed', stores: closed };
  return conflicts.length > 0 ? overlapRefusal(conflicts) : undefined;
}

function questionOf(
  { name }: Wanted,
  { byBranch, removed }: SavedStores,
  names: ReadonlyMap<string, string>,
): SaveQuestion {
  const branches = byBranch.map(({ code, ...counts }) => ({
    ...counts,
    name: names.get(code) ?? code,
  }));
  return { kind: 'save', betaApp: name, branches, removed };
}
