import type {
  LookedUpStore,
  LookUpVersions,
  StoreVersion,
  TimeZone,
  VersionLookup,
} from '@beta-app/core/contract';
import { type CallOptions } from '../client/beta-app-client.js';
import { momentOf } from '../format/zone-clock.js';
import { type AskedMoment } from './incident-moment.js';

/** The part of the client that lookups need. */
export interface VersionClient {
  lookUpVersions(input: LookUpVersions, options?: CallOptions): Promise<VersionLookup>;
}

/** What is asked: a store's code, and of which moment. */
export interface StoreQuestion {
  store: string;
  moment: AskedMoment;
}

/** Of which moment an answer is. */
export interface AnsweredMoment {
  /** What the server was asked about, in ISO 8601 with its offset; undefined for now. */
  at: string | undefined;
  /** The moment that the answer is about. */
  moment: Date;
  receivedAt: Date;
  /** Whether the moment was still to come. */
  isPlanned: boolean;
}

/** What the server has said of one store. */
export interface StoreAnswer extends AnsweredMoment {
  code: string;
  /** Null if no store has the code, or had at the moment. */
  store: LookedUpStore | null;
  versions: readonly StoreVersion[];
  lookup: VersionLookup;
}

/** An answer about a store that there is. */
export type KnownAnswer = StoreAnswer & { store: LookedUpStore };

export const isKnown = (answer: StoreAnswer): answer is KnownAnswer => answer.store !== null;

/** The moment of an answer that has come just now. */
export function answeredNow(at: string | undefined, receivedAt: Date): AnsweredMoment {
  const moment = at === undefined ? receivedAt : new Date(at);
  return { at, moment, receivedAt, isPlanned: moment > receivedAt };
}

/** Asks about one store, and remembers in which zones stores are. */
export class StoreReader {
  readonly #client: () => VersionClient;
  readonly #now: () => Date;
  readonly #zones = new Map<string, TimeZone>();

  constructor(client: () => VersionClient, now: () => Date) {
    this.#client = client;
    this.#now = now;
  }

  /** The zone of a store, as far as it was told in an answer. */
  zoneOf(store: string | undefined): TimeZone | undefined {
    return store === undefined ? undefined : this.#zones.get(store);
  }

  async read({ store, moment }: StoreQuestion, signal: AbortSignal): Promise<StoreAnswer> {
    if ('at' in moment) return await this.#lookUp(store, moment.at, signal);
    let zone = this.#zones.get(store);
    if (zone === undefined) {
      // Only an answer tells in which zone the clock hangs.
      const now = await this.#lookUp(store, undefined, signal);
      if (!isKnown(now)) return now;
      zone = now.store.timeZone;
    }
    return await this.#lookUp(store, momentOf(moment.clock, zone), signal);
  }

  async #lookUp(code: string, at: string | undefined, signal: AbortSignal): Promise<StoreAnswer> {
    const input = { store: code, ...(at !== undefined && { at }) };
    const lookup = await this.#client().lookUpVersions(input, { signal });
    const { store = null, versions = [] } = lookup.stores[0] ?? {};
    if (store !== null) this.#zones.set(code, store.timeZone);
    return { code, store, versions, lookup, ...answeredNow(at, this.#now()) };
  }
}
