import type { HistoryEvent } from '@beta-app/core/contract';
import { type ReactiveController, type ReactiveControllerHost } from 'lit';
import { type BetaAppClient } from '../client/beta-app-client.js';
import { describeFailure, isAborted } from '../failure/failure.js';
import { type LanguageController } from '../language/language-controller.js';
import { saveFile } from '../file/save-file.js';
import { type Notifier } from '../notification/notifier.js';
import { historyFile, historyFileName } from './history-file.js';
import { type HistoryQuestion, type HistorySubject, readHistory } from './history-subject.js';

/** As many as one page of the server holds. */
const largestPage = 2_000;

export interface SavedHistoryOptions {
  language: LanguageController;
  client: () => BetaAppClient | undefined;
  notifier: () => Notifier | undefined;
}

/** Owns the reading of a whole history, as far as the filters show it, and its saving as a file. */
export class SavedHistory implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: SavedHistoryOptions;
  #reading: AbortController | undefined;

  constructor(host: ReactiveControllerHost, options: SavedHistoryOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get busy(): boolean {
    return this.#reading !== undefined;
  }

  async save(subject: HistorySubject, question: HistoryQuestion): Promise<void> {
    const { language, client, notifier } = this.#options;
    const api = client();
    if (this.busy || api === undefined) return;
    const reading = (this.#reading = new AbortController());
    this.#host.requestUpdate();
    try {
      const events = await readAll(api, subject, question, reading.signal);
      const name = historyFileName(subject, new Date(), language);
      saveFile(name, 'text/csv;charset=utf-8', historyFile(events, subject, language));
    } catch (error) {
      if (isAborted(error) || reading.signal.aborted) return;
      const { kind, message, code } = describeFailure(error, language.words);
      notifier()?.show({ kind, message, code });
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

async function readAll(
  client: BetaAppClient,
  subject: HistorySubject,
  question: HistoryQuestion,
  signal: AbortSignal,
): Promise<HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  let cursor: string | undefined;
  do {
    const page = await readHistory(
      client,
      subject,
      { ...question, limit: largestPage, cursor },
      signal,
    );
    events.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return events;
}
