import { z } from 'zod';
import { type DetailsAction } from './errors.js';
import { type PageQuery, pageQuery } from './page.js';
import { type Person } from './person.js';
import { calendarDate, code, id, revision, searchText } from './text.js';

/** What was done: to the details of a beta app, to its stores, or to the master data. */
export type HistoryAction = DetailsAction | 'save_stores' | 'sync_directory';

/** All actions, in the order in which a beta app usually meets them. */
export const historyActions = [
  'create',
  'update',
  'add_application',
  'change_application',
  'remove_application',
  'save_stores',
  'pause',
  'resume',
  'end',
  'promote',
  'cancel',
  'sync_directory',
] as const satisfies readonly HistoryAction[];

/** Which events of a history to list, newest first. */
export interface HistoryQuery extends PageQuery {
  /**
   * The code of an application: only what was done to it in a beta app, to a beta app that had it then, and to the stores
   * by a sync.
   */
  application?: string | undefined;
  /** Words that all occur in the name or the NIK of who did it. */
  actor?: string | undefined;
  /** Only these actions; all by default. */
  action?: HistoryAction[] | undefined;
  /** The first day, such as `2026-12-01`, in the zone of lists. */
  from?: string | undefined;
  /** The last day, included. */
  to?: string | undefined;
}

/** Which events of a beta app to list. */
export interface ListBetaAppHistory extends HistoryQuery {
  id: number;
  /** The code of a store: only what registered or withdrew it, and syncs that moved, closed or reopened it meanwhile. */
  store?: string | undefined;
}

/** Which events of a store to list. */
export interface ListStoreHistory extends HistoryQuery {
  /** The store's code. */
  store: string;
  /** The id of a beta app: only what happened to the store in it. */
  betaApp?: number | undefined;
}

/** Which stores of one event to list, in order of code. */
export interface ListHistoryStores extends PageQuery {
  /** The id of the beta app that has the event in its history. */
  id: number;
  /** The id of the event. */
  event: number;
}

/** What an event changed, as it was or became: only the fields that it was about. */
export interface HistoryValues {
  name?: string | undefined;
  startsOn?: string | undefined;
  endsOn?: string | undefined;
  owner?: Person | undefined;
  pause?: 'none' | 'keep' | 'drop' | undefined;
  closed?: 'none' | 'cancelled' | 'promoted' | undefined;
  /** The application that was added, changed or removed. */
  application?: { code: string; version: string; notes: string } | undefined;
}

/** What happened to a store in an event: in a beta app, or in the master data. */
export type HistoryStoreChange =
  'registered' | 'withdrawn' | 'added' | 'renamed' | 'moved' | 'closed' | 'reopened';

/** A store as the master data told it. */
export interface HistoryStoreValues {
  name: string;
  branchCode: string;
  open: boolean;
}

/** A store that an event was about. */
export interface HistoryStore {
  code: string;
  /** As it was called after the event. */
  name: string;
  /** All that happened to it. */
  changes: HistoryStoreChange[];
  /** What it was before a sync; null where it was new, and where it was registered or withdrawn. */
  before: HistoryStoreValues | null;
  /** What it was after a sync; null where it was registered or withdrawn. */
  after: HistoryStoreValues | null;
}

/** The stores that an event was about. */
export interface HistoryStores {
  /** How many: of a save all of them, of a sync those that the history is about. */
  total: number;
  registered: number;
  withdrawn: number;
  /** The beta apps that a save took stores out of, and how many; those are among the registered ones. */
  movedFrom: { id: number; name: string; stores: number }[];
  /** The beta app that took the withdrawn stores; null if none did. */
  movedTo: { id: number; name: string } | null;
  /** At most five of them, in order of code; in the history of a store that one alone. */
  some: HistoryStore[];
}

