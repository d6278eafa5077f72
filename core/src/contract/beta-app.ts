import { z } from 'zod';
import { saveLimits } from './beta-app-stores.js';
import { pageOf, pageQuery, type Page, type PageQuery } from './page.js';
import { personSchema, type Person } from './person.js';
import {
  calendarDate,
  code,
  id,
  line,
  paragraph,
  revision,
  searchText,
  textLimits,
} from './text.js';

/** Where a beta app stands, derived from its dates and flags at the moment of asking. */
export type BetaAppState = 'scheduled' | 'active' | 'paused' | 'ended' | 'promoted' | 'cancelled';

/** All states, in the order of a beta app's life. */
export const betaAppStates = [
  'scheduled',
  'active',
  'paused',
  'ended',
  'promoted',
  'cancelled',
] as const satisfies readonly BetaAppState[];

/** What a pause does with the stores: they go on with the beta versions, or go back to production. */
export type PausedStores = 'keep' | 'drop';

/** A beta app as it stands in a list. */
export interface BetaAppSummary {
  id: number;
  name: string;
  /** The first day of the period, as a local date of each store. */
  startsOn: string;
  /** The last day of the period, included. */
  endsOn: string;
  owner: Person;
  state: BetaAppState;
}

/** An application that takes part in a beta app. */
export interface BetaAppApplication {
  code: string;
  name: string;
  description: string;
  /** What stores outside the beta app run; null if nobody has said. */
  productionVersion: string | null;
  /** The beta version. */
  version: string;
  /** What is new, for the helpdesk and the stores; may be empty. */
  notes: string;
}

/** A beta app with everything that its page shows. */
export interface BetaApp extends BetaAppSummary {
  /** What its pause does with the stores; it matters while the period lasts. */
  pause: 'none' | PausedStores;
  /** Raised by every change. */
  revision: number;
  /** Raised by changes of name, period, owner, applications and life cycle; saving stores leaves it. */
  detailsRevision: number;
  /** In order of code. */
  applications: BetaAppApplication[];
  /** How many open stores are registered. */
  registeredStores: number;
  /** How many branches those stores belong to. */
  registeredBranches: number;
  /** In the answer of an edit with `withdraw`: how many stores it has withdrawn. */
  withdrawn?: number | undefined;
}

/** Which beta apps to list: the actor's own first, then by start, newest first. */
export interface ListBetaApps extends PageQuery {
  /** Words that all occur in the name, the owner's name or the owner's NIK. */
  q?: string | undefined;
  /** Only beta apps in one of these states; all by default. */
  state?: BetaAppState[] | undefined;
}

/** One page of beta apps. */
export type BetaAppPage = Page<BetaAppSummary>;

/** The beta app to create. */
export interface CreateBetaApp {
  /** At most 200 visible characters, and of no other beta app in that period. */
  name: string;
  /** The first day, such as `2026-12-01`; it may be past, but nothing is back-dated. */
  startsOn: string;
  /** The last day, included; today or later. */
  endsOn: string;
}

/** Names one beta app. */
export interface BetaAppRef {
  id: number;
}

/** Which beta app to copy, what of it, and what is the copy's own. */
export interface CopyBetaApp extends CreateBetaApp, BetaAppRef {
  /** Whether the copy gets the applications with their beta versions and notes; true by default. */
  applications?: boolean | undefined;
  /** Whether the copy gets the stores that are open; true by default. */
  stores?: boolean | undefined;
  /** Codes of stores that it doesn't get. */
  except?: string[] | undefined;
}

/** Names one beta app as its editor last saw it. */
export interface BetaAppEdit extends BetaAppRef {
  /** The `detailsRevision` that the edit started from. */
  detailsRevision: number;
}

/** An edit that stores may stand in the way of, as another beta app has them. */
export interface WithdrawingEdit extends BetaAppEdit {
  /** Codes of stores that are withdrawn with it, all or nothing, where another beta app has them; others stay as they are. */
  withdraw?: string[] | undefined;
}

/** A beta app that is to be paused, or whose pause is to do something else. */
export interface PauseBetaApp extends WithdrawingEdit {
  /** What becomes of its stores; by default they keep the beta versions. */
  stores?: PausedStores | undefined;
}

/** What to change of a beta app; what is left out stays. */
export interface UpdateBetaApp extends WithdrawingEdit {
  name?: string | undefined;
  startsOn?: string | undefined;
  endsOn?: string | undefined;
  owner?: Person | undefined;
}

/** An application that is to take part. */
export interface AddApplication extends WithdrawingEdit {
  applicationCode: string;
  /** The beta version, as it is shown: at most 64 characters. */
  version: string;
  /** What is new, for the helpdesk and the stores: at most 500 characters, none by default. */
  notes?: string | undefined;
}

