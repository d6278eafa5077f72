import { type ReactiveController, type ReactiveControllerHost } from 'lit';
import { describeFailure, isAborted } from '../failure/failure.js';
import { type LanguageController } from '../language/language-controller.js';
import { saveFile } from '../file/save-file.js';
import { type Notifier } from '../notification/notifier.js';
import { storesFile, storesFileName } from './stores-file.js';
import { type VersionAnswer, type VersionStores } from './version-stores.js';

/** Owns the reading of all stores that are listed, and their saving as a file. */
export class SavedStores implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #stores: VersionStores;
  readonly #language: LanguageController;
  readonly #notifier: () => Notifier | undefined;
  #reading: AbortController | undefined;

  constructor(
    host: ReactiveControllerHost,
    stores: VersionStores,
    language: LanguageController,
    notifier: () => Notifier | undefined,
  ) {
    this.#host = host;
    this.#stores = stores;
    this.#language = language;
    this.#notifier = notifier;
    host.addController(this);
  }

  get busy(): boolean {
    return this.#reading !== undefined;
  }

  /** @param applicationName What the application is called, if that is known. */
  async save({ question, moment }: VersionAnswer, applicationName: string): Promise<void> {
    if (this.busy) return;
    const reading = (this.#reading = new AbortController());
    this.#host.requestUpdate();
    const language = this.#language;
    try {
      const stores = await this.#stores.readAll(reading.signal);
      const application = `${question.application} ${applicationName}`.trim();
      const file = storesFile(stores, { application, version: question.version }, language);
      saveFile(storesFileName(question, moment, language), 'text/csv;charset=utf-8', file);
    } catch (error) {
      if (isAborted(error) || reading.signal.aborted) return;
      const { kind, message, code } = describeFailure(error, language.words);
      this.#notifier()?.show({ kind, message, code });
    } finally {
      if (this.#reading === reading) this.#reading = undefined;
      this.#host.requestUpdate();
    }
  }

  /** Gives up what is being read, as it isn't what is shown any more. */
  stop(): void {
    this.#reading?.abort();
    this.#reading = undefined;
  }

  hostDisconnected(): void {
    this.stop();
  }
}
