import { type ReactiveControllerHost } from 'lit';
import { SavedFile } from '../file/saved-file.js';
import { type LanguageController } from '../language/language-controller.js';
import { type Notifier } from '../notification/notifier.js';
import { storesFile, storesFileName } from './stores-file.js';
import { type VersionAnswer, type VersionStores } from './version-stores.js';

/** Owns the saving of all stores that are listed as a file. */
export class SavedStores extends SavedFile {
  readonly #stores: VersionStores;
  readonly #language: LanguageController;

  constructor(
    host: ReactiveControllerHost,
    stores: VersionStores,
    language: LanguageController,
    notifier: () => Notifier | undefined,
  ) {
    super(host, { language, notifier });
    this.#stores = stores;
    this.#language = language;
  }

  /** @param applicationName What the application is called, if that is known. */
  async save({ question, moment }: VersionAnswer, applicationName: string): Promise<void> {
    const language = this.#language;
    const application = `${question.application} ${applicationName}`.trim();
    const readAll = this.#stores.readAll();
    await this.saveRead(async (signal) => {
      const stores = await readAll(signal);
      return {
        name: storesFileName(question, moment, language),
        csv: storesFile(stores, { application, version: question.version }, language),
        message: language.words.lists.exported(stores.length),
      };
    });
  }
}
