import { type Sql } from 'postgres';
import { type Logger } from '../../core.js';
import { type StoreVersion, type VersionLookup } from '../../contract/version-lookup.js';

/** Where a resolver reads, and how it behaves. */
export interface VersionResolverOptions {
  /** The host's own `postgres()` instance; listening takes one connection more. */
  sql: Sql;
  /** The schema that holds the tables; `beta_app` by default. */
  schema?: string;
  /** Hears of what went wrong and is tried again; silent by default. */
  logger?: Logger;
  /** False for poolers that can't keep prepared statements; true by default. */
  prepare?: boolean;
  /** How old the last word of the database may be before answers count as stale, in milliseconds, `Infinity` for any; 30,000 by default. */
  maxAgeMs?: number;
  /** How often it is asked even if it tells nothing, in milliseconds, `Infinity` for never; 5,000 by default. */
  pollMs?: number;
  /** The time in milliseconds since 1970; the machine's clock by default. */
  now?: () => number;
}

/** How fresh a resolver's answers are. */
export interface Freshness {
  /** When the database last confirmed them; null before the first load. */
  asOf: Date | null;
  /** Whether that is longer ago than `maxAgeMs`. */
  stale: boolean;
}

/** What a resolver tells those who listen to it. */
export type VersionResolverEvent =
  /** Everything is loaded. */
  | { type: 'ready' }
  /** Versions of these applications may have changed, also because a day has begun or ended: codes, in order. */
  | { type: 'changed'; applications: readonly string[] }
  /** The database has been silent for longer than `maxAgeMs`; answers go on as they were. */
  | { type: 'stale' }
  /** It is heard again. */
  | { type: 'fresh' };

/** Which versions to look up now. */
export interface ResolveVersions {
  /** Stores' codes. */
  store: string | readonly string[];
  /** Applications' codes; all by default. */
  application?: string | readonly string[] | undefined;
}

/**
 * Answers which version a store runs now, from memory: the same as `lookUpVersions` does for now, without asking the
 * database. It follows changes as they are committed, and goes on answering while the database is away.
 */
export interface VersionResolver {
  /** Settles when everything is loaded, however long the database is away; rejects if the resolver is closed before. */
  ready(): Promise<void>;
  /**
   * The version of an application in a store, with its reason. The answer is frozen, and shared by stores of one fate.
   * Codes have to be upper case. Throws `DATABASE_UNAVAILABLE` before everything is loaded.
   */
  resolve(store: string, application: string): StoreVersion;
  /** The same for several, as `lookUpVersions` answers. Throws like `resolve`, and for bad input `VALIDATION_FAILED`. */
  lookUp(input: ResolveVersions): VersionLookup;
  /** A number that is another whenever any answer may be another: whoever keeps answers keeps it beside them. */
  readonly revision: number;
  /** Says when the database last confirmed the answers, and whether that is too long ago. */
  freshness(): Freshness;
  /** Tells a listener what happens from now on, until the function that it answers is called. */
  subscribe(listener: (event: VersionResolverEvent) => void): () => void;
  /** Stops listening and asking. Answers go on as they are, and get stale. Closing twice does no harm. */
  close(): Promise<void>;
}
