import {
  checkInput,
  type OperationId,
  type Person,
  type Route,
  routes,
} from '@beta-app/core/contract';
import { type BetaAppClient } from '@beta-app/widgets/client';
import { addApplication, changeApplication, removeApplication } from './applications.js';
import { type BetaAppRecord } from './beta-app-record.js';
import { Clock } from './clock.js';
import { copyBetaApp } from './copy-beta-app.js';
import { createBetaApp, updateBetaApp } from './details.js';
import { Directory } from './directory.js';
import { listBetaAppHistory, listHistoryStores, listStoreHistory } from './history.js';
import {
  cancelBetaApp,
  endBetaApp,
  pauseBetaApp,
  promoteBetaApp,
  resumeBetaApp,
} from './life-cycle.js';
import {
  getBetaApp,
  listApplications,
  listBetaApps,
  listBetaAppStores,
  listBranches,
  listStores,
} from './lists.js';
import { listStoresOfVersion } from './list-stores-of-version.js';
import { getTimeline } from './get-timeline.js';
import { lookUpVersions } from './look-up-versions.js';
import { Refusal } from './refusal.js';
import { saveStores } from './save-stores.js';
import { type World } from './world.js';

/** What is answered once; watching is the client's. */
type Method = Exclude<keyof BetaAppClient, 'watchBetaApp'>;
type Input<Name extends Method> = NonNullable<Parameters<BetaAppClient[Name]>[0]>;
type Answer<Name extends Method> = Awaited<ReturnType<BetaAppClient[Name]>>;

const operations: {
  [Name in Method]: (world: World, input: Input<Name>, actor: Person) => Answer<Name>;
} & Record<'lookUpManyVersions', typeof lookUpVersions> = {
  listBetaApps,
  createBetaApp,
  copyBetaApp,
  getBetaApp,
  getTimeline,
  updateBetaApp,
  pauseBetaApp,
  resumeBetaApp,
  endBetaApp,
  cancelBetaApp,
  promoteBetaApp,
  addApplication,
  changeApplication,
  removeApplication,
  listBetaAppStores,
  saveStores,
  listBranches,
  listApplications,
  listStores,
  lookUpVersions,
  lookUpManyVersions: lookUpVersions,
  listStoresOfVersion,
  listBetaAppHistory,
  listHistoryStores,
  listStoreHistory,
};

/** Who asks for what, and under which key it may be asked for again. */
export interface Request {
  operation: OperationId;
  input: Readonly<Record<string, unknown>>;
  actor: Person;
  idempotencyKey?: string | undefined;
}

/**
 * Does in memory what the real server does over its database: the same answers and the same refusals. It
 * knows neither HTTP nor rights, and forgets everything with the page.
 */
export class FakeServer implements World {
  readonly clock: Clock;
  readonly directory: Directory;
  readonly betaApps: BetaAppRecord[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #kept = new Map<string, { fingerprint: string; answer: unknown }>();

  constructor(now: () => Date = () => new Date()) {
    this.clock = new Clock(now);
    this.directory = new Directory(this.clock);
  }

  /** Answers a request, or throws a `Refusal`. */
  answer({ operation, input, actor, idempotencyKey }: Request): unknown {
    const route: Route = routes[operation];
    const checked = checkInput(route.input, withoutEmptyQuery(route, input));
    if (!checked.success) throw new Refusal('VALIDATION_FAILED', {}, checked.errors);
    const answer = () => {
      const given = (operations[operation] as Operation)(this, checked.data, actor);
      if (route.writes) for (const tell of this.#waiting) tell();
      return given;
    };
    if (idempotencyKey === undefined || !route.writes || input['dryRun']) {
      return answer();
    }
    return this.#once(
      JSON.stringify([actor.nik, idempotencyKey]),
      JSON.stringify([operation, checked.data]),
      answer,
    );
  }

  /** Settles when something may have changed. */
  changed(): Promise<void> {
    return new Promise((resolve) => {
      const tell = () => {
        this.#waiting.delete(tell);
        resolve();
      };
      this.#waiting.add(tell);
    });
  }

  /** Only successes are kept: an error is judged anew. */
  #once(key: string, fingerprint: string, answer: () => unknown): unknown {
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      if (kept.fingerprint !== fingerprint) throw new Refusal('IDEMPOTENCY_KEY_REUSED');
      return structuredClone(kept.answer);
    }
    const given = answer();
    this.#kept.set(key, { fingerprint, answer: structuredClone(given) });
    return given;
  }
}

type Operation = (world: World, input: unknown, actor: Person) => unknown;

/** An address leaves out what is empty. */
function withoutEmptyQuery({ query }: Route, input: Request['input']): Request['input'] {
  return Object.fromEntries(
    Object.entries(input).filter(([name, value]) => !(name in query && value === '')),
  );
}
