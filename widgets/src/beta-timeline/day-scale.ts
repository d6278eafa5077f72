import { scaleUtc } from 'd3-scale';
import { utcDay, utcMonday, utcMonth, utcYear, type TimeInterval } from 'd3-time';
import { type ShownDays, type TimelineZoom } from './shown-days.js';

/** Where days stand, in percent of the width. */
export interface DayScale {
  /** Where some days begin, and how wide they are, as far as they are shown. */
  place: (startsOn: string, endsOn: string) => Place;
  /** The larger units, such as months, and the smaller ones in them, such as weeks. */
  large: readonly Tick[];
  small: readonly Tick[];
}

export interface Place {
  left: number;
  width: number;
}

/** Where a unit begins, and its first day. */
export interface Tick {
  day: string;
  left: number;
}

const units: Readonly<Record<TimelineZoom, readonly [large: TimeInterval, small: TimeInterval]>> = {
  month: [utcMonth, utcMonday],
  quarter: [utcMonth, utcMonday],
  year: [utcYear, utcMonth],
};

/** The scale of some days, all of them as wide as each other, the last one to its end. */
export function dayScale({ from, to }: ShownDays, zoom: TimelineZoom): DayScale {
  const start = new Date(from);
  const scale = scaleUtc()
    .domain([start, endOf(to)])
    .range([0, 100])
    .clamp(true);
  const ticks = (unit: TimeInterval): Tick[] =>
    unit.range(start, endOf(to)).map((date) => ({ day: text(date), left: scale(date) }));
  const [large, small] = units[zoom];
  const begun = ticks(large);
  return {
    place: (startsOn, endsOn) => {
      const left = scale(new Date(startsOn));
      return { left, width: scale(endOf(endsOn)) - left };
    },
    // A year that has begun before has its name at the edge.
    large: begun[0]?.day === from ? begun : [{ day: from, left: 0 }, ...begun],
    small: ticks(small),
  };
}

const endOf = (day: string): Date => utcDay.offset(new Date(day), 1);
const text = (date: Date): string => date.toISOString().slice(0, 10);
