import type {
  BetaApp,
  BetaAppEdit,
  CreateBetaApp,
  DetailsAction,
  Person,
  UpdateBetaApp,
} from '@beta-app/core/contract';
import { type BetaAppRecord, recordEvent, referenceOf } from './beta-app-record.js';
import { findLeaving, stayingOf, withdrawLeaving } from './leaving-stores.js';
import { refuseOverlaps } from './overlaps.js';
import { invalidField, Refusal } from './refusal.js';
import { fold } from './search.js';
import { documentOf, findWritable, type World } from './world.js';

const changesAtMost = 20;

/** Finds a beta app whose details are as its editor last saw them, or refuses. */
export function findForEdit(world: World, { id, detailsRevision }: BetaAppEdit): BetaAppRecord {
  const record = findWritable(world, id);
  if (record.detailsRevision === detailsRevision) return record;
  const changes = record.events
    .filter((event) => (event.detailsRevision ?? 0) > detailsRevision)
    .slice(-changesAtMost)
    .map(({ actor, at, action, subjects }) => ({ actor, at, action, subjects }));
  throw new Refusal('DETAILS_STALE', { detailsRevision: record.detailsRevision, changes });
}

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
  const record = findForEdit(world, input);
  const leaving = findLeaving(world, record, input);
  const { name, startsOn, endsOn, owner } = input;
  const next = {
    name: name ?? record.name,
    startsOn: startsOn ?? record.startsOn,
    endsOn: endsOn ?? record.endsOn,
    owner: owner ?? record.owner,
  };
  checkPeriod(world, next);
  checkName(world, next, record);
  const isLonger = next.startsOn < record.startsOn || next.endsOn > record.endsOn;
  if (isLonger && record.pause !== 'drop') refuseOverlapsIn(world, record, next, leaving);
  withdrawLeaving(world, record, leaving, actor);
  return change(world, record, next, { actor, action: 'update' });
}

/** Refuses if another beta app holds stores that stay with one of its applications in a period. */
export function refuseOverlapsIn(
  world: World,
  record: BetaAppRecord,
  period: Period,
  leaving: readonly string[],
): void {
  refuseOverlaps(world, record, {
    startsOn: period.startsOn,
    endsOn: period.endsOn,
    applications: record.applications.keys(),
    stores: stayingOf(record, leaving),
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
