import { z } from 'zod';
import { pageOf, type Page, pageQuery, type PageQuery } from './page.js';
import { code, line, moment, textLimits } from './text.js';
import { type VersionChannel } from './version-lookup.js';

/** Which stores to list, in order of code: open ones that run a version of an application, or ran it. */
export interface ListStoresOfVersion extends PageQuery {
  /** The application's code. */
  application: string;
  version: string;
  /** The moment in ISO 8601 with an offset; now by default, and as planned for a later one. */
  at?: string | undefined;
  /** Only stores that belong to the branch with this code, or belonged to it. */
  branch?: string | undefined;
}

/** A store that runs a version. */
export interface StoreOfVersion {
  code: string;
  name: string;
  branchCode: string;
  branchName: string;
  channel: VersionChannel;
  /** What gives it the version; null in production. */
  betaApp: { id: number; name: string } | null;
}

/** One page of the stores that run a version. */
export interface StoresOfVersionPage extends Page<StoreOfVersion> {
  /** The moment that is answered for, in UTC. Further pages answer for that of the first. */
  at: string;
  /** How many of all there are in each branch that has any, in order of the branches' codes. */
  byBranch: StoresOfBranch[];
}

/** How many stores of a branch run a version. */
export interface StoresOfBranch {
  code: string;
  name: string;
  stores: number;
  /** How many open stores the branch has, or had. */
  openStores: number;
}

export const listStoresOfVersionSchema = z.strictObject({
  application: code,
  version: line(textLimits.version),
  at: moment.optional(),
  branch: code.optional(),
  ...pageQuery,
}) satisfies z.ZodType<ListStoresOfVersion>;

export const storesOfVersionPageSchema = pageOf(
  z.object({
    code: z.string(),
    name: z.string(),
    branchCode: z.string(),
    branchName: z.string(),
    channel: z.enum(['beta', 'production']),
    betaApp: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  }),
).extend({
  at: z.string(),
  byBranch: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      stores: z.number().int(),
      openStores: z.number().int(),
    }),
  ),
}) satisfies z.ZodType<StoresOfVersionPage>;
