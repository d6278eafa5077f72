import { type StoreVersion, type StoreVersions } from '../../contract/version-lookup.js';
import { type ApplicationFacts, type StoreFacts } from '../facts.js';
import {
  horizonOf,
  lastMomentOf,
  latest,
  millisecondsOf,
  type Moment,
  momentOf,
  type SomeSpan,
} from '../moments.js';
import { versionOf } from '../version-of.js';
import { type Answers, Candidate } from './candidate.js';
import { type BetaAppChange, HeldBetaApp } from './held-beta-app.js';
import { nextTurn } from './next-turn.js';
import { type BranchRow, type StoreColumns, StoreTable } from './store-table.js';

/** What is read of the directory besides its stores. */
export interface DirectoryRows {
  branches: readonly BranchRow[];
  applications: readonly ApplicationFacts[];
}

interface HeldApplication {
  facts: ApplicationFacts;
  candidates: Candidate[];
  /** For stores that are in none of those, by profile. */
  plain: Answers;
  /** For stores in several of those. */
  combined: Map<string, StoreVersion>;
}

/** By so much the clock may go back without anything being worked out anew: it is set each time the database is asked. */
const tolerableMs = 1_000;

/**
 * All that versions follow from, and the versions that were asked for already. Stores that stand alike and joined a beta
 * app together share one frozen answer, so that there are few of them, worked out when they are first asked for. They
 * hold until the facts change, a day begins somewhere, or something gets too old to be told.
 */
export class VersionTable {
  directoryRevision = -1;
  /** Of all beta apps, also of those that explain nothing any more. */
  readonly betaAppRevisions = new Map<number, number>();
  readonly #now: () => number;
  readonly #turnComes: (time: number) => void;
  readonly #stores = new StoreTable();
  readonly #betaApps = new Map<number, HeldBetaApp>();
  readonly #applications = new Map<string, HeldApplication>();
  /** When the clock was last looked at, and until when the answers hold in milliseconds since 1970. */
  #at: Moment = '-infinity';
  /** What it showed then. */
  #lookedAt = -Infinity;
  #validUntil = -Infinity;
  #lastRecorded: Moment = '-infinity';
  #revision = 0;

  /**
   * `now` tells the database's time in milliseconds since 1970; `turnComes` hears when the answers end to hold, if that
   * is earlier than it was told before.
   */
  constructor(now: () => number, turnComes: (time: number) => void) {
    this.#now = now;
    this.#turnComes = turnComes;
  }

  /** Grows whenever what was worked out is forgotten. */
  get revision(): number {
    return this.#revision;
  }

