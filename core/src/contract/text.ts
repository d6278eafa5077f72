import { z } from 'zod';

/** How long texts may be, in UTF-16 code units: what a form's `maxlength` counts. */
export const textLimits = {
  betaAppName: 200,
  personName: 200,
  nik: 32,
  version: 64,
  notes: 500,
  storeName: 200,
  branchName: 200,
  applicationName: 200,
  description: 2_000,
  search: 200,
  idempotencyKey: 200,
} as const;

/**
 * Characters that can't be seen or that change how their neighbours are shown: control characters, zero-width
 * and bidirectional marks, line separators, halves of surrogate pairs, and what stands for lost characters.
 */
const invisible = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\uffff]/u;

/** Notes and descriptions may be broken into lines. */
const lineBreaks = /[\n\r\t]/gu;

const hasInvisible = (text: string) => invisible.test(text);

/** One line of visible text, trimmed and in NFC, that isn't empty. */
export function line(max: number) {
  return z
    .string()
    .refine((text) => !hasInvisible(text), { abort: true, params: { code: 'characters' } })
    .trim()
    .normalize('NFC')
    .min(1)
    .max(max);
}

/** Visible text of several lines, trimmed and in NFC, that may be empty. */
export function paragraph(max: number) {
  return z
    .string()
    .refine((text) => !hasInvisible(text.replace(lineBreaks, ' ')), {
      abort: true,
      params: { code: 'characters' },
    })
    .trim()
    .normalize('NFC')
    .max(max);
}

/** What is typed into a search: empty means everything. */
export const searchText = z
  .string()
  .max(textLimits.search)
  .refine((text) => !hasInvisible(text), { params: { code: 'characters' } });

/** A code of a branch, store or application: `[A-Z0-9][A-Z0-9._-]{0,31}`, upper-cased on the way in. */
export const code = z
  .string()
  .trim()
  .toUpperCase()
  // What is empty is only that, and not of a wrong form as well.
  .min(1, { abort: true })
  .regex(/^[A-Z0-9][A-Z0-9._-]{0,31}$/u);

/** A day as `YYYY-MM-DD` that exists in the calendar, from 1900 to 9999. */
export const calendarDate = z
  .string()
  .trim()
  .min(1, { abort: true })
  .refine(isCalendarDate, { params: { code: 'date' } });

function isCalendarDate(text: string): boolean {
  if (!/^(?:19|[2-9]\d)\d{2}-\d{2}-\d{2}$/u.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/**
 * A moment in ISO 8601 with its offset, such as `2026-12-01T14:05:00+07:00`, from 1900 to 9999, in UTC too; fractions
 * of a second have at most nine digits.
 */
export const moment = z.iso
  .datetime({ offset: true, abort: true })
  .regex(/^(?:19|[2-9]\d)\d{2}-[^.]*(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):\d{2})$/u, {
    abort: true,
  })
  .refine(isInTheseCenturies);

/** Rounded to a microsecond as well, in which the last millisecond could become the year 10000. */
function isInTheseCenturies(text: string): boolean {
  const milliseconds = Date.parse(text);
  return (
    milliseconds >= Date.UTC(1900, 0) && milliseconds < Date.UTC(9999, 11, 31, 23, 59, 59, 999)
  );
}

/** The number that names a beta app. */
export const id = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** A revision: a counter that only grows. */
export const revision = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
