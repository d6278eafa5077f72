import type { BetaAppState, HistoryPage, HistoryQuery } from '@beta-app/core/contract';
import { type BetaAppClient } from '../client/beta-app-client.js';
import { type Words } from '../words/words.js';

/** What can be chosen as "Aplikasi". */
export interface ApplicationChoice {
  code: string;
  name: string;
}

/** A beta app whose history is shown. */
interface BetaAppSubject {
  kind: 'beta-app';
  id: number;
  name: string;
  applications: readonly ApplicationChoice[];
  /** Where it stands: what is over has no stores to restore. */
  state: BetaAppState;
}

/** A store whose history is shown, in all beta apps. */
interface StoreSubject {
  kind: 'store';
  code: string;
  name: string;
  applications: readonly ApplicationChoice[];
}

/** Whose history is shown. */
export type HistorySubject = BetaAppSubject | StoreSubject;

/** Which events are asked for. */
export interface HistoryQuestion extends HistoryQuery {
  /** The code of a store, in the history of a beta app. */
  store?: string | undefined;
}

/** Reads one page of a history. */
export function readHistory(
  client: BetaAppClient,
  subject: HistorySubject,
  { store, ...query }: HistoryQuestion,
  signal: AbortSignal,
): Promise<HistoryPage> {
  return subject.kind === 'store'
    ? client.listStoreHistory({ store: subject.code, ...query }, { signal })
    : client.listBetaAppHistory({ id: subject.id, store, ...query }, { signal });
}

/** "Riwayat “Uji Kasir”", "Riwayat toko TB0123 Cibiru Hilir" */
export const historyTitle = (subject: HistorySubject, { history }: Words): string =>
  subject.kind === 'store'
    ? history.storeTitle(`${subject.code} ${subject.name}`)
    : history.title(subject.name);
