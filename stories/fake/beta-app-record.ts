import type {
  BetaApp,
  BetaAppState,
  DetailsAction,
  HistoryStores,
  Person,
} from '@beta-app/core/contract';
import { type BetaAppHistory, followDetails } from './beta-app-history.js';

/** What happened to a beta app. */
export interface RecordedEvent {
  actor: Person;
  at: string;
  action: DetailsAction | 'save_stores';
  revision: number;
  /** Absent where the change left the details as they were. */
  detailsRevision?: number | undefined;
  /** The fields or the application that it was about. */
  subjects: string[];
  /** How many stores it changed. */
  stores: number;
  movedFrom: HistoryStores['movedFrom'];
  movedTo: HistoryStores['movedTo'];
}

/** A beta app as the fake keeps it. */
export interface BetaAppRecord {
  id: number;
  name: string;
  startsOn: string;
  endsOn: string;
  owner: Person;
  pause: 'none' | 'keep' | 'drop';
  closed: 'none' | 'cancelled' | 'promoted';
  revision: number;
  detailsRevision: number;
  applications: Map<string, { version: string; notes: string }>;
  /** By the store's code: since when, and the event that registered it. */
  registrations: Map<string, { since: string; event: RecordedEvent }>;
  /** By the store's code: the event that withdrew it last. */
  withdrawals: Map<string, RecordedEvent>;
  events: RecordedEvent[];
  /** What it was before, for the lookup. */
  history: BetaAppHistory;
}

/** Where a beta app stands on a day. */
export function stateOn(
  { closed, pause, startsOn, endsOn }: BetaAppRecord,
  day: string,
): BetaAppState {
  if (closed !== 'none') return closed;
  if (endsOn < day) return 'ended';
  if (startsOn > day) return 'scheduled';
  return pause === 'none' ? 'active' : 'paused';
}

/** What names a beta app to people. */
export function referenceOf({ id, name, startsOn, endsOn, owner }: BetaAppRecord) {
  return { id, name, startsOn, endsOn, owner } satisfies Partial<BetaApp>;
}

/** Raises the revisions and writes down what was done, after the details were changed. */
export function recordEvent(
  record: BetaAppRecord,
  done: Pick<RecordedEvent, 'actor' | 'at' | 'action'> &
    Partial<Pick<RecordedEvent, 'subjects' | 'stores' | 'movedFrom' | 'movedTo'>>,
): RecordedEvent {
  record.revision += 1;
  const isDetail = done.action !== 'save_stores';
  if (isDetail) record.detailsRevision += 1;
  const event: RecordedEvent = {
    subjects: [],
    stores: 0,
    movedFrom: [],
    movedTo: null,
    ...done,
    revision: record.revision,
    ...(isDetail && { detailsRevision: record.detailsRevision }),
  };
  record.events.push(event);
  followDetails(record, event);
  return event;
}
