import { type ReactiveController, type ReactiveControllerHost } from 'lit';
import { describeFailure, isAborted } from '../failure/failure.js';
import { type LanguageController } from '../language/language-controller.js';
import { type Notifier } from '../notification/notifier.js';
import { saveFile } from './save-file.js';

export interface SavedFileOptions {
  language: LanguageController;
  notifier: () => Notifier | undefined;
}

/** A file of rows, and what to tell when it is saved. */
export interface RowsFile {
  name: string;
  csv: string;
  message: string;
}

/** Owns the reading of what becomes a file, one at a time, its saving, and what the user is told of its end. */
export class SavedFile implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: SavedFileOptions;
  #reading: AbortController | undefined;

  constructor(host: ReactiveControllerHost, options: SavedFileOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get busy(): boolean {
    return this.#reading !== undefined;
  }

  /** Saves what is read, unless something is being read already. */
  protected async saveRead(read: (signal: AbortSignal) => Promise<RowsFile>): Promise<void> {
    if (this.busy) return;
    const reading = (this.#reading = new AbortController());
    const { language, notifier } = this.#options;
    this.#host.requestUpdate();
    try {
      const { name, csv, message } = await read(reading.signal);
      saveFile(name, 'text/csv;charset=utf-8', csv);
      notifier()?.show({ kind: 'success', code: 'ok.exported', message });
    } catch (error) {
      if (isAborted(error) || reading.signal.aborted) return;
      const { kind, message, code, retryable } = describeFailure(error, language.words);
      const retry = () => void this.saveRead(read);
      notifier()?.show({ kind, message, code, ...(retryable && { retry }) });
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