  get applicationCodes(): string[] {
    return [...this.#applications.keys()].sort();
  }

  /** The codes of the applications that some beta apps have or had. */
  applicationsOf(betaApps: readonly number[]): string[] {
    const ids = new Set(
      betaApps.flatMap((id) =>
        (this.#betaApps.get(id)?.facts.applications ?? []).map(
          ({ applicationId }) => applicationId,
        ),
      ),
    );
    return this.applicationCodes.filter((code) =>
      ids.has(this.#applications.get(code)?.facts.id ?? 0),
    );
  }

  lastEventOf(betaApp: number): number {
    return this.#betaApps.get(betaApp)?.lastEvent ?? 0;
  }

  /** Forgets what was worked out. */
  expire(): void {
    this.#validUntil = Infinity;
    this.#revision += 1;
    this.#look();
    for (const [id, betaApp] of this.#betaApps) {
      if (betaApp.isOverBefore(horizonOf(this.#at))) this.#betaApps.delete(id);
    }
    for (const application of this.#applications.values()) this.#relate(application);
  }

  /** Takes in the directory's small part; `expire` has to follow before anything else is asked. */
  setDirectory({ branches, applications }: DirectoryRows): void {
    this.#stores.setBranches(branches);
    this.#applications.clear();
    for (const facts of applications) {
      this.#applications.set(facts.code, { facts, candidates: [], plain: [], combined: new Map() });
      this.#recorded(facts.production);
    }
    for (const { states } of branches) this.#recorded(states);
  }

  /** Takes in stores; `expire` has to follow. */
  setStores(columns: StoreColumns): void {
    this.#stores.set(columns);
    this.#recorded(columns.recent);
  }

  /** Takes in what changed in a beta app; `expire` has to follow. */
  applyBetaApp(change: BetaAppChange): void {
    this.betaAppRevisions.set(change.id, change.revision);
    if (!change.matters) {
      this.#betaApps.delete(change.id);
      return;
    }
    let held = this.#betaApps.get(change.id);
    if (held === undefined) {
      held = new HeldBetaApp(change.id);
      this.#betaApps.set(change.id, held);
    }
    held.apply(change);
    for (const spans of [change.states, change.applications, change.left, change.joined]) {
      this.#recorded(spans);
    }
  }

  /** Forgets what was worked out if time has made it untrue; answers whether it has. */
  expireIfDue(): boolean {
    const isDue = this.#now() >= this.#validUntil;
    if (isDue) this.expire();
    return isDue;
  }

  /** Forgets what was worked out for a time that turns out to be still to come; answers whether it has. */
  expireIfEarly(): boolean {
    const isEarly = this.#now() < this.#lookedAt - tolerableMs;
    if (isEarly) this.expire();
    return isEarly;
  }

  /**
   * The version of an application in a store; the same object for stores of one fate. It looks at no clock, which would
   * take longer than all else: whoever asks sees to it that `expire` is called when the time comes.
   */
  resolve(storeCode: string, applicationCode: string): StoreVersion {
    const application = this.#applications.get(applicationCode);
    const row = this.#stores.rowOf(storeCode);
    if (application === undefined || row < 0) {
      return this.#resolveUnknown(application, row, applicationCode);
    }
    const id = this.#stores.idAt(row);
    let answers = application.plain;
    for (const candidate of application.candidates) {
      if (!candidate.has(id)) continue;
      if (answers !== application.plain) return this.#resolveCombined(application, row);
      answers = candidate.answersOf(id);
    }
    return (answers[this.#stores.profileAt(row)] ??= this.#workOut(application, row));
  }

  /** A store with the versions of some applications. Like `resolve`, it relies on `expireIfDue`. */
  lookUp(code: string, applicationCodes: readonly string[]): StoreVersions {
    const row = this.#stores.rowOf(code);
    this.#look();
    return {
      code,
      store: row < 0 ? null : this.#stores.describe(row, this.#at),
      versions: applicationCodes.map((application) => this.resolve(code, application)),
    };
  }

  #resolveUnknown(
    application: HeldApplication | undefined,
    row: number,
    code: string,
  ): StoreVersion {
    this.#look();
    const facts = row < 0 ? null : this.#factsOf(row);
    return deepFreeze(versionOf(facts, application?.facts ?? { code }, this.#at));
  }

  #resolveCombined(application: HeldApplication, row: number): StoreVersion {
    const id = this.#stores.idAt(row);
    const parts = application.candidates.flatMap(({ betaApp: { facts, stores } }) =>
      stores.has(id) ? [facts.id, stores.numberOf(id)] : [],
    );
    const key = [this.#stores.profileAt(row), ...parts].join(' ');
    let version = application.combined.get(key);
    if (version === undefined) {
      version = this.#workOut(application, row);
      application.combined.set(key, version);
    }
    return version;
  }

  #workOut({ facts: application }: HeldApplication, row: number): StoreVersion {
    this.#look();
    const store = this.#factsOf(row);
    const turn = nextTurn(store, application, this.#at);
    if (turn !== 'infinity' && millisecondsOf(turn) < this.#validUntil) {
      this.#validUntil = millisecondsOf(turn);
      this.#turnComes(this.#validUntil);
    }
    return deepFreeze(versionOf(store, application, this.#at));
  }

  /** What is recorded has happened, also where the database's clock was set back since. */
  #look(): void {
    this.#lookedAt = this.#now();
    this.#at = latest(momentOf(new Date(this.#lookedAt)), this.#lastRecorded);
  }

  #factsOf(row: number): StoreFacts {
    const id = this.#stores.idAt(row);
    const profile = this.#stores.profiles[this.#stores.profileAt(row)];
    if (profile === undefined) throw new TypeError(`Store ${String(id)} has no profile`);
    const registrations = [...this.#betaApps.values()].flatMap((betaApp) =>
      betaApp.stores.has(id) ? betaApp.registrationsOf(betaApp.stores.numberOf(id)) : [],
    );
    return { ...profile, code: '', registrations };
  }

  #relate(application: HeldApplication): void {
    application.plain = [];
    application.combined = new Map();
    application.candidates = [...this.#betaApps.values()]
      .filter(({ facts }) =>
        facts.applications.some(({ applicationId }) => applicationId === application.facts.id),
      )
      .map((betaApp) => new Candidate(betaApp));
  }

  #recorded(spans: readonly SomeSpan[]): void {
    this.#lastRecorded = latest(this.#lastRecorded, lastMomentOf(spans));
  }
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
