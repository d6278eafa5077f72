import type {
  GetTimeline,
  Timeline,
  TimelineApplication,
  TimelineDays,
} from '@beta-app/core/contract';
import { addDays, earliestDay, latestDay } from '../../widgets/src/format/days.js';
import { type BetaAppRecord, referenceOf, stateOn } from './beta-app-record.js';
import { findHolders } from './overlaps.js';
import { Refusal } from './refusal.js';
import { documentOf, type World } from './world.js';

export function getTimeline(world: World, input: GetTimeline): Timeline {
  const { clock, directory } = world;
  const { application } = input;
  if (application !== undefined && !directory.applications.has(application)) {
    throw new Refusal('APPLICATION_NOT_FOUND');
  }
  const { today } = clock;
  const from =
    input.from ?? (input.to === undefined ? addMonths(today, -3) : addMonths(input.to, -9));
  const to = input.to ?? addMonths(from, 9);
  const shown = world.betaApps
    .filter(
      ({ startsOn, endsOn, applications }) =>
        startsOn <= to &&
        endsOn >= from &&
        (application === undefined || applications.has(application)),
    )
    .sort((one, other) => compare(one.startsOn, other.startsOn) || one.id - other.id);
  const codes =
    application === undefined
      ? new Set(shown.flatMap(({ applications }) => [...applications.keys()]))
      : [application];
  return {
    from,
    to,
    today,
    items: shown.map((record) => {
      const { applications, registeredStores } = documentOf(world, record);
      return {
        ...referenceOf(record),
        state: stateOn(record, today),
        pause: record.pause,
        applications: applications.map(({ code, name, version }) => ({ code, name, version })),
        registeredStores,
      };
    }),
    applications: [...codes].sort().map((code) => whoHas(world, code, shown, { from, to })),
  };
}

function whoHas(
  world: World,
  code: string,
  shown: readonly BetaAppRecord[],
  { from, to }: { from: string; to: string },
): TimelineApplication {
  const { clock, directory } = world;
  const holding = new Set(
    findHolders(world, undefined, { applications: [code], startsOn: from, endsOn: to }, from).map(
      ({ other }) => other,
    ),
  );
  const held = shown.filter((record) => holding.has(record));
  const meetings = held.flatMap((one) =>
    held.flatMap((other): TimelineApplication['meetings'] => {
      const startsOn = later(one.startsOn, other.startsOn);
      const endsOn = one.endsOn < other.endsOn ? one.endsOn : other.endsOn;
      return other.id > one.id && startsOn <= endsOn
        ? [{ betaApps: [one.id, other.id], startsOn, endsOn }]
        : [];
    }),
  );
  return {
    code,
    name: directory.applications.get(code)?.name ?? code,
    meetings: meetings.sort(
      (one, other) =>
        compare(one.startsOn, other.startsOn) ||
        compare(one.endsOn, other.endsOn) ||
        one.betaApps[0] - other.betaApps[0] ||
        one.betaApps[1] - other.betaApps[1],
    ),
    free: freeDays(held, later(from, clock.today), to),
  };
}

function freeDays(held: readonly BetaAppRecord[], from: string, to: string): TimelineDays[] {
  const free: TimelineDays[] = [];
  let next = from;
  for (const { startsOn, endsOn } of held) {
    if (startsOn > next) free.push({ startsOn: next, endsOn: addDays(startsOn, -1) });
    // The day after could be one that the calendar doesn't have.
    if (endsOn >= to) return free;
    next = later(next, addDays(endsOn, 1));
  }
  return next <= to ? [...free, { startsOn: next, endsOn: to }] : free;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const later = (one: string, other: string): string => (one > other ? one : other);

/** The day so many months later, or the last one of a month that is shorter; within the days that can be asked for. */
function addMonths(day: string, months: number): string {
  const date = new Date(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  date.setUTCDate(Math.min(wanted, date.getUTCDate()));
  if (date < new Date(earliestDay)) return earliestDay;
  if (date > new Date(latestDay)) return latestDay;
  return date.toISOString().slice(0, 10);
}
