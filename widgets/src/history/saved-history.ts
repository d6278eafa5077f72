import type { HistoryEvent } from '@beta-app/core/contract';
import { type ReactiveControllerHost } from 'lit';
import { type BetaAppClient } from '../client/beta-app-client.js';
import { SavedFile, type SavedFileOptions } from '../file/saved-file.js';
import { historyFile, historyFileName } from './history-file.js';
import { type HistoryQuestion, type HistorySubject, readHistory } from './history-subject.js';

/** As many as one page of the server holds. */
const largestPage = 2_000;

export interface SavedHistoryOptions extends SavedFileOptions {
  client: () => BetaAppClient | undefined;
}

/** Owns the saving of a whole history, as far as the filters show it, as a file. */
export class SavedHistory extends SavedFile {
  readonly #options: SavedHistoryOptions;

  constructor(host: ReactiveControllerHost, options: SavedHistoryOptions) {
    super(host, options);
    this.#options = options;
  }

  async save(subject: HistorySubject, question: HistoryQuestion): Promise<void> {
    const { language, client } = this.#options;
    const api = client();
    if (api === undefined) return;
    await this.saveRead(async (signal) => {
      const events = await readAll(api, subject, question, signal);
      return {
        name: historyFileName(subject, new Date(), language),
        csv: historyFile(events, subject, language),
        message: language.words.history.exported(events.length),
      };
    });
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
