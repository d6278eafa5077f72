import {
  type BetaApp,
  type BetaAppState,
  type HistoryAction,
  type HistoryValues,
  type Person,
} from '@beta-app/core/contract';
import { day } from '../days.js';

/** One change of a beta app, as the model keeps it. */
export interface ModelEvent {
  action: HistoryAction;
  nik: string;
  before: HistoryValues | null;
  after: HistoryValues | null;
  /** What a save set, store by store. */
  set: Map<string, boolean>;
  /** Where its stores were moved from, or to. */
  movedFrom?: Moved[];
  movedTo?: number;
}

/** How many stores of a beta app were moved. */
export interface Moved {
  betaApp: number;
  stores: number;
}

/** A beta app as the model keeps it: its revision is the number of its events. */
export interface ModelBetaApp {
  id: number;
  name: string;
  startsOn: string;
  endsOn: string;
  owner: Person;
  pause: BetaApp['pause'];
  closed: 'none' | 'cancelled' | 'promoted';
  applications: Map<string, { version: string; notes: string }>;
  registered: Set<string>;
  events: ModelEvent[];
}

const detailsOf = ({ events }: ModelBetaApp): ModelEvent[] =>
  events.filter(({ action }) => action !== 'save_stores');

export const revisionOf = ({ events }: ModelBetaApp): number => events.length;
export const detailsRevisionOf = (app: ModelBetaApp): number => detailsOf(app).length;

export function stateOf(app: ModelBetaApp): BetaAppState {
  if (app.closed !== 'none') return app.closed;
  if (app.endsOn < day(0)) return 'ended';
  if (app.startsOn > day(0)) return 'scheduled';
  return app.pause === 'none' ? 'active' : 'paused';
}

export const isOver = (app: ModelBetaApp): boolean =>
  ['ended', 'promoted', 'cancelled'].includes(stateOf(app));

/** Whether two periods have a day in common. */
export const overlaps = (one: Period, other: Period): boolean =>
  one.startsOn <= other.endsOn && other.startsOn <= one.endsOn;

interface Period {
  startsOn: string;
  endsOn: string;
}

/** What a stale edit is told: the last twenty changes of the details that it didn't know of. */
export function changesSince(app: ModelBetaApp, detailsRevision: number): object[] {
  return detailsOf(app)
    .slice(detailsRevision)
    .slice(-20)
    .map((event) => ({ nik: event.nik, action: event.action, subjects: subjectsOf(event) }));
}

function subjectsOf({ action, before, after }: ModelEvent): string[] {
  const { application, ...fields } = after ?? before ?? {};
  if (application !== undefined) return [application.code];
  return action === 'create' ? [] : Object.keys(fields).sort();
}

/** The model of a beta app that was made just now and has no stores. */
export function modelOf({ applications, ...app }: BetaApp): ModelBetaApp {
  const { id, name, startsOn, endsOn, owner, pause } = app;
  const event = { nik: owner.nik, before: null, set: new Map<string, boolean>() };
  return {
    ...{ id, name, startsOn, endsOn, owner, pause, closed: 'none' },
    applications: new Map(
      applications.map(({ code, version, notes }) => [code, { version, notes }]),
    ),
    registered: new Set(),
    events: [
      { ...event, action: 'create', after: { name, startsOn, endsOn, owner } },
      ...applications.map(({ code, version, notes }) => ({
        ...event,
        action: 'add_application' as const,
        after: { application: { code, version, notes } },
      })),
    ],
  };
}
