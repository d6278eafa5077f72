import { type ErrorBody, type FieldError } from '@beta-app/core/contract';
import { type Dictionary, type Language, type Refused } from './dictionary.js';
import { english } from './en.js';
import { fieldAt } from './fields.js';
import { indonesian } from './id.js';

const dictionaries: Readonly<Record<Language, Dictionary>> = { id: indonesian, en: english };

/** A body full of faults needn't be answered by a larger one. */
const toldAtMost = 100;
const longestPath = 64;

/** What an error says to people. */
export interface Description {
  message: string;
  errors: ErrorBody['errors'];
}

/** Puts an error into words: one sentence for all of it, and one for each field. */
export function describe(error: Refused, language: Language, retryAfter = 0): Description {
  const words = dictionaries[language];
  const errors = error.errors
    .slice(0, toldAtMost)
    .map((field) => ({ ...field, message: sentence(words, field, error) }));
  const overview = error.code === 'VALIDATION_FAILED' ? overviewOf(words, error) : undefined;
  const message = overview ?? words.errors[error.code]({ error, retryAfter });
  return { message, errors };
}

function overviewOf(words: Dictionary, error: Refused): string | undefined {
  const fields = error.errors.slice(0, toldAtMost);
  const missing = fields.filter(({ code }) => code === 'required');
  if (missing.length > 0) return words.incomplete(labelsOf(words, missing));
  const [first] = fields;
  if (first === undefined) return undefined;
  return fields.length === 1
    ? sentence(words, first, error)
    : words.incorrect(labelsOf(words, fields));
}

function sentence(words: Dictionary, field: FieldError, whole: Refused): string {
  return words.fieldErrors[field.code](labelOf(words, field), field, whole);
}

function labelsOf(words: Dictionary, fields: readonly FieldError[]): string {
  return [...new Set(fields.map((field) => labelOf(words, field)))].join(', ');
}

function labelOf(words: Dictionary, { path, code }: FieldError): string {
  const name = code === 'unknown_key' ? undefined : fieldAt(path);
  if (name !== undefined) return words.fields[name];
  return path.length > longestPath ? `${path.slice(0, longestPath)}…` : path;
}
