import { z } from 'zod';
import { pageOf, pageQuery, type Page, type PageQuery } from './page.js';
import { code, id, searchText } from './text.js';

/** The zones that Indonesia's branches lie in: WIB, WITA and WIT. */
export type TimeZone = 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';

/** All zones, from west to east. */
export const timeZones = [
  'Asia/Jakarta',
  'Asia/Makassar',
  'Asia/Jayapura',
] as const satisfies readonly TimeZone[];

/** A distribution centre that stores belong to. */
export interface Branch {
  code: string;
  name: string;
  timeZone: TimeZone;
  /** How many open stores it has. */
  stores: number;
  /** How many of them are registered in the beta app that was asked about; 0 without one. */
  registered: number;
}

/** Which branches to list, and for which beta app to count. */
export interface ListBranches {
  /** Words that all occur in the code or the name. */
  q?: string | undefined;
  /** The id of the beta app whose registrations are counted. */
  betaApp?: number | undefined;
}

/** All branches, in order of name. */
export interface BranchList {
  items: Branch[];
}

/** A program that stores run. */
export interface Application {
  code: string;
  name: string;
  /** What stores run outside of beta apps; null if nobody has said. */
  productionVersion: string | null;
  description: string;
}

/** Which applications to list, in order of code. */
export interface ListApplications extends PageQuery {
  /** Words that all occur in the code or the name. */
  q?: string | undefined;
}

/** One page of applications. */
export type ApplicationPage = Page<Application>;

/** A store as it stands in the list of all. */
export interface Store {
  code: string;
  name: string;
  branchCode: string;
  branchName: string;
  open: boolean;
}

/** Which stores to list, open and closed: the one whose code was typed first, then in order of code. */
export interface ListStores extends PageQuery {
  /**
   * Words that all occur in the code or the name, or a part of the code as people type it: without dots, dashes and
   * underscores, with blanks anywhere, and without the zeros in front of its numbers.
   */
  q?: string | undefined;
}

/** One page of stores. */
export type StorePage = Page<Store>;

export const listBranchesSchema = z.strictObject({
  q: searchText.optional(),
  betaApp: id.optional(),
}) satisfies z.ZodType<ListBranches>;

export const branchListSchema = z.object({
  items: z.array(
    z.object({
      code,
      name: z.string(),
      timeZone: z.enum(timeZones),
      stores: z.number().int(),
      registered: z.number().int(),
    }),
  ),
}) satisfies z.ZodType<BranchList>;

const searchedPage = z.strictObject({ q: searchText.optional(), ...pageQuery });

export const listApplicationsSchema = searchedPage satisfies z.ZodType<ListApplications>;
export const listStoresSchema = searchedPage satisfies z.ZodType<ListStores>;

export const applicationPageSchema = pageOf(
  z.object({
    code: z.string(),
    name: z.string(),
    productionVersion: z.string().nullable(),
    description: z.string(),
  }),
) satisfies z.ZodType<ApplicationPage>;

export const storePageSchema = pageOf(
  z.object({
    code: z.string(),
    name: z.string(),
    branchCode: z.string(),
    branchName: z.string(),
    open: z.boolean(),
  }),
) satisfies z.ZodType<StorePage>;