/** One change: who did what, when, and what it was before and after. */
export interface HistoryEvent {
  id: number;
  /** The moment, in UTC, from which it counts. */
  at: string;
  actor: Person;
  action: HistoryAction;
  /** The beta app's revision after the event; null for a sync of the master data. */
  revision: number | null;
  /** The beta app as it was called after the event; null for a sync of the master data. */
  betaApp: { id: number; name: string } | null;
  /** Null where there was nothing before, or nothing but stores changed. */
  before: HistoryValues | null;
  /** Null where nothing was left, or nothing but stores changed. */
  after: HistoryValues | null;
  /** Null for a change of details. */
  stores: HistoryStores | null;
}

/** One page of a history, newest first. It has no total: counting years would take longer than reading a page. */
export interface HistoryPage {
  items: HistoryEvent[];
  /** What to pass as `cursor` for older events; null on the last page. */
  nextCursor: string | null;
}

/** One page of the stores of an event. */
export interface HistoryStorePage {
  items: HistoryStore[];
  nextCursor: string | null;
  total: number;
}

/** How many stores an event tells by itself. */
export const historyStoresAtOnce = 5;

const historyQuery = {
  application: code.optional(),
  actor: searchText.optional(),
  action: z.array(z.enum(historyActions)).max(20).optional(),
  from: calendarDate.optional(),
  to: calendarDate.optional(),
  ...pageQuery,
};

interface Days {
  from?: string | undefined;
  to?: string | undefined;
}

const isInOrder = ({ from, to }: Days) => from === undefined || to === undefined || to >= from;
const endsAfterStart = { path: ['to'], params: { code: 'end_before_start' } };

export const listBetaAppHistorySchema = z
  .strictObject({ id, store: code.optional(), ...historyQuery })
  .refine(isInOrder, endsAfterStart) satisfies z.ZodType<ListBetaAppHistory>;

export const listStoreHistorySchema = z
  .strictObject({ store: code, betaApp: id.optional(), ...historyQuery })
  .refine(isInOrder, endsAfterStart) satisfies z.ZodType<ListStoreHistory>;

export const listHistoryStoresSchema = z.strictObject({
  id,
  event: id,
  ...pageQuery,
}) satisfies z.ZodType<ListHistoryStores>;

const person = z.object({ name: z.string(), nik: z.string() });

const historyValuesSchema = z.object({
  name: z.string().optional(),
  startsOn: z.string().optional(),
  endsOn: z.string().optional(),
  owner: person.optional(),
  pause: z.enum(['none', 'keep', 'drop']).optional(),
  closed: z.enum(['none', 'cancelled', 'promoted']).optional(),
  application: z.object({ code: z.string(), version: z.string(), notes: z.string() }).optional(),
}) satisfies z.ZodType<HistoryValues>;

const storeValuesSchema = z.object({
  name: z.string(),
  branchCode: z.string(),
  open: z.boolean(),
}) satisfies z.ZodType<HistoryStoreValues>;

const historyStoreSchema = z.object({
  code: z.string(),
  name: z.string(),
  changes: z.array(
    z.enum(['registered', 'withdrawn', 'added', 'renamed', 'moved', 'closed', 'reopened']),
  ),
  before: storeValuesSchema.nullable(),
  after: storeValuesSchema.nullable(),
}) satisfies z.ZodType<HistoryStore>;

export const historyPageSchema = z.object({
  items: z.array(
    z.object({
      id,
      at: z.string(),
      actor: person,
      action: z.enum(historyActions),
      revision: revision.nullable(),
      betaApp: z.object({ id, name: z.string() }).nullable(),
      before: historyValuesSchema.nullable(),
      after: historyValuesSchema.nullable(),
      stores: z
        .object({
          total: z.number().int(),
          registered: z.number().int(),
          withdrawn: z.number().int(),
          movedFrom: z.array(z.object({ id, name: z.string(), stores: z.number().int() })),
          movedTo: z.object({ id, name: z.string() }).nullable(),
          some: z.array(historyStoreSchema),
        })
        .nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
}) satisfies z.ZodType<HistoryPage>;

export const historyStorePageSchema = z.object({
  items: z.array(historyStoreSchema),
  nextCursor: z.string().nullable(),
  total: z.number().int(),
}) satisfies z.ZodType<HistoryStorePage>;
