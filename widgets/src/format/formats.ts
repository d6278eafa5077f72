import type { TimeZone } from '@beta-app/core/contract';
import { type Language } from '../language/language.js';
import { zoneLetters } from './zone-letters.js';

/** Writes days, moments and numbers the way one language does. */
export interface Formats {
  /** "15.204" */
  number: (value: number) => string;
  /** A day `YYYY-MM-DD` as "24 Nov 2026". */
  date: (day: string) => string;
  /** A day `YYYY-MM-DD` as "Selasa, 24 November 2026". */
  longDate: (day: string) => string;
  /** The month of a day `YYYY-MM-DD` as "Nov 2026", and without its year as "Nov". */
  month: (day: string) => string;
  shortMonth: (day: string) => string;
  /** Two days as "1–31 Des 2026". */
  period: (startsOn: string, endsOn: string) => string;
  /** A moment as the clock of a zone has it: "14.05 WITA". */
  time: (moment: string, zone: TimeZone) => string;
  /** A moment as calendar and clock of a zone have it: "24 Nov 2026 14.05 WITA". */
  dateTime: (moment: string, zone: TimeZone) => string;
  /** Things in a row: "POS, STK, dan GDG". */
  list: (things: readonly string[]) => string;
}

// British English has the day before the month, as Indonesian has.
const locales: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

const known = new Map<Language, Formats>();

/** The formats of a language. */
export function formatsOf(language: Language): Formats {
  let formats = known.get(language);
  // Browsers take milliseconds to make them, and every element of a page uses the same ones.
  if (formats === undefined) known.set(language, (formats = createFormats(language)));
  return formats;
}

function createFormats(language: Language): Formats {
  const locale = locales[language];
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale);
  const dates = dateFormat(locale, { month: 'short' });
  const months = new Intl.DateTimeFormat(locale, {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const shortMonths = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const longDates = dateFormat(locale, { weekday: 'long', month: 'long' });
  const clock = (moment: string, zone: TimeZone) =>
    new Intl.DateTimeFormat(locale, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: zone,
    }).format(new Date(moment));
  const time = (moment: string, zone: TimeZone) => `${clock(moment, zone)} ${zoneLetters(zone)}`;
  return {
    number: (value) => numbers.format(value),
    date: (day) => dates.format(midnight(day)),
    longDate: (day) => longDates.format(midnight(day)),
    month: (day) => months.format(midnight(day)),
    shortMonth: (day) => shortMonths.format(midnight(day)),
    period: (startsOn, endsOn) =>
      dates
        .formatRange(midnight(startsOn), midnight(endsOn))
        .replace(/[\u2009\u202f]/gu, ' ')
        .replace(/^(\d+) – (?=\d)/u, '$1–'),
    time,
    dateTime: (moment, zone) =>
      `${dateFormat(locale, { month: 'short' }, zone).format(new Date(moment))} ${time(moment, zone)}`,
    list: (things) => lists.format(things),
  };
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions, timeZone = 'UTC') {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', year: 'numeric', ...options, timeZone });
}

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);
