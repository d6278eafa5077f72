import { type z } from 'zod';
import { type FieldError, type FieldErrorCode } from './errors.js';

type Issue = z.core.$ZodIssue;

/** At most so many faults are told: a wrong list of 15,000 codes needn't be repeated in full. */
const mostErrors = 100;

/** What is left of an input after its check, or what is wrong with it field by field. */
export type CheckedInput<Output> =
  { success: true; data: Output } | { success: false; errors: FieldError[] };

/** Checks an input as the server does before it looks at anything else. */
export function checkInput<Output>(
  schema: z.ZodType<Output>,
  input: unknown,
): CheckedInput<Output> {
  const result = schema.safeParse(input);
  if (result.success) return { success: true, data: result.data };
  const errors = result.error.issues.flatMap((issue) => fieldErrors(issue, input));
  return { success: false, errors: errors.slice(0, mostErrors) };
}

function fieldErrors(issue: Issue, input: unknown): FieldError[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), code: 'unknown_key' }));
  }
  // Of a choice of shapes, the one that the input came closest to tells what is wrong with it.
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const closest = issue.errors.reduce((best, next) =>
      distance(next) < distance(best) ? next : best,
    );
    return closest.flatMap((inner) =>
      fieldErrors({ ...inner, path: [...issue.path, ...inner.path] }, input),
    );
  }
  const code = faultOf(issue, valueAt(input, issue.path));
  const max = issue.code === 'too_big' ? { max: Number(issue.maximum) } : {};
  return [{ path: path.join('.'), code, ...max }];
}

/** How far an input is from a shape: another type is furthest, then weigh keys of its own that don't belong there. */
function distance(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => sum + missesOf(issue), 0);
}

function missesOf(issue: Issue): number {
  if (issue.path.length > 0) return 1;
  if (issue.code === 'invalid_type') return Infinity;
  return issue.code === 'unrecognized_keys' ? issue.keys.length * 10 : 1;
}

function faultOf(issue: Issue, value: unknown): FieldErrorCode {
  switch (issue.code) {
    case 'custom':
      return (issue.params?.['code'] as FieldErrorCode | undefined) ?? 'format';
    case 'invalid_type':
      if (value === undefined || value === null) return 'required';
      return issue.expected === 'int' ? 'format' : 'type';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'required' : 'range';
    case 'too_big':
      if (issue.origin === 'string') return 'too_long';
      return issue.origin === 'array' ? 'too_many' : 'range';
    case 'invalid_value':
      return value === undefined || value === null ? 'required' : 'unknown';
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return 'format';
    case 'invalid_union':
    case 'unrecognized_keys':
      return 'type';
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    input,
  );
}
