import { z } from 'zod';
import { type Page, type PageQuery, pageQuery } from './page.js';
import { type Person } from './person.js';
import { code, id, revision, searchText } from './text.js';

/** A store as it stands in the list of one beta app. */
export interface BetaAppStore {
  code: string;
  name: string;
  branchCode: string;
  registered: boolean;
  /** Since when it is registered; absent if it isn't. */
  registeredSince?: string | undefined;
  /** Since when it is closed; absent while it is open. */
  closedSince?: string | undefined;
  /**
   * Which of the page's `holders` hold it, by their place there: registering it would be refused with `STORES_OVERLAP`.
   * Absent if none does, or if the store is registered.
   */
  heldBy?: number[] | undefined;
}

/** What names another beta app to people. */
export interface OtherBetaApp {
  id: number;
  name: string;
  startsOn: string;
  endsOn: string;
  owner: Person;
}

/** Another beta app that holds stores with an application of this one on a common day. */
export interface StoreHolder {
  betaApp: OtherBetaApp;
  application: { code: string; name: string };
  /** The other beta app's version of the application. */
  version: string;
}

/** Which stores of a beta app to list, in order of code. Closed stores appear only while registered. */
export interface ListBetaAppStores extends PageQuery {
  id: number;
  /** Only stores of the branch with this code. */
  branch?: string | undefined;
  /** Words that all occur in the code or the name. */
  q?: string | undefined;
  /** Only stores that are registered, or only those that aren't. */
  registered?: boolean | undefined;
}

/** One page of a beta app's stores, with what a save of it starts from. */
export interface BetaAppStorePage extends Page<BetaAppStore> {
  /** How many open stores match the whole filter. */
  total: number;
  /** How many open stores of the branch and the search are registered. */
  registeredTotal: number;
  /** The beta app's revision: what a save of this page starts from. */
  revision: number;
  /** The revision of the master data: a save by filter takes no store that joined it later. */
  directoryRevision: number;
  /** What stands in the way of stores of this page, in order of beta app and application. */
  holders: StoreHolder[];
}

/** Which stores a filter means: the open ones that match all of it. */
export interface StoreSelection {
  branch?: string | undefined;
  q?: string | undefined;
}

/**
 * Registers or withdraws stores, named by code or by filter; or registers those that were registered at an earlier revision,
 * and withdraws all others. Stores in `except` are left as they are. With `from`, the id of another beta app, stores that are
 * registered by it are moved over: withdrawn there, if it has them and isn't over.
 */
export type StoreChange =
  | { registered: boolean; codes: string[]; from?: number | undefined }
  | { registered: boolean; select: StoreSelection; except?: string[] | undefined }
  | { asOf: number; except?: string[] | undefined };

/** Which stores to register and to withdraw, and what the user saw when choosing. */
export interface SaveStores {
  id: number;
  /** The revision that the page showed. */
  baseRevision: number;
  /** The master data's revision that the page showed. */
  directoryRevision: number;
  /** Later entries win over earlier ones. */
  changes: StoreChange[];
  /** True says what would happen, and saves nothing. */
  dryRun?: boolean | undefined;
}

/** What a save did to one branch. */
export interface BranchChange {
  code: string;
  added: number;
  removed: number;
  /** How many open stores of the branch are registered after it. */
  after: number;
}

/** Another save since the revision that this one started from. */
export interface OtherSave {
  actor: Person;
  at: string;
  /** How many stores it changed. */
  stores: number;
}

/** Stores that somebody else set the opposite way since the save's base revision. */
export interface StoreClash {
  actor: Person;
  at: string;
  stores: string[];
}

/** Stores that another beta app holds with the same application on a common day. */
export interface StoreConflict extends StoreHolder {
  /** The codes of all stores concerned. */
  stores: string[];
  /** The names of at most 100 of them. */
  names: { code: string; name: string }[];
  /** Whether the actor may move them over; only where a save asks for them. */
  movable?: boolean | undefined;
}

/** Stores that a save takes out of another beta app. */
export interface MovedStores {
  betaApp: OtherBetaApp;
  /** How many. */
  stores: number;
  /** The applications of which they go back to production at once, in order of code. */
  lost: { code: string; name: string }[];
}

