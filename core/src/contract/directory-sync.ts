import { z } from 'zod';

/**
 * Whether the rows are all there is, so that what is missing has vanished, or only some of it, so that
 * what is missing stays as it is.
 */
export type SyncMode = 'full' | 'partial';

/** The rows of one kind. Texts are checked row by row; a bad row refuses itself only. */
export interface SyncPart<Row> {
  mode: SyncMode;
  rows: Row[];
}

/** A branch as it is told by whoever keeps them. */
export interface BranchRow {
  code: string;
  name: string;
  /** `Asia/Jakarta`, `Asia/Makassar` or `Asia/Jayapura`. */
  timeZone: string;
}

/** A store as it is told by whoever keeps them. */
export interface StoreRow {
  code: string;
  name: string;
  branchCode: string;
  /** False closes the store; true by default. */
  open?: boolean | undefined;
}

/** An application as it is told by whoever keeps them. */
export interface ApplicationRow {
  code: string;
  name: string;
  /** Null or absent: not known. */
  productionVersion?: string | null | undefined;
  description?: string | undefined;
}

/** What is to be taken in; kinds that are left out stay as they are. */
export interface SyncDirectory {
  branches?: SyncPart<BranchRow> | undefined;
  stores?: SyncPart<StoreRow> | undefined;
  applications?: SyncPart<ApplicationRow> | undefined;
  /** How many stores the run is known to close; needed when it is more than 2 % of the open ones. */
  expectedClosures?: number | undefined;
  /** True reports what the run would do, and saves nothing. */
  dryRun?: boolean | undefined;
}

/** Why a row was refused. */
export type RowRefusal =
  | 'required'
  | 'characters'
  | 'too_long'
  | 'format'
  | 'type'
  | 'time_zone'
  | 'unknown_branch'
  | 'duplicate';

/** A row that was left out, and why. */
export interface RefusedRow {
  /** The row's number, from 1. */
  line: number;
  /** The code as it was read, if one could be read. */
  code: string | null;
  field: string;
  reason: RowRefusal;
}

/** What became of the rows of one kind: codes, in order. */
export interface SyncedPart {
  added: string[];
  changed: string[];
  /** Known before and not among the rows of a full run; they stay as they are. */
  missing: string[];
  refused: RefusedRow[];
}

export interface SyncedStores extends SyncedPart {
  /** Changed to another branch. */
  moved: string[];
  closed: string[];
  reopened: string[];
  /**
   * True if a refused row had no readable code: nobody knows which store it meant, so nothing was closed
   * for having vanished.
   */
  closuresWithheld: boolean;
}

/** What a sync did. Parts that weren't sent are absent. */
export interface SyncReport {
  /** The master data's revision after it; after a dry run, the one that still holds. */
  revision: number;
  branches?: SyncedPart | undefined;
  stores?: SyncedStores | undefined;
  applications?: SyncedPart | undefined;
}

/** Rows are not looked into here: a row that can't be read refuses itself, and no other. */
const part = z.strictObject({ mode: z.enum(['full', 'partial']), rows: z.array(z.unknown()) });

export const syncDirectorySchema = z.strictObject({
  branches: part.optional(),
  stores: part.optional(),
  applications: part.optional(),
  expectedClosures: z.number().int().min(0).optional(),
  dryRun: z.boolean().optional(),
});
