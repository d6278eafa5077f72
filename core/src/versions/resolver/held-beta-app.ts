import { type Person } from '../../contract/person.js';
import {
  type BetaAppApplication,
  type BetaAppFacts,
  type BetaAppState,
  type Registration,
} from '../facts.js';
import { type Moment } from '../moments.js';
import { StoreIndex } from './store-index.js';

/** Stores that joined a beta app together, and may have left it together. */
export interface StoreGroup {
  since: Moment;
  until: Moment;
  startedBy: Person;
  endedBy: Person | null;
  stores: readonly number[];
}

/** What is read of a beta app: all of it, or what has changed in its stores since. */
export interface BetaAppChange {
  id: number;
  revision: number;
  /** Whether it can still explain a version; one that was over before the horizon comes without stores. */
  matters: boolean;
  /** Its last event: what is read next begins after it. */
  lastEvent: number;
  states: readonly BetaAppState[];
  applications: readonly BetaAppApplication[];
  /** Groups that have left, then those that have joined and are there. */
  left: readonly StoreGroup[];
  joined: readonly StoreGroup[];
}

/** A beta app as it is kept in memory. Stores that joined and left at the same moments share one list of registrations. */
export class HeldBetaApp {
  readonly facts: BetaAppFacts & {
    states: readonly BetaAppState[];
    applications: readonly BetaAppApplication[];
  };
  lastEvent = 0;
  readonly stores = new StoreIndex();
  readonly #memberships: (readonly Registration[])[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(id: number) {
    this.facts = { id, states: [], applications: [] };
  }

  /** The registrations that a store's number stands for. */
  registrationsOf(number: number): readonly Registration[] {
    return this.#memberships[number] ?? [];
  }

  apply(change: BetaAppChange): void {
    this.lastEvent = change.lastEvent;
    Object.assign(this.facts, { states: change.states, applications: change.applications });
    const changed = new Map<number, number>();
    for (const group of [...change.left, ...change.joined]) {
      const registration: Registration = {
        betaApp: this.facts,
        since: group.since,
        until: group.until,
        startedBy: group.startedBy,
        endedBy: group.endedBy,
      };
      const next = new Map<number, number>();
      for (const id of group.stores) {
        const before = changed.get(id) ?? (this.stores.has(id) ? this.stores.numberOf(id) : -1);
        let after = next.get(before);
        if (after === undefined) {
          after = this.#numberOf(continued(this.registrationsOf(before), registration));
          next.set(before, after);
        }
        changed.set(id, after);
      }
    }
    this.stores.set(changed);
  }

  #numberOf(registrations: readonly Registration[]): number {
    const key = registrations.map(({ since, until }) => `${since} ${until}`).join();
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#memberships.push(registrations) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

/** Registrations with one more, or with the end of one that they have. */
const continued = (
  registrations: readonly Registration[],
  registration: Registration,
): Registration[] => [
  ...registrations.filter(({ since }) => since !== registration.since),
  registration,
];
