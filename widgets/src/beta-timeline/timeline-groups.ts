import type {
  Timeline,
  TimelineApplication,
  TimelineBetaApp,
  TimelineDays,
} from '@beta-app/core/contract';

/** Another beta app that has the same application on common days. */
export interface Met extends TimelineDays {
  betaApp: TimelineBetaApp;
  application: Pick<TimelineApplication, 'code' | 'name'>;
}

/** A beta app as one of an application's. */
export interface TimelineRow {
  /** Stays the same from one answer to the next. */
  key: string;
  betaApp: TimelineBetaApp;
  /** Undefined for one without applications. */
  version: string | undefined;
  met: readonly Met[];
}

/** The beta apps of an application, by start; of those that have none where that is undefined. */
export interface TimelineGroup {
  application: TimelineApplication | undefined;
  rows: readonly TimelineRow[];
}

/** The beta apps of each application, and after them those without any. */
export function timelineGroups(timeline: Timeline): TimelineGroup[] {
  const metBy = meetings(timeline);
  const rows = new Map<string, TimelineRow[]>();
  for (const betaApp of timeline.items) {
    const { id, applications } = betaApp;
    for (const { code, version } of applications) {
      listIn(rows, code).push({ key: keyOf(code, id), betaApp, version, met: metBy(id, code) });
    }
    if (applications.length === 0) {
      listIn(rows, '').push({ key: keyOf('', id), betaApp, version: undefined, met: [] });
    }
  }
  const bare = rows.get('');
  return [
    ...timeline.applications.map((application) => ({
      application,
      rows: rows.get(application.code) ?? [],
    })),
    ...(bare === undefined ? [] : [{ application: undefined, rows: bare }]),
  ];
}

/** Gives whom a beta app meets with one of its applications, from one look at all meetings. */
export function meetings({
  items,
  applications,
}: Timeline): (id: number, code: string) => readonly Met[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const met = new Map<string, Met[]>();
  for (const application of applications) {
    const add = (id: number, other: number, { startsOn, endsOn }: TimelineDays) => {
      const betaApp = byId.get(other);
      if (betaApp === undefined) return;
      listIn(met, keyOf(application.code, id)).push({ betaApp, application, startsOn, endsOn });
    };
    for (const meeting of application.meetings) {
      const [one, other] = meeting.betaApps;
      add(one, other, meeting);
      add(other, one, meeting);
    }
  }
  return (id, code) => met.get(keyOf(code, id)) ?? [];
}

/** The applications whose free days are told; none where all days are past, which are nobody's to plan. */
export const toPlan = ({ to, today, applications }: Timeline): readonly TimelineApplication[] =>
  to < today ? [] : applications;

const keyOf = (code: string, id: number): string => `${code}-${id}`;

function listIn<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  let list = lists.get(key);
  if (list === undefined) lists.set(key, (list = []));
  return list;
}
