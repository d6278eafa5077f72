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
export function timelineGroups({ items, applications }: Timeline): TimelineGroup[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const groups = applications.map((application): TimelineGroup => {
    const rows = items.flatMap((betaApp): TimelineRow[] => {
      const taken = betaApp.applications.find(({ code }) => code === application.code);
      if (taken === undefined) return [];
      const key = `${application.code}-${betaApp.id}`;
      return [{ key, betaApp, version: taken.version, met: metBy(betaApp, application, byId) }];
    });
    return { application, rows };
  });
  const bare = items
    .filter((betaApp) => betaApp.applications.length === 0)
    .map((betaApp) => ({ key: `-${betaApp.id}`, betaApp, version: undefined, met: [] }));
  return bare.length === 0 ? groups : [...groups, { application: undefined, rows: bare }];
}

/** Whom a beta app meets, with any of its applications. */
export function allMet({ items, applications }: Timeline, betaApp: TimelineBetaApp): Met[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return applications.flatMap((application) => metBy(betaApp, application, byId));
}

function metBy(
  { id }: TimelineBetaApp,
  application: TimelineApplication,
  byId: ReadonlyMap<number, TimelineBetaApp>,
): Met[] {
  return application.meetings.flatMap(({ betaApps, startsOn, endsOn }): Met[] => {
    if (!betaApps.includes(id)) return [];
    const [one, other] = betaApps;
    const betaApp = byId.get(one === id ? other : one);
    return betaApp === undefined ? [] : [{ betaApp, application, startsOn, endsOn }];
  });
}
