import { z } from 'zod';
import { type TimeZone } from './directory.js';
import { type Person } from './person.js';
import { code, moment } from './text.js';

/** Which versions a store runs, or ran. */
export interface GetStoreVersions {
  /** The store's code. */
  store: string;
  /** Only the application with this code; all by default. */
  application?: string | undefined;
  /** The moment in ISO 8601 with an offset; now by default, and as planned for a later one. */
  at?: string | undefined;
}

/** One application of a store at the moment asked about. */
export interface StoreVersion {
  application: { code: string; name: string };
  /** Null if nobody had said a production version yet. */
  version: string | null;
  channel: 'beta' | 'production';
  /** The beta app that the version comes from; null in production. */
  betaApp: { id: number; name: string; startsOn: string; endsOn: string; owner: Person } | null;
}

/** What a store runs, or ran, at one moment. */
export interface StoreVersions {
  at: string;
  store: { code: string; name: string; branchCode: string; timeZone: TimeZone; open: boolean };
  /** In order of the application's code. */
  versions: StoreVersion[];
}

export const getStoreVersionsSchema = z.strictObject({
  store: code,
  application: code.optional(),
  at: moment.optional(),
}) satisfies z.ZodType<GetStoreVersions>;
