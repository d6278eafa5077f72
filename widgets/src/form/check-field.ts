import { earliestDay } from '../format/days.js';
import { type Words } from '../words/words.js';

export type Control = HTMLInputElement | HTMLTextAreaElement;

/** What is wrong with a field, in words. */
export interface FieldProblem {
  path: string;
  label: string;
  missing: boolean;
  message: string;
}

/**
 * Checks what a field holds against its own constraint attributes, so that a field without them lets
 * everything through to the server's check. `tooEarly` is said of a day before the field's first one.
 */
export function checkField(
  control: Control,
  path: string,
  label: string,
  words: Words,
  tooEarly = words.common.invalid.endBeforeStart,
): FieldProblem | undefined {
  const { invalid } = words.common;
  const problem = (message: string, missing = false) => ({ path, label, missing, message });
  const { validity, value, maxLength } = control;
  if (validity.badInput || validity.rangeOverflow) return problem(invalid.date);
  if (control.required && value.trim() === '') return problem(invalid.required(label), true);
  if (validity.rangeUnderflow) {
    return problem(value < earliestDay ? invalid.date : tooEarly);
  }
  if (maxLength >= 0 && value.length > maxLength) {
    return problem(invalid.tooLong(label, maxLength));
  }
  return undefined;
}
