import { z } from 'zod';
import { type TimeZone, timeZones } from './directory.js';
import { type Person } from './person.js';
import { code, moment } from './text.js';

/** How much may be asked at once. */
export const lookupLimits = {
  stores: 1_000,
  applications: 200,
  /** As many codes of each keep an address below the 8 KiB that web servers take. */
  inAddress: 100,
} as const;

/** For how many times 24 hours before the moment a lookup tells what has changed, and what has let go of a store. */
export const lookupHorizonDays = 30;

/** Which versions stores run, or ran. */
export interface LookUpVersions {
  /** A store's code, or up to 1,000 of them. */
  store: string | readonly string[];
  /** Only the application with this code, or up to 200 of them; all by default. */
  application?: string | readonly string[] | undefined;
  /** The moment in ISO 8601 with an offset; now by default, and as planned for a later one. */
  at?: string | undefined;
}

/** Whether a version comes from a beta app or is everybody's. */
export type VersionChannel = 'beta' | 'production';

/** Why a store runs a version. */
export type VersionReasonCode = (typeof versionReasons)[number];

/**
 * The reasons, in order of precedence: what isn't known, then what holds the store at the moment, then what let go of it
 * in the 30 days before. Of several that let go the last one is told, of several pauses or trials to come the first.
 */
export const versionReasons = [
  /** No store has this code. */
  'store_unknown',
  /** No application has this code. */
  'application_unknown',
  /**
   * The moment lies before the first record of the store. Before the first record of an application's production
   * version it is told as well, but only in place of `no_beta`, and the channel is production.
   */
  'no_record',
  /** The store is closed, and no beta app counts. */
  'store_closed',
  /** A beta app gives the store its beta version. */
  'in_beta',
  /** So does a beta app that is paused, with its stores keeping the version. */
  'paused_keep',
  /** A beta app has the store on a day of its period and is paused; its stores went back to production. */
  'paused_drop',
  /** A beta app has the store, and its first day is still to come there. */
  'not_started',
  /** The beta version became the production version. */
  'promoted',
  /** The beta app was cancelled. */
  'cancelled',
  /** The store was taken out of the beta app. */
  'withdrawn',
  /** The application was taken out of the beta app. */
  'application_removed',
  /** The beta app's last day has passed there. */
  'ended',
  /** Nothing of the above. */
  'no_beta',
] as const;

/** Why a store runs a version. */
export interface VersionReason {
  code: VersionReasonCode;
  /**
   * When it came about: the store's registration (`in_beta`), the pause, the first minute of the first day or of the
   * day after the last one (`not_started`, `ended`; the moment it was ended, where that day had passed already), the
   * withdrawal, removal, cancellation or promotion, the store's closing or the first record of it; with `no_record` when
   * the records begin. Null for the others, and where nobody knows.
   */
  at: string | null;
  /** Who did it; null where nobody did, or it was a sync of the directory. */
  actor: Person | null;
}

/** The beta app that a version comes from, or that the reason is about, as it stood at the moment. */
export interface LookedUpBetaApp {
  id: number;
  name: string;
  startsOn: string;
  endsOn: string;
  owner: Person;
  /** Its beta version of the application. */
  version: string;
  /** What it says about that version; empty without. */
  notes: string;
}

/** One application of a store at a moment. */
export interface StoreVersion {
  /** The name is null for an unknown code. */
  application: { code: string; name: string | null };
  /** Null if nothing is known of the store or the application, or nobody had said a production version. */
  version: string | null;
  /** Null if nothing is known of the store or the application. */
  channel: VersionChannel | null;
  reason: VersionReason;
  betaApp: LookedUpBetaApp | null;
  /** When the store began to run the version; null if that was before the last 30 days, or isn't known. */
  since: string | null;
  /** What it ran until then; null where `since` is, and if nothing is recorded of the time before. */
  previous: { version: string; channel: VersionChannel } | null;
}

/** A store as it was at a moment. */
export interface LookedUpStore {
  name: string;
  branchCode: string;
  branchName: string;
  timeZone: TimeZone;
  open: boolean;
}

/** What a store runs, or ran. */
export interface StoreVersions {
  code: string;
  /** Null if no store has the code, or had at the moment. */
  store: LookedUpStore | null;
  /** In order of the applications' codes. */
  versions: StoreVersion[];
}

/** Which versions stores run, or ran, at one moment. */
export interface VersionLookup {
  /** The moment that was asked about, in UTC; null for now. */
  at: string | null;
  /** In the order asked, each once. */
  stores: StoreVersions[];
}

const oneOrMore = (max: number) => z.union([code, z.array(code).min(1).max(max)]);

export const lookUpVersionsSchema = z.strictObject({
  store: oneOrMore(lookupLimits.stores),
  application: oneOrMore(lookupLimits.applications).optional(),
  at: moment.optional(),
}) satisfies z.ZodType<LookUpVersions>;

/** What fits into an address. */
export const lookUpFewVersionsSchema = z.strictObject({
  ...lookUpVersionsSchema.shape,
  store: oneOrMore(lookupLimits.inAddress),
  application: oneOrMore(lookupLimits.inAddress).optional(),
}) satisfies z.ZodType<LookUpVersions>;

const person = z.object({ name: z.string(), nik: z.string() });
const channel = z.enum(['beta', 'production']);

export const versionLookupSchema = z.object({
  at: z.string().nullable(),
  stores: z.array(
    z.object({
      code,
      store: z
        .object({
          name: z.string(),
          branchCode: z.string(),
          branchName: z.string(),
          timeZone: z.enum(timeZones),
          open: z.boolean(),
        })
        .nullable(),
      versions: z.array(
        z.object({
          application: z.object({ code: z.string(), name: z.string().nullable() }),
          version: z.string().nullable(),
          channel: channel.nullable(),
          reason: z.object({
            code: z.enum(versionReasons),
            at: z.string().nullable(),
            actor: person.nullable(),
          }),
          betaApp: z
            .object({
              id: z.number().int(),
              name: z.string(),
              startsOn: z.string(),
              endsOn: z.string(),
              owner: person,
              version: z.string(),
              notes: z.string(),
            })
            .nullable(),
          since: z.string().nullable(),
          previous: z.object({ version: z.string(), channel }).nullable(),
        }),
      ),
    }),
  ),
}) satisfies z.ZodType<VersionLookup>;