/** What a save did, or would do if it was a dry run. */
export interface SavedStores {
  revision: number;
  added: number;
  removed: number;
  /** The branches that changed, in order of code. */
  byBranch: BranchChange[];
  /** The beta apps that stores were moved out of, in order of id. */
  moved: MovedStores[];
  /** Codes of stores that joined the filter after the page was read, and were left as they are. */
  skipped: string[];
  others: OtherSave[];
  /** Dry run only: what would refuse the save. */
  conflicts?: StoreConflict[] | undefined;
  /** Dry run only: what would refuse the save. */
  clashes?: StoreClash[] | undefined;
  /** Dry run only: codes that no store has. */
  unknown?: string[] | undefined;
  /** Dry run only: codes of closed stores that can't be registered. */
  closed?: string[] | undefined;
}

/** How much one save may carry. */
export const saveLimits = { changes: 100, selections: 10, codes: 200_000 } as const;

export const listBetaAppStoresSchema = z.strictObject({
  id,
  branch: code.optional(),
  q: searchText.optional(),
  registered: z.boolean().optional(),
  ...pageQuery,
}) satisfies z.ZodType<ListBetaAppStores>;

const person = z.object({ name: z.string(), nik: z.string() });

const otherBetaApp = z.object({
  id,
  name: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  owner: person,
});

const holderFields = {
  betaApp: otherBetaApp,
  application: z.object({ code: z.string(), name: z.string() }),
  version: z.string(),
};

export const betaAppStorePageSchema = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      branchCode: z.string(),
      registered: z.boolean(),
      registeredSince: z.string().optional(),
      closedSince: z.string().optional(),
      heldBy: z.array(z.number().int().min(0)).optional(),
    }),
  ),
  nextCursor: z.string().nullable(),
  total: z.number().int(),
  registeredTotal: z.number().int(),
  revision,
  directoryRevision: revision,
  holders: z.array(z.object(holderFields)),
}) satisfies z.ZodType<BetaAppStorePage>;

const codes = z.array(code).max(saveLimits.codes);

const storeChangeSchema = z.union([
  z
    .strictObject({ registered: z.boolean(), codes, from: id.optional() })
    .refine(({ registered, from }) => registered || from === undefined, {
      path: ['from'],
      params: { code: 'unknown_key' },
    }),
  z.strictObject({
    registered: z.boolean(),
    select: z.strictObject({ branch: code.optional(), q: searchText.optional() }),
    except: codes.optional(),
  }),
  z.strictObject({ asOf: revision.min(1), except: codes.optional() }),
]) satisfies z.ZodType<StoreChange>;

export const saveStoresSchema = z.strictObject({
  id,
  baseRevision: revision,
  directoryRevision: revision,
  changes: z
    .array(storeChangeSchema)
    .max(saveLimits.changes)
    .refine(
      (changes) => changes.filter((change) => !('codes' in change)).length <= saveLimits.selections,
      { params: { code: 'too_many' } },
    ),
  dryRun: z.boolean().optional(),
}) satisfies z.ZodType<SaveStores>;

const storeConflictSchema = z.object({
  ...holderFields,
  stores: z.array(z.string()),
  names: z.array(z.object({ code: z.string(), name: z.string() })),
  movable: z.boolean().optional(),
}) satisfies z.ZodType<StoreConflict>;

const storeClashSchema = z.object({
  actor: person,
  at: z.string(),
  stores: z.array(z.string()),
}) satisfies z.ZodType<StoreClash>;

export const savedStoresSchema = z.object({
  revision,
  added: z.number().int(),
  removed: z.number().int(),
  byBranch: z.array(
    z.object({
      code: z.string(),
      added: z.number().int(),
      removed: z.number().int(),
      after: z.number().int(),
    }),
  ),
  moved: z.array(
    z.object({
      betaApp: otherBetaApp,
      stores: z.number().int(),
      lost: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  ),
  skipped: z.array(z.string()),
  others: z.array(z.object({ actor: person, at: z.string(), stores: z.number().int() })),
  conflicts: z.array(storeConflictSchema).optional(),
  clashes: z.array(storeClashSchema).optional(),
  unknown: z.array(z.string()).optional(),
  closed: z.array(z.string()).optional(),
}) satisfies z.ZodType<SavedStores>;
