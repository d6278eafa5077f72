import { z } from 'zod';
import { betaAppSummaryFields, type BetaAppSummary, type PausedStores } from './beta-app.js';
import { calendarDate, code } from './text.js';

/** Which days to look at: from three months ago to six months ahead by default, else nine months. */
export interface GetTimeline {
  /** The first day, such as `2026-12-01`. */
  from?: string | undefined;
  /** The last day, included. */
  to?: string | undefined;
  /** The code of the application that all beta apps have; any by default. */
  application?: string | undefined;
}

/** A beta app in the timeline. */
export interface TimelineBetaApp extends BetaAppSummary {
  /** What its pause does with the stores; it matters while the period lasts. */
  pause: 'none' | PausedStores;
  /** In order of code. */
  applications: TimelineVersion[];
  /** How many open stores are registered. */
  registeredStores: number;
}

/** An application that takes part in a beta app, in its beta version. */
export interface TimelineVersion {
  code: string;
  name: string;
  version: string;
}

/** Some days in a row, both included. */
export interface TimelineDays {
  startsOn: string;
  endsOn: string;
}

/** Two beta apps with the same application on the same days: what stores one has, the other can't have. */
export interface TimelineMeeting extends TimelineDays {
  /** Their ids, the lower first. */
  betaApps: [number, number];
}

/** Who has an application when. */
export interface TimelineApplication {
  code: string;
  name: string;
  /** In order of their days. */
  meetings: TimelineMeeting[];
  /** The days from today on when no beta app has it, with stores or none yet, in order. */
  free: TimelineDays[];
}

/** The beta apps that touch some days. */
export interface Timeline {
  /** The first day that was looked at. */
  from: string;
  /** The last one. */
  to: string;
  /** The day whose date decides about the states. */
  today: string;
  /** By start. */
  items: TimelineBetaApp[];
  /** Those that take part, or the one that was asked for, in order of code. */
  applications: TimelineApplication[];
}

export const getTimelineSchema = z
  .strictObject({
    from: calendarDate.optional(),
    to: calendarDate.optional(),
    application: code.optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || to >= from, {
    path: ['to'],
    params: { code: 'end_before_start' },
  }) satisfies z.ZodType<GetTimeline>;

const days = { startsOn: z.string(), endsOn: z.string() };
const named = { code: z.string(), name: z.string() };

export const timelineSchema = z.object({
  from: z.string(),
  to: z.string(),
  today: z.string(),
  items: z.array(
    z.object({
      ...betaAppSummaryFields,
      pause: z.enum(['none', 'keep', 'drop']),
      applications: z.array(z.object({ ...named, version: z.string() })),
      registeredStores: z.number().int(),
    }),
  ),
  applications: z.array(
    z.object({
      ...named,
      meetings: z.array(
        z.object({ betaApps: z.tuple([z.number().int(), z.number().int()]), ...days }),
      ),
      free: z.array(z.object(days)),
    }),
  ),
}) satisfies z.ZodType<Timeline>;
