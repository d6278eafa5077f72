import type {
  BetaApp,
  CreateBetaApp,
  DetailsAction,
  Person,
  UpdateBetaApp,
} from '@beta-app/core/contract';
import { type BetaAppRecord, recordEvent, referenceOf } from './beta-app-record.js';
import { editWithdrawing, holdStores } from './leaving-stores.js';
import { invalidField, Refusal } from './refusal.js';
import { fold } from './search.js';
import { documentOf, type World } from './world.js';

export function createBetaApp(world: World, input: CreateBetaApp, actor: Person): BetaApp {
  checkNew(world, input);
  return documentOf(world, addBetaApp(world, input, actor));
}

/** Refuses a period or a name that can't be. */
export function checkNew(world: World, input: CreateBetaApp): void {
  checkPeriod(world, input);
  checkName(world, input);
}

export function addBetaApp(world: World, input: CreateBetaApp, actor: Person): BetaAppRecord {
  const record: BetaAppRecord = {
    id: world.betaApps.length + 1,
    name: input.name,
    startsOn: input.startsOn,
    endsOn: input.endsOn,
    owner: actor,
    pause: 'none',
    closed: 'none',
    revision: 0,
    detailsRevision: 0,
    applications: new Map(),
    registrations: new Map(),
    withdrawals: new Map(),
    events: [],
    history: { states: [], applications: [], registrations: [] },
  };
  recordEvent(record, { actor, at: world.clock.moment(), action: 'create' });
  world.betaApps.push(record);
  return record;
}

export function updateBetaApp(world: World, input: UpdateBetaApp, actor: Person): BetaApp {
  return editWithdrawing(world, input, (record) => {
    const { name, startsOn, endsOn, owner, withdraw } = input;
    const next = {
      name: name ?? record.name,
      startsOn: startsOn ?? record.startsOn,
      endsOn: endsOn ?? record.endsOn,
      owner: owner ?? record.owner,
    };
    checkPeriod(world, next);
    checkName(world, next, record);
    const isLonger = next.startsOn < record.startsOn || next.endsOn > record.endsOn;
    if (isLonger && record.pause !== 'drop') {
      const applications = record.applications.keys();
      holdStores(world, record, { ...next, applications }, { withdraw, actor });
    }
    return change(world, record, next, { actor, action: 'update' });
  });
}

type Fields = Pick<BetaAppRecord, 'name' | 'startsOn' | 'endsOn' | 'owner' | 'pause' | 'closed'>;

/** Writes what differs, with an event that names it; without a difference, nothing. */
export function change(
  world: World,
  record: BetaAppRecord,
  next: Partial<Fields>,
  done: { actor: Person; action: DetailsAction },
): BetaApp {
  const subjects = (Object.keys(next) as (keyof Fields)[])
    .filter((field) => JSON.stringify(next[field]) !== JSON.stringify(record[field]))
    .sort();
  if (subjects.length > 0) {
    Object.assign(record, next);
    recordEvent(record, { ...done, at: world.clock.moment(), subjects });
  }
  return documentOf(world, record);
}

type Period = Pick<BetaAppRecord, 'startsOn' | 'endsOn'>;

function checkPeriod({ clock }: World, { startsOn, endsOn }: Period): void {
  if (endsOn < startsOn) throw invalidField('endsOn', 'end_before_start');
  if (endsOn < clock.today) throw invalidField('endsOn', 'end_in_past');
}

function checkName(
  { betaApps }: World,
  wanted: Period & { name: string },
  record?: BetaAppRecord,
): void {
  const taken = betaApps.find(
    (other) =>
      other !== record &&
      other.closed !== 'cancelled' &&
      fold(other.name) === fold(wanted.name) &&
      other.startsOn <= wanted.endsOn &&
      other.endsOn >= wanted.startsOn,
  );
  if (taken === undefined) return;
  throw new Refusal('NAME_TAKEN', { betaApp: referenceOf(taken) }, [
    { path: 'name', code: 'name_taken' },
  ]);
}
