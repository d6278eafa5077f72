import { type ReactiveController, type ReactiveControllerHost } from 'lit';
import { describeFailure, type Failure, isAborted } from '../failure/failure.js';
import { type LanguageController } from '../language/language-controller.js';
import { type Notifier } from '../notification/notifier.js';
import { movableStores, readRefusal } from './read-refusal.js';
import { type SaveDialog } from './save-dialog.js';
import { type Refusal, type SaveQuestion } from './save-question.js';

/** What it needs of the element around it. */
export interface AskedSaveContext {
  dialog: () => SaveDialog;
  language: LanguageController;
  notifier: () => Notifier | undefined;
  /** Whether stores in the way may be moved over, where the actor may; false by default. */
  offersMoves?: boolean;
}

/**
 * A save that is asked about before it is sent: the question, or which stores stand in the way, whether the server is being
 * asked, and what is told of its failures. What is saved, its owner knows.
 */
export class AskedSave implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #context: AskedSaveContext;
  #question: SaveQuestion | Refusal | undefined;
  #busy = false;

  constructor(host: ReactiveControllerHost, context: AskedSaveContext) {
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

  /** Asks in the dialog, which may be open. */
  async show(question: SaveQuestion | Refusal): Promise<void> {
    this.#question = this.#withMoves(question);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await this.#context.dialog().show();
  }

  /** Is busy until a call has ended, and answers what it does. */
  async during<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    this.#context.notifier()?.dismissAlerts();
    this.#turnBusy(true);
    try {
      return await call();
    } finally {
      this.#turnBusy(false);
    }
  }

  /**
   * Shows which stores a call was refused for, or tells what has failed, with a way to do it again. Answers what was told;
   * a call that was given up is nothing to tell.
   */
  async failed(
    error: unknown,
    retry: () => void,
    describe: typeof describeFailure = describeFailure,
  ): Promise<Failure | undefined> {
    if (isAborted(error)) return undefined;
    const refusal = readRefusal(error);
    if (refusal !== undefined) {
      await this.show(refusal);
      return undefined;
    }
    const failure = describe(error, this.#context.language.words);
    const { retryable, ...told } = failure;
    this.#context.notifier()?.show({ ...told, ...(retryable && { retry }) });
    return failure;
  }

  /** Closes the dialog, as there is nothing to save. */
  endWithoutChanges(message: string): void {
    this.#context.dialog().close();
    this.#context.notifier()?.show({ kind: 'information', code: 'info.no_changes', message });
  }

  hostDisconnected(): void {
    this.#question = undefined;
  }

  #withMoves(question: SaveQuestion | Refusal): SaveQuestion | Refusal {
    const { offersMoves = false } = this.#context;
    if (!offersMoves || question.kind !== 'refused' || question.reason !== 'overlap') {
      return question;
    }
    return { ...question, movable: movableStores(question.conflicts) };
  }

  #turnBusy(busy: boolean): void {
    this.#busy = busy;
    this.#host.requestUpdate();
  }
}