/** What to change of an application; what is left out stays. */
export interface ChangeApplication extends BetaAppEdit {
  /** The application's code. */
  code: string;
  version?: string | undefined;
  notes?: string | undefined;
}

/** Names the application that is to go. */
export interface RemoveApplication extends BetaAppEdit {
  /** The application's code. */
  code: string;
}

export const betaAppSummaryFields = {
  id,
  name: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  owner: z.object({ name: z.string(), nik: z.string() }),
  state: z.enum(betaAppStates),
};

const betaAppSummarySchema = z.object(betaAppSummaryFields) satisfies z.ZodType<BetaAppSummary>;

export const betaAppSchema = z.object({
  ...betaAppSummaryFields,
  pause: z.enum(['none', 'keep', 'drop']),
  revision,
  detailsRevision: revision,
  applications: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      description: z.string(),
      productionVersion: z.string().nullable(),
      version: z.string(),
      notes: z.string(),
    }),
  ),
  registeredStores: z.number().int(),
  registeredBranches: z.number().int(),
  withdrawn: z.number().int().optional(),
}) satisfies z.ZodType<BetaApp>;

export const betaAppPageSchema = pageOf(betaAppSummarySchema) satisfies z.ZodType<BetaAppPage>;

export const listBetaAppsSchema = z.strictObject({
  q: searchText.optional(),
  state: z.array(z.enum(betaAppStates)).max(20).optional(),
  ...pageQuery,
}) satisfies z.ZodType<ListBetaApps>;

const betaAppName = line(textLimits.betaAppName);
const version = line(textLimits.version);
const notes = paragraph(textLimits.notes);
const edit = { id, detailsRevision: revision };
const withdrawingEdit = { ...edit, withdraw: z.array(code).max(saveLimits.codes).optional() };

export const betaAppRefSchema = z.strictObject({ id }) satisfies z.ZodType<BetaAppRef>;

export const betaAppEditSchema = z.strictObject(edit) satisfies z.ZodType<BetaAppEdit>;

export const withdrawingEditSchema = z.strictObject(
  withdrawingEdit,
) satisfies z.ZodType<WithdrawingEdit>;

export const pauseBetaAppSchema = z.strictObject({
  ...withdrawingEdit,
  stores: z.enum(['keep', 'drop']).optional(),
}) satisfies z.ZodType<PauseBetaApp>;

const endsAfterStart = {
  path: ['endsOn'],
  params: { code: 'end_before_start' },
  when: ({ value }: { value: unknown }) => hasBothDays(value),
};

function hasBothDays(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { startsOn, endsOn } = value as { startsOn?: unknown; endsOn?: unknown };
  return calendarDate.safeParse(startsOn).success && calendarDate.safeParse(endsOn).success;
}

export const createBetaAppSchema = z
  .strictObject({ name: betaAppName, startsOn: calendarDate, endsOn: calendarDate })
  .refine(
    ({ startsOn, endsOn }) => endsOn >= startsOn,
    endsAfterStart,
  ) satisfies z.ZodType<CreateBetaApp>;

export const copyBetaAppSchema = z
  .strictObject({
    id,
    name: betaAppName,
    startsOn: calendarDate,
    endsOn: calendarDate,
    applications: z.boolean().default(true),
    stores: z.boolean().default(true),
    except: z.array(code).max(saveLimits.codes).optional(),
  })
  .refine(
    ({ startsOn, endsOn }) => endsOn >= startsOn,
    endsAfterStart,
  ) satisfies z.ZodType<CopyBetaApp>;

export const updateBetaAppSchema = z
  .strictObject({
    ...withdrawingEdit,
    name: betaAppName.optional(),
    startsOn: calendarDate.optional(),
    endsOn: calendarDate.optional(),
    owner: personSchema.optional(),
  })
  .refine(
    ({ startsOn, endsOn }) => startsOn === undefined || endsOn === undefined || endsOn >= startsOn,
    endsAfterStart,
  ) satisfies z.ZodType<UpdateBetaApp>;

export const addApplicationSchema = z.strictObject({
  ...withdrawingEdit,
  applicationCode: code,
  version,
  notes: notes.optional(),
}) satisfies z.ZodType<AddApplication>;

export const changeApplicationSchema = z.strictObject({
  ...edit,
  code,
  version: version.optional(),
  notes: notes.optional(),
}) satisfies z.ZodType<ChangeApplication>;

export const removeApplicationSchema = z.strictObject({
  ...edit,
  code,
}) satisfies z.ZodType<RemoveApplication>;
