import { timeZones } from '../../contract/directory.js';
import { type Person } from '../../contract/person.js';
import {
  type BetaAppApplication,
  type BetaAppFacts,
  type BetaAppState,
  type Registration,
} from '../facts.js';
import { endOfDay, lastMomentOf, latest, type Moment } from '../moments.js';
import { StoreIndex } from './store-index.js';

/** Stores that joined a beta app together, and may have left it together. */
export interface StoreGroup {
  since: Moment;
  until: Moment;
  startedBy: Person;
  endedBy: Person | null;
  /** Their ids. */
  stores: Uint32Array;
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
  #changedAt: Moment = '-infinity';
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

  /** Whether it was over, and nothing in it changed any more, before the horizon: it explains nothing then. */
  isOverBefore(horizon: Moment): boolean {
    const last = this.facts.states.at(-1);
    if (last === undefined || this.#changedAt > horizon) return false;
    return (
      last.closed !== 'none' || timeZones.every((zone) => endOfDay(last.endsOn, zone) < horizon)
    );
  }

  apply(change: BetaAppChange): void {
    this.lastEvent = change.lastEvent;
    Object.assign(this.facts, { states: change.states, applications: change.applications });
    const groups = [...change.left, ...change.joined];
    for (const spans of [change.states, change.applications, groups]) {
      this.#changedAt = latest(this.#changedAt, lastMomentOf(spans));
    }
    const steps = inOrder(groups);
    const next = groups.map((group) => this.#following(group));
    const ids = new Uint32Array(steps.length);
    const numbers = new Int32Array(steps.length);
    let count = 0;
    for (const step of steps) {
      const id = Math.floor(step / groups.length);
      const isAnother = count === 0 || ids[count - 1] !== id;
      if (isAnother) {
        ids[count] = id;
        numbers[count] = this.stores.has(id) ? this.stores.numberOf(id) : none;
        count += 1;
      }
      numbers[count - 1] = next[step % groups.length]?.(numbers[count - 1] ?? none) ?? none;
    }
    this.stores.set(ids.subarray(0, count), numbers.subarray(0, count));
  }

  /** Which number follows on a store's number when it joins a group. */
  #following({ since, until, startedBy, endedBy }: StoreGroup): (before: number) => number {
    const registration: Registration = {
      betaApp: this.facts,
      since,
      until,
      startedBy,
      endedBy,
    };
    const known = new Map<number, number>();
    return (before) => {
      let after = known.get(before);
      if (after === undefined) {
        after = this.#numberOf(continued(this.registrationsOf(before), registration));
        known.set(before, after);
      }
      return after;
    };
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

/** What stands for being in no group so far. */
const none = -1;

/** The stores of all groups: each id times the number of groups, plus the group's; by stores, then by groups. */
function inOrder(groups: readonly StoreGroup[]): Float64Array {
  const steps = new Float64Array(groups.reduce((sum, { stores }) => sum + stores.length, 0));
  let end = 0;
  groups.forEach(({ stores }, group) => {
    for (const id of stores) {
      steps[end] = id * groups.length + group;
      end += 1;
    }
  });
  return steps.every((step, at) => at === 0 || (steps[at - 1] ?? 0) < step) ? steps : steps.sort();
}

/** Registrations with one more, or with the end of one that they have. */
const continued = (
  registrations: readonly Registration[],
  registration: Registration,
): Registration[] => [
  ...registrations.filter(({ since }) => since !== registration.since),
  registration,
];
